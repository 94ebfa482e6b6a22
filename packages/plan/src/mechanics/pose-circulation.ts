import type { PreparedHeart } from "@tributary/engine";
import { type AtrioventricularConduction, FIT_PARAMETERS } from "@tributary/model";
import type { CirculationFindings } from "../plan-input.ts";
import { type AtrialRhythm, describeAtria } from "./atrial-timing.ts";
import { type CirculationTask, collectMeasures } from "./fit-circulation.ts";
import { divideMuscle, type MusclePatches } from "./muscle-patches.ts";

/** A circulation to be fitted, on the muscle of one heart and its beat as it is now. */
export interface PosedCirculation {
  readonly muscle: MusclePatches;
  readonly atria: AtrialRhythm;
  readonly task: CirculationTask;
}

/** The beat as it is now and what was measured of the patient. */
export interface CirculationInput {
  readonly prepared: PreparedHeart;
  readonly atrioventricular: AtrioventricularConduction;
  readonly findings: CirculationFindings;
  /** nodeCount, ms after the first ventricular activation. */
  readonly times_ms: ArrayLike<number>;
}

/** @returns undefined where neither the findings nor the mesh have a volume of the left ventricle */
export function poseCirculation(input: CirculationInput): PosedCirculation | undefined {
  const { prepared, atrioventricular, findings, times_ms } = input;
  const measures = collectMeasures(prepared, findings);
  if (!measures) return undefined;
  const muscle = divideMuscle(prepared, times_ms);
  const atria = describeAtria(atrioventricular, measures.heartRate_perMin ?? FIT_PARAMETERS.heartRate_perMin.value);
  const setting = {
    patches: muscle.patches,
    avDelay_ms: atria.avDelay_ms,
    isFibrillating: atria.kind === "fibrillating",
  };
  return { muscle, atria, task: { measures, setting } };
}
