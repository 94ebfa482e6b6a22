import type { TimeField } from "./combine-fields.ts";

/** How far two activation maps of one mesh lie apart. */
export interface ActivationDifference {
  /** Nodes that both reach; the rest of the figures are over these. */
  readonly comparedCount: number;
  /** Nodes that only one of the two reaches. */
  readonly oneSidedCount: number;
  /** Mean of first minus second, ms. */
  readonly mean_ms: number;
  readonly rms_ms: number;
  /** Largest absolute difference, ms, and its node; -1 when nothing is compared. */
  readonly largest_ms: number;
  readonly largestNode: number;
}

/**
 * Differences of two activation maps, node by node, as two programs are compared.
 *
 * @param first   nodeCount, ms; Infinity where unreached
 * @param second  nodeCount, ms; of the same nodes in the same order
 */
export function measureActivationDifference(first: TimeField, second: TimeField): ActivationDifference {
  let comparedCount = 0;
  let oneSidedCount = 0;
  let sum_ms = 0;
  let squares_ms2 = 0;
  let largest_ms = 0;
  let largestNode = -1;
  for (let node = 0; node < first.length; node++) {
    const isFirst = first[node]! < Infinity;
    const isSecond = second[node]! < Infinity;
    if (isFirst !== isSecond) oneSidedCount++;
    if (!isFirst || !isSecond) continue;
    const difference_ms = first[node]! - second[node]!;
    comparedCount++;
    sum_ms += difference_ms;
    squares_ms2 += difference_ms * difference_ms;
    if (largestNode < 0 || Math.abs(difference_ms) > largest_ms) {
      largest_ms = Math.abs(difference_ms);
      largestNode = node;
    }
  }
  return {
    comparedCount,
    oneSidedCount,
    mean_ms: sum_ms / comparedCount,
    rms_ms: Math.sqrt(squares_ms2 / comparedCount),
    largest_ms,
    largestNode,
  };
}
