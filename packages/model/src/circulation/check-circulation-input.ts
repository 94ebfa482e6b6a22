import { TributaryError } from "../errors/tributary-error.ts";
import { cycleFromHeartRate, millisecondsFromSeconds } from "../units/convert.ts";
import type { CirculationMeasures, CompleteMeasures } from "./case-measures.ts";
import type { VentricularPatch, VentricularWallName } from "./circulation-parameters.ts";
import type { CirculationPatient } from "./circulation-patient.ts";
import { tubeVolumeAtStart } from "./initial-state.ts";

interface MeasureRange {
  readonly unit: string;
  readonly range: readonly [number, number];
}

/** Values that are taken as meant. */
const MEASURE_RANGES: Readonly<Record<keyof CirculationMeasures, MeasureRange>> = {
  endDiastolicVolume_mL: { unit: "mL", range: [40, 700] },
  ejectionFraction: { unit: "", range: [0.05, 0.85] },
  systolicPressure_kPa: { unit: "kPa", range: [8, 32] },
  diastolicPressure_kPa: { unit: "kPa", range: [4, 20] },
  heartRate_perMin: { unit: "/min", range: [35, 180] },
  wallMass_g: { unit: "g", range: [40, 700] },
  regurgitantOrifice_mm2: { unit: "mm²", range: [0, 80] },
  leftAtrialPressure_kPa: { unit: "kPa", range: [0.2, 6] },
};

/** Shares of a wall add up to 1 within this. */
const SHARE_TOLERANCE = 1e-6;

/**
 * Checks what a fit is given.
 *
 * @throws TributaryError circulation-measure-range, circulation-pressures, circulation-timing
 */
export function checkCirculationMeasures(measures: CompleteMeasures, avDelay_ms: number): void {
  for (const [name, { range, unit }] of Object.entries(MEASURE_RANGES)) {
    const value = measures[name as keyof typeof MEASURE_RANGES];
    if (value >= range[0] && value <= range[1]) continue;
    throw new TributaryError({
      code: "circulation-measure-range",
      what: "A measure of the circulation is outside what a living heart can have.",
      where: name,
      why: `${value} ${unit}; ${range[0]} to ${range[1]} ${unit} are allowed`,
      fix: "Check the value and its unit, or leave it out if it was not measured.",
    });
  }
  if (measures.systolicPressure_kPa <= measures.diastolicPressure_kPa) {
    throw new TributaryError({
      code: "circulation-pressures",
      what: "The systolic pressure is not above the diastolic one.",
      where: "systolicPressure_kPa, diastolicPressure_kPa",
      why: `${measures.systolicPressure_kPa} and ${measures.diastolicPressure_kPa} kPa`,
      fix: "Exchange them, or correct the one that is wrong.",
    });
  }
  checkAvDelay(millisecondsFromSeconds(cycleFromHeartRate(measures.heartRate_perMin)), avDelay_ms);
}

/**
 * Checks the division of the ventricles into patches.
 *
 * @throws TributaryError circulation-patches
 */
export function checkPatches(patches: readonly VentricularPatch[]): void {
  const names: readonly VentricularWallName[] = ["lvFree", "septum", "rvFree"];
  for (const name of names) {
    const shares = patches.filter(({ wall }) => wall === name).map(({ wallShare }) => wallShare);
    const sum = shares.reduce((total, share) => total + share, 0);
    if (Math.abs(sum - 1) > SHARE_TOLERANCE) {
      throw patchError(`wall ${name}`, `shares of ${shares.length} patches add up to ${sum}; they must add up to 1`);
    }
  }
  for (const { activation_ms, label, scarFraction, wallShare } of patches) {
    if (!Number.isFinite(activation_ms)) throw patchError(`patch ${label}`, `activation at ${activation_ms} ms`);
    if (!(wallShare >= 0)) throw patchError(`patch ${label}`, `a share of ${wallShare}; 0 to 1 is allowed`);
    if (!(scarFraction >= 0 && scarFraction <= 1)) {
      throw patchError(`patch ${label}`, `a scar fraction of ${scarFraction}; 0 to 1 is allowed`);
    }
  }
}

function patchError(where: string, why: string): TributaryError {
  return new TributaryError({
    code: "circulation-patches",
    what: "The ventricles are not divided into patches that a beat can be computed with.",
    where,
    why,
    fix: "Take the patches from an activation map of this heart, or correct shares, times and scar.",
  });
}

/**
 * Checks a patient that was not made by a fit before it is simulated.
 *
 * @throws TributaryError circulation-patches, circulation-wall, circulation-volume, circulation-timing
 */
export function checkCirculationPatient({ avDelay_ms, parameters, patches }: CirculationPatient): void {
  checkPatches(patches);
  for (const [name, { referenceArea_m2, volume_m3 }] of Object.entries(parameters.walls)) {
    if (volume_m3 > 0 && referenceArea_m2 > 0) continue;
    throw new TributaryError({
      code: "circulation-wall",
      what: "A wall of the heart has no muscle.",
      where: `walls.${name}`,
      why: `volume ${volume_m3} m³, reference area ${referenceArea_m2} m²; both must be above 0`,
      fix: "Give the mass of the walls, or leave it out.",
    });
  }
  const left_m3 = tubeVolumeAtStart(parameters);
  if (!(left_m3 > 0)) {
    throw new TributaryError({
      code: "circulation-volume",
      what: "There is not enough blood to fill the heart and its vessels.",
      where: "bloodVolume_m3",
      why: `${parameters.bloodVolume_m3} m³, of which ${left_m3} m³ are left for the vessels; that must be above 0`,
      fix: "Check the end-diastolic volume and the blood volume.",
    });
  }
  checkAvDelay(millisecondsFromSeconds(parameters.cycle_s), avDelay_ms);
}

function checkAvDelay(cycle_ms: number, avDelay_ms: number): void {
  if (avDelay_ms >= 0 && avDelay_ms < cycle_ms) return;
  throw new TributaryError({
    code: "circulation-timing",
    what: "The ventricles would not be activated within the cycle.",
    where: "avDelay_ms",
    why: `${avDelay_ms} ms at a cycle of ${cycle_ms} ms; 0 up to the cycle is allowed`,
    fix: "Shorten the AV delay, or check the heart rate.",
  });
}
