import { CIRCULATION_CONSTANTS } from "./circulation-constants.ts";

/**
 * What a chamber's pressure loses at its orifices, per flow that leaves it: Z = f √(ρ/(D A^1.5)), with D = dA/dT of the
 * wall around it and A the mean section of the chamber.
 *
 * Source: form as in Munneke et al. 2023; f is a constant of the model without a measured counterpart.
 */

const BLOOD_DENSITY_kgPerM3 = CIRCULATION_CONSTANTS.bloodDensity_kgPerM3.value;

/** Mean section of a chamber taken as twice as long as the cube root of its volume. */
export function chamberSection(volume_m3: number): number {
  const side_m = Math.cbrt(volume_m3);
  return 0.5 * side_m * side_m;
}

/** Z of a chamber. */
export function chamberImpedance(factor: number, compliance_m3PerN: number, section_m2: number): number {
  return factor * Math.sqrt(BLOOD_DENSITY_kgPerM3 / (compliance_m3PerN * section_m2 * Math.sqrt(section_m2)));
}
