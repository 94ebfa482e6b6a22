import type { PumpBeat } from "./pump-beat.ts";

/** What a beat is judged by as a pump, against the heart as it is now. */
export const PUMP_MEASURES = ["pressureRise", "workBalance", "strokeVolume"] as const;
export type PumpMeasure = (typeof PUMP_MEASURES)[number];
export type PumpMeasures = Readonly<Record<PumpMeasure, number>>;

/**
 * Changes against a baseline: rise of dP/dt max and of stroke volume in percent, and by how much the difference of fiber
 * work between lateral wall and septum becomes smaller, mJ/mL.
 */
export function comparePump(before: PumpBeat, after: PumpBeat): PumpMeasures {
  return {
    pressureRise: 100 * (after.dpdtMax_kPaPerS / before.dpdtMax_kPaPerS - 1),
    workBalance: Math.abs(before.workDifference_mJPerML) - Math.abs(after.workDifference_mJPerML),
    strokeVolume: 100 * (after.strokeVolume_mL / before.strokeVolume_mL - 1),
  };
}
