import { CIRCULATION_CONSTANTS } from "./circulation-constants.ts";
import type { TubeSet } from "./circulation-model.ts";

/**
 * Arteries and veins: tubes of fixed length that stiffen as they widen,
 * p = p0 ((A + A_w/2)/(A0 + A_w/2))^m, with section A = V/l and wall section A_w.
 *
 * Source: Arts et al., Am J Physiol Heart Circ Physiol 2005;288:H1943 (there the exponent is k/3 − 1).
 */

const BLOOD_DENSITY_kgPerM3 = CIRCULATION_CONSTANTS.bloodDensity_kgPerM3.value;

/** Pressure across the wall of a tube. */
export function tubePressure(tubes: TubeSet, tube: number, section_m2: number): number {
  const half_m2 = tubes.wallSection_m2[tube]! / 2;
  const widening = (section_m2 + half_m2) / (tubes.section_m2[tube]! + half_m2);
  return tubes.pressure_Pa[tube]! * widening ** tubes.exponent[tube]!;
}

/** Wave impedance Z = ρ c/A, with wave speed c = √((A/ρ) dp/dA). */
export function tubeImpedance(tubes: TubeSet, tube: number, section_m2: number, pressure_Pa: number): number {
  const slope = (tubes.exponent[tube]! * pressure_Pa) / (section_m2 + tubes.wallSection_m2[tube]! / 2);
  return Math.sqrt((BLOOD_DENSITY_kgPerM3 * slope) / section_m2);
}
