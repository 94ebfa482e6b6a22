/** Patients and activation maps that several tests of this folder share. */
import { type ActivationPattern, patchesOfPattern } from "./activation-patterns.ts";
import type { CirculationParameters, VentricularPatch } from "./circulation-parameters.ts";
import type { CirculationPatient } from "./circulation-patient.ts";
import { createCirculationModel } from "./create-circulation-model.ts";
import { startSimulation } from "./initial-state.ts";
import { HEALTHY_REFERENCE } from "./published-references.ts";

/** All ventricular muscle at once. */
export const SYNCHRONOUS: ActivationPattern = {
  ...{ "1": 0, "4": 0, "5": 0, "6": 0, "7": 0, "10": 0, "11": 0, "12": 0, "13": 0, "15": 0, "16": 0, "17f": 0 },
  ...{ "2": 0, "3": 0, "8": 0, "9": 0, "14": 0, "17s": 0, RV: 0 },
};

/** Both a right ventricular apical and a lateral left ventricular lead. */
export const BIVENTRICULAR_PACING: ActivationPattern = {
  ...{ "1": 45, "4": 45, "5": 10, "6": 5, "7": 35, "10": 40, "11": 5, "12": 0, "13": 35, "15": 35, "16": 15 },
  ...{ "2": 50, "3": 50, "8": 40, "9": 40, "14": 25, "17s": 20, "17f": 35, RV: 20 },
};

/** Times that fall evenly from one value to another over the patches of a wall. */
export function spreadTimes(rv_ms: number, septum_ms: readonly number[], free_ms: readonly number[]): Float64Array {
  const between = ([from, to]: readonly number[], count: number) =>
    Array.from({ length: count }, (_, i) => from! + ((to! - from!) * i) / (count - 1));
  return Float64Array.of(...between(free_ms, 12), ...between(septum_ms, 6), rv_ms);
}

/** Left bundle branch block of two linear spreads; the free wall is late by 130 ms at the end. */
export const LINEAR_LBBB = spreadTimes(-10, [0, 20], [50, 130]);
/** And both ventricles paced. */
export const LINEAR_BIV = spreadTimes(20, [30, 50], [50, 0]);

export function referencePatient(
  parameters: CirculationParameters = HEALTHY_REFERENCE,
  patches: readonly VentricularPatch[] = patchesOfPattern(SYNCHRONOUS),
): CirculationPatient {
  return { parameters, patches, avDelay_ms: 150 };
}

/** The healthy reference with left ventricular contractility, and other things, changed. */
export function withContractility(ratio: number, parameters = HEALTHY_REFERENCE): CirculationParameters {
  const { lvFree, septum } = parameters.walls;
  const scale = (wall: typeof lvFree) => ({ ...wall, activeStress_PaPerUm: ratio * wall.activeStress_PaPerUm });
  return { ...parameters, walls: { ...parameters.walls, lvFree: scale(lvFree), septum: scale(septum) } };
}

/** A started simulation and its model. */
export function startPatient(patient: CirculationPatient) {
  const model = createCirculationModel(patient.parameters, patient.patches, patient.avDelay_ms);
  return { model, simulation: startSimulation(patient.parameters, model) };
}

export function sumOf(values: ArrayLike<number>): number {
  return Array.from(values).reduce((sum, value) => sum + value, 0);
}
