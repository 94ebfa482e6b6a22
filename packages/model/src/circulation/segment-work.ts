import type { VentricularPatch } from "./circulation-parameters.ts";
import { FIT_PARAMETERS } from "./fit-parameters.ts";
import type { BeatTrace } from "./record-beat.ts";
import { integrateAlong } from "./trace-integrals.ts";

/** A segment, or parts of it: "11a", "17s". */
const SEGMENT_LABEL = /^(\d+)[a-z]*$/;
const SEGMENT_COUNT = 17;

/**
 * Fiber work per muscle volume over one beat, −∮ σ dε, by AHA segment; below 0 where the muscle is stretched at a higher
 * stress than it shortens at. Parts of a segment count by their volume.
 *
 * @param patches  of the ventricles, in the order of the trace's first patches; their labels begin with the segment
 * @returns 17 values, segment 1 first, mJ/mL; undefined where no patch is of the segment
 */
export function measureSegmentWork_mJPerML(
  { patchStrains, patchStresses_kPa }: BeatTrace,
  patches: readonly VentricularPatch[],
): (number | undefined)[] {
  const sums = Array.from({ length: SEGMENT_COUNT }, () => ({ work: 0, weight: 0 }));
  for (const [index, patch] of patches.entries()) {
    const sum = sums[Number(SEGMENT_LABEL.exec(patch.label)?.[1]) - 1];
    if (!sum || patch.wall === "rvFree") continue;
    const weight = weighPatch(patch);
    sum.work -= weight * integrateAlong(patchStresses_kPa[index]!, patchStrains[index]!);
    sum.weight += weight;
  }
  return sums.map(({ work, weight }) => (weight > 0 ? work / weight : undefined));
}

/** Share of the muscle of left free wall and septum together. */
function weighPatch({ wall, wallShare }: VentricularPatch): number {
  const septal = FIT_PARAMETERS.septalShareRatio.value;
  return wallShare * (wall === "septum" ? septal : 1 - septal);
}
