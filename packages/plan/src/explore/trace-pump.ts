import { type BeatTrace, simulatePatient, withActivation } from "@tributary/model";
import { describePump } from "../assemble/describe-mechanics.ts";
import { type PumpProblem, type PumpSetting, summarizePump } from "../mechanics/pump-beat.ts";
import type { PlanPump } from "../plan.ts";

/** One setting as a pump, with the traces of its chambers. */
export interface TracedPump {
  /** A run that is not periodic is no result, but a look ahead. */
  readonly isPeriodic: boolean;
  readonly beatCount: number;
  readonly pump: PlanPump;
  readonly ejectionFraction: number;
  /** Without the patches of the walls. */
  readonly trace: BeatTrace;
}

/**
 * Runs one setting from the beat as it is now.
 *
 * @param mostBeats  ends sooner than at a periodic state; undefined: does not
 */
export function tracePump(
  { patient, from }: PumpProblem,
  { activation_ms, avDelay_ms }: PumpSetting,
  mostBeats?: number,
): TracedPump {
  const beat = simulatePatient(withActivation(patient, activation_ms, avDelay_ms), {
    from,
    ...(mostBeats === undefined ? {} : { mostBeats }),
  });
  return {
    isPeriodic: beat.run.kind === "periodic",
    beatCount: beat.run.beatCount,
    pump: describePump(summarizePump(beat), avDelay_ms),
    ejectionFraction: beat.pump.ejectionFraction,
    trace: { ...beat.trace, patchStrains: [], patchStresses_kPa: [] },
  };
}
