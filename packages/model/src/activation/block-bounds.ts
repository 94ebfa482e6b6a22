import type { TimeField } from "./combine-fields.ts";

/** Nodes in a block of `BlockBounds`. */
export const BLOCK_SIZE = 128;

/**
 * Upper bounds of single-source fields over blocks of nodes in mesh order, so that most blocks need not be visited to find
 * the latest time of a combination. Works best when neighbors in the mesh are neighbors in the order.
 */
export interface BlockBounds {
  readonly nodeCount: number;
  /** For each field, the latest time in each block; -Infinity for a block without a node that counts. */
  readonly latest_ms: readonly Float64Array[];
  /** 1 for nodes that count: inside the mask and reached by at least one field. */
  readonly counts: Uint8Array;
}

/** @param mask  nodeCount, 1 for the nodes to count (the LV only, the RV only); all of them when left out */
export function buildBlockBounds(fields: readonly TimeField[], mask?: Uint8Array): BlockBounds {
  const nodeCount = fields[0]?.length ?? 0;
  const counts = new Uint8Array(nodeCount);
  for (let node = 0; node < nodeCount; node++) {
    const isReached = fields.some((field) => field[node]! < Infinity);
    counts[node] = isReached && (mask === undefined || mask[node]) ? 1 : 0;
  }
  const latest_ms = fields.map((field) => findBlockMaxima(field, counts));
  return { nodeCount, latest_ms, counts };
}

function findBlockMaxima(field: TimeField, counts: Uint8Array): Float64Array {
  const maxima = new Float64Array(Math.ceil(field.length / BLOCK_SIZE)).fill(-Infinity);
  for (let node = 0; node < field.length; node++) {
    const block = Math.floor(node / BLOCK_SIZE);
    if (counts[node] && field[node]! > maxima[block]!) maxima[block] = field[node]!;
  }
  return maxima;
}
