import type { Vector3 } from "../numerics/vector3.ts";
/** The muscle's nodes, for the distance from an electrode to what it is to excite. */
export interface MuscleNodes {
  /** 3 · nodeCount. */
  readonly points_mm: Float64Array;
  /** nodeCount; 1 viable, 0 scar. Left out where no scar is known: distances to viable muscle are then not given. */
  readonly viableNodes?: Uint8Array;
}

export interface MuscleContact {
  readonly nearestNode?: number;
  readonly nearestNodeDistance_mm?: number;
  readonly nearestViableNode?: number;
  readonly viableDistance_mm?: number;
}

/**
 * The muscle nodes nearest to a place: of all, and of the viable ones.
 *
 * @returns nothing without muscle; no viable node where all is scar or nothing is known of scar
 * Accuracy: to nodes, so up to half an edge more than to the surface.
 * Cost: one pass over the nodes.
 */
export function measureMuscleContact(position_mm: Vector3, muscle: MuscleNodes | undefined): MuscleContact {
  if (!muscle) return {};
  const { points_mm, viableNodes } = muscle;
  let nearest = -1;
  let viable = -1;
  let nearestSquare = Number.POSITIVE_INFINITY;
  let viableSquare = Number.POSITIVE_INFINITY;
  for (let node = 0; 3 * node < points_mm.length; node++) {
    const dx = points_mm[3 * node]! - position_mm[0];
    const dy = points_mm[3 * node + 1]! - position_mm[1];
    const dz = points_mm[3 * node + 2]! - position_mm[2];
    const square = dx * dx + dy * dy + dz * dz;
    if (square < nearestSquare) {
      nearestSquare = square;
      nearest = node;
    }
    if (viableNodes?.[node] === 1 && square < viableSquare) {
      viableSquare = square;
      viable = node;
    }
  }
  if (nearest < 0) return {};
  return {
    nearestNode: nearest,
    nearestNodeDistance_mm: Math.sqrt(nearestSquare),
    ...(viable >= 0 && { nearestViableNode: viable, viableDistance_mm: Math.sqrt(viableSquare) }),
  };
}
