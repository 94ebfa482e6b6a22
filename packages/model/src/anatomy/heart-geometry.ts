import { TributaryError } from "../errors/tributary-error.ts";
import { millilitersFromCubicMillimeters } from "../units/convert.ts";

/**
 * The measures of a parametric heart: a truncated ellipsoid for the left ventricle, a crescent on it for the right.
 *
 * Heart frame: origin at the center of the LV cavity ellipsoid, z toward the base, x toward the septum and the right
 * ventricle, y anterior. The LV cavity has semi-axes a, a, c and is cut at z = c/2, so that its length is 1.5 c; the
 * epicardium has semi-axes a + wall, a + wall, c + apical wall and the same base plane. The RV cavity is what an ellipsoid
 * encloses outside the LV epicardium; its free wall is a true offset of that ellipsoid.
 */
export interface HeartGeometry {
  /** End-diastolic diameter of the LV cavity, 2a, mm. */
  readonly lvDiameter_mm: number;
  /** Long axis of the LV cavity from apex to base plane, 1.5 c, mm. */
  readonly lvLength_mm: number;
  /** LV wall at mid cavity, septum and free wall alike, mm. */
  readonly lvWall_mm: number;
  /** LV wall at the apex, mm. */
  readonly lvApicalWall_mm: number;
  /** RV free wall, mm. */
  readonly rvWall_mm: number;
  /** RV over LV end-diastolic cavity volume. */
  readonly rvToLvVolumeRatio: number;
  /** Height of the RV cavity's apex above the LV epicardial apex, as a fraction of the way to the base plane. */
  readonly rvApexFraction: number;
  /** Angle on either side of +x at which the RV wall meets the LV epicardium in the basal half, rad. */
  readonly rvInsertion_rad: number;
}

/** Allowed ranges, wider than any adult heart so that only slips of unit or digit are refused; `assumed`. */
export const HEART_GEOMETRY_RANGES: { readonly [Key in keyof HeartGeometry]: readonly [number, number] } = {
  lvDiameter_mm: [30, 110],
  lvLength_mm: [50, 150],
  lvWall_mm: [3, 25],
  lvApicalWall_mm: [2, 20],
  rvWall_mm: [1.5, 12],
  rvToLvVolumeRatio: [0.4, 1.3],
  rvApexFraction: [0.1, 0.4],
  rvInsertion_rad: [0.7, 1.3],
};

/** Density of heart muscle, g/mL; the value cardiac magnetic resonance uses for LV mass (from memory). */
export const MUSCLE_DENSITY_GPerML = 1.05;

/** The lengths that the surfaces are written in, all mm. */
export interface LeftVentricleAxes {
  /** Cavity, across. */
  readonly a: number;
  /** Cavity, along. */
  readonly c: number;
  /** Epicardium, across. */
  readonly epiA: number;
  /** Epicardium, along. */
  readonly epiC: number;
  /** Height of the base plane, c/2. */
  readonly baseZ: number;
}

export function leftVentricleAxes(geometry: HeartGeometry): LeftVentricleAxes {
  const a = geometry.lvDiameter_mm / 2;
  const c = geometry.lvLength_mm / 1.5;
  return { a, c, epiA: a + geometry.lvWall_mm, epiC: c + geometry.lvApicalWall_mm, baseZ: c / 2 };
}

export interface EllipsoidVolumes {
  readonly lvEndDiastolicVolume_mL: number;
  /** Septum included, RV free wall not. */
  readonly lvMuscleMass_g: number;
  /** lvDiameter_mm / lvLength_mm. */
  readonly sphericityRatio: number;
}

/**
 * LV cavity volume and LV muscle mass in closed form.
 *
 * Volume of an ellipsoid (A, A, C) below z = b: π A² ((b + C) - (b³ + C³) / (3 C²)); for the cavity 1.125 π a² c.
 * Mass = 1.05 g/mL times the difference of the epicardial and the cavity volume.
 */
export function computeEllipsoidVolumes(geometry: HeartGeometry): EllipsoidVolumes {
  const { a, c, epiA, epiC, baseZ } = leftVentricleAxes(geometry);
  const cavity_mL = millilitersFromCubicMillimeters(cutEllipsoidVolume_mm3(a, c, baseZ));
  const epicardial_mL = millilitersFromCubicMillimeters(cutEllipsoidVolume_mm3(epiA, epiC, baseZ));
  return {
    lvEndDiastolicVolume_mL: cavity_mL,
    lvMuscleMass_g: MUSCLE_DENSITY_GPerML * (epicardial_mL - cavity_mL),
    sphericityRatio: geometry.lvDiameter_mm / geometry.lvLength_mm,
  };
}

function cutEllipsoidVolume_mm3(across: number, along: number, cut: number): number {
  return Math.PI * across * across * (cut + along - (cut ** 3 + along ** 3) / (3 * along * along));
}

/** Refuses a geometry with a measure that is no finite number in its range; the first such measure is named. */
export function checkHeartGeometry(geometry: HeartGeometry): void {
  for (const [name, [low, high]] of Object.entries(HEART_GEOMETRY_RANGES)) {
    const value = geometry[name as keyof HeartGeometry];
    if (value >= low && value <= high) continue;
    throw new TributaryError({
      code: "heart-geometry-range",
      what: "A measure of the heart is outside its range.",
      where: name,
      why: `${value}; the allowed range is ${low} to ${high}${unitOf(name)}`,
      fix: "Check the unit (mm, rad) and the digits of this measure.",
    });
  }
}

function unitOf(name: string): string {
  if (name.endsWith("_mm")) return " mm";
  return name.endsWith("_rad") ? " rad" : "";
}
