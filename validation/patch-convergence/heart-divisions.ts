import type { DividedPump } from "./divided-pump.ts";

/** One heart divided in several ways, coarse to fine. */
export interface HeartDivisions {
  readonly id: string;
  /** The first are AHA segments. */
  readonly schemes: readonly DividedPump[];
  /** The first is as a plan divides. */
  readonly divisions: readonly DividedPump[];
}

const READ = {
  strokeVolume_percent: ({ pump }: DividedPump) => pump.forwardVolume_mL,
  dpdtMax_percent: ({ pump }: DividedPump) => pump.dpdtMax_kPaPerS,
} as const;
export type DividedMeasure = keyof typeof READ;

/** Of the conducted beat. */
export function changeOf(measure: DividedMeasure, coarse: DividedPump, fine: DividedPump): number {
  return 100 * (READ[measure](fine) / READ[measure](coarse) - 1);
}
