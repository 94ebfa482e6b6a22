import { listSearchedVectors } from "../placements/searched-vectors.ts";
import type { PlanInput } from "../plan-input.ts";
import type { HeartSearch } from "../search/search-heart.ts";

/** Placements x vectors x right-ventricular sites x AV x VV delays that were measured. */
export function countConfigurations({ candidates, entries }: HeartSearch, input: PlanInput): number {
  const vectors = listSearchedVectors(input);
  let count = 0;
  for (const { uses } of candidates.cathodes) {
    for (const { placement, electrodeIndex } of uses) {
      const { name } = placement.electrodes[electrodeIndex]!;
      count += vectors.filter(({ cathode }) => cathode === name).length;
    }
  }
  return count * entries.length;
}
