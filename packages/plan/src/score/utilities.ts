/** How a measured value becomes a utility from 0 to 1: linear between two values, flat beyond them. */
import type { Measure } from "../plan.ts";

export interface UtilityScale {
  readonly unit: string;
  /** The value of utility 0 and of utility 1; the second may be the smaller. */
  readonly worst: number;
  readonly best: number;
  readonly meaning: string;
  readonly source: string;
}

/** All scales of the default score. */
export const UTILITY_SCALES: Readonly<Record<Measure, UtilityScale>> = {
  resynchronization: {
    unit: "%",
    worst: 0,
    best: 40,
    meaning: "fall of the total activation time of both ventricles from what it is now",
    source: "assumed; biventricular pacing shortens QRS by about 20 ms more in responders (Ma 2020)",
  },
  workBalance: {
    unit: "mJ/mL",
    worst: 0,
    best: 15,
    meaning: "fall of the difference of fiber work between lateral wall and septum from what it is now",
    source: "assumed: with left bundle branch block the difference is 12 to 20 mJ/mL in this model's patients",
  },
  pressureRise: {
    unit: "%",
    worst: 0,
    best: 30,
    meaning: "rise of dP/dt max of the left ventricle at once, resistance and blood volume unchanged",
    source: "31 % at the best of 145 configurations in 16 patients (Asbach, PLoS ONE 2013)",
  },
  electricalDelay: {
    unit: "1",
    worst: 0.3,
    best: 0.8,
    meaning: "delay of the muscle under the cathode in the beat as it is now (Q-LV), over QRS duration",
    source: "a ratio above 0.7 is called favorable (from memory); Gold, Eur Heart J 2011;32:2516",
  },
  viableMuscle: {
    unit: "1",
    worst: 0.5,
    best: 1,
    meaning: "share of the muscle around the cathode that is viable; border zone counts half",
    source: "assumed; transmural scar at the site, response 14 against 81 % (Bleeker, Circulation 2006)",
  },
  captureMargin: {
    unit: "V",
    worst: 3.5,
    best: 1,
    meaning: "capture threshold at 0.5 ms",
    source: "assumed around the trial criterion of 2.5 V at 0.5 ms (NAVIGATOR, Open Heart 2024)",
  },
  phrenicMargin: {
    unit: "V",
    worst: 0,
    best: 3,
    meaning: "threshold of the phrenic nerve that one such patient in four is below, minus that of the muscle",
    source: "a margin of 3 V is the usual reporting cut (Indian Heart J 2018)",
  },
  reachAndStability: {
    unit: "1",
    worst: 0,
    best: 1,
    meaning: "mean of how the lead fits the lumen, how the vein takes off, and how much farther the lead would go",
    source: "assumed; flat take-off and short course go with dislodgement (Biffi, Europace 2014)",
  },
};

/** Utility of a value; NaN gives 0, since what is not known is not a merit. */
export function rateValue(measure: Measure, value: number): number {
  const { worst, best } = UTILITY_SCALES[measure];
  if (Number.isNaN(value)) return 0;
  return Math.min(1, Math.max(0, (value - worst) / (best - worst)));
}
