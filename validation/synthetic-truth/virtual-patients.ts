import { CONDUCTION_PARAMETERS, createRandom, type Random, selectRoots } from "@tributary/model";
import { type ConductionSet, sampleRootDelays, sampleShape, sampleVelocityScale } from "@tributary/plan";

/** A patient whose conduction is known, and hidden from the plan. */
export interface VirtualPatient {
  readonly id: string;
  readonly preset: string;
  readonly veinSeed: number;
  readonly prInterval_ms: number;
  readonly hidden: HiddenConduction;
  /** Of the reader of the ECG, where readings are not exact: -5 to 5. */
  readonly readingError_ms: number;
}

export interface HiddenConduction {
  readonly set: ConductionSet;
  /** From a pulse to the start of its front, whole ms. */
  readonly captureLatency_ms: number;
}

/** Hearts with left bundle branch block, small to dilated. */
export const PATIENT_PRESETS = ["lbbb-small-lv-female", "dcm-lbbb-female", "icm-female", "dcm-lbbb-male"] as const;
const PATIENTS_PER_HEART = 5;
const SEED = 310577;
/** How far a reading of QRS duration may be off. */
const READING_ERROR_ms = 5;
const PR_RANGE_ms = [140, 220] as const;

/** Patients of some hearts: each with veins of its own, and a conduction drawn from the ranges that calibration draws from. */
export function listVirtualPatients(
  presets: readonly string[] = PATIENT_PRESETS,
  patientsPerHeart = PATIENTS_PER_HEART,
): VirtualPatient[] {
  return presets.flatMap((preset) =>
    Array.from({ length: patientsPerHeart }, (_, index) => {
      const heart = (PATIENT_PRESETS as readonly string[]).indexOf(preset);
      return drawPatient(preset, index, createRandom(SEED).stream(100 * heart + index));
    }),
  );
}

function drawPatient(preset: string, index: number, random: Random): VirtualPatient {
  const between = ([low, high]: readonly [number, number]) => low + (high - low) * random.uniform();
  const delays_ms = selectRoots("lbbb").map(({ delay_ms }) => delay_ms);
  const set = {
    shape: sampleShape(random),
    rootDelays_ms: sampleRootDelays(random, delays_ms),
    velocityScale: sampleVelocityScale(random),
  };
  return {
    id: `${preset} ${index + 1}`,
    preset,
    veinSeed: 1 + Math.floor(1e6 * random.uniform()),
    prInterval_ms: Math.round(between(PR_RANGE_ms)),
    hidden: { set, captureLatency_ms: Math.round(between(CONDUCTION_PARAMETERS.captureLatency_ms.range)) },
    readingError_ms: Math.round(between([-READING_ERROR_ms, READING_ERROR_ms])),
  };
}
