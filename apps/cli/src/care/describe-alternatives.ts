import {
  type AlternativeCell,
  type AlternativeMatrix,
  describeHorizon,
  type MatrixRow,
  type OutcomeId,
  printFigure,
} from "@tributary/care";
import { renderTextTable } from "../output/text-table.ts";
import { wrapText } from "../output/wrap-text.ts";
import { joinParts, listPart, sourcesPart } from "./care-text.ts";

const OUTCOME_TITLES: Readonly<Record<OutcomeId, string>> = {
  survival: "Survival",
  heartFailureAdmission: "Admission for heart failure",
  symptoms: "Symptoms",
  ventricle: "Size and force of the ventricle",
  procedureRisk: "Risk of the procedure",
  reversibility: "Whether it can be undone",
  followUp: "Follow-up it needs",
};

/** All alternatives by all outcomes, one outcome after the other: what was published, or that nothing was. */
export function describeAlternatives({ options, rows }: AlternativeMatrix): string {
  return joinParts([
    listPart(
      "The options",
      options.map(({ title, remark }) => `${title}: ${remark}`),
    ),
    ...rows.map((row) => describeRow(row, options)),
    sourcesPart(rows.flatMap(({ cells }) => cells.flatMap((cell) => (cell ? [cell.figure.sourceId] : [])))),
  ]);
}

function describeRow(row: MatrixRow, options: AlternativeMatrix["options"]): string {
  const { outcome, cells, comparable } = row;
  const reported = options.flatMap(({ id, title }, i) => {
    const cell = cells[i];
    return cell === undefined ? [] : [describeCell(title, cell, comparable.includes(id))];
  });
  if (reported.length === 0) return `${OUTCOME_TITLES[outcome]}\nnot reported for any option`;
  const silent = options.filter((_, i) => cells[i] === undefined).map(({ title }) => title);
  const table = renderTextTable(
    ["option", "value", "what was counted", "in whom", "when", "people:", "design", "certainty", "comparable"],
    reported,
    [34, undefined, 26, 26, 16, undefined, 16],
  );
  return [
    `${OUTCOME_TITLES[outcome]} (${judgeRow(row)})`,
    "",
    table,
    ...wrapText(`not reported: ${silent.join(", ")}`, NOTE_WIDTH),
  ].join("\n");
}

const NOTE_WIDTH = 110;

function judgeRow({ comparable, isComparable }: MatrixRow): string {
  if (isComparable) return "comparable";
  return comparable.length > 0 ? "comparable only where it says so" : "not comparable";
}

function describeCell(option: string, cell: AlternativeCell, isComparable: boolean): string[] {
  const { figure, measure, population, design, certainty } = cell;
  return [
    option,
    printFigure(figure, "clinician")!,
    measure,
    population,
    describeHorizon(figure.horizon),
    figure.n === undefined ? "" : String(figure.n),
    design,
    certainty,
    isComparable ? "yes" : "no",
  ];
}
