import type { Parameter } from "../units/parameter.ts";

/** What decides where a QRS begins and ends; one set for simulated and measured signals and for the search of a plan. */
export const QRS_DETECTOR_PARAMETERS = {
  /** Of the steepest slope of the eight leads together: below it nothing counts as QRS. */
  slopeRatio: { value: 0.02, unit: "1", range: [0.01, 0.05], source: "assumed", confirmed: false },
  /** A slope above the threshold counts when it lasts this long. */
  sustained_ms: { value: 6, unit: "ms", range: [4, 10], source: "assumed", confirmed: false },
  /** The threshold is at least this multiple of the slope of the noise. */
  noiseRatio: { value: 2, unit: "1", range: [1.5, 3], source: "assumed", confirmed: false },
  /** The threshold is at least this multiple of the least slope of the PQ or ST segment beside it. */
  segmentRatio: { value: 2, unit: "1", range: [1.5, 3], source: "assumed", confirmed: false },
  /** Slopes above this part of the steepest are surely QRS, not P or T. */
  coreRatio: { value: 0.3, unit: "1", range: [0.2, 0.5], source: "assumed", confirmed: false },
  /** What is sure of a QRS lasts no longer. */
  longestCore_ms: { value: 200, unit: "ms", range: [160, 240], source: "assumed", confirmed: false },
  /** The quietest point of PQ and ST lies within this of what is sure of the QRS. */
  segmentReach_ms: { value: 100, unit: "ms", range: [80, 140], source: "assumed", confirmed: false },
} as const satisfies Record<string, Parameter>;
