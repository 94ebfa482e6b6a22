import type { TaskOptions } from "../field-host.ts";
import type { PlanHost } from "../plan-host.ts";
import { listPacedAvDelays_ms } from "./atrial-timing.ts";
import { timePatches } from "./muscle-patches.ts";
import { chooseHighestStroke, type OptimizedPump } from "./optimized-pump.ts";
import type { PumpSetting } from "./pump-beat.ts";
import type { MechanicalStudy } from "./study-mechanics.ts";

/**
 * What alternatives do as pumps, each at its own AV delay of the highest stroke volume.
 *
 * @param maps  node times by alternative
 * @returns one an alternative; undefined where no beat of it repeats
 */
export async function pumpAlternatives(
  { fit, muscle, atria }: MechanicalStudy,
  maps: readonly Float32Array[],
  { host, signal }: TaskOptions & { readonly host: PlanHost },
): Promise<(OptimizedPump | undefined)[]> {
  const avDelays_ms = listPacedAvDelays_ms(atria);
  const settings = maps.flatMap((times_ms): PumpSetting[] => {
    const activation_ms = timePatches(muscle, times_ms);
    return avDelays_ms.map((avDelay_ms) => ({ activation_ms, avDelay_ms }));
  });
  const problem = { patient: fit.patient, from: fit.beat.simulation };
  const beats = await host.runPumpBeats(problem, settings, signal ? { signal } : {});
  return maps.map((_, map) =>
    chooseHighestStroke(
      avDelays_ms.map((avDelay_ms, i) => ({ avDelay_ms, beat: beats[map * avDelays_ms.length + i]! })),
    ),
  );
}
