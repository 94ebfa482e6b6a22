import { fitPatient, type PatientBeat, type PatientFit, simulatePatient, withActivation } from "@tributary/model";
import { listPacedAvDelays_ms } from "./atrial-timing.ts";
import { timePatches } from "./muscle-patches.ts";
import { chooseHighestStroke } from "./optimized-pump.ts";
import { type CirculationInput, type PosedCirculation, poseCirculation } from "./pose-circulation.ts";
import { type PumpBeat, summarizePump } from "./pump-beat.ts";
import { comparePump, type PumpMeasures } from "./pump-measures.ts";

/** Another activation of the same heart. */
export interface PacedMap {
  readonly name: string;
  /** nodeCount, ms on the clock of the first pulse. */
  readonly times_ms: ArrayLike<number>;
}

/** What a paced activation does at once, at its own AV delay of the highest stroke volume. */
export type PacedResponse =
  | {
      readonly kind: "compared";
      readonly name: string;
      readonly avDelay_ms: number;
      readonly pump: PumpBeat;
      readonly change: PumpMeasures;
    }
  | { readonly kind: "not-periodic"; readonly name: string };

/** A heart's circulation by itself, without a plan. */
export interface CirculationStudy extends PosedCirculation {
  readonly fit: PatientFit;
  readonly beat: PatientBeat;
  readonly baseline: PumpBeat;
  readonly responses: readonly PacedResponse[];
}

/**
 * Fits a circulation to a heart and compares paced activations with the beat as it is now; resistance, blood volume and
 * muscle stay.
 *
 * @returns undefined where neither the findings nor the mesh have a volume of the left ventricle
 * @throws TributaryError of `fitPatient` for findings out of range
 */
export function studyCirculation(input: CirculationInput, maps: readonly PacedMap[]): CirculationStudy | undefined {
  const posed = poseCirculation(input);
  if (!posed) return undefined;
  const fit = fitPatient(posed.task.measures, posed.task.setting);
  const baseline = summarizePump(fit.beat);
  return {
    ...posed,
    fit,
    beat: fit.beat,
    baseline,
    responses: maps.map((map) => respond(posed, fit, baseline, map)),
  };
}

function respond(
  { atria, muscle }: PosedCirculation,
  fit: PatientFit,
  baseline: PumpBeat,
  map: PacedMap,
): PacedResponse {
  const activation_ms = timePatches(muscle, map.times_ms);
  const tried = listPacedAvDelays_ms(atria).map((avDelay_ms) => {
    const paced = withActivation(fit.patient, activation_ms, avDelay_ms);
    return { avDelay_ms, beat: summarizePump(simulatePatient(paced, { from: fit.beat.simulation })) };
  });
  const best = chooseHighestStroke(tried);
  if (!best || !baseline.isPeriodic) return { kind: "not-periodic", name: map.name };
  const { avDelay_ms, beat: pump } = best;
  return { kind: "compared", name: map.name, avDelay_ms, pump, change: comparePump(baseline, pump) };
}
