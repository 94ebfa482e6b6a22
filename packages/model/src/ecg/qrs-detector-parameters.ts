import type { Parameter } from "../units/parameter.ts";

function assumed(value: number, unit: string, range: readonly [number, number]): Parameter {
  return { value, unit, range, source: "assumed", confirmed: false };
}

/** What decides where a QRS begins and ends; one set for simulated and measured signals and for the search of a plan. */
export const QRS_DETECTOR_PARAMETERS = {
  /** Of the steepest slope of the eight leads together: below it nothing counts as QRS. */
  slopeRatio: assumed(0.02, "1", [0.01, 0.05]),
  /** The same in a measured signal, where ST and what filters leave of QRS slope by a few percent. */
  measuredSlopeRatio: assumed(0.035, "1", [0.025, 0.06]),
  /** A signal whose noise is below this part of its steepest slope is a simulated one. */
  silenceRatio: assumed(0.001, "1", [0.0005, 0.002]),
  /** A slope above the threshold counts when it lasts this long. */
  sustained_ms: assumed(6, "ms", [4, 10]),
  /** The threshold is at least this multiple of the slope of the noise. */
  noiseRatio: assumed(2, "1", [1.5, 3]),
  /** The threshold is at least this multiple of the slope of the PQ or ST segment beside it. */
  segmentRatio: assumed(1.3, "1", [1.2, 2]),
  /** Slopes above this part of the steepest are surely QRS, not P or T. */
  coreRatio: assumed(0.3, "1", [0.2, 0.5]),
  /** What is sure of a QRS lasts no longer. */
  longestCore_ms: assumed(200, "ms", [160, 240]),
  /** PQ and ST lie within this of what is sure of the QRS. */
  segmentReach_ms: assumed(100, "ms", [80, 140]),
  /** In a measured signal a segment is flattest over this time to both sides, and for `segmentLength_ms` hardly steeper. */
  segmentHalfWidth_ms: assumed(8, "ms", [6, 12]),
  segmentLength_ms: assumed(30, "ms", [20, 50]),
  /** 1.6 times the threshold is still flat there. */
  segmentNoiseRatio: assumed(1.6, "1", [1.5, 2]),
  /** A segment is no steeper than this part of the steepest slope. */
  segmentLimitRatio: assumed(0.1, "1", [0.07, 0.12]),
} as const satisfies Record<string, Parameter>;
