import { TributaryError } from "../errors/tributary-error.ts";
import { millilitersFromCubicMillimeters } from "../units/convert.ts";
import { computeEllipsoidVolumes, type HeartGeometry, leftVentricleAxes } from "./heart-geometry.ts";

/** The ellipsoid whose part outside the LV epicardium is the RV cavity; heart frame, mm. */
export interface RightVentricleEllipsoid {
  readonly centerX: number;
  readonly centerZ: number;
  /** Semi-axes along x (septum to free wall), y and z. */
  readonly a: number;
  readonly b: number;
  readonly c: number;
}

/** Height of the ellipsoid's center, as a fraction of the LV cavity's semi-axis: near mid-height, so that it tapers. */
const CENTER_HEIGHT_FRACTION = 0.12;
/** The level at which the insertion angle is met exactly: mid-way between the equator and the base plane. */
const INSERTION_HEIGHT_FRACTION = 0.25;
/** Half-width of the RV over half the distance between its insertions: it bulges a little beyond them; `assumed`. */
const BULGE_RATIO = 1.08;
const SLICES_Z = 240;
const SLICES_Y = 160;

/**
 * The RV ellipsoid that meets the LV epicardium at the insertion angle and encloses the wanted cavity volume.
 *
 * One length is free, the semi-axis along x: the center follows from the insertion, and the volume grows with it, so
 * bisection finds it. With the presets the grooves stay within 8 degrees of the insertion angle from the base to
 * mid-height and converge below, to end at the RV apex.
 *
 * @throws TributaryError "right-ventricle-volume" when no such ellipsoid keeps to the septal side
 *
 * Accuracy: volume to about 0.1 % of the cavity before its corners are rounded (see `createParametricHeart`).
 */
export function solveRightVentricle(geometry: HeartGeometry): RightVentricleEllipsoid {
  const { epiA } = leftVentricleAxes(geometry);
  const target_mL = geometry.rvToLvVolumeRatio * computeEllipsoidVolumes(geometry).lvEndDiastolicVolume_mL;
  let low = 0.05 * epiA;
  let high = 2 * epiA;
  const smallest_mL = computeRightVentricleVolume(geometry, ellipsoidOfWidth(geometry, low));
  const largest_mL = computeRightVentricleVolume(geometry, ellipsoidOfWidth(geometry, high));
  if (!(target_mL > smallest_mL && target_mL < largest_mL)) throw volumeError(target_mL, smallest_mL, largest_mL);
  for (let step = 0; step < 40; step++) {
    const middle = (low + high) / 2;
    if (computeRightVentricleVolume(geometry, ellipsoidOfWidth(geometry, middle)) < target_mL) low = middle;
    else high = middle;
  }
  return ellipsoidOfWidth(geometry, (low + high) / 2);
}

function ellipsoidOfWidth(geometry: HeartGeometry, a: number): RightVentricleEllipsoid {
  const { c: lvC, epiA, epiC, baseZ } = leftVentricleAxes(geometry);
  const centerZ = CENTER_HEIGHT_FRACTION * lvC;
  const apexZ = -epiC + geometry.rvApexFraction * (epiC + baseZ);
  const c = centerZ - apexZ;
  const insertionZ = INSERTION_HEIGHT_FRACTION * lvC;
  const lvRadius = epiA * Math.sqrt(1 - (insertionZ / epiC) ** 2);
  const sectionScale = Math.sqrt(1 - ((insertionZ - centerZ) / c) ** 2);
  const b = (BULGE_RATIO * lvRadius * Math.sin(geometry.rvInsertion_rad)) / sectionScale;
  const centerX =
    lvRadius * Math.cos(geometry.rvInsertion_rad) + a * sectionScale * Math.sqrt(1 - 1 / BULGE_RATIO ** 2);
  return { centerX, centerZ, a, b, c };
}

/** Volume inside the RV ellipsoid, outside the LV epicardium, below the base plane, mL (midpoint sums over z and y). */
export function computeRightVentricleVolume(geometry: HeartGeometry, rv: RightVentricleEllipsoid): number {
  const { epiA, epiC, baseZ } = leftVentricleAxes(geometry);
  const bottom = rv.centerZ - rv.c;
  const top = Math.min(baseZ, rv.centerZ + rv.c);
  const stepZ = (top - bottom) / SLICES_Z;
  let volume_mm3 = 0;
  for (let k = 0; k < SLICES_Z; k++) {
    const z = bottom + (k + 0.5) * stepZ;
    const scale = Math.sqrt(Math.max(0, 1 - ((z - rv.centerZ) / rv.c) ** 2));
    const lvRadius = epiA * Math.sqrt(Math.max(0, 1 - (z / epiC) ** 2));
    const stepY = (rv.b * scale) / SLICES_Y;
    for (let j = 0; j < SLICES_Y; j++) {
      const y = (j + 0.5) * stepY;
      const half = rv.a * Math.sqrt(Math.max(0, scale * scale - (y / rv.b) ** 2));
      const septum = y < lvRadius ? Math.sqrt(lvRadius * lvRadius - y * y) : Number.NEGATIVE_INFINITY;
      const near = Math.max(rv.centerX - half, septum);
      volume_mm3 += 2 * stepY * stepZ * Math.max(0, rv.centerX + half - near);
    }
  }
  return millilitersFromCubicMillimeters(volume_mm3);
}

function volumeError(target_mL: number, smallest_mL: number, largest_mL: number): TributaryError {
  return new TributaryError({
    code: "right-ventricle-volume",
    what: "No right ventricle of this volume fits this left ventricle.",
    where: "rvToLvVolumeRatio",
    why: `${target_mL.toFixed(0)} mL wanted; ${smallest_mL.toFixed(0)} to ${largest_mL.toFixed(0)} mL are possible`,
    fix: "Choose a ratio of RV to LV volume between 0.5 and 1.1.",
  });
}
