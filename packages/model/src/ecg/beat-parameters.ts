import type { Parameter } from "../units/parameter.ts";

function assumed(value: number, unit: string, range: readonly [number, number]): Parameter {
  return { value, unit, range, source: "assumed", confirmed: false };
}

/** How beats are found in a recording and averaged. */
export const BEAT_PARAMETERS = {
  /** Span over which slopes are taken when beats are looked for: long against noise, short against a QRS. */
  slopeSpan_ms: assumed(12, "ms", [8, 20]),
  /** Width over which the squared slope is averaged before its peaks are looked for. */
  energyWidth_ms: assumed(60, "ms", [40, 100]),
  /** A beat is a peak above this part of the usual peak. */
  peakRatio: assumed(0.3, "1", [0.2, 0.5]),
  /** The usual peak is the median of the largest in stretches of this length. */
  stretch_ms: assumed(2000, "ms", [1500, 3000]),
  /** No two beats lie closer. */
  refractory_ms: assumed(260, "ms", [200, 320]),
  /** A peak this soon after another with less than half of its slope is a T wave. */
  tWave_ms: {
    value: 360,
    unit: "ms",
    range: [300, 400],
    source: "Pan and Tompkins, IEEE Trans Biomed Eng 1985;32:230 (from memory)",
    confirmed: false,
  },
  tSlopeRatio: {
    value: 0.5,
    unit: "1",
    range: [0.4, 0.6],
    source: "Pan and Tompkins, IEEE Trans Biomed Eng 1985;32:230 (from memory)",
    confirmed: false,
  },
  /** What is averaged of each beat, around the middle of its QRS. */
  before_ms: assumed(320, "ms", [250, 400]),
  after_ms: assumed(560, "ms", [450, 650]),
  /** Beats are lined up over this time to both sides of the middle. */
  alignHalfWidth_ms: assumed(120, "ms", [90, 150]),
  /** How far a beat may be shifted to line it up. */
  alignReach_ms: assumed(40, "ms", [20, 60]),
  /** Beats that correlate less with the template over their QRS are left out: ectopic, or noisy. */
  leastCorrelation: assumed(0.9, "1", [0.8, 0.97]),
  /** So are beats whose QRS is smaller than this part of the template, or larger than its inverse. */
  leastSizeRatio: assumed(0.65, "1", [0.5, 0.8]),
  /** Standard deviation of the bell that smooths the averaged beat; its half-power frequency is 88 Hz. */
  smoothing_ms: assumed(1.5, "ms", [1, 4]),
} as const satisfies Record<string, Parameter>;
