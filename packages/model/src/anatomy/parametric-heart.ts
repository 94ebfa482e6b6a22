import type { ImplicitShape } from "../mesh/implicit-shape.ts";
import { SURFACE_LABEL, type SurfaceLabel } from "../mesh/mesh.ts";
import { computeEllipsoidDistance } from "./ellipsoid-distance.ts";
import { checkHeartGeometry, type HeartGeometry, type LeftVentricleAxes, leftVentricleAxes } from "./heart-geometry.ts";
import { type RightVentricleEllipsoid, solveRightVentricle } from "./right-ventricle.ts";

/** A parametric heart in the heart frame: its muscle as an implicit shape, and the surfaces it is made of. */
export interface ParametricHeart {
  readonly geometry: HeartGeometry;
  readonly shape: ImplicitShape;
  readonly leftVentricle: LeftVentricleAxes;
  readonly rightVentricle: RightVentricleEllipsoid;
}

/** Signed distances to the four surfaces, negative on the muscle's side; the muscle is where all four are negative. */
interface SurfaceDistances {
  base: number;
  epicardium: number;
  lvEndocardium: number;
  rvEndocardium: number;
}

/** Radius over which the corners at the RV insertions, inside and outside, are rounded, mm; `assumed`. */
const FILLET_mm = 2;

/**
 * The muscle of a parametric heart as a signed distance: (LV epicardium or RV epicardium), without the two cavities, below
 * the base plane.
 *
 * Distances to the ellipsoids are exact, so the RV free wall is a true offset of its thickness. Where the RV meets the
 * LV, cavity and groove are rounded with a radius of about 2 mm, which takes less than 1 mL from the RV cavity.
 *
 * @throws TributaryError "heart-geometry-range", "right-ventricle-volume"
 */
export function createParametricHeart(geometry: HeartGeometry): ParametricHeart {
  checkHeartGeometry(geometry);
  const lv = leftVentricleAxes(geometry);
  const rv = solveRightVentricle(geometry);
  const scratch: SurfaceDistances = { base: 0, epicardium: 0, lvEndocardium: 0, rvEndocardium: 0 };
  const measure = (x: number, y: number, z: number) => measureSurfaces(scratch, x, y, z, { lv, rv, geometry });
  const shape: ImplicitShape = {
    signedDistance_mm(x, y, z) {
      const { base, epicardium, lvEndocardium, rvEndocardium } = measure(x, y, z);
      return Math.max(base, epicardium, lvEndocardium, rvEndocardium);
    },
    surfaceLabel: (x, y, z) => nearestSurface(measure(x, y, z)),
    bounds_mm: boundsOf(lv, rv, geometry.rvWall_mm),
    ...thinnestWallOf(geometry),
  };
  return { geometry, shape, leftVentricle: lv, rightVentricle: rv };
}

/** Whether a point (heart frame, mm) lies within the LV epicardium: tells LV muscle, septum included, from RV free wall. */
export function isInLeftVentricle({ leftVentricle }: ParametricHeart, x: number, y: number, z: number): boolean {
  const { epiA, epiC } = leftVentricle;
  return (x * x + y * y) / (epiA * epiA) + (z * z) / (epiC * epiC) < 1;
}

function measureSurfaces(
  out: SurfaceDistances,
  x: number,
  y: number,
  z: number,
  { lv, rv, geometry }: { lv: LeftVentricleAxes; rv: RightVentricleEllipsoid; geometry: HeartGeometry },
): SurfaceDistances {
  const lvEpicardium = computeEllipsoidDistance(x, y, z, { a: lv.epiA, b: lv.epiA, c: lv.epiC });
  const rvCavity = computeEllipsoidDistance(x - rv.centerX, y, z - rv.centerZ, rv);
  out.base = z - lv.baseZ;
  out.epicardium = roundedMin(lvEpicardium, rvCavity - geometry.rvWall_mm);
  out.lvEndocardium = -computeEllipsoidDistance(x, y, z, { a: lv.a, b: lv.a, c: lv.c });
  out.rvEndocardium = roundedMin(-rvCavity, lvEpicardium);
  return out;
}

/** Smaller of two distances, lowered by up to FILLET_mm / 4 where they are nearly equal: a rounded inner corner. */
function roundedMin(a: number, b: number): number {
  const overlap = Math.max(0, FILLET_mm - Math.abs(a - b));
  return Math.min(a, b) - (overlap * overlap) / (4 * FILLET_mm);
}

function nearestSurface({ base, epicardium, lvEndocardium, rvEndocardium }: SurfaceDistances): SurfaceLabel {
  const highest = Math.max(base, epicardium, lvEndocardium, rvEndocardium);
  if (highest === base) return SURFACE_LABEL.base;
  if (highest === epicardium) return SURFACE_LABEL.epicardium;
  return highest === lvEndocardium ? SURFACE_LABEL.lvEndocardium : SURFACE_LABEL.rvEndocardium;
}

function boundsOf(lv: LeftVentricleAxes, rv: RightVentricleEllipsoid, rvWall_mm: number): ImplicitShape["bounds_mm"] {
  const y = Math.max(lv.epiA, rv.b + rvWall_mm);
  return [
    -lv.epiA,
    -y,
    Math.min(-lv.epiC, rv.centerZ - rv.c - rvWall_mm),
    Math.max(lv.epiA, rv.centerX + rv.a + rvWall_mm),
    y,
    lv.baseZ,
  ];
}

function thinnestWallOf({ rvWall_mm, lvWall_mm, lvApicalWall_mm }: HeartGeometry) {
  const thinnestWall_mm = Math.min(rvWall_mm, lvWall_mm, lvApicalWall_mm);
  if (thinnestWall_mm === rvWall_mm) return { thinnestWall_mm, thinnestWallName: "RV free wall" };
  return { thinnestWall_mm, thinnestWallName: thinnestWall_mm === lvWall_mm ? "LV wall" : "LV apical wall" };
}
