import { type HeartMesh, SURFACE_LABEL, type SurfaceLabel } from "../mesh/mesh.ts";
import { computeSymmetricEigen } from "../numerics/symmetric-eigen.ts";
import { checkSurfaceLabels } from "./surface-labels-check.ts";

export type Vector3 = readonly [number, number, number];

/**
 * Right-handed axes of a heart, from its labelled surfaces alone.
 *
 * Chirality is assumed, not measured: anterior is the cross product of the long axis with the direction to the right
 * ventricle, as in every human heart with normal situs. Muscle without valves looks the same in a mirror, so on a
 * mirrored mesh anterior and posterior come out exchanged with respect to the body.
 */
export interface HeartFrame {
  /** Unit vector from apex to base. */
  readonly longAxis: Vector3;
  /** Unit vector from the left to the right ventricle, normal to the long axis. */
  readonly septalAxis: Vector3;
  /** longAxis x septalAxis. */
  readonly anteriorAxis: Vector3;
  /** Centers of area, mm. */
  readonly lvCenter_mm: Vector3;
  readonly rvCenter_mm: Vector3;
}

/**
 * Axes of a biventricular heart.
 *
 * The long axis is the direction most orthogonal to the normals of the LV endocardium (least eigenvector of their area
 * weighted sum of squares, after averaging over the surface); the septal axis runs from the center of the LV endocardium to that of the RV.
 *
 * @throws TributaryError "surface-labels-missing"
 *
 * Source: Schuler et al., Med Image Anal 2021;74:102247, which uses a p-norm and the plane of the septum instead.
 */
export function computeHeartFrame(heart: HeartMesh): HeartFrame {
  checkSurfaceLabels(heart, ["base", "lvEndocardium", "rvEndocardium"], "The axes of the heart");
  const { longAxis, lvCenter_mm } = computeLongAxis(heart);
  const rvCenter_mm = computeSurfaceCenter(heart, SURFACE_LABEL.rvEndocardium);
  const toRv = subtract(rvCenter_mm, lvCenter_mm);
  const along = dot(toRv, longAxis);
  const septalAxis = normalize([
    toRv[0] - along * longAxis[0],
    toRv[1] - along * longAxis[1],
    toRv[2] - along * longAxis[2],
  ]);
  return { longAxis, septalAxis, anteriorAxis: cross(longAxis, septalAxis), lvCenter_mm, rvCenter_mm };
}

/** Long axis (toward the base) and center of the LV endocardium; needs the labels base and lvEndocardium. */
export function computeLongAxis(heart: HeartMesh): { longAxis: Vector3; lvCenter_mm: Vector3 } {
  const lvCenter_mm = computeSurfaceCenter(heart, SURFACE_LABEL.lvEndocardium);
  const toBase = subtract(computeSurfaceCenter(heart, SURFACE_LABEL.base), lvCenter_mm);
  const normals = computeSmoothNormals(heart, SURFACE_LABEL.lvEndocardium);
  const squares = new Float64Array(6);
  for (let node = 0; node < normals.length; node += 3) {
    const size = Math.hypot(normals[node]!, normals[node + 1]!, normals[node + 2]!);
    if (!(size > 0)) continue;
    for (let i = 0, entry = 0; i < 3; i++) {
      for (let j = i; j < 3; j++) squares[entry++]! += (normals[node + i]! * normals[node + j]!) / size;
    }
  }
  const axis = computeSymmetricEigen(squares).vectors[0]!;
  const sign = dot(axis, toBase) < 0 ? -1 : 1;
  return { longAxis: [sign * axis[0], sign * axis[1], sign * axis[2]], lvCenter_mm };
}

/** Rounds of averaging over a surface; enough that a surface of voxel faces shows its true direction. */
const SMOOTHING_ROUNDS = 12;

/** Area vectors of the nodes of a surface (3 · nodeCount, zero elsewhere), averaged with those of their neighbors. */
function computeSmoothNormals(heart: HeartMesh, label: SurfaceLabel): Float64Array {
  const triangles: number[] = [];
  for (let triangle = 0; triangle < heart.boundaryLabels.length; triangle++) {
    if (heart.boundaryLabels[triangle] === label) triangles.push(triangle);
  }
  let normals = new Float64Array(heart.points_mm.length);
  for (const triangle of triangles) {
    const vector = computeAreaVector(heart, triangle);
    for (let k = 0; k < 3; k++) addVector(normals, heart.boundaryTriangles[3 * triangle + k]!, vector);
  }
  for (let round = 0; round < SMOOTHING_ROUNDS; round++) {
    const next = new Float64Array(normals.length);
    const weight = new Float64Array(normals.length / 3);
    for (const triangle of triangles) {
      const nodes = heart.boundaryTriangles.subarray(3 * triangle, 3 * triangle + 3);
      for (const node of nodes) {
        for (const other of nodes) addVector(next, node, readVector(normals, other));
        weight[node]! += 3;
      }
    }
    for (let i = 0; i < next.length; i++) next[i]! /= Math.max(1, weight[Math.floor(i / 3)]!);
    normals = next;
  }
  return normals;
}

function addVector(out: Float64Array, node: number, vector: Vector3): void {
  for (let axis = 0; axis < 3; axis++) out[3 * node + axis]! += vector[axis]!;
}

function readVector(values: Float64Array, node: number): Vector3 {
  return [values[3 * node]!, values[3 * node + 1]!, values[3 * node + 2]!];
}

/** Area-weighted center of the triangles with a label, mm. */
export function computeSurfaceCenter(heart: HeartMesh, label: SurfaceLabel): Vector3 {
  const { points_mm: p, boundaryTriangles } = heart;
  const sum = [0, 0, 0];
  let total = 0;
  for (let triangle = 0; triangle < heart.boundaryLabels.length; triangle++) {
    if (heart.boundaryLabels[triangle] !== label) continue;
    const area = Math.hypot(...computeAreaVector(heart, triangle));
    total += area;
    for (let k = 0; k < 3; k++) {
      const node = 3 * boundaryTriangles[3 * triangle + k]!;
      for (let axis = 0; axis < 3; axis++) sum[axis]! += (area / 3) * p[node + axis]!;
    }
  }
  return [sum[0]! / total, sum[1]! / total, sum[2]! / total];
}

export function dot(a: Vector3, b: Vector3): number {
  return a[0] * b[0] + a[1] * b[1] + a[2] * b[2];
}

export function cross(a: Vector3, b: Vector3): Vector3 {
  return [a[1] * b[2] - a[2] * b[1], a[2] * b[0] - a[0] * b[2], a[0] * b[1] - a[1] * b[0]];
}

export function subtract(a: Vector3, b: Vector3): Vector3 {
  return [a[0] - b[0], a[1] - b[1], a[2] - b[2]];
}

export function normalize(a: Vector3): Vector3 {
  const length = Math.hypot(...a);
  return [a[0] / length, a[1] / length, a[2] / length];
}

/** Twice the area, along the outward normal. */
function computeAreaVector(heart: HeartMesh, triangle: number): Vector3 {
  const { points_mm: p, boundaryTriangles } = heart;
  const a = 3 * boundaryTriangles[3 * triangle]!;
  const b = 3 * boundaryTriangles[3 * triangle + 1]!;
  const c = 3 * boundaryTriangles[3 * triangle + 2]!;
  return cross(
    [p[b]! - p[a]!, p[b + 1]! - p[a + 1]!, p[b + 2]! - p[a + 2]!],
    [p[c]! - p[a]!, p[c + 1]! - p[a + 1]!, p[c + 2]! - p[a + 2]!],
  );
}
