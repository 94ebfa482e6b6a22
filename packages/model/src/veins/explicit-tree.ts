import { TributaryError } from "../errors/tributary-error.ts";
import { interpolateLinear } from "../numerics/interpolate-linear.ts";
import { addScaled, distance, dot, pointAt, subtract, type Vector3 } from "../numerics/vector3.ts";
import { measureArc, resampleCenterline } from "./centerline.ts";
import type { EpicardialMap } from "./epicardial-map.ts";
import { buildVeinBranch, listPoints } from "./vein-branch.ts";
import type { VeinBranch, VenousTree } from "./venous-tree.ts";

/** Veins given by hand or traced in an image; each from its mouth to its end. */
export interface ExplicitVeins {
  readonly branches: readonly ExplicitVein[];
}

export interface ExplicitVein {
  readonly name: string;
  /** 3 · pointCount, at least two points. */
  readonly points_mm: ArrayLike<number>;
  /** pointCount, 0.1 to 15. */
  readonly radius_mm: ArrayLike<number>;
}

/** Beyond this a centerline and a heart are not of one patient, or not in one frame. */
const FARTHEST_mm = 15;
/** The coronary sinus lies on the atrium, above what the ventricles' mesh holds; assumed. */
const FARTHEST_CORONARY_SINUS_mm = 30;
/** A vein that starts farther than this from every other has its own mouth in the right atrium; assumed. */
const FARTHEST_PARENT_mm = 15;
const POINT_SPACING_mm = 1;

/**
 * A venous tree from given centerlines.
 *
 * The trunk is the branch named coronarySinus, or else the one with the widest mouth; every other vein hangs on the
 * nearest point of a vein that already hangs on the trunk. Centerlines are resampled at 1 mm and projected for their
 * coordinates and their gap over the muscle. Nothing is known of valves.
 *
 * @param map     of the heart, in the frame of the centerlines
 * @param veins   names unlike each other
 * @param source  "explicit" from a case, "centerline" from a file
 * @throws TributaryError "bad-vein-centerline" or "vein-off-the-heart", naming branch and point
 */
export function buildExplicitTree(
  map: EpicardialMap,
  veins: ExplicitVeins,
  source: "explicit" | "centerline",
): VenousTree {
  checkExplicitVeins(map, veins);
  const waiting = [...veins.branches];
  const branches: VeinBranch[] = [];
  const trunk = waiting.find(({ name }) => name === "coronarySinus") ?? widestAtMouth(waiting);
  let next: Attachment = { vein: trunk, parent: undefined, junctionArc_mm: 0 };
  for (;;) {
    branches.push(buildBranch(map, next, source));
    waiting.splice(waiting.indexOf(next.vein), 1);
    if (waiting.length === 0) return { branches, valves: [] };
    next = findNearestAttachment(waiting, branches);
  }
}

interface Attachment {
  readonly vein: ExplicitVein;
  readonly parent: VeinBranch | undefined;
  readonly junctionArc_mm: number;
}

function widestAtMouth(veins: readonly ExplicitVein[]): ExplicitVein {
  return veins.reduce((widest, vein) => (vein.radius_mm[0]! > widest.radius_mm[0]! ? vein : widest));
}

function findNearestAttachment(waiting: readonly ExplicitVein[], attached: readonly VeinBranch[]): Attachment {
  let best: Attachment = { vein: waiting[0]!, parent: undefined, junctionArc_mm: 0 };
  let least_mm = FARTHEST_PARENT_mm;
  for (const vein of waiting) {
    const mouth = pointAt(vein.points_mm, 0);
    for (const parent of attached) {
      const { distance_mm, arc_mm } = nearestOnVein(parent, mouth);
      if (distance_mm >= least_mm) continue;
      least_mm = distance_mm;
      best = { vein, parent, junctionArc_mm: arc_mm };
    }
  }
  return best;
}

function nearestOnVein(branch: VeinBranch, point: Vector3): { distance_mm: number; arc_mm: number } {
  const points = listPoints(branch);
  let best = { distance_mm: Number.POSITIVE_INFINITY, arc_mm: 0 };
  for (let i = 1; i < points.length; i++) {
    const step = subtract(points[i]!, points[i - 1]!);
    const along = dot(subtract(point, points[i - 1]!), step) / Math.max(dot(step, step), 1e-12);
    const share = Math.min(1, Math.max(0, along));
    const distance_mm = distance(point, addScaled(points[i - 1]!, step, share));
    const arc_mm = branch.arc_mm[i - 1]! + share * (branch.arc_mm[i]! - branch.arc_mm[i - 1]!);
    if (distance_mm < best.distance_mm) best = { distance_mm, arc_mm };
  }
  return best;
}

function buildBranch(map: EpicardialMap, attachment: Attachment, source: "explicit" | "centerline"): VeinBranch {
  const { vein, parent, junctionArc_mm } = attachment;
  const given = Array.from({ length: vein.radius_mm.length }, (_, i) => pointAt(vein.points_mm, i));
  const givenArc_mm = measureArc(given);
  const centerline = resampleCenterline(given, POINT_SPACING_mm);
  const arc_mm = measureArc(centerline);
  const scale = givenArc_mm[given.length - 1]! / arc_mm[arc_mm.length - 1]!;
  const diameter_mm = arc_mm.map((arc) => 2 * interpolateLinear(givenArc_mm, vein.radius_mm, arc * scale));
  return buildVeinBranch(map, { name: vein.name, parent, junctionArc_mm, centerline, diameter_mm, source });
}

function checkExplicitVeins(map: EpicardialMap, { branches }: ExplicitVeins): void {
  if (branches.length === 0) throw badCenterline("veins", "no branches; at least one is needed");
  const names = new Set<string>();
  for (const vein of branches) {
    const where = `vein "${vein.name}"`;
    if (names.has(vein.name)) throw badCenterline(where, "the name is given twice; every vein needs its own");
    names.add(vein.name);
    const count = vein.points_mm.length / 3;
    if (!Number.isInteger(count) || count < 2)
      throw badCenterline(where, `${vein.points_mm.length} coordinates; at least two points of three are needed`);
    if (vein.radius_mm.length !== count)
      throw badCenterline(where, `${vein.radius_mm.length} radii for ${count} points; one radius a point is needed`);
    for (let i = 0; i < count; i++) checkPoint(map, vein, i);
    const points = Array.from({ length: count }, (_, i) => pointAt(vein.points_mm, i));
    if (measureArc(points)[count - 1]! < 1) throw badCenterline(where, "the vein is shorter than 1 mm");
  }
}

function checkPoint(map: EpicardialMap, vein: ExplicitVein, index: number): void {
  const where = `vein "${vein.name}", point ${index}`;
  const point = pointAt(vein.points_mm, index);
  if (!point.every(Number.isFinite))
    throw badCenterline(where, `coordinates ${point.join(", ")}; finite mm are needed`);
  const radius_mm = vein.radius_mm[index]!;
  if (!(radius_mm >= 0.1 && radius_mm <= 15))
    throw badCenterline(where, `radius ${radius_mm} mm; 0.1 to 15 mm is allowed`);
  const { distance_mm } = map.project(point);
  const limit_mm = vein.name === "coronarySinus" ? FARTHEST_CORONARY_SINUS_mm : FARTHEST_mm;
  if (distance_mm <= limit_mm) return;
  throw new TributaryError({
    code: "vein-off-the-heart",
    what: `The vein "${vein.name}" leaves the heart.`,
    where,
    why: `${distance_mm.toFixed(1)} mm from the epicardium; at most ${limit_mm} mm is allowed`,
    fix: "Check that centerline and heart are of the same patient, in the same frame and in mm.",
  });
}

function badCenterline(where: string, why: string): TributaryError {
  return new TributaryError({
    code: "bad-vein-centerline",
    what: "A vein's centerline cannot be used.",
    where,
    why,
    fix: "Give each vein from its mouth to its end: its own name, points in mm, one radius in mm a point.",
  });
}
