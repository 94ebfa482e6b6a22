import type { Parameter } from "../units/parameter.ts";

function assumed(value: number, unit: string, range: readonly [number, number]): Parameter {
  return { value, unit, range, source: "assumed", confirmed: false };
}

/** How beats are found in a recording and averaged. */
export const BEAT_PARAMETERS = {
  /** Width over which the squared slope is averaged before its peaks are looked for. */
  energyWidth_ms: assumed(60, "ms", [40, 100]),
  /** A beat is a peak above this part of the usual peak. */
  peakRatio: assumed(0.3, "1", [0.2, 0.5]),
  /** The usual peak is the median of the largest in stretches of this length. */
  stretch_ms: assumed(2000, "ms", [1500, 3000]),
  /** No two beats lie closer. */
  refractory_ms: assumed(260, "ms", [200, 320]),
  /** What is averaged of each beat, around the middle of its QRS. */
  before_ms: assumed(320, "ms", [250, 400]),
  after_ms: assumed(560, "ms", [450, 650]),
  /** Beats are lined up over this time to both sides of the middle. */
  alignHalfWidth_ms: assumed(120, "ms", [90, 150]),
  /** How far a beat may be shifted to line it up. */
  alignReach_ms: assumed(40, "ms", [20, 60]),
  /** Beats that correlate less with the template over their QRS are left out: ectopic, or noisy. */
  leastCorrelation: assumed(0.9, "1", [0.8, 0.97]),
  /** Standard deviation of the bell that smooths the averaged beat; its half-power frequency is 66 Hz. */
  smoothing_ms: assumed(2, "ms", [1, 4]),
} as const satisfies Record<string, Parameter>;
