import {
  type CirculationPatient,
  createCirculationModel,
  createReferencePatient,
  simulateBeat,
  simulatePatient,
  startSimulation,
  type VentricularPatch,
} from "@tributary/model";
import { measureOnce } from "./timing.ts";

const BEAT_COUNT = 200;

export interface CirculationFigures {
  /** By number of patches, the two atria among them. */
  readonly beatRates: readonly { readonly patchCount: number; readonly rate: number }[];
  /** With 21 patches, from standing blood. */
  readonly periodic_ms: number;
  readonly periodicBeatCount: number;
}

/** Beats per second of the patient with left bundle branch block in 5, 21 and 57 patches, and the way to a periodic state. */
export function benchCirculation(): CirculationFigures {
  const patient = createReferencePatient("heart-failure-lbbb");
  const divisions = [joinPatches(patient.patches), patient.patches, divideLeft(patient.patches, 3)];
  const beatRates = divisions.map((patches) => ({
    patchCount: patches.length + 2,
    rate: measureBeatRate({ ...patient, patches }),
  }));
  let periodicBeatCount = 0;
  const periodic_ms = measureOnce(() => {
    periodicBeatCount = simulatePatient(patient).run.beatCount;
  });
  return { beatRates, periodic_ms, periodicBeatCount };
}

function measureBeatRate({ parameters, patches, avDelay_ms }: CirculationPatient): number {
  const model = createCirculationModel(parameters, patches, avDelay_ms);
  const simulation = startSimulation(parameters, model);
  for (let beat = 0; beat < 20; beat++) simulateBeat(simulation, model);
  const run_ms = measureOnce(() => {
    for (let beat = 0; beat < BEAT_COUNT; beat++) simulateBeat(simulation, model);
  });
  return (1000 * BEAT_COUNT) / run_ms;
}

/** Each wall as one patch, activated at its mean time. */
function joinPatches(patches: readonly VentricularPatch[]): VentricularPatch[] {
  return (["lvFree", "septum", "rvFree"] as const).map((wall) => {
    const own = patches.filter((patch) => patch.wall === wall);
    const mean_ms = own.reduce((sum, { activation_ms, wallShare }) => sum + activation_ms * wallShare, 0);
    return { wall, label: wall, wallShare: 1, activation_ms: mean_ms, scarFraction: 0 };
  });
}

function divideLeft(patches: readonly VentricularPatch[], partCount: number): VentricularPatch[] {
  return patches.flatMap((patch) =>
    patch.wall === "rvFree"
      ? [patch]
      : Array.from({ length: partCount }, () => ({ ...patch, wallShare: patch.wallShare / partCount })),
  );
}
