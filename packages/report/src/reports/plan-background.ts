import { degreesFromRadians } from "@tributary/model";
import { MEASURES, type Plan, type PlanCalibration, type PlanState } from "@tributary/plan";
import { nameMeasure } from "../figures/measure-names.ts";
import type { ReportFigure, ReportSection, ReportTable } from "../page/build-report-page.ts";
import { formatNumber, formatSignificant } from "../svg/format-number.ts";
import { APICAL_EVIDENCE } from "./plan-sources.ts";
import { spellVeinsIn, startWithCapital, writeEstimate, writeShare } from "./plan-words.ts";
import { ALTERNATIVE_PUMP_NOTE, tabulateAlternativePumps } from "./pump-comparison.ts";

/** What was fitted to the patient, how well, and what these data say nothing of. */
export function buildCalibrationSection({ calibration }: Plan): ReportSection {
  const { fittedTo, parameters, leadResiduals, setCount, remarks } = calibration;
  return {
    heading: "What was fitted to the patient",
    paragraphs: [
      fittedTo.length === 0
        ? "Nothing was measured in this patient: every value is the one assumed for any patient."
        : `Fitted to: ${fittedTo.join(", ")}. ${setCount} sets of values that explain it were kept for the draws.`,
      ...remarks,
    ],
    tables: [
      {
        caption: "QRS duration of the beat as it is now",
        columns: ["Quantity", "ms"],
        numberColumns: [1],
        rows: [
          ["Measured", writeMeasured(calibration)],
          ["Of the model", writeEstimate(calibration.qrsDurationModel_ms)],
        ],
      },
      ...(parameters.length === 0 ? [] : [tabulateParameters(calibration)]),
      ...(leadResiduals.length === 0
        ? []
        : [
            {
              caption:
                "What the model leaves unexplained of each lead: root-mean-square difference over root-mean-square",
              columns: ["Lead", ...leadResiduals.map(({ lead }) => lead)],
              numberColumns: leadResiduals.map((_, i) => i + 1),
              rows: [["Residual", ...leadResiduals.map(({ residualFraction }) => writeShare(residualFraction))]],
            },
          ]),
    ],
  };
}

function writeMeasured({ qrsDurationMeasured_ms }: PlanCalibration): string {
  return qrsDurationMeasured_ms === undefined ? "missing" : formatNumber(qrsDurationMeasured_ms, 0);
}

const STATE_WORDS: Record<PlanCalibration["parameters"][number]["state"], string> = {
  fitted: "fitted",
  "at a bound": "at a bound: crowded at an end of its range",
  "at its prior": "at its prior: these data say nothing of it",
};

function tabulateParameters({ parameters }: PlanCalibration): ReportTable {
  return {
    caption: "Parameters, with the 10th and 90th percentile",
    columns: ["Parameter", "Value", "Plausible range", "What the data say", "Source"],
    rows: parameters.map(({ name, unit, estimate, range, state, source }) => [
      startWithCapital(unit === "1" || unit === "" ? name : `${name}, ${unit}`),
      `${formatSignificant(estimate.value, 3)} (${formatSignificant(estimate.low, 3)} to ${formatSignificant(estimate.high, 3)})`,
      `${formatSignificant(range[0], 3)} to ${formatSignificant(range[1], 3)}`,
      STATE_WORDS[state],
      source,
    ]),
  };
}

/** What else could be done on the same heart. */
export function buildAlternativeSection(plan: Plan, figures: readonly ReportFigure[]): ReportSection {
  const { baseline, alternatives } = plan;
  return {
    heading: "What else could be done",
    paragraphs: [
      "Activation is one side only: risk, durability and what is available are not weighed here.",
      ...(plan.mechanics ? [ALTERNATIVE_PUMP_NOTE] : []),
    ],
    figures,
    tables: [
      {
        caption: "More of each way of activating this heart",
        columns: ["Way of activating", "LV activation, ms", "LV behind RV, ms", "QRS axis, degrees", "Remark"],
        numberColumns: [1, 2, 3],
        rows: [baseline, ...alternatives].map(describeState),
      },
      ...tabulateAlternativePumps(plan),
    ],
  };
}

function describeState({ name, lvActivationTime_ms, lvRvDelay_ms, qrsAxis_rad, remark }: PlanState): string[] {
  return [
    name,
    writeEstimate(lvActivationTime_ms),
    formatNumber(lvRvDelay_ms, 0),
    qrsAxis_rad === undefined ? "missing" : formatNumber(degreesFromRadians(qrsAxis_rad), 0),
    remark,
  ];
}

/** Findings that do not agree, side by side; no side is taken, and the score does not know the position. */
export function buildContestedSection({ sites }: Plan): ReportSection {
  const apical = sites.filter(({ third }) => third === "apical");
  const which =
    apical.length === 0
      ? "No site of this plan is apical."
      : `Apical sites of this plan, by rank: ${apical.map(({ rank }) => rank).join(", ")}.`;
  return {
    heading: "What is contested",
    paragraphs: [
      `Whether an apical lead does harm is contested, so the score neither rewards nor punishes it. ${which}`,
    ],
    tables: [
      {
        caption: "Apical position of the left-ventricular lead",
        columns: ["Study", "Finding", "Apical is"],
        rows: APICAL_EVIDENCE.map(({ study, finding, apicalIs }) => [study, finding, apicalIs]),
      },
    ],
  };
}

/** How much was searched, and what the score weighs. */
export function buildSearchSection({ searched, nodeCount, weights }: Plan): ReportSection {
  const sum = MEASURES.reduce((total, measure) => total + weights[measure], 0);
  return {
    heading: "How it was searched",
    paragraphs: [
      `${formatCount(searched.configurationCount)} configurations (place, vector, delays) of ${formatCount(searched.placementCount)} placements of the lead were computed on a heart of ${formatCount(nodeCount)} nodes, and joined to ${formatCount(searched.siteCount)} sites.`,
    ],
    tables: [
      {
        caption: "Weights of the score",
        columns: ["Measure", "Weight"],
        numberColumns: [1],
        rows: MEASURES.map((measure) => [nameMeasure(measure), writeShare(weights[measure] / sum)]),
      },
    ],
  };
}

/** 812340 as "812 340", with narrow spaces that do not break. */
function formatCount(count: number): string {
  return formatNumber(count, 0).replace(/\B(?=(\d{3})+$)/g, "\u202f");
}

/** What the case leaves out, and what a reader must know. */
export function buildMissingSection({ missing, remarks }: Plan): ReportSection {
  return {
    heading: "What is missing",
    paragraphs: [
      missing.length === 0
        ? "No clinical value is missing from the case."
        : `Missing from the case, and not filled in: ${missing.join(", ")}.`,
      ...remarks.map(spellVeinsIn),
    ],
  };
}
