import type { Plan, PlanMechanics } from "@tributary/plan";
import type { ReportFact, ReportFigure, ReportSection, ReportTable } from "../page/build-report-page.ts";
import {
  ATRIUM_TO_VENTRICLES,
  changeInPercent,
  DPDT,
  describeShift,
  PUMP_MEASURE_WORDS,
  STROKE_VOLUME,
  WORK_DIFFERENCE,
  writeFromTo,
  writePumpChange,
  writePumpMeasure,
} from "./pump-words.ts";

/** What the plan does to the heart as a pump, and how far that may be read; undefined without a circulation. */
export function buildPumpSection({ mechanics }: Plan, figures: readonly ReportFigure[]): ReportSection | undefined {
  if (mechanics === undefined) return undefined;
  return {
    heading: "What it does to the pump",
    paragraphs: [
      describePumpChange(mechanics),
      "This is the acute effect in a model whose resistance, blood volume and muscle stay as they are: no reflex answers and nothing remodels. It is not a prediction of outcome or of response.",
      "In 45 patients the acute rise of dP/dt max went only weakly with the long-term response (r = 0.34), the change of the work difference between septum and lateral wall more closely (r = 0.62; Koopsen 2024).",
      ...describeAvPart(mechanics),
      ...(mechanics.isFitted ? [] : [NOT_FITTED]),
    ],
    figures,
    tables: [tabulatePump(mechanics)],
  };
}

const NOT_FITTED =
  "The circulation did not reach every measured value within 1 %: these are numbers of a similar patient rather than of this one.";

function describePumpChange(mechanics: PlanMechanics): string {
  return [
    `From now to the plan, dP/dt max goes from ${writeFromTo(mechanics, DPDT)} mmHg/s (${writePumpChange(mechanics.baseline, mechanics.best, DPDT)})`,
    `stroke volume from ${writeFromTo(mechanics, STROKE_VOLUME)} mL (${writePumpChange(mechanics.baseline, mechanics.best, STROKE_VOLUME)})`,
    `and the work that a milliliter of the lateral wall does beyond one of the septum from ${writeFromTo(mechanics, WORK_DIFFERENCE)} mJ.`,
  ].join(", ");
}

/** An AV delay alone changes filling: where it changes too, pacing is not all that changed. */
function describeAvPart(mechanics: PlanMechanics): string[] {
  const { baseline, best } = mechanics;
  if (Math.abs(baseline.avDelay_ms - best.avDelay_ms) < 1) return [];
  return [
    `From right atrium to ventricles the plan takes ${writePumpMeasure(best, ATRIUM_TO_VENTRICLES)} ms instead of ${writePumpMeasure(baseline, ATRIUM_TO_VENTRICLES)} ms: part of the change comes from that alone.`,
  ];
}

function tabulatePump({ baseline, best }: PlanMechanics): ReportTable {
  return {
    caption: "The pump before and after",
    columns: ["Quantity", "Now", "As planned", "Change"],
    numberColumns: [1, 2, 3],
    rows: PUMP_MEASURE_WORDS.map((words) => [
      words.name,
      writePumpMeasure(baseline, words),
      writePumpMeasure(best, words),
      writePumpChange(baseline, best, words),
    ]),
  };
}

/** For the grid of the answer; empty without a circulation. */
export function listPumpFacts({ mechanics }: Plan): ReportFact[] {
  if (mechanics === undefined) return [];
  return [
    { ...DPDT, label: "dP/dt max, acute", unit: "mmHg/s" },
    { ...STROKE_VOLUME, label: "Stroke volume, acute", unit: "mL" },
  ].map((words) => ({
    label: words.label,
    value: `${writePumpMeasure(mechanics.baseline, words)} → ${writePumpMeasure(mechanics.best, words)} ${words.unit}`,
    note: `${writePumpChange(mechanics.baseline, mechanics.best, words)}, in the fitted circulation`,
  }));
}

/** For the answer; empty without a circulation. */
export function describePumpInShort({ mechanics }: Plan): string[] {
  if (mechanics === undefined) return [];
  const { baseline, best } = mechanics;
  const change = ({ read }: typeof DPDT): number => changeInPercent(read(baseline), read(best));
  return [
    `In the fitted circulation dP/dt max ${describeShift(change(DPDT))} and stroke volume ${describeShift(change(STROKE_VOLUME))}: the acute effect, not a prediction of response.`,
  ];
}
