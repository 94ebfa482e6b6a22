import { ahaSegment, longitudinalThird } from "../anatomy/coordinate-conventions.ts";
import { TributaryError } from "../errors/tributary-error.ts";
import type { Vector3 } from "../numerics/vector3.ts";
import { degreesFromRadians, millimetersFromFrench } from "../units/convert.ts";
import {
  computeVeinReach,
  DEFAULT_TOOL_LEVEL,
  LEAD_LUMEN_RATIO,
  type ReachLimit,
  type ToolLevel,
} from "../veins/reach.ts";
import { spellVeinName } from "../veins/vein-name.ts";
import { branchLength, findBranch, locateAtDepth, placeInVein, type VenousTree } from "../veins/venous-tree.ts";
import { LV_ELECTRODES, type LvElectrode, type LvLead } from "./lead.ts";
import { type MuscleContact, type MuscleNodes, measureMuscleContact } from "./muscle-contact.ts";
import { freeWallRegion, type WallRegion } from "./wall-region.ts";

/** How a lead body sits in a lumen: held tight, held, or free to move. */
export type LumenFit = "wedged" | "stable" | "loose";

export interface PlacedElectrode extends MuscleContact {
  readonly name: LvElectrode;
  /** The vein it lies in; proximal electrodes may lie back in a parent. */
  readonly vein: string;
  readonly arc_mm: number;
  readonly position_mm: Vector3;
  readonly ab: number;
  readonly rt: number;
  /** One-based, 1-17. */
  readonly ahaSegment: number;
  readonly third: "apical" | "mid" | "basal";
  readonly region: WallRegion;
  readonly lumen_mm: number;
  /** Body over lumen. */
  readonly fillRatio: number;
  readonly fit: LumenFit;
  /** From the vein's wall to the epicardium. */
  readonly gap_mm: number;
}

/** Why a lead is not where it was wanted. */
export type PlacementLimit =
  | ReachLimit
  | {
      /** The proximal electrode would still lie in the right atrium. */
      readonly kind: "too-shallow";
      readonly electrode: LvElectrode;
      readonly leastDepth_mm: number;
    };

export type LeadPlacement =
  | { readonly kind: "placed"; readonly electrodes: readonly PlacedElectrode[] }
  | { readonly kind: "unreachable"; readonly limit: PlacementLimit; readonly reach_mm: number; readonly reason: string }
  | {
      /** The catalog does not know a size of this lead; the user has to state it with `defineLead`. */
      readonly kind: "lead-not-specified";
      readonly missing: "electrodeOffsets_mm" | "bodySize_F";
      readonly reason: string;
    };

export interface PlacementOptions {
  /** DEFAULT_TOOL_LEVEL when not given. */
  readonly toolLevel?: ToolLevel;
  /** Least lumen as a share of the body; LEAD_LUMEN_RATIO when not given. */
  readonly leastLumenRatio?: number;
  readonly muscle?: MuscleNodes;
}

/**
 * A lead in a vein.
 *
 * The insertion depth is the arc length of the tip electrode from the mouth of the vein. The other electrodes follow the
 * lead back by their spacing, through the mouth into the parent where the vein is short.
 *
 * @param tree               of the heart
 * @param vein               a name of the tree
 * @param insertionDepth_mm  above 0
 * @param lead               of the catalog or defined by the user
 * @param options            tools at hand, muscle for contact and viability
 * @returns the electrodes with place, segment, fit and contact; or why the lead does not get there
 * @throws TributaryError "unknown-vein" or "insertion-depth-out-of-range"
 *
 * Source: fit limits assumed: wedged where lumen is 0.9 to 1.1 of the body, loose where body is below 0.6 of the lumen.
 */
export function placeLead(
  tree: VenousTree,
  vein: string,
  insertionDepth_mm: number,
  lead: LvLead,
  options: PlacementOptions = {},
): LeadPlacement {
  const length_mm = branchLength(findBranch(tree, vein));
  checkInsertionDepth(insertionDepth_mm, vein, length_mm);
  const offsets_mm = lead.electrodeOffsets_mm.value;
  const body_F = lead.bodySize_F.value;
  if (offsets_mm === undefined) return reportMissing(lead, "electrodeOffsets_mm");
  if (body_F === undefined) return reportMissing(lead, "bodySize_F");

  const { toolLevel = DEFAULT_TOOL_LEVEL, leastLumenRatio = LEAD_LUMEN_RATIO } = options;
  const diameter_mm = millimetersFromFrench(body_F);
  const { reach_mm, limit } = computeVeinReach(tree, vein, { diameter_mm, leastLumenRatio }, toolLevel);
  if (insertionDepth_mm > reach_mm) return reportUnreachable(lead, insertionDepth_mm, reach_mm, limit);

  const electrodes: PlacedElectrode[] = [];
  for (let i = 0; i < offsets_mm.length; i++) {
    const name = LV_ELECTRODES[i]!;
    const at = locateAtDepth(tree, vein, insertionDepth_mm - offsets_mm[i]!);
    if (!at) return reportShallow(tree, vein, lead, name, offsets_mm[offsets_mm.length - 1]!);
    const place = placeInVein(at.branch, at.arc_mm);
    const fillRatio = diameter_mm / place.diameter_mm;
    electrodes.push({
      name,
      vein: at.branch.name,
      arc_mm: at.arc_mm,
      position_mm: place.point_mm,
      ab: place.ab,
      rt: place.rt,
      ahaSegment: ahaSegment(place.ab, place.rt),
      third: longitudinalThird(place.ab),
      region: freeWallRegion(place.rt),
      lumen_mm: place.diameter_mm,
      fillRatio,
      fit: judgeFit(fillRatio),
      gap_mm: place.gap_mm,
      ...measureMuscleContact(place.point_mm, options.muscle),
    });
  }
  return { kind: "placed", electrodes };
}

/** Wedged where the lumen is at most 1.1 times the body, loose where the body is less than 0.6 of it; assumed. */
function judgeFit(fillRatio: number): LumenFit {
  if (fillRatio >= 1 / 1.1) return "wedged";
  return fillRatio >= 0.6 ? "stable" : "loose";
}

function reportMissing(lead: LvLead, missing: "electrodeOffsets_mm" | "bodySize_F"): LeadPlacement {
  const words = missing === "bodySize_F" ? "The body size" : "The electrode spacing";
  const reason = `${words} of ${lead.model} is not confirmed; state it from the data sheet as a lead of your own.`;
  return { kind: "lead-not-specified", missing, reason };
}

function reportUnreachable(lead: LvLead, wanted_mm: number, reach_mm: number, limit: ReachLimit): LeadPlacement {
  const reason = `${lead.model} goes ${reach_mm.toFixed(1)} mm of the wanted ${wanted_mm.toFixed(1)} mm: ${describeLimit(limit)}.`;
  return { kind: "unreachable", limit, reach_mm, reason };
}

function reportShallow(
  tree: VenousTree,
  vein: string,
  lead: LvLead,
  electrode: LvElectrode,
  last_mm: number,
): LeadPlacement {
  let before_mm = 0;
  let branch = findBranch(tree, vein);
  while (branch.parent !== undefined) {
    before_mm += branch.junctionArc_mm;
    branch = findBranch(tree, branch.parent);
  }
  const leastDepth_mm = last_mm - before_mm;
  const reason = `${electrode} of ${lead.model} would lie in the right atrium; the least depth is ${leastDepth_mm.toFixed(1)} mm.`;
  return { kind: "unreachable", limit: { kind: "too-shallow", electrode, leastDepth_mm }, reach_mm: 0, reason };
}

/** A sentence's end that says why a body stops. */
export function describeLimit(limit: ReachLimit): string {
  const branch = `the ${spellVeinName(limit.branch).toLowerCase()}`;
  const where = `${limit.arc_mm.toFixed(0)} mm into ${branch}`;
  switch (limit.kind) {
    case "end-of-vein":
      return `${branch} ends`;
    case "lumen":
      return `${where} the lumen is ${limit.lumen_mm.toFixed(2)} mm and ${limit.needed_mm.toFixed(2)} mm is needed`;
    case "turn-angle":
      return `${branch} takes off at ${asDegrees(limit.angle_rad)}, these tools allow ${asDegrees(limit.limit_rad)}`;
    case "bends":
      return `${where} the bends sum to ${asDegrees(limit.angle_rad)}, these tools allow ${asDegrees(limit.limit_rad)}`;
    case "valve":
      return `the ${limit.valve} closes ${branch} at ${limit.arc_mm.toFixed(1)} mm`;
  }
}

function asDegrees(angle_rad: number): string {
  return `${Math.round(degreesFromRadians(angle_rad))} degrees`;
}

function checkInsertionDepth(depth_mm: number, vein: string, length_mm: number): void {
  if (depth_mm > 0 && depth_mm < Number.POSITIVE_INFINITY) return;
  throw new TributaryError({
    code: "insertion-depth-out-of-range",
    what: "A lead cannot be placed at this depth.",
    where: `vein "${vein}", insertion depth`,
    why: `${depth_mm} mm; above 0 mm is allowed, and the vein ends at ${length_mm.toFixed(1)} mm`,
    fix: "Give the arc length of the tip from the mouth of the vein, in mm.",
  });
}
