import { type HeartMesh, SURFACE_LABEL, type SurfaceLabel } from "../mesh/mesh.ts";
import { areaVector, cornersOfTriangle } from "../mesh/triangle-geometry.ts";
import { computeSymmetricEigen } from "../numerics/symmetric-eigen.ts";
import { addScaled, cross, dot, multiply, norm, normalize, subtract, type Vector3 } from "../numerics/vector3.ts";
import { checkSurfaceLabels } from "./surface-labels-check.ts";

/**
 * Right-handed axes of a heart, from its labeled surfaces alone.
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
  const septalAxis = normalize(addScaled(toRv, longAxis, -dot(toRv, longAxis)));
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
  return { longAxis: multiply(axis, dot(axis, toBase) < 0 ? -1 : 1), lvCenter_mm };
}

/** Rounds of averaging over a surface; enough that a surface of voxel faces shows its true direction. */
const SMOOTHING_ROUNDS = 12;

/** Area vectors of the nodes of a surface (3 · nodeCount, zero elsewhere), averaged with those of their neighbors. */
function computeSmoothNormals(heart: HeartMesh, label: SurfaceLabel): Float64Array {
  const triangles: number[] = [];
  for (let triangle = 0; triangle < heart.boundaryLabels.length; triangle++) {
    if (heart.boundaryLabels[triangle] === label) triangles.push(triangle);
  }
  let normals: Float64Array = new Float64Array(heart.points_mm.length);
  for (const triangle of triangles) {
    const vector = computeAreaVector(heart, triangle);
    for (let k = 0; k < 3; k++) addVector(normals, heart.boundaryTriangles[3 * triangle + k]!, vector);
  }
  const corners = Uint32Array.from(triangles.flatMap((triangle) => listCorners(heart, triangle)));
  for (let round = 0; round < SMOOTHING_ROUNDS; round++) normals = averageOverNeighbors(normals, corners);
  return normals;
}

function listCorners({ boundaryTriangles }: HeartMesh, triangle: number): number[] {
  return [...boundaryTriangles.subarray(3 * triangle, 3 * triangle + 3)];
}

/** The mean over the corners of all triangles (3 nodes each) around each node, itself included once for each. */
function averageOverNeighbors(vectors: Float64Array, corners: Uint32Array): Float64Array {
  const mean = new Float64Array(vectors.length);
  const weight = new Float64Array(vectors.length / 3);
  for (let corner = 0; corner < corners.length; corner++) {
    const node = corners[corner]!;
    const first = corner - (corner % 3);
    for (let k = first; k < first + 3; k++) {
      for (let axis = 0; axis < 3; axis++) mean[3 * node + axis]! += vectors[3 * corners[k]! + axis]!;
    }
    weight[node]! += 3;
  }
  for (let i = 0; i < mean.length; i++) mean[i]! /= Math.max(1, weight[Math.floor(i / 3)]!);
  return mean;
}

function addVector(out: Float64Array, node: number, vector: Vector3): void {
  for (let axis = 0; axis < 3; axis++) out[3 * node + axis]! += vector[axis]!;
}

/** Area-weighted center of the triangles with a label, mm. */
function computeSurfaceCenter(heart: HeartMesh, label: SurfaceLabel): Vector3 {
  const { points_mm: p, boundaryTriangles } = heart;
  const sum = [0, 0, 0];
  let total = 0;
  for (let triangle = 0; triangle < heart.boundaryLabels.length; triangle++) {
    if (heart.boundaryLabels[triangle] !== label) continue;
    const area = norm(computeAreaVector(heart, triangle));
    total += area;
    for (let k = 0; k < 3; k++) {
      const node = 3 * boundaryTriangles[3 * triangle + k]!;
      for (let axis = 0; axis < 3; axis++) sum[axis]! += (area / 3) * p[node + axis]!;
    }
  }
  return [sum[0]! / total, sum[1]! / total, sum[2]! / total];
}

/** Twice the area, along the outward normal. */
function computeAreaVector(heart: HeartMesh, triangle: number): Vector3 {
  return areaVector(...cornersOfTriangle(heart.points_mm, heart.boundaryTriangles, triangle));
}
