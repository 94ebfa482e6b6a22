import type { Estimate, Plan, PlanState } from "@tributary/plan";
import type { AlternativeCell, AlternativeOption } from "../../evidence/alternatives.ts";
import { compareAlternatives } from "../../evidence/compare-alternatives.ts";
import { escapeHtml, markValue } from "../markup.ts";
import { COLUMNS, OUTCOME_WORDS, CLINICIAN_WORDS as WORDS } from "./clinician-words.ts";
import { buildSection, buildTable, paragraph } from "./table.ts";
import { figureText, horizonText } from "./values.ts";

/** Options that a plan simulates too, by the name of its state. */
const SIMULATED_STATES: Readonly<Partial<Record<AlternativeOption["id"], string>>> = {
  rvPacing: "rv",
  conductionSystem: "lbbap",
  hisBundle: "his",
  endocardial: "endocardial",
};

/** Every option by every outcome; what this model computed stands in a column of its own and is no outcome. */
export function buildAlternativesSection(plan: Plan | undefined): string {
  const { options, rows } = compareAlternatives();
  const heads = [COLUMNS.option, ...rows.map(({ outcome }) => OUTCOME_WORDS[outcome]), WORDS.model];
  const cellsOf = (option: AlternativeOption, i: number) =>
    rows.map(({ cells, comparable }) => describeCell(cells[i], comparable.includes(option.id)));
  return buildSection(
    "alternatives",
    WORDS.alternatives,
    paragraph(WORDS.alternativesNote),
    buildTable(
      heads,
      options.map((option, i) => [
        `${escapeHtml(option.title)}<small>${escapeHtml(option.remark)}</small>`,
        ...cellsOf(option, i),
        `<td class="model">${describeSimulated(option, plan)}</td>`,
      ]),
      "matrix",
    ),
    plan === undefined ? paragraph(WORDS.noPlan) : "",
  );
}

function describeCell(cell: AlternativeCell | undefined, isComparable: boolean): string {
  if (cell === undefined) return `<td class="silent">${WORDS.notReported}</td>`;
  const { figure, measure, population, certainty } = cell;
  const rule = (text: string) => markValue("rule", text, figure.sourceId);
  return [
    `<td>${figureText(figure)}<small>${rule(measure)}; ${horizonText(figure)}</small>`,
    `<small>${rule(population)}; ${escapeHtml(certainty)}</small>`,
    isComparable ? `<small>${WORDS.comparable}</small>` : "",
    "</td>",
  ].join("");
}

function describeSimulated({ id }: AlternativeOption, plan: Plan | undefined): string {
  const state = plan === undefined ? undefined : findState(id, plan);
  if (state === undefined) return "";
  return [
    `${WORDS.activation} ${spread(state.totalActivationTime_ms)}`,
    `<small>${WORDS.qrs} ${spread(state.qrsDuration_ms)}</small>`,
  ].join("");
}

type Simulated = Pick<PlanState, "totalActivationTime_ms" | "qrsDuration_ms">;

function findState(id: AlternativeOption["id"], plan: Plan): Simulated | undefined {
  if (id === "doNothingNow" || id === "medicalTherapy") return plan.baseline;
  if (id === "crt") return plan.sites[0];
  const name = SIMULATED_STATES[id];
  return plan.alternatives.find((state) => state.id === name);
}

/** A simulated time with the spread of what is not known. */
export function spread({ value, low, high }: Estimate, unit = "ms"): string {
  return markValue("simulated", `${Math.round(value)} (${Math.round(low)} to ${Math.round(high)}) ${unit}`);
}
