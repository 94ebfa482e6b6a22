import type { PumpBeat } from "./pump-beat.ts";

/** A beat with the AV delay that it pumps most with. */
export interface OptimizedPump {
  readonly avDelay_ms: number;
  readonly beat: PumpBeat;
}

/** Of one activation at several AV delays the one with the highest stroke volume; undefined where no beat repeats. */
export function chooseHighestStroke(tried: readonly OptimizedPump[]): OptimizedPump | undefined {
  return tried
    .filter(({ beat }) => beat.isPeriodic)
    .sort((a, b) => b.beat.strokeVolume_mL - a.beat.strokeVolume_mL)
    .at(0);
}
