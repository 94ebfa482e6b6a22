import type { TaskOptions } from "../field-host.ts";
import type { PlanHost } from "../plan-host.ts";
import { PLAN_PARAMETERS } from "../plan-parameters.ts";
import { timePatches } from "./muscle-patches.ts";
import type { PumpBeat, PumpSetting } from "./pump-beat.ts";
import type { MechanicalStudy } from "./study-mechanics.ts";

/** A beat with the AV delay that it pumps most with. */
export interface OptimizedPump {
  readonly avDelay_ms: number;
  readonly beat: PumpBeat;
}

/** Programmed AV delays that alternatives are tried at, from the sensed atrial event. */
const AV_DELAYS_ms = [60, 100, 140, 180];

/**
 * What alternatives do as pumps, each at its own AV delay of the highest stroke volume; delays at which the conducted
 * beat would come first are left out.
 *
 * @param maps  node times by alternative
 * @returns one an alternative; undefined where no beat of it repeats
 */
export async function pumpAlternatives(
  { fit, muscle, atria }: MechanicalStudy,
  maps: readonly Float32Array[],
  { host, signal }: TaskOptions & { readonly host: PlanHost },
): Promise<(OptimizedPump | undefined)[]> {
  const sensing_ms = PLAN_PARAMETERS.atrialSensingDelay_ms.value;
  const tried_ms = AV_DELAYS_ms.map((delay_ms) => sensing_ms + delay_ms);
  const avDelays_ms =
    atria.kind === "fibrillating"
      ? [atria.avDelay_ms]
      : tried_ms.filter((delay_ms) => atria.kind === "free" || delay_ms <= atria.avDelay_ms);
  const settings = maps.flatMap((times_ms): PumpSetting[] => {
    const activation_ms = timePatches(muscle, times_ms);
    return avDelays_ms.map((avDelay_ms) => ({ activation_ms, avDelay_ms }));
  });
  const problem = { patient: fit.patient, from: fit.beat.simulation };
  const beats = await host.runPumpBeats(problem, settings, signal ? { signal } : {});
  return maps.map((_, map) => {
    const own = avDelays_ms.map((avDelay_ms, i) => ({ avDelay_ms, beat: beats[map * avDelays_ms.length + i]! }));
    return own
      .filter(({ beat }) => beat.isPeriodic)
      .sort((a, b) => b.beat.strokeVolume_mL - a.beat.strokeVolume_mL)
      .at(0);
  });
}
