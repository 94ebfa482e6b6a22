import { millimetersFromFrench, radiansFromDegrees } from "../units/convert.ts";
import { accumulateBends } from "./centerline.ts";
import { listPoints } from "./vein-branch.ts";
import { type PathStretch, pathToVein, type VeinBranch, type VenousTree } from "./venous-tree.ts";

/** What tools are at hand, 0 to 6; each level has those below it too. */
export const TOOL_LEVELS = [
  "straight guide and wire",
  "steerable catheter, other curve",
  "telescoping inner guide",
  "second or stiff wire, anchor balloon",
  "balloon venoplasty",
  "snare",
  "active fixation or stent",
] as const;
export type ToolLevel = 0 | 1 | 2 | 3 | 4 | 5 | 6;

/** An inner guide, the usual way into a branch. */
export const DEFAULT_TOOL_LEVEL: ToolLevel = 2;

/** The largest angle passed at each tool level, degrees as in practice. */
export const TOOL_ANGLE_LIMITS_deg = {
  /** Of the take-off. 80 for a straight guide and 120 with an inner guide are published practice; hairpins need a snare; rest assumed. */
  turn: [80, 80, 120, 150, 150, 180, 180],
  /** Sum of the vein's own bends; assumed. */
  bends: [330, 330, 420, 540, 540, 720, 720],
} as const;

/** The level from which an obstructive valve is passed: steering around the Thebesian, a balloon for Vieussens; assumed. */
const VALVE_LEVEL = { "Thebesian valve": 1, "valve of Vieussens": 4 } as const;

/** A vein stretches a little around a lead: its lumen may be 5 % less; assumed, configurable. */
export const LEAD_LUMEN_RATIO = 0.95;
/** A guide catheter is stiff: the lumen must be its full width. */
export const GUIDE_LUMEN_RATIO = 1;

/** A round body that is pushed into veins. */
export interface PushedBody {
  readonly diameter_mm: number;
  /** Least lumen as a share of the body: LEAD_LUMEN_RATIO or GUIDE_LUMEN_RATIO. */
  readonly leastLumenRatio: number;
}

/** Why a body goes no farther, by name; `branch` and `arc_mm` say where. */
export type ReachLimit = { readonly branch: string; readonly arc_mm: number } & (
  | { readonly kind: "end-of-vein" }
  | { readonly kind: "lumen"; readonly lumen_mm: number; readonly needed_mm: number }
  | { readonly kind: "turn-angle"; readonly angle_rad: number; readonly limit_rad: number; readonly toolLevel: number }
  | { readonly kind: "bends"; readonly angle_rad: number; readonly limit_rad: number; readonly toolLevel: number }
  | { readonly kind: "valve"; readonly valve: string; readonly toolLevel: number }
);

export interface VeinReach {
  readonly vein: string;
  /** Arc length from the vein's mouth; 0 when it is not entered. */
  readonly reach_mm: number;
  readonly isEntered: boolean;
  readonly limit: ReachLimit;
}

/**
 * How far a round body goes in a vein, and what stops it.
 *
 * Along the way from the right atrium, whichever comes first: an obstructive valve, a lumen below leastLumenRatio times
 * the body, a take-off angle or a sum of the vein's bends above the tool level's limit, the end. The trunk's own curve
 * is not counted as bends: guides are made for it.
 *
 * @param vein       a name of the tree
 * @param body       diameter 0.3 to 4 mm
 * @param toolLevel  0 to 6
 * @returns reach and limit; a vein that takes no body is a result, not an error
 * @throws TributaryError "unknown-vein"
 *
 * Source: lumen and angle rules assumed; tool levels after published techniques (inner guides 82.7 % optimal site,
 * venoplasty and snares). Bends are taken over chords of 10 mm.
 */
export function computeVeinReach(tree: VenousTree, vein: string, body: PushedBody, toolLevel: ToolLevel): VeinReach {
  const path = pathToVein(tree, vein);
  for (const stretch of path) {
    const limit = findLimit(tree, stretch, body, toolLevel);
    if (!limit) continue;
    const isHere = limit.branch === vein;
    const isEntered = isHere && limit.arc_mm > 0;
    return { vein, reach_mm: isEntered ? limit.arc_mm : 0, isEntered, limit };
  }
  const last = path[path.length - 1]!;
  const reach_mm = last.until_mm;
  return { vein, reach_mm, isEntered: true, limit: { kind: "end-of-vein", branch: vein, arc_mm: reach_mm } };
}

/** The reach of one body in every vein of a tree. */
export function computeReach(tree: VenousTree, body: PushedBody, toolLevel: ToolLevel): VeinReach[] {
  return tree.branches.map(({ name }) => computeVeinReach(tree, name, body, toolLevel));
}

const BEND_CHORD_mm = 10;

function findLimit(
  tree: VenousTree,
  { branch, until_mm }: PathStretch,
  body: PushedBody,
  toolLevel: ToolLevel,
): ReachLimit | undefined {
  const limits = [
    findTurnLimit(branch, toolLevel),
    ...tree.valves.map((valve): ReachLimit | undefined => {
      const passable = toolLevel >= VALVE_LEVEL[valve.name];
      if (valve.state !== "obstructive" || valve.branch !== branch.name || passable) return undefined;
      const { arc_mm } = valve;
      return { kind: "valve", valve: valve.name, toolLevel: VALVE_LEVEL[valve.name], branch: branch.name, arc_mm };
    }),
    findLumenLimit(branch, body),
    isTrunk(tree, branch) ? undefined : findBendLimit(branch, toolLevel),
  ];
  let first: ReachLimit | undefined;
  for (const limit of limits) {
    if (limit && limit.arc_mm < until_mm && (!first || limit.arc_mm < first.arc_mm)) first = limit;
  }
  return first;
}

/** The trunk is what drains other veins into the right atrium; its second part is known by its name. */
function isTrunk(tree: VenousTree, branch: VeinBranch): boolean {
  if (branch.name === "greatCardiacVein") return true;
  return branch.parent === undefined && tree.branches.some(({ parent }) => parent === branch.name);
}

function findTurnLimit(branch: VeinBranch, toolLevel: ToolLevel): ReachLimit | undefined {
  const angle_rad = branch.takeOffAngle_rad;
  const limit_rad = radiansFromDegrees(TOOL_ANGLE_LIMITS_deg.turn[toolLevel]);
  if (angle_rad === undefined || angle_rad <= limit_rad) return undefined;
  const needed = levelFor(TOOL_ANGLE_LIMITS_deg.turn, angle_rad);
  return { kind: "turn-angle", angle_rad, limit_rad, toolLevel: needed, branch: branch.name, arc_mm: 0 };
}

function findBendLimit(branch: VeinBranch, toolLevel: ToolLevel): ReachLimit | undefined {
  const limit_rad = radiansFromDegrees(TOOL_ANGLE_LIMITS_deg.bends[toolLevel]);
  const { at_mm, sum_rad } = accumulateBends(listPoints(branch), BEND_CHORD_mm);
  const index = sum_rad.findIndex((sum) => sum > limit_rad);
  if (index < 0) return undefined;
  const angle_rad = sum_rad[index]!;
  const needed = levelFor(TOOL_ANGLE_LIMITS_deg.bends, sum_rad[sum_rad.length - 1]!);
  return { kind: "bends", angle_rad, limit_rad, toolLevel: needed, branch: branch.name, arc_mm: at_mm[index]! };
}

/** The first tool level that allows an angle; the highest when none does. */
function levelFor(limits_deg: readonly number[], angle_rad: number): number {
  const level = limits_deg.findIndex((limit_deg) => angle_rad <= radiansFromDegrees(limit_deg));
  return level < 0 ? limits_deg.length - 1 : level;
}

function findLumenLimit(branch: VeinBranch, body: PushedBody): ReachLimit | undefined {
  const needed_mm = body.leastLumenRatio * body.diameter_mm;
  const { diameter_mm, arc_mm } = branch;
  for (let i = 0; i < arc_mm.length; i++) {
    const lumen_mm = diameter_mm[i]!;
    if (lumen_mm >= needed_mm) continue;
    const at_mm = i === 0 ? 0 : crossingArc(branch, i, needed_mm);
    return { kind: "lumen", lumen_mm, needed_mm, branch: branch.name, arc_mm: at_mm };
  }
  return undefined;
}

function crossingArc({ diameter_mm, arc_mm }: VeinBranch, i: number, wanted_mm: number): number {
  const share = (diameter_mm[i - 1]! - wanted_mm) / (diameter_mm[i - 1]! - diameter_mm[i]!);
  return arc_mm[i - 1]! + share * (arc_mm[i]! - arc_mm[i - 1]!);
}

/** The French sizes of the reach table: lead bodies 4 to 6, inner catheter 7, guide 9. */
export const REACH_SIZES_F = [4, 4.7, 5.3, 6, 7, 9] as const;
/** From this size a body is a guide and its rule is the guide's. */
export const GUIDE_FROM_F = 7;

export interface ReachRow extends VeinReach {
  readonly size_F: number;
}

/** How far each French size goes in each vein; leads by the lead's rule, catheters of 7 F and more by the guide's. */
export function tabulateReach(tree: VenousTree, toolLevel: ToolLevel): ReachRow[] {
  return REACH_SIZES_F.flatMap((size_F) => {
    const leastLumenRatio = size_F >= GUIDE_FROM_F ? GUIDE_LUMEN_RATIO : LEAD_LUMEN_RATIO;
    const diameter_mm = millimetersFromFrench(size_F);
    return computeReach(tree, { diameter_mm, leastLumenRatio }, toolLevel).map((row) => ({ size_F, ...row }));
  });
}
