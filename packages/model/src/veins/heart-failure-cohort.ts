import type { Random } from "../numerics/random.ts";

/** A left ventricle as a truncated ellipsoid: enough to size a groove, a volume and a mass. */
export interface VentricleSize {
  readonly edv_mL: number;
  readonly mass_g: number;
  readonly grooveRadius_mm: number;
  readonly endDiastolicDiameter_mm: number;
  readonly cavityLength_mm: number;
  readonly wallThickness_mm: number;
}

/**
 * Diastolic diameter: 29 % at most 55 mm, 21 % at least 70 mm (Rickard et al., Am Heart J 2011, n = 471) fits
 * 61.2 +- 10.4 mm. Length and wall: assumed, with the correlation of diameter and length 0.6, diameter and wall 0.1.
 */
const DIAMETER_mm = { mean: 61.2, sd: 10.4 } as const;
const LENGTH_mm = { mean: 95, sd: 9, correlation: 0.6 } as const;
const WALL_mm = { mean: 7.2, sd: 1, correlation: 0.1 } as const;
const APEX_WALL_RATIO = 2 / 3;
const MASS_RANGE_g = [60, 300] as const;
const MUSCLE_DENSITY_gPermL = 1.05;

/**
 * One ventricle of a heart-failure cohort, with diameter, length and wall drawn jointly.
 *
 * @param random  consumed
 * @returns sizes; mass within 60 to 300 g, others drawn again
 */
export function sampleHeartFailureVentricle(random: Random): VentricleSize {
  for (;;) {
    const score = random.normal();
    const diameter_mm = DIAMETER_mm.mean + DIAMETER_mm.sd * score;
    const length_mm = LENGTH_mm.mean + LENGTH_mm.sd * correlate(random, score, LENGTH_mm.correlation);
    const wall_mm = WALL_mm.mean + WALL_mm.sd * correlate(random, score, WALL_mm.correlation);
    if (diameter_mm < 35 || length_mm < 60 || wall_mm < 4) continue;
    const size = measureTruncatedEllipsoid(diameter_mm, length_mm, wall_mm, wall_mm * APEX_WALL_RATIO);
    if (size.mass_g >= MASS_RANGE_g[0] && size.mass_g <= MASS_RANGE_g[1]) return size;
  }
}

/**
 * Volume, mass and basal radius of a truncated ellipsoid.
 *
 * Cavity semi-axes a, a, c with the base at z = c/2, so length 1.5 c and volume 9/8 pi a^2 c; the epicardium has
 * semi-axes a + wall and c + apex wall and the same base.
 *
 * @returns EDV in mL, mass in g (1.05 g/mL), epicardial radius at the base in mm
 */
export function measureTruncatedEllipsoid(
  diameter_mm: number,
  length_mm: number,
  wall_mm: number,
  apexWall_mm: number,
): VentricleSize {
  const a = diameter_mm / 2;
  const c = length_mm / 1.5;
  const base_mm = c / 2;
  const cavity_mm3 = truncatedVolume(a, c, base_mm);
  const outer_mm3 = truncatedVolume(a + wall_mm, c + apexWall_mm, base_mm);
  return {
    edv_mL: cavity_mm3 / 1000,
    mass_g: (MUSCLE_DENSITY_gPermL * (outer_mm3 - cavity_mm3)) / 1000,
    grooveRadius_mm: (a + wall_mm) * Math.sqrt(1 - (base_mm / (c + apexWall_mm)) ** 2),
    endDiastolicDiameter_mm: diameter_mm,
    cavityLength_mm: length_mm,
    wallThickness_mm: wall_mm,
  };
}

/** Volume of x²/a² + y²/a² + z²/c² <= 1 from z = -c to z = base. */
function truncatedVolume(a: number, c: number, base_mm: number): number {
  return Math.PI * a * a * (base_mm - base_mm ** 3 / (3 * c * c) + (2 / 3) * c);
}

function correlate(random: Random, score: number, correlation: number): number {
  return correlation * score + Math.sqrt(1 - correlation * correlation) * random.normal();
}
