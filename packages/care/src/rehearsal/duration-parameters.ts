/** What the duration and the success of an implant depend on. */
import type { Parameter } from "@tributary/model";

export const DURATION_PARAMETERS = {
  /** Standard deviation of the logarithm of one factor that a patient's difficult steps share. */
  difficultySpread_ln: { value: 0.3, unit: "1", range: [0.1, 0.6], source: "assumed", confirmed: false },
  /** How much longer an operator without any case takes, and after how many cases that has fallen to a third. */
  noviceExcessRatio: { value: 0.9, unit: "1", range: [0.3, 1.5], source: "assumed", confirmed: false },
  learningCases: { value: 25, unit: "1", range: [10, 60], source: "assumed", confirmed: false },
  /** How much oftener an operator without any case fails to cannulate. */
  noviceFailureExcessRatio: { value: 1.5, unit: "1", range: [0.5, 3], source: "assumed", confirmed: false },
  /** Time of a cannulation that fails. */
  failedCannulation_min: {
    value: 144,
    unit: "min",
    range: [60, 240],
    source: "steerable against conventional cannulation (PMID 24432887): 144 +- 37 min",
    confirmed: true,
  },
  failedCannulationSpread_min: {
    value: 37,
    unit: "min",
    range: [10, 60],
    source: "steerable against conventional cannulation (PMID 24432887): 144 +- 37 min",
    confirmed: true,
  },
  /** Shifted log-normal of the time from incision to dressing; fitted to median, quartiles and share from 85 min. */
  bischShift_min: {
    value: 38.3,
    unit: "min",
    range: [30, 45],
    source: "fitted to Bisch, Europace 2010 (n = 106)",
    confirmed: false,
  },
  bischMedian_min: {
    value: 16.7,
    unit: "min",
    range: [10, 25],
    source: "fitted to Bisch, Europace 2010 (n = 106)",
    confirmed: false,
  },
  bischSpread_ln: {
    value: 1.36,
    unit: "1",
    range: [0.8, 1.6],
    source: "fitted to Bisch, Europace 2010 (n = 106)",
    confirmed: false,
  },
  longest_min: { value: 300, unit: "min", range: [240, 480], source: "assumed cap", confirmed: false },
  /** Odds of failure in women over those in men. */
  femaleFailureOddsRatio: {
    value: 1.38,
    unit: "1",
    range: [1.2, 1.6],
    source: "Friedman, Heart Rhythm 2023;20:1420",
    confirmed: true,
  },
  /** Of the leads that are placed in the end, the share that is not at the first attempt: 1 - 90.5 / 96.2. */
  vainFirstAttemptFraction: {
    value: 0.059,
    unit: "1",
    range: [0.03, 0.1],
    source: "Bisch, Europace 2010 (n = 106): 90.5 % at the first attempt, 96.2 % in the end",
    confirmed: true,
  },
  /** Share of women among those in whom the failures were counted. */
  femaleFraction: { value: 0.3, unit: "1", range: [0.2, 0.4], source: "assumed", confirmed: false },
} as const satisfies Record<string, Parameter>;

/** Why a lead through the coronary veins fails, and in which share of implants; in order of the procedure. */
export const FAILURE_CAUSES = [
  "venousAccess",
  "coronarySinus",
  "dissection",
  "tributary",
  "threshold",
  "phrenic",
] as const;
export type FailureCause = (typeof FAILURE_CAUSES)[number];

/** Percent of implants, from 3.6 % failures and their causes in 111 802 implants. */
export const FAILURE_RATES_pct: Readonly<Record<FailureCause, number>> = {
  venousAccess: 0.27,
  coronarySinus: 2.3,
  dissection: 0.27,
  tributary: 0.5,
  threshold: 0.16,
  phrenic: 0.06,
};

/** Trials say otherwise: no suitable vein in 64 % of failures (Gamble, JACC Clin Electrophysiol 2016); a setting, not a truth. */
export const TRIAL_CAUSE_FRACTIONS = { coronarySinus: 0.3, tributary: 0.64 } as const;
