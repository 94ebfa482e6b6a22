import type { BucketQueue } from "../numerics/bucket-queue.ts";
import { insertIntoBucket } from "../numerics/bucket-queue.ts";
import type { EikonalOperator } from "./eikonal-operator.ts";
import { REINSERTION_THRESHOLD_ms } from "./eikonal-seeds.ts";

/** The state of one solve. */
export interface EikonalFront {
  readonly outTimes_ms: Float64Array;
  readonly operator: EikonalOperator;
  readonly queue: BucketQueue;
  readonly bucketsPerMs: number;
  readonly start_ms: number;
  /** The bucket that nodes are taken from; it only grows. */
  bucket: number;
  queuedCount: number;
}

export function bucketOf(front: EikonalFront, time_ms: number): number {
  return Math.floor((time_ms - front.start_ms) * front.bucketsPerMs);
}

/** Lowers the time of a node and queues it. */
export function lowerTime(front: EikonalFront, node: number, time_ms: number): void {
  front.outTimes_ms[node] = time_ms;
  front.queuedCount += insertIntoBucket(front.queue, node, Math.max(bucketOf(front, time_ms), front.bucket));
}

/*
 * What is known of an element's corners is one number of three groups of four bits; bit i of a group stands for corner i. The
 * first group holds the corners that may gain.
 */
export const ALL_CORNERS = 15;
/** First bit of: the triangle opposite the corner is loose, so a path from an edge of it may improve a corner of it. */
export const LOOSE_BITS = 4;
/** First bit of: the best path to the corner may start inside the face opposite it. */
export const INSIDE_BITS = 8;

/** Place among an element's six edges of the edge between corners i and j, at 4 i + j. */
const EDGE_BETWEEN = Uint8Array.of(0, 0, 1, 2, 0, 0, 3, 4, 1, 3, 0, 5, 2, 4, 5, 0);
/** The lower of the two corners that are neither i nor j, at 4 i + j. */
const THIRD_CORNER = Uint8Array.of(0, 2, 1, 1, 2, 0, 0, 0, 1, 0, 0, 0, 1, 0, 0, 0);

/**
 * Gives corner c of an element the best path that starts on the side of node v, if that is earlier.
 *
 * @param entry  4 · element + corner of v
 * @param ic     another corner of the element
 * @param found  what `spreadFromNode` found of the element's corners
 */
export function improveCorner(front: EikonalFront, v: number, entry: number, ic: number, found: number): void {
  const { outTimes_ms: times } = front;
  const { couplings, nodes } = front.operator;
  const iv = entry & 3;
  const ia = THIRD_CORNER[4 * iv + ic]!;
  const ib = 6 - iv - ic - ia;
  const at = 8 * (entry >>> 2);
  const nodesAt = 2 * at + 12;
  const c = nodes[nodesAt + ic]!;
  // Times count from the time of v.
  const tv = times[v]!;
  const ta = times[nodes[nodesAt + ia]!]! - tv;
  const tb = times[nodes[nodesAt + ib]!]! - tv;
  const tc = times[c]! - tv;
  const kva = couplings[at + EDGE_BETWEEN[4 * iv + ia]!]!;
  const kvb = couplings[at + EDGE_BETWEEN[4 * iv + ib]!]!;
  const kvc = couplings[at + EDGE_BETWEEN[4 * iv + ic]!]!;
  const kab = couplings[at + EDGE_BETWEEN[4 * ia + ib]!]!;
  const kac = couplings[at + EDGE_BETWEEN[4 * ia + ic]!]!;
  const kbc = couplings[at + EDGE_BETWEEN[4 * ib + ic]!]!;
  const ga = kva + kab + kac;
  const gb = kvb + kab + kbc;
  const gc = kvc + kac + kbc;
  // No path is shorter than the height 1/√gc over the face, nor starts before its earliest corner.
  const late = tc - Math.min(0, ta, tb);
  if (late * late * gc <= 1) return;
  let isEdgeA = ((found >>> (LOOSE_BITS + ib)) & 1) === 1;
  let isEdgeB = ((found >>> (LOOSE_BITS + ia)) & 1) === 1;
  let time = tc;
  if (((found >>> (INSIDE_BITS + ic)) & 1) === 1) {
    const outflow = -(kac * ta + kbc * tb);
    const discriminant = outflow * outflow - gc * (ga * ta * ta + gb * tb * tb - 2 * kab * ta * tb - 1);
    // Not a number where a or b has no time.
    if (discriminant >= 0) {
      const inside = (Math.sqrt(discriminant) - outflow) / gc;
      // The minimum over the whole plane of the face bounds every path from it.
      if (inside >= tc - REINSERTION_THRESHOLD_ms) return;
      const isBeyondB = gb * tb - kab * ta - kbc * inside > 0;
      const isBeyondA = ga * ta - kab * tb - kac * inside > 0;
      if (!isBeyondA && !isBeyondB) {
        // Beyond the edge opposite v, where paths are no news of v.
        if (kva * ta + kvb * tb + kvc * inside < 0) return;
        lowerTime(front, c, tv + inside);
        return;
      }
      isEdgeA &&= isBeyondB;
      isEdgeB &&= isBeyondA;
    }
  }
  if (!isEdgeA && !isEdgeB) return;
  // The inverse of the matrix of fluxes, times its determinant, holds the products of the edges at v in the metric.
  const aa = gb * gc - kbc * kbc;
  const bb = ga * gc - kac * kac;
  const cc = ga * gb - kab * kab;
  const ac = kab * kbc + kac * gb;
  const bc = kab * kac + kbc * ga;
  const determinant = gc * cc - kac * ac - kbc * bc;
  if (isEdgeA) time = Math.min(time, minimizeFromEdge(aa, ac, cc, gb, determinant, ta, tc));
  if (isEdgeB) time = Math.min(time, minimizeFromEdge(bb, bc, cc, ga, determinant, tb, tc));
  if (time < tc - REINSERTION_THRESHOLD_ms) lowerTime(front, c, tv + time);
}

/**
 * Earliest time at corner c from the edge v-a in one triangle, 0 being the time of v and `ta` that of a, with the starting
 * point off a: min over 0 ≤ l < 1 of l ta + |e_c − l e_a|_M. Infinity where that is not before tc, or a is the best start.
 *
 * @param aa, ac, cc   products of the edges e_a and e_c at v in the metric, times the determinant
 * @param area         aa cc − ac², over the determinant
 */
function minimizeFromEdge(
  aa: number,
  ac: number,
  cc: number,
  area: number,
  determinant: number,
  ta: number,
  tc: number,
): number {
  // The minimum over the whole line of the edge, where there is one, shows without a root that c is not improved.
  const slack = aa - determinant * ta * ta;
  const late = aa * tc - ac * ta;
  if (slack > 0 && (late <= 0 || late * late <= area * slack)) return Infinity;
  const scale = 1 / determinant;
  const lengthV = Math.sqrt(cc * scale);
  if (ta * lengthV >= ac * scale) return lengthV;
  const lengthA = Math.sqrt(Math.max(0, (aa - 2 * ac + cc) * scale));
  if (ta * lengthA + (aa - ac) * scale <= 0) return Infinity;
  return (Math.sqrt(Math.max(0, area * slack)) + ac * ta) / aa;
}
