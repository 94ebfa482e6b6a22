/**
 * An atrium: a sphere with one wall of one patch. Half its wall lies inside the middle of the wall, V_m = V + V_w/2;
 * curvature C = ∛(4π/(3 V_m)), area 4π/C².
 *
 * Source: Lumens et al., Ann Biomed Eng 2009;37:2234.
 */

/** Curvature of the sphere that encloses a volume. */
export function sphereCurvature(enclosedVolume_m3: number): number {
  return Math.cbrt((4 * Math.PI) / (3 * enclosedVolume_m3));
}

/** Its area. */
export function sphereArea(enclosedVolume_m3: number): number {
  const curvature_perM = sphereCurvature(enclosedVolume_m3);
  return (4 * Math.PI) / (curvature_perM * curvature_perM);
}

/** Tension of a wall by its fiber stress, T = V_w σ/(2A); a wall cannot push. */
export function wallTension(wallVolume_m3: number, stress_Pa: number, area_m2: number): number {
  return stress_Pa > 0 ? (wallVolume_m3 * stress_Pa) / (2 * area_m2) : 0;
}

/** Pressure across a curved wall under tension. */
export function transmuralPressure(curvature_perM: number, tension_NPerM: number): number {
  return 2 * curvature_perM * tension_NPerM;
}
