import type { Pericardium } from "./circulation-model.ts";

/**
 * Pressure of the bag around the heart, p = p_ref (V/V_ref)^10, V being the four cavities and the five walls.
 *
 * Source: exponent and form as in the structures published with Koopsen, BioMed Eng OnLine 2024.
 */
export function pericardialPressure({ pressure_Pa, volume_m3 }: Pericardium, heartVolume_m3: number): number {
  const ratio = heartVolume_m3 / volume_m3;
  const ratio2 = ratio * ratio;
  const ratio4 = ratio2 * ratio2;
  return pressure_Pa * ratio4 * ratio4 * ratio2;
}
