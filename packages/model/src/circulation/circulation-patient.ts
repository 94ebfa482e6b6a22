import type { CirculationParameters, VentricularPatch, VentricularWallName } from "./circulation-parameters.ts";

/** A circulation with its ventricles divided into patches: everything one simulation needs. */
export interface CirculationPatient {
  readonly parameters: CirculationParameters;
  /** Sorted by wall, see `sortPatchesByWall`. */
  readonly patches: readonly VentricularPatch[];
  /** From right atrial activation to the time zero of the patches. */
  readonly avDelay_ms: number;
}

const WALL_ORDER: readonly VentricularWallName[] = ["lvFree", "septum", "rvFree"];

/** Left free wall, septum, right free wall; inside a wall the given order. Traces of patches come in this order. */
export function sortPatchesByWall(patches: readonly VentricularPatch[]): VentricularPatch[] {
  return WALL_ORDER.flatMap((name) => patches.filter(({ wall }) => wall === name));
}

/** The same patient with other activation times, which come in the order of the patches. */
export function withActivation(
  patient: CirculationPatient,
  activation_ms: ArrayLike<number>,
  avDelay_ms: number,
): CirculationPatient {
  const patches = patient.patches.map((patch, i) => ({ ...patch, activation_ms: activation_ms[i]! }));
  return { ...patient, patches, avDelay_ms };
}
