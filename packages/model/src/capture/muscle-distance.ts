import type { PlacedElectrode } from "../lead/place-lead.ts";
import { DEFAULT_CAPTURE } from "./capture-parameters.ts";

/** What is known of where an electrode lies. */
export type ElectrodeBed = Pick<
  PlacedElectrode,
  "gap_mm" | "lumen_mm" | "fillRatio" | "nearestNodeDistance_mm" | "viableDistance_mm"
>;

/** From an electrode to muscle, and how much of that is scar. */
export interface MuscleDistance {
  readonly distanceToViable_mm: number;
  /** How much farther viable muscle is than muscle; 0 without scar. */
  readonly scarDistance_mm: number;
}

/**
 * Distance from the surface of an electrode to viable muscle.
 *
 * d = wall and capsule + a part of the fat + a part of the free lumen + scar. The scar's part is how much farther the
 * nearest viable node is than the nearest node, so that the coarseness of a mesh cancels.
 *
 * @param bed  of a placed electrode; give it nodes from `markLiminalNodes` as viable, so that a thin viable rim that
 *   cannot excite the rest does not count. Without known scar all muscle is viable.
 * Source: the fat under veins: Keiler et al., Front Cardiovasc Med 2020, 611160; the parts of it are assumed.
 */
export function measureMuscleDistance(bed: ElectrodeBed, parameters = DEFAULT_CAPTURE): MuscleDistance {
  const { gap_mm, lumen_mm, fillRatio, nearestNodeDistance_mm, viableDistance_mm } = bed;
  const freeLumen_mm = Math.max(0, lumen_mm * (1 - fillRatio));
  const toMuscle_mm =
    parameters.wallAndCapsule_mm + parameters.fatRatio * gap_mm + parameters.clearanceRatio * freeLumen_mm;
  const isScarKnown = nearestNodeDistance_mm !== undefined && viableDistance_mm !== undefined;
  const scarDistance_mm = isScarKnown ? Math.max(0, viableDistance_mm - nearestNodeDistance_mm) : 0;
  return { distanceToViable_mm: toMuscle_mm + scarDistance_mm, scarDistance_mm };
}
