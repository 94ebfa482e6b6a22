/** Alternatives and outcomes in one matrix: a cell is a published figure, or "not reported". */
import type { Figure, Horizon } from "../figures/figure.ts";
import type { SourceId } from "../figures/source-catalog.ts";

export const OUTCOMES = [
  "survival",
  "heartFailureAdmission",
  "symptoms",
  "ventricle",
  "procedureRisk",
  "reversibility",
  "followUp",
] as const;
export type OutcomeId = (typeof OUTCOMES)[number];

type OptionId =
  | "medicalTherapy"
  | "rvPacing"
  | "icdOnly"
  | "crt"
  | "conductionSystem"
  | "hisBundle"
  | "epicardial"
  | "endocardial"
  | "wireless"
  | "doNothingNow";

export interface AlternativeOption {
  readonly id: OptionId;
  readonly title: string;
  /** What a reader must know beside the figures. */
  readonly remark: string;
}

export const OPTIONS: readonly AlternativeOption[] = [
  {
    id: "medicalTherapy",
    title: "medical therapy alone",
    remark: "before and with every other option; LVEF may rise past the limit of the guidelines within months",
  },
  { id: "rvPacing", title: "right-ventricular pacing only", remark: "much pacing may weaken the heart" },
  {
    id: "icdOnly",
    title: "defibrillator without a left-ventricular lead",
    remark: "the control arms of RAFT and MADIT-CRT",
  },
  { id: "crt", title: "left-ventricular lead through the coronary veins", remark: "the procedure of this plan" },
  {
    id: "conductionSystem",
    title: "left bundle branch area pacing",
    remark: "mostly observational; no large outcome trial is confirmed",
  },
  { id: "hisBundle", title: "His bundle pacing", remark: "many crossovers, higher thresholds" },
  { id: "epicardial", title: "surgical epicardial lead", remark: "free choice of the place; general anesthesia" },
  { id: "endocardial", title: "lead inside the left ventricle", remark: "lifelong anticoagulation" },
  { id: "wireless", title: "wireless pacing inside the left ventricle", remark: "needs another pacemaker beside it" },
  { id: "doNothingNow", title: "nothing now, decide again later", remark: "with a date for the next look" },
];

type StudyDesign = "randomized" | "pooled, mostly observational" | "registry" | "single arm";

/** A published value with what it takes to compare it. */
export interface AlternativeCell {
  readonly option: OptionId;
  readonly outcome: OutcomeId;
  readonly figure: Figure;
  readonly population: string;
  readonly design: StudyDesign;
  readonly certainty: "high" | "moderate" | "low" | "very low";
  /** What exactly was counted. */
  readonly measure: string;
}

interface Study {
  readonly sourceId: SourceId;
  readonly population: string;
  readonly design: StudyDesign;
  readonly certainty: AlternativeCell["certainty"];
  readonly horizon: Horizon;
  readonly n?: number;
  readonly low?: number;
  readonly high?: number;
  readonly confirmed?: boolean;
}

function cell(
  option: OptionId,
  outcome: OutcomeId,
  measure: string,
  [value, unit]: readonly [number, string],
  { population, design, certainty, confirmed = true, ...study }: Study,
): AlternativeCell {
  const figure: Figure = { value, unit, ...study, locator: measure, confirmed };
  return { option, outcome, figure, population, design, certainty, measure };
}

const over = (months: number): Horizon => ({ kind: "average", months });
const CARE: Study = {
  sourceId: "careHf",
  population: "NYHA III to IV, LVEF up to 35 %",
  design: "randomized",
  certainty: "high",
  horizon: over(29),
  n: 813,
};
const RAFT: Study = {
  sourceId: "raft",
  population: "NYHA II to III, LVEF up to 30 %",
  design: "randomized",
  certainty: "high",
  horizon: over(40),
  n: 1798,
};
const ALSYNC: Study = {
  sourceId: "alsync",
  population: "failed or unsuitable coronary vein lead",
  design: "single arm",
  certainty: "low",
  horizon: { kind: "at", months: 6 },
  n: 138,
};
const POOLED: Study = {
  sourceId: "lbbapPooled",
  population: "candidates for resynchronization, mixed",
  design: "pooled, mostly observational",
  certainty: "low",
  horizon: { kind: "at", months: 12 },
  n: 616,
};
const CONSYST: Study = {
  sourceId: "consyst",
  population: "candidates for resynchronization",
  design: "randomized",
  certainty: "moderate",
  horizon: { kind: "inHospital" },
  n: 134,
};

export const ALTERNATIVE_CELLS: readonly AlternativeCell[] = [
  cell("medicalTherapy", "survival", "death", [30, "%"], CARE),
  cell("crt", "survival", "death", [20, "%"], CARE),
  cell("icdOnly", "heartFailureAdmission", "admission for heart failure", [26.1, "%"], RAFT),
  cell("crt", "heartFailureAdmission", "admission for heart failure", [19.5, "%"], RAFT),
  cell("conductionSystem", "ventricle", "LVEF against CRT, points", [5.8, "%"], POOLED),
  cell("conductionSystem", "procedureRisk", "crossover to a coronary vein lead", [26.9, "%"], CONSYST),
  cell("crt", "procedureRisk", "crossover to conduction system pacing", [7.5, "%"], CONSYST),
  cell("endocardial", "survival", "death", [17.4, "%"], ALSYNC),
  cell("endocardial", "symptoms", "NYHA class better", [59, "%"], ALSYNC),
  cell("endocardial", "procedureRisk", "stroke", [3.8, "%"], ALSYNC),
  cell("wireless", "ventricle", "fall of LVESV", [16.4, "%"], {
    sourceId: "solveCrt",
    population: "failed or unsuitable coronary vein lead",
    design: "single arm",
    certainty: "low",
    horizon: { kind: "at", months: 6 },
    n: 183,
    confirmed: false,
  }),
  cell("epicardial", "procedureRisk", "death in hospital", [0, "%"], {
    sourceId: "epicardialSeries2005",
    population: "surgical left-ventricular leads",
    design: "registry",
    certainty: "very low",
    horizon: { kind: "inHospital" },
    n: 41,
  }),
  cell("rvPacing", "ventricle", "weakening of the heart by pacing", [15, "%"], {
    sourceId: "hrs23",
    population: "much right-ventricular pacing",
    design: "registry",
    certainty: "low",
    horizon: over(48),
    low: 10,
    high: 20,
    confirmed: false,
  }),
];
