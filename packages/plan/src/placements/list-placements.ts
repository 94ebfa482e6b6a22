import { collectMuscleNodes, type PreparedHeart } from "@tributary/engine";
import {
  computeVeinReach,
  DEFAULT_TOOL_LEVEL,
  describeLimit,
  LEAD_LUMEN_RATIO,
  type LvLead,
  millimetersFromFrench,
  type PlacedElectrode,
  placeLead,
  type VeinReach,
  type VenousTree,
} from "@tributary/model";
import type { PlanExclusion } from "../plan.ts";

/** Step of the tip along a vein, mm. */
const DEPTH_STEP_mm = 2;

/** A lead at one depth of one vein. */
export interface Placement {
  readonly vein: string;
  readonly tipDepth_mm: number;
  /** How much farther the lead would go, mm. */
  readonly spareReach_mm: number;
  readonly takeOffAngle_rad: number | undefined;
  readonly electrodes: readonly PlacedElectrode[];
}

export interface PlacementSearch {
  readonly placements: readonly Placement[];
  /** Veins, or parts of them, where the lead does not get to. */
  readonly exclusions: readonly PlanExclusion[];
}

/**
 * Every depth, in steps of 2 mm, at which a lead lies with all its electrodes inside the veins.
 *
 * A lead that fits no vein gives no placement and one reason a vein; that is a result, not an error.
 */
export function listPlacements(prepared: PreparedHeart, tree: VenousTree, lead: LvLead): PlacementSearch {
  const body_F = lead.bodySize_F.value;
  if (body_F === undefined || lead.electrodeOffsets_mm.value === undefined) return refuseLead(tree, lead);
  const body = { diameter_mm: millimetersFromFrench(body_F), leastLumenRatio: LEAD_LUMEN_RATIO };
  const muscle = collectMuscleNodes(prepared);
  const placements: Placement[] = [];
  const exclusions: PlanExclusion[] = [];
  for (const branch of tree.branches) {
    const reach = computeVeinReach(tree, branch.name, body, DEFAULT_TOOL_LEVEL);
    let reason = describeReach(reach);
    let count = 0;
    for (let depth_mm = DEPTH_STEP_mm; depth_mm <= reach.reach_mm; depth_mm += DEPTH_STEP_mm) {
      const outcome = placeLead(tree, branch.name, depth_mm, lead, { muscle });
      if (outcome.kind !== "placed") {
        reason = outcome.reason;
        continue;
      }
      count++;
      placements.push({
        vein: branch.name,
        tipDepth_mm: depth_mm,
        spareReach_mm: reach.reach_mm - depth_mm,
        takeOffAngle_rad: branch.takeOffAngle_rad,
        electrodes: outcome.electrodes,
      });
    }
    if (count === 0) exclusions.push({ vein: branch.name, reason });
    else if (reach.limit.kind !== "end-of-vein") {
      exclusions.push({
        vein: branch.name,
        reason: `The lead stops at ${reach.reach_mm.toFixed(0)} mm: ${describeLimit(reach.limit)}.`,
      });
    }
  }
  return { placements, exclusions };
}

function describeReach({ reach_mm, limit }: VeinReach): string {
  if (reach_mm === 0) return `The lead does not enter: ${describeLimit(limit)}.`;
  return `The lead goes ${reach_mm.toFixed(0)} mm: ${describeLimit(limit)}.`;
}

/** A lead of which no size is known is placed nowhere; the model says what is missing. */
function refuseLead(tree: VenousTree, lead: LvLead): PlacementSearch {
  const exclusions = tree.branches.map(({ name }) => {
    const outcome = placeLead(tree, name, DEPTH_STEP_mm, lead);
    return { vein: name, reason: outcome.kind === "placed" ? "" : outcome.reason };
  });
  return { placements: [], exclusions };
}
