import {
  checkHeartGeometry,
  computeEllipsoidVolumes,
  type HeartGeometry,
  leftVentricleAxes,
} from "../anatomy/heart-geometry.ts";
import type { Random } from "../numerics/random.ts";

/** What sizes a venous tree: the heart, its LV volume and mass, and the radius of its AV groove. */
export interface VentricleSize {
  readonly geometry: HeartGeometry;
  readonly edv_mL: number;
  /** Septum included, RV free wall not. */
  readonly mass_g: number;
  /** Epicardial radius of the left ventricle at the base plane. */
  readonly grooveRadius_mm: number;
}

/**
 * Diastolic diameter: 29 % at most 55 mm, 21 % at least 70 mm (Rickard et al., Am Heart J 2011, n = 471) fits
 * 61.2 +- 10.4 mm. Length and wall: assumed, with the correlation of diameter and length 0.6, diameter and wall 0.1.
 */
const DIAMETER_mm = { mean: 61.2, sd: 10.4, least: 40 } as const;
const LENGTH_mm = { mean: 95, sd: 9, least: 65, correlation: 0.6 } as const;
const WALL_mm = { mean: 7.2, sd: 1, least: 4.5, correlation: 0.1 } as const;
/** As in the dilated presets; assumed. */
const APEX_WALL_RATIO = 2 / 3;
const MASS_RANGE_g = [60, 300] as const;

/**
 * The heart of one member of a heart-failure cohort: LV diameter, length and wall drawn jointly, the rest as given.
 *
 * @param random  consumed
 * @param base    what is not drawn: the right ventricle
 * @returns a heart whose LV mass is within 60 to 300 g, others drawn again
 */
export function sampleHeartFailureVentricle(random: Random, base: HeartGeometry): VentricleSize {
  for (;;) {
    const score = random.normal();
    const lvDiameter_mm = DIAMETER_mm.mean + DIAMETER_mm.sd * score;
    const lvLength_mm = LENGTH_mm.mean + LENGTH_mm.sd * correlate(random, score, LENGTH_mm.correlation);
    const lvWall_mm = WALL_mm.mean + WALL_mm.sd * correlate(random, score, WALL_mm.correlation);
    if (lvDiameter_mm < DIAMETER_mm.least || lvLength_mm < LENGTH_mm.least || lvWall_mm < WALL_mm.least) continue;
    const geometry = { ...base, lvDiameter_mm, lvLength_mm, lvWall_mm, lvApicalWall_mm: lvWall_mm * APEX_WALL_RATIO };
    const size = measureTruncatedEllipsoid(geometry);
    if (size.mass_g < MASS_RANGE_g[0] || size.mass_g > MASS_RANGE_g[1]) continue;
    checkHeartGeometry(geometry);
    return size;
  }
}

/** LV volume and mass in closed form, and the radius of the groove: epiA √(1 - (baseZ / epiC)²). */
export function measureTruncatedEllipsoid(geometry: HeartGeometry): VentricleSize {
  const { lvEndDiastolicVolume_mL, lvMuscleMass_g } = computeEllipsoidVolumes(geometry);
  const { epiA, epiC, baseZ } = leftVentricleAxes(geometry);
  return {
    geometry,
    edv_mL: lvEndDiastolicVolume_mL,
    mass_g: lvMuscleMass_g,
    grooveRadius_mm: epiA * Math.sqrt(1 - (baseZ / epiC) ** 2),
  };
}

function correlate(random: Random, score: number, correlation: number): number {
  return correlation * score + Math.sqrt(1 - correlation * correlation) * random.normal();
}
