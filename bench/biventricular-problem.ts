import {
  countTetrahedra,
  type HeartMesh,
  type ImplicitShape,
  meshImplicitShape,
  type Point_mm,
  SURFACE_LABEL,
} from "@tributary/model";

/**
 * The heart that solver speed is measured on: an implicit biventricular shape of 164 mL of muscle with rule-based fibers,
 * small enough to write down and fixed, so that figures of different revisions can be compared.
 */
export interface BiventricularProblem {
  readonly heart: HeartMesh;
  readonly tensor_mm2PerMs2: Float64Array;
  /** 3 numbers an element, unit length. */
  readonly fiber: Float64Array;
  /** On the lateral LV epicardium, mm. */
  readonly lateralSite_mm: Point_mm;
}

type Radii = readonly [number, number, number];

const LV_OUTER_mm: Radii = [33, 33, 62];
const LV_WALL_mm = 11;
const LV_INNER_mm: Radii = [22, 22, 51];
/** Assumed: an ellipsoid that wraps the septal side of the LV. */
const RV_CENTER_mm: Point_mm = [24, 0, 4];
const RV_OUTER_mm: Radii = [37, 38, 54];
const RV_WALL_mm = 4.5;
const RV_INNER_mm: Radii = [32.5, 33.5, 49.5];
/** Height of the flat base, chosen for 164 mL of muscle. */
const BASE_mm = 19;
const ALONG_mmPerMs = 0.6;
const ACROSS_mmPerMs = 0.3;
const HELIX_rad = Math.PI / 3;

export function createBiventricularProblem(edgeLength_mm: number): BiventricularProblem {
  const { heart } = meshImplicitShape(SHAPE, { edgeLength_mm });
  const fiber = createFiber(heart);
  return { heart, tensor_mm2PerMs2: createTensor(fiber), fiber, lateralSite_mm: [-LV_OUTER_mm[0], 0, 0] };
}

/** First-order distance to an ellipsoid: exact on it, with the right sign everywhere. */
function distanceToEllipsoid([rx, ry, rz]: Radii, x: number, y: number, z: number): number {
  const scaled = Math.hypot(x / rx, y / ry, z / rz);
  const gradient = Math.hypot(x / rx ** 2, y / ry ** 2, z / rz ** 2);
  return gradient > 0 ? (scaled * (scaled - 1)) / gradient : -Math.min(rx, ry, rz);
}

function measureWalls(x: number, y: number, z: number) {
  const [cx, cy, cz] = RV_CENTER_mm;
  return {
    lvOuter_mm: distanceToEllipsoid(LV_OUTER_mm, x, y, z),
    lvInner_mm: distanceToEllipsoid(LV_INNER_mm, x, y, z),
    rvOuter_mm: distanceToEllipsoid(RV_OUTER_mm, x - cx, y - cy, z - cz),
    rvInner_mm: distanceToEllipsoid(RV_INNER_mm, x - cx, y - cy, z - cz),
  };
}

const SHAPE: ImplicitShape = {
  signedDistance_mm: (x, y, z) => {
    const { lvInner_mm, lvOuter_mm, rvInner_mm, rvOuter_mm } = measureWalls(x, y, z);
    const rvCavity_mm = Math.max(rvInner_mm, -lvOuter_mm);
    return Math.max(Math.min(lvOuter_mm, rvOuter_mm), -lvInner_mm, -rvCavity_mm, z - BASE_mm);
  },
  surfaceLabel: (x, y, z) => {
    const { lvInner_mm, lvOuter_mm, rvInner_mm, rvOuter_mm } = measureWalls(x, y, z);
    const candidates = [
      [BASE_mm - z, SURFACE_LABEL.base],
      [Math.abs(lvInner_mm), SURFACE_LABEL.lvEndocardium],
      [Math.abs(Math.max(rvInner_mm, -lvOuter_mm)), SURFACE_LABEL.rvEndocardium],
      [Math.abs(Math.min(lvOuter_mm, rvOuter_mm)), SURFACE_LABEL.epicardium],
    ] as const;
    return candidates.reduce((nearest, next) => (next[0] < nearest[0] ? next : nearest))[1];
  },
  bounds_mm: [-33, -38, -62, 61, 38, BASE_mm],
  thinnestWall_mm: RV_WALL_mm,
  thinnestWallName: "right ventricular free wall",
};

/** Helix angle from +60 degrees at the endocardium to −60 at the epicardium, around the axis of the ventricle. */
function createFiber(heart: HeartMesh): Float64Array {
  const fiber = new Float64Array(3 * countTetrahedra(heart));
  for (let element = 0; element < countTetrahedra(heart); element++) {
    fiber.set(fiberAt(...findMiddle(heart, element)), 3 * element);
  }
  return fiber;
}

function createTensor(fiber: Float64Array): Float64Array {
  const tensor = new Float64Array(2 * fiber.length);
  const across = ACROSS_mmPerMs ** 2;
  const extra = ALONG_mmPerMs ** 2 - across;
  for (let at = 0; at < fiber.length; at += 3) {
    const [x, y, z] = [fiber[at]!, fiber[at + 1]!, fiber[at + 2]!];
    const xx = across + extra * x * x;
    const yy = across + extra * y * y;
    const zz = across + extra * z * z;
    tensor.set([xx, extra * x * y, extra * x * z, yy, extra * y * z, zz], 2 * at);
  }
  return tensor;
}

function findMiddle(heart: HeartMesh, element: number): [number, number, number] {
  const middle: [number, number, number] = [0, 0, 0];
  for (let i = 4 * element; i < 4 * element + 4; i++) {
    for (let axis = 0; axis < 3; axis++) middle[axis]! += heart.points_mm[3 * heart.tetrahedra[i]! + axis]! / 4;
  }
  return middle;
}

function fiberAt(x: number, y: number, z: number): Point_mm {
  const { lvOuter_mm, rvOuter_mm } = measureWalls(x, y, z);
  const isLeft = lvOuter_mm < 0;
  const [cx, cy, cz] = isLeft ? [0, 0, 0] : RV_CENTER_mm;
  const [rx, ry, rz] = isLeft ? LV_OUTER_mm : RV_OUTER_mm;
  const depth = isLeft ? -lvOuter_mm / LV_WALL_mm : -rvOuter_mm / RV_WALL_mm;
  const helix_rad = HELIX_rad * (2 * Math.min(1, Math.max(0, depth)) - 1);
  const outward = unit([(x - cx) / rx ** 2, (y - cy) / ry ** 2, (z - cz) / rz ** 2]);
  const around = unit([-outward[1], outward[0], 0]);
  const upward = cross(outward, around);
  const along = (axis: 0 | 1 | 2) => Math.cos(helix_rad) * around[axis] + Math.sin(helix_rad) * upward[axis];
  return [along(0), along(1), along(2)];
}

function unit([x, y, z]: Point_mm): Point_mm {
  const length = Math.hypot(x, y, z) || 1;
  return [x / length, y / length, z / length];
}

function cross(a: Point_mm, b: Point_mm): Point_mm {
  return [a[1] * b[2] - a[2] * b[1], a[2] * b[0] - a[0] * b[2], a[0] * b[1] - a[1] * b[0]];
}
