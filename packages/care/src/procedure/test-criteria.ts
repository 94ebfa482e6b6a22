/** What a lead has to show on the table, as named thresholds that a site may change. */
import { origin, type RuleOrigin, unconfirmed } from "../rules/clinical-rule.ts";

export interface TestCriterion extends RuleOrigin {
  readonly id: string;
  readonly text: string;
  readonly unit: string;
  readonly low?: number;
  readonly high?: number;
  /** Better than merely acceptable, from or up to this. */
  readonly ideal?: number;
}

const MEMORY = unconfirmed("practice", "intra-operative acceptance (from memory)");

export const TEST_CRITERIA: readonly TestCriterion[] = [
  { ...MEMORY, id: "atrialSensing_mV", text: "P wave", unit: "mV", low: 1.5, ideal: 2 },
  { ...MEMORY, id: "atrialThreshold_V", text: "atrial threshold", unit: "V", high: 1.5, ideal: 1 },
  { ...MEMORY, id: "rvSensing_mV", text: "R wave", unit: "mV", low: 5, ideal: 7 },
  { ...MEMORY, id: "rvThreshold_V", text: "right-ventricular threshold", unit: "V", high: 1 },
  { ...MEMORY, id: "pacingImpedance_ohm", text: "pacing impedance", unit: "ohm", low: 300, high: 1000 },
  { ...MEMORY, id: "shockImpedance_ohm", text: "shock impedance", unit: "ohm", low: 30, high: 80 },
  {
    ...MEMORY,
    id: "lvThreshold_V",
    text: "left-ventricular threshold at 0.5 ms, at least one vector",
    unit: "V",
    high: 2.5,
    ideal: 1.5,
  },
  { ...MEMORY, id: "lvSensing_mV", text: "left-ventricular sensing, if used for timing", unit: "mV", low: 3, ideal: 5 },
  { ...MEMORY, id: "phrenicMargin_V", text: "phrenic over left-ventricular threshold", unit: "V", low: 3 },
  {
    ...origin("gold2011", "quartiles of Q-LV; cut from memory", false),
    id: "qLv_ms",
    text: "Q-LV",
    unit: "ms",
    low: 95,
  },
  { ...MEMORY, id: "lvRvDelay_ms", text: "sensed delay from the right to the left ventricle", unit: "ms", low: 80 },
  {
    ...MEMORY,
    id: "analyzerDifference_V",
    text: "threshold by analyzer and by device differ by less than",
    unit: "V",
    high: 0.5,
  },
  { ...MEMORY, id: "shockMargin_J", text: "margin of the defibrillator where it is tested", unit: "J", low: 10 },
];

export type TestVerdict = "ideal" | "accepted" | "notAccepted";

/** A measured value against its criterion; thresholds may be replaced by the site's. */
export function judgeMeasurement(id: string, value: number, criteria: readonly TestCriterion[] = TEST_CRITERIA) {
  const criterion = criteria.find((candidate) => candidate.id === id);
  if (criterion === undefined) return undefined;
  return { criterion, verdict: judge(value, criterion) };
}

function judge(value: number, { low, high, ideal }: TestCriterion): TestVerdict {
  if ((low !== undefined && value < low) || (high !== undefined && value > high)) return "notAccepted";
  if (ideal === undefined) return "accepted";
  return (high === undefined ? value >= ideal : value <= ideal) ? "ideal" : "accepted";
}

/** A threshold of one vector at one pulse width. */
export interface PulseThreshold {
  readonly threshold_V: number;
  readonly pulseWidth_ms: number;
}

/** Phrenic over capture threshold of a vector; undefined where the two were not taken at the same pulse width. */
export function phrenicRatio(phrenic: PulseThreshold, capture: PulseThreshold): number | undefined {
  return phrenic.pulseWidth_ms === capture.pulseWidth_ms ? phrenic.threshold_V / capture.threshold_V : undefined;
}
