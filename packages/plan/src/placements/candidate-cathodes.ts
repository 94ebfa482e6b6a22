import { findBranch, placeInVein, type VeinPlace, type VenousTree } from "@tributary/model";
import type { PlanExclusion } from "../plan.ts";
import { PLAN_PARAMETERS } from "../plan-parameters.ts";
import type { Placement } from "./list-placements.ts";

/** Veins of which only electrodes in the atrioventricular groove are reached, and why those are not paced from. */
export function listGrooveExclusions(
  placements: readonly Placement[],
  cathodes: readonly CandidateCathode[],
): PlanExclusion[] {
  const reached = new Set(placements.flatMap(({ electrodes }) => electrodes.map(({ vein }) => vein)));
  for (const { vein } of cathodes) reached.delete(vein);
  return [...reached].map((vein) => ({
    vein,
    reason: "Electrodes here lie in the atrioventricular groove: their pulses reach the atrium too.",
  }));
}

/** A place of a vein where the cathode of some placement lies; arcs are rounded to 1 mm. */
export interface CandidateCathode {
  readonly vein: string;
  /** From the mouth of the vein. */
  readonly arc_mm: number;
  readonly place: VeinPlace;
  /** Which placements put which of their electrodes here. */
  readonly uses: readonly CathodeUse[];
}

export interface CathodeUse {
  readonly placement: Placement;
  /** 0 for LV1, the tip. */
  readonly electrodeIndex: number;
}

/** Cathodes closer than this are one: far below what a lead can be steered to, or seen with. */
const ARC_STEP_mm = 1;

/**
 * Every place where a cathode can lie, vein by vein and rising along each. The activation depends on the cathode's place
 * alone, so that many placements and vectors share one. The atrioventricular groove is left out.
 */
export function listCandidateCathodes(
  tree: VenousTree,
  placements: readonly Placement[],
  arcStep_mm = ARC_STEP_mm,
): CandidateCathode[] {
  const found = new Map<string, Map<number, CathodeUse[]>>();
  for (const placement of placements) {
    for (const [electrodeIndex, { vein, arc_mm }] of placement.electrodes.entries()) {
      const rounded_mm = Math.round(arc_mm / arcStep_mm) * arcStep_mm;
      const inVein = found.get(vein) ?? new Map<number, CathodeUse[]>();
      found.set(vein, inVein);
      const uses = inVein.get(rounded_mm) ?? [];
      inVein.set(rounded_mm, uses);
      uses.push({ placement, electrodeIndex });
    }
  }
  return tree.branches.flatMap(({ name }) => {
    const branch = findBranch(tree, name);
    const arcs = [...(found.get(name)?.entries() ?? [])].sort(([a], [b]) => a - b);
    return arcs
      .map(([arc_mm, uses]) => ({ vein: name, arc_mm, place: placeInVein(branch, arc_mm), uses }))
      .filter(({ place }) => place.ab <= PLAN_PARAMETERS.atrioventricularGroove_ab.value);
  });
}
