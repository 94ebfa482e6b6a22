import { angleBetween, pointAt, type Vector3 } from "../numerics/vector3.ts";
import { directionAt, measureArc } from "./centerline.ts";
import { coordinatesFromDisc, discFromCoordinates } from "./coordinate-disc.ts";
import type { EpicardialMap } from "./epicardial-map.ts";
import type { VeinBranch } from "./venous-tree.ts";

/** The chords over which a take-off angle is measured, mm: of the parent around the mouth, of the vein from its mouth. */
const PARENT_CHORD_mm = 6;
const FIRST_CHORD_mm = 3;

export interface BranchShape {
  readonly name: string;
  readonly parent: VeinBranch | undefined;
  readonly junctionArc_mm: number;
  readonly centerline: readonly Vector3[];
  /** One per point of the centerline. */
  readonly diameter_mm: Float64Array;
  readonly source: VeinBranch["source"];
}

/** A branch with all that follows from its centerline and the heart under it: arc, gap, coordinates, take-off angle. */
export function buildVeinBranch(map: EpicardialMap, shape: BranchShape): VeinBranch {
  const { name, parent, junctionArc_mm, centerline, diameter_mm, source } = shape;
  const count = centerline.length;
  const arc_mm = measureArc(centerline);
  const gap_mm = new Float64Array(count);
  const ab = new Float64Array(count);
  const rt = new Float64Array(count);
  for (let i = 0; i < count; i++) {
    const nearest = map.project(centerline[i]!);
    gap_mm[i] = Math.max(0, nearest.distance_mm - diameter_mm[i]! / 2);
    ab[i] = nearest.ab;
    rt[i] = nearest.rt;
  }
  smoothCourse(ab, rt);
  return {
    name,
    parent: parent?.name,
    junctionArc_mm,
    points_mm: Float64Array.from(centerline.flat()),
    arc_mm,
    diameter_mm,
    gap_mm,
    ab,
    rt,
    takeOffAngle_rad: parent ? measureTakeOff(parent, junctionArc_mm, centerline, arc_mm) : undefined,
    source,
  };
}

/** Points to either side that a course is averaged over: about 5 mm, the fat gap of a vein in a groove; assumed. */
const SMOOTHING_POINTS = 5;

/**
 * Running mean of a course in (ab, rt), over fewer points toward its ends, which stay. The nearest epicardial point of a
 * vein that lies over the corner of an interventricular groove jumps from one wall to the other; the vein does not.
 */
function smoothCourse(ab: Float64Array, rt: Float64Array): void {
  const disc = Array.from(ab, (value, i) => discFromCoordinates(value, rt[i]!));
  for (let i = 0; i < ab.length; i++) {
    const reach = Math.min(SMOOTHING_POINTS, i, ab.length - 1 - i);
    let [u, v] = [0, 0];
    for (let k = i - reach; k <= i + reach; k++) {
      u += disc[k]![0] / (2 * reach + 1);
      v += disc[k]![1] / (2 * reach + 1);
    }
    const smooth = coordinatesFromDisc(u, v);
    ab[i] = smooth.ab;
    rt[i] = smooth.rt;
  }
}

export function listPoints(branch: VeinBranch): Vector3[] {
  return Array.from(branch.arc_mm, (_, i) => pointAt(branch.points_mm, i));
}

/** Angle between the parent's direction away from the ostium and the vein's first direction; 0 goes straight on. */
function measureTakeOff(
  parent: VeinBranch,
  junctionArc_mm: number,
  centerline: readonly Vector3[],
  arc_mm: Float64Array,
): number {
  const along = directionAt(listPoints(parent), parent.arc_mm, junctionArc_mm, PARENT_CHORD_mm);
  const first = directionAt(centerline, arc_mm, FIRST_CHORD_mm / 2, FIRST_CHORD_mm);
  return angleBetween(along, first);
}
