import type { ActivationDifference } from "@tributary/model";

/** How far a map lies from another program's, in two lines. */
export function describeDifference(mapName: string, path: string, difference: ActivationDifference): string {
  const { comparedCount, oneSidedCount, mean_ms, rms_ms, largest_ms, largestNode } = difference;
  if (comparedCount === 0) return `${mapName} and ${path} reach no node in common.`;
  return [
    `${mapName} minus ${path}: mean ${mean_ms.toFixed(2)} ms, rms ${rms_ms.toFixed(2)} ms,`,
    `largest ${largest_ms.toFixed(2)} ms at node ${largestNode}; ${comparedCount} nodes compared, ${oneSidedCount} reached by one only`,
  ].join("\n");
}
