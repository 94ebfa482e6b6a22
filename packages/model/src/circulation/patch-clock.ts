import type { ActivatedHeart } from "./activated-heart.ts";

/** Reads the times of fixed patches off any activation map of one mesh: weights of nodes, patch by patch. */
export interface PatchClock {
  /** By patch: the nodes of its elements, each once. */
  readonly nodes: readonly Uint32Array[];
  /** By patch: the share of its volume that belongs to each of those nodes; they add to 1. */
  readonly shares: readonly Float64Array[];
}

/** @param elements  by patch, of `patchesFromActivation` */
export function createPatchClock(
  elements: readonly (readonly number[])[],
  { tetrahedra, volumes_mm3 }: Pick<ActivatedHeart, "tetrahedra" | "volumes_mm3">,
): PatchClock {
  const parts = elements.map((own) => {
    const shares = new Map<number, number>();
    const volume_mm3 = own.reduce((sum, element) => sum + volumes_mm3[element]!, 0);
    for (const element of own) {
      const share = volumes_mm3[element]! / (4 * volume_mm3);
      for (let corner = 4 * element; corner < 4 * element + 4; corner++) {
        const node = tetrahedra[corner]!;
        shares.set(node, (shares.get(node) ?? 0) + share);
      }
    }
    return shares;
  });
  return {
    nodes: parts.map((shares) => Uint32Array.from(shares.keys())),
    shares: parts.map((shares) => Float64Array.from(shares.values())),
  };
}

/**
 * Mean activation time of each patch, weighted by volume, over the muscle that is reached.
 *
 * @param times_ms  nodeCount; Infinity where unreached
 * @returns one a patch; NaN where none of its muscle is reached
 */
export function readPatchTimes({ nodes, shares }: PatchClock, times_ms: ArrayLike<number>): Float64Array {
  return Float64Array.from(nodes, (own, patch) => {
    let sum_ms = 0;
    let reached = 0;
    for (let i = 0; i < own.length; i++) {
      const time_ms = times_ms[own[i]!]!;
      if (time_ms === Infinity) continue;
      sum_ms += shares[patch]![i]! * time_ms;
      reached += shares[patch]![i]!;
    }
    return sum_ms / reached;
  });
}
