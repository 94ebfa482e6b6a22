import { suggestNames } from "../errors/suggest-names.ts";
import { TributaryError } from "../errors/tributary-error.ts";
import { normalize, pointAt, subtract, type Vector3 } from "../numerics/vector3.ts";
import { coordinatesFromDisc, discFromCoordinates } from "./coordinate-disc.ts";
import type { ValveState } from "./sample-venous-tree.ts";

/** One vein of one heart, from its mouth to its end; all arrays have one value per point. */
export interface VeinBranch {
  /** A VeinName, or the name given in a file. */
  readonly name: string;
  /** The vein it drains into; undefined for the trunk and for a vein with its own mouth in the right atrium. */
  readonly parent: string | undefined;
  /** Arc length along the parent, from the parent's own mouth, at which it is received; 0 without a parent. */
  readonly junctionArc_mm: number;
  /** 3 · pointCount; center of the lumen. */
  readonly points_mm: Float64Array;
  /** From the mouth; increasing from 0. */
  readonly arc_mm: Float64Array;
  readonly diameter_mm: Float64Array;
  /** From the wall of the vein to the epicardium; 0 where it touches. */
  readonly gap_mm: Float64Array;
  readonly ab: Float64Array;
  readonly rt: Float64Array;
  /** Between the parent's direction away from the ostium and this vein's first one; undefined without a parent. */
  readonly takeOffAngle_rad: number | undefined;
  readonly source: "generated" | "explicit" | "centerline";
}

/** A valve at a place of the trunk. */
export interface VenousValve {
  readonly name: "Thebesian valve" | "valve of Vieussens";
  readonly branch: string;
  readonly arc_mm: number;
  readonly state: ValveState;
}

/** Veins in an order in which every parent comes before its tributaries. */
export interface VenousTree {
  readonly branches: readonly VeinBranch[];
  /** Empty where nothing is known of valves. */
  readonly valves: readonly VenousValve[];
}

/** One place in a vein. */
export interface VeinPlace {
  readonly point_mm: Vector3;
  /** Unit, away from the mouth. */
  readonly tangent: Vector3;
  readonly diameter_mm: number;
  readonly gap_mm: number;
  readonly ab: number;
  readonly rt: number;
}

/** @throws TributaryError "unknown-vein", with the names nearest to the wanted one. */
export function findBranch(tree: VenousTree, name: string): VeinBranch {
  const found = tree.branches.find((branch) => branch.name === name);
  if (found) return found;
  const known = tree.branches.map((branch) => branch.name);
  const near = suggestNames(name, known);
  throw new TributaryError({
    code: "unknown-vein",
    what: `This heart has no vein "${name}".`,
    where: `vein "${name}"`,
    why: `the tree has ${known.join(", ") || "no veins"}`,
    fix: near.length > 0 ? `Did you mean ${near.join(" or ")}?` : "Name one of the veins of the tree.",
  });
}

export function branchLength(branch: VeinBranch): number {
  return branch.arc_mm[branch.arc_mm.length - 1]!;
}

/** What there is at an arc length of a vein; linear between points, clamped to the ends. */
export function placeInVein(branch: VeinBranch, arc_mm: number): VeinPlace {
  const { index, blend } = findInterval(branch.arc_mm, arc_mm);
  const mix = (values: Float64Array) => values[index]! + blend * (values[index + 1]! - values[index]!);
  const a = pointAt(branch.points_mm, index);
  const b = pointAt(branch.points_mm, index + 1);
  const discA = discFromCoordinates(branch.ab[index]!, branch.rt[index]!);
  const discB = discFromCoordinates(branch.ab[index + 1]!, branch.rt[index + 1]!);
  return {
    point_mm: [a[0] + blend * (b[0] - a[0]), a[1] + blend * (b[1] - a[1]), a[2] + blend * (b[2] - a[2])],
    tangent: normalize(subtract(b, a)),
    diameter_mm: mix(branch.diameter_mm),
    gap_mm: mix(branch.gap_mm),
    ...coordinatesFromDisc(discA[0] + blend * (discB[0] - discA[0]), discA[1] + blend * (discB[1] - discA[1])),
  };
}

/** A stretch of the way from the mouth in the right atrium to a vein. */
export interface PathStretch {
  readonly branch: VeinBranch;
  /** Where the way leaves this branch for the next; its length for the last. */
  readonly until_mm: number;
}

/** The way of a catheter from the right atrium into a vein, first stretch first. */
export function pathToVein(tree: VenousTree, name: string): PathStretch[] {
  let branch = findBranch(tree, name);
  const path: PathStretch[] = [{ branch, until_mm: branchLength(branch) }];
  while (branch.parent !== undefined) {
    const until_mm = branch.junctionArc_mm;
    branch = findBranch(tree, branch.parent);
    path.unshift({ branch, until_mm });
  }
  return path;
}

/**
 * The place at a depth of a vein; a negative depth lies back in its parents.
 *
 * @returns branch and arc length; undefined beyond the vein's end or before the mouth in the right atrium
 */
export function locateAtDepth(tree: VenousTree, name: string, depth_mm: number) {
  let branch = findBranch(tree, name);
  let arc_mm = depth_mm;
  if (arc_mm > branchLength(branch)) return undefined;
  while (arc_mm < 0) {
    if (branch.parent === undefined) return undefined;
    arc_mm += branch.junctionArc_mm;
    branch = findBranch(tree, branch.parent);
  }
  return { branch, arc_mm };
}

function findInterval(arcs: Float64Array, arc_mm: number): { index: number; blend: number } {
  let low = 0;
  let high = arcs.length - 1;
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if (arcs[middle]! <= arc_mm) low = middle;
    else high = middle;
  }
  const blend = (arc_mm - arcs[low]!) / (arcs[high]! - arcs[low]!);
  return { index: low, blend: Math.min(1, Math.max(0, blend)) };
}
