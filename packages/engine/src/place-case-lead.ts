import {
  computeVeinReach,
  DEFAULT_CAPTURE,
  DEFAULT_TOOL_LEVEL,
  LEAD_LUMEN_RATIO,
  type LeadPlacement,
  type LvLead,
  type MuscleNodes,
  markLiminalNodes,
  millimetersFromFrench,
  placeLead,
  TISSUE,
  type VeinName,
  type VenousTree,
} from "@tributary/model";
import type { PreparedHeart } from "./prepare-heart.ts";

/** A vein and how far the tip electrode lies in it, from the vein's mouth. */
export interface PlacementSpecification {
  readonly vein: string;
  readonly insertionDepth_mm: number;
}

export interface CaseLead {
  readonly lead: LvLead;
  readonly placement: PlacementSpecification | undefined;
  readonly outcome: LeadPlacement;
  /** True when the case gave no placement and one was taken to have something to show; it is not a recommendation. */
  readonly isDefault: boolean;
}

/** Where a default placement looks, the middle of the lateral wall first; assumed. */
const DEFAULT_VEINS: readonly VeinName[] = [
  "leftMarginalVein",
  "posterolateralVein",
  "posteriorVein",
  "anterolateralVein",
];
/** The part of a vein's reach at which a default placement puts the tip; assumed. */
const DEFAULT_REACH_FRACTION = 0.5;

/**
 * The lead of a case in its vein, or, when the case names no place, in the first free-wall vein that lets it in.
 *
 * A lead that fits no vein is an outcome with its reason, not an error.
 */
export function placeCaseLead(
  prepared: PreparedHeart,
  tree: VenousTree,
  lead: LvLead,
  given: PlacementSpecification | undefined,
): CaseLead {
  const muscle = collectMuscleNodes(prepared);
  if (given) {
    const outcome = placeLead(tree, given.vein, given.insertionDepth_mm, lead, { muscle });
    return { lead, placement: given, outcome, isDefault: false };
  }
  let firstOutcome: LeadPlacement | undefined;
  for (const placement of listDefaultPlacements(tree, lead)) {
    const outcome = placeLead(tree, placement.vein, placement.insertionDepth_mm, lead, { muscle });
    if (outcome.kind === "placed") return { lead, placement, outcome, isDefault: true };
    firstOutcome ??= outcome;
  }
  return { lead, placement: undefined, outcome: firstOutcome ?? describeNoVein(lead), isDefault: true };
}

function listDefaultPlacements(tree: VenousTree, lead: LvLead): PlacementSpecification[] {
  // A lead whose size nobody knows is not placed at any depth: placeLead says what is missing.
  const diameter_mm = millimetersFromFrench(lead.bodySize_F.value ?? 0);
  const wanted = DEFAULT_VEINS.filter((name) => tree.branches.some((branch) => branch.name === name));
  return wanted.map((vein) => {
    const body = { diameter_mm, leastLumenRatio: LEAD_LUMEN_RATIO };
    const { reach_mm } = computeVeinReach(tree, vein, body, DEFAULT_TOOL_LEVEL);
    return { vein, insertionDepth_mm: Math.max(1, DEFAULT_REACH_FRACTION * reach_mm) };
  });
}

function describeNoVein(lead: LvLead): LeadPlacement {
  return {
    kind: "unreachable",
    limit: { kind: "end-of-vein", branch: "none", arc_mm: 0 },
    reach_mm: 0,
    reason: `This heart has no vein over the free wall that ${lead.model} could enter.`,
  };
}

/** The nodes of a heart's muscle; where scar is known, with those at which enough viable muscle lies together. */
export function collectMuscleNodes({ heart, tissue }: PreparedHeart): MuscleNodes {
  const { points_mm } = heart;
  if (tissue.every((value) => value === TISSUE.healthy)) return { points_mm };
  const viableNodes = new Uint8Array(points_mm.length / 3);
  for (let element = 0; element < tissue.length; element++) {
    if (tissue[element] === TISSUE.scar) continue;
    for (let corner = 0; corner < 4; corner++) viableNodes[heart.tetrahedra[4 * element + corner]!] = 1;
  }
  return { points_mm, viableNodes: markLiminalNodes(points_mm, viableNodes, DEFAULT_CAPTURE.liminalRadius_mm) };
}
