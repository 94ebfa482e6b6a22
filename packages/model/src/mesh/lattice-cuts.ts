import {
  type BodyCenteredLattice,
  type LatticeField,
  listNeighborSteps,
  locateLatticeNode,
} from "./body-centered-lattice.ts";
import type { ImplicitShape } from "./implicit-shape.ts";

/**
 * Where the surface crosses the lattice: cut points on edges, and lattice nodes warped onto the surface.
 *
 * A node with a cut point nearer than a fraction of the edge moves onto the nearest such point and its edges are cut no
 * more; what remains is far enough from every node for well-shaped tetrahedra.
 * Source: Labelle and Shewchuk, ACM Trans Graph 2007;26(3):57 (isosurface stuffing), the safe fractions of table 1.
 */
const WARP_FRACTION = { long: 0.24999, short: 0.41189 } as const;

/** Root finding stops when the distance is below this fraction of the spacing. */
const ROOT_TOLERANCE = 1e-4;
const MOST_ROOT_STEPS = 60;

export interface LatticeCuts {
  /** Positions of the lattice points in use, 3 each, mm; grows. */
  readonly points_mm: number[];
  /** Point number of a lattice node that is used or warped, else -1. */
  readonly pointOfNode: Int32Array;
  /** Point number of a cut lattice edge, by `edgeKey`. */
  readonly pointOfEdge: Map<number, number>;
  readonly warpedCount: number;
}

/** One number per lattice edge, whichever end comes first. */
export function edgeKey(nodeCount: number, a: number, b: number): number {
  return a < b ? a * nodeCount + b : b * nodeCount + a;
}

/**
 * Finds all cut points, then warps nodes in rising order. Changes `field.sides` to 0 at warped nodes.
 *
 * Cost: about six distance evaluations for every lattice edge that crosses the surface.
 */
export function cutLattice(shape: ImplicitShape, lattice: BodyCenteredLattice, field: LatticeField): LatticeCuts {
  const { sides, values_mm } = field;
  const nodeCount = sides.length;
  const steps = listNeighborSteps(lattice);
  const cuts = {
    points_mm: [] as number[],
    pointOfNode: new Int32Array(nodeCount).fill(-1),
    pointOfEdge: new Map<number, number>(),
    warpedCount: 0,
  };
  const from = new Float64Array(3);
  const to = new Float64Array(3);
  const near_mm = 1.01 * lattice.spacing_mm;
  for (let node = 0; node < nodeCount; node++) {
    if (Math.abs(values_mm[node]!) > near_mm || sides[node] === 0) continue;
    const nodeSteps = node & 1 ? steps.black : steps.white;
    let nearest = -1;
    let nearest_mm = Number.POSITIVE_INFINITY;
    locateLatticeNode(from, lattice, node);
    for (let direction = 0; direction < nodeSteps.length; direction++) {
      const neighbor = node + nodeSteps[direction]!;
      if (sides[node]! * sides[neighbor]! >= 0) continue;
      const key = edgeKey(nodeCount, node, neighbor);
      let point = cuts.pointOfEdge.get(key);
      if (point === undefined) {
        locateLatticeNode(to, lattice, neighbor);
        point = cuts.points_mm.length / 3;
        findCut(cuts.points_mm, shape, from, to, values_mm[node]!, values_mm[neighbor]!, lattice.spacing_mm);
        cuts.pointOfEdge.set(key, point);
      }
      const distance_mm = distanceTo(cuts.points_mm, point, from);
      const limit_mm =
        direction < 6
          ? WARP_FRACTION.long * lattice.spacing_mm
          : WARP_FRACTION.short * Math.sqrt(0.75) * lattice.spacing_mm;
      if (distance_mm < limit_mm && distance_mm < nearest_mm) {
        nearest = point;
        nearest_mm = distance_mm;
      }
    }
    if (nearest < 0) continue;
    cuts.pointOfNode[node] = nearest;
    sides[node] = 0;
    cuts.warpedCount++;
  }
  return cuts;
}

/** Appends the zero of the distance between two points of opposite sign (false position, Illinois variant). */
function findCut(
  outPoints_mm: number[],
  shape: ImplicitShape,
  from: Float64Array,
  to: Float64Array,
  fromValue_mm: number,
  toValue_mm: number,
  spacing_mm: number,
): void {
  let low = 0;
  let high = 1;
  let lowValue = fromValue_mm;
  let highValue = toValue_mm;
  let middle = 0.5;
  let previousSide = 0;
  for (let step = 0; step < MOST_ROOT_STEPS; step++) {
    middle = low + ((high - low) * lowValue) / (lowValue - highValue);
    const value = shape.signedDistance_mm(
      from[0]! + middle * (to[0]! - from[0]!),
      from[1]! + middle * (to[1]! - from[1]!),
      from[2]! + middle * (to[2]! - from[2]!),
    );
    if (Math.abs(value) < ROOT_TOLERANCE * spacing_mm) break;
    const side = Math.sign(value) === Math.sign(fromValue_mm) ? -1 : 1;
    if (side < 0) {
      low = middle;
      lowValue = value;
      if (previousSide < 0) highValue /= 2;
    } else {
      high = middle;
      highValue = value;
      if (previousSide > 0) lowValue /= 2;
    }
    previousSide = side;
    if (high - low < ROOT_TOLERANCE) break;
  }
  for (let axis = 0; axis < 3; axis++) outPoints_mm.push(from[axis]! + middle * (to[axis]! - from[axis]!));
}

function distanceTo(points_mm: readonly number[], point: number, from: Float64Array): number {
  return Math.hypot(
    points_mm[3 * point]! - from[0]!,
    points_mm[3 * point + 1]! - from[1]!,
    points_mm[3 * point + 2]! - from[2]!,
  );
}
