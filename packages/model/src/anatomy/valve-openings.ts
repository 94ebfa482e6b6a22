import type { Vector3 } from "../numerics/vector3.ts";
import { computeEllipsoidDistance } from "./ellipsoid-distance.ts";
import { leftVentricleAxes } from "./heart-geometry.ts";
import type { ParametricHeart } from "./parametric-heart.ts";

export type ValveName = "mitral" | "aortic" | "tricuspid" | "pulmonary";

/** A round valve opening in the base plane. */
export interface ValveOpening {
  readonly valve: ValveName;
  /** Heart frame as placed here, mm; on the base plane. */
  readonly center_mm: Vector3;
  readonly diameter_mm: number;
  /** The annulus diameter wanted, mm. */
  readonly wantedDiameter_mm: number;
  /** Said when the opening is smaller than wanted. */
  readonly remark?: string;
}

/**
 * Annulus diameters, mm (from memory, unconfirmed): mitral as the mean of its two diameters (36-40 by 28-33 in normal,
 * 40-46 by 33-38 in dilated hearts), tricuspid 30-38 and 40 and above, aortic and pulmonary 22-26.
 */
const NORMAL_DIAMETERS_mm = { mitral: 34, aortic: 24, tricuspid: 34, pulmonary: 24 } as const;
const DILATED_DIAMETERS_mm = { mitral: 39, aortic: 24, tricuspid: 40, pulmonary: 24 } as const;
/** LV diameter above which the annuli of a dilated heart are used, mm; `assumed`. */
const DILATED_FROM_mm = 57;
/** Muscle or fibrous tissue left between an opening and the wall, and between two openings, mm; `assumed`. */
const GAP_mm = 1;
/** Direction in the base plane from the mitral to the aortic valve: septal and anterior; `assumed`. */
const AORTIC_DIRECTION_rad = Math.PI / 4;
/** Steps of the search for the largest circles in the RV crescent. */
const SEARCH_STEP_mm = 0.5;

/**
 * Where the four valves open in the base plane of a parametric heart.
 *
 * Mitral and aortic share the round LV opening along one diameter; the tricuspid valve takes the largest circle of the
 * inferior part of the RV crescent, the pulmonary valve the largest beside it in the anterior part. The flat base is
 * narrower than the real valve planes together, so openings that do not fit are scaled down, and say so.
 */
export function placeValveOpenings(heart: ParametricHeart): readonly ValveOpening[] {
  const isDilated = heart.geometry.lvDiameter_mm >= DILATED_FROM_mm;
  const wanted = isDilated ? DILATED_DIAMETERS_mm : NORMAL_DIAMETERS_mm;
  return [...placeLeftValves(heart, wanted), ...placeRightValves(heart, wanted)];
}

type Diameters = Readonly<Record<ValveName, number>>;

function placeLeftValves(heart: ParametricHeart, wanted: Diameters): ValveOpening[] {
  const { a, baseZ } = leftVentricleAxes(heart.geometry);
  const radius = a * Math.sqrt(0.75);
  const scale = Math.min(1, (2 * radius - 3 * GAP_mm) / (wanted.mitral + wanted.aortic));
  const [ux, uy] = [Math.cos(AORTIC_DIRECTION_rad), Math.sin(AORTIC_DIRECTION_rad)];
  const mitral_mm = scale * wanted.mitral;
  const aortic_mm = scale * wanted.aortic;
  const mitralShift = -(radius - GAP_mm - mitral_mm / 2);
  const aorticShift = radius - GAP_mm - aortic_mm / 2;
  return [
    describe("mitral", [mitralShift * ux, mitralShift * uy, baseZ], mitral_mm, wanted.mitral),
    describe("aortic", [aorticShift * ux, aorticShift * uy, baseZ], aortic_mm, wanted.aortic),
  ];
}

function placeRightValves(heart: ParametricHeart, wanted: Diameters): ValveOpening[] {
  const { baseZ } = leftVentricleAxes(heart.geometry);
  const tricuspid = findLargestCircle(heart, wanted.tricuspid / 2, (_x, y) => -y);
  const pulmonary = findLargestCircle(heart, wanted.pulmonary / 2, (x, y) => {
    const apart = Math.hypot(x - tricuspid.x, y - tricuspid.y) - tricuspid.radius_mm - GAP_mm;
    return y > tricuspid.y ? apart : Number.NEGATIVE_INFINITY;
  });
  return [tricuspid, pulmonary].map(({ x, y, radius_mm }, index) => {
    const valve = index === 0 ? "tricuspid" : "pulmonary";
    return describe(valve, [x, y, baseZ], 2 * radius_mm, wanted[valve]);
  });
}

/** The largest circle in the RV crescent whose radius is also below `limit_mm` at its center. */
function findLargestCircle(heart: ParametricHeart, mostRadius_mm: number, limit_mm: (x: number, y: number) => number) {
  const { rightVentricle: rv, leftVentricle: lv } = heart;
  let best = { x: 0, y: 0, radius_mm: 0 };
  for (let x = 0; x < rv.centerX + rv.a; x += SEARCH_STEP_mm) {
    for (let y = -rv.b; y < rv.b; y += SEARCH_STEP_mm) {
      const free_mm = -computeEllipsoidDistance(x - rv.centerX, y, lv.baseZ - rv.centerZ, rv);
      const septum_mm = Math.hypot(x, y) - lv.epiA * Math.sqrt(1 - (lv.baseZ / lv.epiC) ** 2);
      const radius_mm = Math.min(mostRadius_mm, free_mm - GAP_mm, septum_mm - GAP_mm, limit_mm(x, y));
      if (radius_mm > best.radius_mm) best = { x, y, radius_mm };
    }
  }
  return best;
}

function describe(valve: ValveName, center_mm: Vector3, diameter_mm: number, wantedDiameter_mm: number): ValveOpening {
  if (diameter_mm > wantedDiameter_mm - 0.05) return { valve, center_mm, diameter_mm, wantedDiameter_mm };
  const remark =
    `The ${valve} opening is ${diameter_mm.toFixed(1)} mm wide, not ${wantedDiameter_mm} mm: ` +
    "the flat base of a parametric heart has no more room.";
  return { valve, center_mm, diameter_mm, wantedDiameter_mm, remark };
}
