import type { AlternativeCell, OutcomeId } from "../evidence/alternatives.ts";
import type { AlternativeMatrix, MatrixRow } from "../evidence/compare-alternatives.ts";
import { describeHorizon, printFigure } from "../figures/figure.ts";
import { type CarePart, careTable, collectParts, listPart, sourcesPart, tablePart, textPart } from "./care-part.ts";

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
export function describeAlternatives({ options, rows }: AlternativeMatrix): CarePart[] {
  return collectParts([
    listPart(
      "The options",
      options.map(({ title, remark }) => `${title}: ${remark}`),
    ),
    ...rows.map((row) => describeRow(row, options)),
    sourcesPart(rows.flatMap(({ cells }) => cells.flatMap((cell) => (cell ? [cell.figure.sourceId] : [])))),
  ]);
}

function describeRow(row: MatrixRow, options: AlternativeMatrix["options"]): CarePart {
  const { outcome, cells, comparable } = row;
  const reported = options.flatMap(({ id, title }, i) => {
    const cell = cells[i];
    return cell === undefined ? [] : [describeCell(title, cell, comparable.includes(id))];
  });
  if (reported.length === 0) return textPart("not reported for any option", OUTCOME_TITLES[outcome]);
  const silent = options.filter((_, i) => cells[i] === undefined).map(({ title }) => title);
  const table = careTable(
    ["option", "value", "what was counted", "in whom", "when", "people:", "design", "certainty", "comparable"],
    reported,
    [34, undefined, 26, 26, 16, undefined, 16],
  );
  return tablePart(`${OUTCOME_TITLES[outcome]} (${judgeRow(row)})`, table, `not reported: ${silent.join(", ")}`);
}

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
