import type { TetrahedralMesh } from "../mesh/mesh.ts";
import { findClosestOnTriangle } from "../numerics/closest-on-triangle.ts";
import { buildBarycentricMap, evaluateBarycentric } from "./barycentric-map.ts";
import type { EikonalOperator } from "./eikonal-operator.ts";

export type Point_mm = readonly [x: number, y: number, z: number];

/** A point of the conducting muscle. */
export interface MuscleLocation {
  readonly position_mm: Point_mm;
  readonly element: number;
  /** Weights of the element's four nodes at the position; they add to 1. */
  readonly weights: readonly [number, number, number, number];
  /** How far the asked position lies from the muscle; 0 inside. */
  readonly distance_mm: number;
}

const CORNER_FACES = [
  [1, 2, 3],
  [0, 2, 3],
  [0, 1, 3],
  [0, 1, 2],
] as const;

/**
 * The point of the conducting muscle nearest to a position: the position itself where it lies inside, else its
 * projection on the nearest conducting element.
 *
 * @returns undefined when no element conducts or the position is not finite
 *
 * Cost: one pass over the nodes, then the elements near the nearest one.
 */
export function locateInMuscle(operator: EikonalOperator, position_mm: Point_mm): MuscleLocation | undefined {
  const nearest_mm = findNearestNodeDistance(operator, position_mm);
  if (!(nearest_mm < Infinity)) return undefined;
  let best: MuscleLocation | undefined;
  for (const element of listElementsNear(operator, position_mm, nearest_mm + operator.longestEdge_mm)) {
    // The nearest node is muscle: nothing farther away need be looked at.
    if (measureBoxDistance_mm(operator, element, position_mm) > nearest_mm * (1 + ROUNDING)) continue;
    const location = projectOnElement(operator, element, position_mm);
    if (!best || location.distance_mm < best.distance_mm) best = location;
    if (best.distance_mm === 0) break;
  }
  return best;
}

/** Slack of comparisons between lengths that are computed in two ways. */
const ROUNDING = 1e-9;

/** From a position to the box around an element: no point of the element is nearer. 0 inside the box. */
export function measureBoxDistance_mm(operator: EikonalOperator, element: number, position_mm: Point_mm): number {
  const { points_mm: p, tetrahedra } = operator.mesh;
  const a = 3 * tetrahedra[4 * element]!;
  const b = 3 * tetrahedra[4 * element + 1]!;
  const c = 3 * tetrahedra[4 * element + 2]!;
  const d = 3 * tetrahedra[4 * element + 3]!;
  let squared = 0;
  for (let axis = 0; axis < 3; axis++) {
    const at = position_mm[axis]!;
    const low = Math.min(p[a + axis]!, p[b + axis]!, p[c + axis]!, p[d + axis]!) - at;
    const high = at - Math.max(p[a + axis]!, p[b + axis]!, p[c + axis]!, p[d + axis]!);
    squared += Math.max(0, low, high) ** 2;
  }
  return Math.sqrt(squared);
}

/**
 * The value of a node-wise field at a location. Corners that the front does not reach, on a line of block, are left to the
 * others: it arrives at the location from where it got to. Infinity when it reaches no corner that counts.
 */
export function interpolateAtLocation(
  mesh: Pick<TetrahedralMesh, "tetrahedra">,
  field: Float64Array | Float32Array,
  location: MuscleLocation,
): number {
  let [sum, reached] = [0, 0];
  for (let corner = 0; corner < 4; corner++) {
    const weight = location.weights[corner]!;
    const value = field[mesh.tetrahedra[4 * location.element + corner]!]!;
    if (weight <= 0 || value === Infinity) continue;
    sum += weight * value;
    reached += weight;
  }
  return reached > 0 ? sum / reached : Infinity;
}

/** Conducting elements with a node within the radius, rising. */
export function listElementsNear(operator: EikonalOperator, center_mm: Point_mm, radius_mm: number): number[] {
  return listElementsAround(operator, listNodesNear(operator, center_mm, radius_mm));
}

/** All conducting elements that the straight segment from a to b can cross, rising. */
export function listElementsAlong(operator: EikonalOperator, a_mm: Point_mm, b_mm: Point_mm): number[] {
  const { points_mm: p } = operator.mesh;
  const x = b_mm[0] - a_mm[0];
  const y = b_mm[1] - a_mm[1];
  const z = b_mm[2] - a_mm[2];
  const perLength = 1 / Math.max(x * x + y * y + z * z, Number.MIN_VALUE);
  const reach = operator.longestEdge_mm ** 2;
  const nodes: number[] = [];
  for (let node = 0; node < operator.offsets.length - 1; node++) {
    const dx = p[3 * node]! - a_mm[0];
    const dy = p[3 * node + 1]! - a_mm[1];
    const dz = p[3 * node + 2]! - a_mm[2];
    const fraction = Math.min(1, Math.max(0, (dx * x + dy * y + dz * z) * perLength));
    if ((dx - fraction * x) ** 2 + (dy - fraction * y) ** 2 + (dz - fraction * z) ** 2 <= reach) nodes.push(node);
  }
  return listElementsAround(operator, nodes);
}

function listElementsAround(operator: EikonalOperator, nodes: readonly number[]): number[] {
  const found = new Set<number>();
  for (const node of nodes) {
    for (let slot = operator.offsets[node]!; slot < operator.offsets[node + 1]!; slot++) {
      found.add(operator.corners[slot]! >>> 2);
    }
  }
  return [...found].sort((a, b) => a - b);
}

/** Nodes of conducting elements within the radius, rising. */
export function listNodesNear(operator: EikonalOperator, center_mm: Point_mm, radius_mm: number): number[] {
  const { points_mm } = operator.mesh;
  const nodes: number[] = [];
  for (let node = 0; node < operator.offsets.length - 1; node++) {
    const squared = measureSquaredDistance(points_mm, node, center_mm);
    if (squared <= radius_mm * radius_mm && isConducting(operator, node)) nodes.push(node);
  }
  return nodes;
}

function findNearestNodeDistance(operator: EikonalOperator, position_mm: Point_mm): number {
  let nearest = Infinity;
  for (let node = 0; node < operator.offsets.length - 1; node++) {
    const squared = measureSquaredDistance(operator.mesh.points_mm, node, position_mm);
    if (squared < nearest && isConducting(operator, node)) nearest = squared;
  }
  return Math.sqrt(nearest);
}

function isConducting(operator: EikonalOperator, node: number): boolean {
  return operator.offsets[node]! < operator.offsets[node + 1]!;
}

function measureSquaredDistance(points_mm: Float64Array, node: number, from_mm: Point_mm): number {
  const x = points_mm[3 * node]! - from_mm[0];
  const y = points_mm[3 * node + 1]! - from_mm[1];
  const z = points_mm[3 * node + 2]! - from_mm[2];
  return x * x + y * y + z * z;
}

function projectOnElement(operator: EikonalOperator, element: number, position_mm: Point_mm): MuscleLocation {
  const map = buildBarycentricMap(operator.mesh, element);
  const weights = evaluateBarycentric(map, position_mm);
  if (Math.min(...weights) >= 0) return { position_mm, element, weights, distance_mm: 0 };
  let closest = position_mm;
  let distance_mm = Infinity;
  const corners = [0, 1, 2, 3].map((corner) => pointOf(operator, operator.mesh.tetrahedra[4 * element + corner]!));
  for (const [a, b, c] of CORNER_FACES) {
    const onFace = findClosestOnTriangle(position_mm, corners[a]!, corners[b]!, corners[c]!);
    const away_mm = Math.hypot(onFace[0] - position_mm[0], onFace[1] - position_mm[1], onFace[2] - position_mm[2]);
    if (away_mm >= distance_mm) continue;
    distance_mm = away_mm;
    closest = onFace;
  }
  const atClosest = evaluateBarycentric(map, closest).map((weight) => Math.max(0, weight));
  const sum = atClosest.reduce((a, b) => a + b, 0);
  const [w0, w1, w2, w3] = atClosest.map((weight) => weight / sum) as [number, number, number, number];
  return { position_mm: closest, element, weights: [w0, w1, w2, w3], distance_mm };
}

function pointOf(operator: EikonalOperator, node: number): Point_mm {
  const { points_mm } = operator.mesh;
  return [points_mm[3 * node]!, points_mm[3 * node + 1]!, points_mm[3 * node + 2]!];
}
