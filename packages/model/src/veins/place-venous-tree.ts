import {
  addScaled,
  cross,
  distance,
  dot,
  multiply,
  norm,
  normalize,
  subtract,
  type Vector3,
} from "../numerics/vector3.ts";
import {
  directionAt,
  hermiteCurve,
  measureArc,
  measureTortuosity,
  resampleCenterline,
  smoothCenterline,
} from "./centerline.ts";
import type { EpicardialMap } from "./epicardial-map.ts";
import { fatGap, tributaryDiameter, trunkDiameter } from "./lumen-law.ts";
import type { SampledTributary, SampledVenousTree } from "./sample-venous-tree.ts";
import { type TrunkCourse, traceTrunkCourse } from "./trunk-course.ts";
import { buildVeinBranch } from "./vein-branch.ts";
import type { VeinBranch, VenousTree, VenousValve } from "./venous-tree.ts";

const POINT_SPACING_mm = 1;
/** The vein leaves the trunk in a curve that joins its course this far below the groove, up to twice as far where it first
 * runs on with the trunk; assumed. */
const JOIN_ARC_mm = 12;
/** The first part is straight, so that the take-off angle is that of a length which a wire feels; assumed. */
const TAKE_OFF_mm = 4;
/** The trunk bends into the anterior interventricular vein this far before the groove, cutting the corner; assumed. */
export const ANTERIOR_CORNER_mm = 8;
/** Wavelength of a vein's windings; assumed. */
const WINDING_mm = 40;

/**
 * A sampled venous tree laid on a heart.
 *
 * The trunk follows the AV groove on the atrial side and is cut at the oblique vein into coronary sinus and great cardiac
 * vein. Each tributary leaves it at its take-off angle, comes down to its course (straight in (ab, rt)) within about
 * 12 mm and follows it at its fat gap over the muscle, winding sideways as much as its tortuosity asks for beyond what
 * the curved heart gives. Lengths along the trunk are scaled to this heart's groove.
 *
 * @param map   of the heart
 * @param tree  drawn by `sampleVenousTree`, best with this heart's groove arc
 * @returns branches with points about 1 mm apart; the trunk first
 *
 * Cost: about a thousand nearest-point searches.
 */
export function placeVenousTree(map: EpicardialMap, tree: SampledVenousTree): VenousTree {
  const course = traceTrunkCourse(map);
  const middleCardiac = tree.tributaries.find(({ name }) => name === "middleCardiacVein")!;
  const ostium_mm = course.arcAtRt(middleCardiac.grooveRt) - middleCardiac.trunkArc_mm;
  const length_mm = course.grooveArc_mm - ostium_mm;
  const scale = tree.trunkLength_mm / length_mm;
  const border_mm = tree.obliqueVeinArc_mm / scale;

  const placeTrunk = (name: string, from_mm: number, to_mm: number, parent: VeinBranch | undefined) => {
    const count = Math.max(2, Math.round((to_mm - from_mm) / POINT_SPACING_mm));
    const arcs_mm = Array.from({ length: count + 1 }, (_, i) => from_mm + ((to_mm - from_mm) * i) / count);
    return buildVeinBranch(map, {
      name,
      parent,
      junctionArc_mm: parent ? from_mm : 0,
      centerline: arcs_mm.map((arc_mm) => course.pointAtArc(ostium_mm + arc_mm)),
      diameter_mm: Float64Array.from(arcs_mm, (arc_mm) => trunkDiameter(tree.trunkLumen, arc_mm * scale)),
      source: "generated",
    });
  };
  const coronarySinus = placeTrunk("coronarySinus", 0, border_mm, undefined);
  const end_mm = length_mm - ANTERIOR_CORNER_mm;
  const greatCardiac = placeTrunk("greatCardiacVein", border_mm, end_mm, coronarySinus);

  const tributaries = tree.tributaries.map((vein) => {
    const trunkArc_mm = Math.min(end_mm, course.arcAtRt(vein.grooveRt) - ostium_mm);
    const received = trunkArc_mm < border_mm ? coronarySinus : greatCardiac;
    const { centerline, diameter_mm } = layTributary(map, course, ostium_mm + trunkArc_mm, vein);
    return buildVeinBranch(map, {
      name: vein.name,
      parent: vein.parent === undefined ? undefined : received,
      junctionArc_mm: vein.parent === undefined ? 0 : trunkArc_mm - (received === greatCardiac ? border_mm : 0),
      centerline,
      diameter_mm,
      source: "generated",
    });
  });
  const valves: VenousValve[] = [
    { name: "Thebesian valve", branch: "coronarySinus", arc_mm: 0, state: tree.thebesianValve },
    {
      name: "valve of Vieussens",
      branch: "coronarySinus",
      arc_mm: tree.vieussensArc_mm / scale,
      state: tree.vieussensValve,
    },
  ];
  return { branches: [coronarySinus, greatCardiac, ...tributaries], valves };
}

/** Center and lumen of one tributary from its mouth in the trunk to its end. */
function layTributary(map: EpicardialMap, course: TrunkCourse, trunkArc_mm: number, vein: SampledTributary) {
  const mouth = course.pointAtArc(trunkArc_mm);
  const plain = layCourse(map, vein, 0);
  const amplitude_mm = windingAmplitude(vein.tortuosity / measureTortuosity(plain));
  const laid = amplitude_mm > 0 ? layCourse(map, vein, amplitude_mm) : plain;
  const arcs_mm = measureArc(laid);
  const ahead = 2 - Math.min(1, vein.takeOffAngle_rad / (Math.PI / 2));
  const join_mm = Math.min(JOIN_ARC_mm * ahead, 0.2 * arcs_mm[arcs_mm.length - 1]!);
  const join = Math.max(
    1,
    arcs_mm.findIndex((arc_mm) => arc_mm >= join_mm),
  );
  const joinPoint = laid[join]!;
  const first = takeOffDirection(course.directionAt(trunkArc_mm), subtract(joinPoint, mouth), vein.takeOffAngle_rad);
  const onward = directionAt(laid, arcs_mm, arcs_mm[join]!, 4);
  const takeOff = addScaled(mouth, first, TAKE_OFF_mm);
  const span_mm = distance(takeOff, joinPoint);
  const curve = hermiteCurve(takeOff, multiply(first, span_mm), joinPoint, multiply(onward, span_mm), 40);
  const raised = curve.map((point) => keepOutside(map, point, vein.ostiumDiameter_mm / 2));
  const fine = resampleCenterline([mouth, ...raised, ...laid.slice(join + 1)], POINT_SPACING_mm / 2);
  const centerline = resampleCenterline(smoothCenterline(fine, 10), POINT_SPACING_mm);
  const diameter_mm = measureArc(centerline).map((arc_mm) =>
    tributaryDiameter(vein.ostiumDiameter_mm, vein.taperRate_perMm, arc_mm),
  );
  return { centerline, diameter_mm };
}

/** The course from the groove to the vein's end, over its fat, winding sideways by an amplitude. */
function layCourse(map: EpicardialMap, vein: SampledTributary, amplitude_mm: number): Vector3[] {
  const surface = traceSurface(map, vein);
  const arcs_mm = measureArc(surface);
  return surface.map((point, i) => {
    const arc_mm = arcs_mm[i]!;
    const { normal } = map.project(point);
    const sideways = normalize(cross(normal, directionAt(surface, arcs_mm, arc_mm, 6)));
    const fade = Math.min(1, arc_mm / 15);
    const swing_mm = amplitude_mm * fade * Math.sin((2 * Math.PI * arc_mm) / WINDING_mm);
    const swung = amplitude_mm > 0 ? map.project(addScaled(point, sideways, swing_mm)) : { point_mm: point, normal };
    const radius_mm = tributaryDiameter(vein.ostiumDiameter_mm, vein.taperRate_perMm, arc_mm) / 2;
    const gap_mm = fatGap(vein.fatGapProximal_mm, vein.fatGapDistal_mm, arc_mm);
    return addScaled(swung.point_mm, swung.normal, gap_mm + radius_mm);
  });
}

/** Epicardial points about 1 mm apart along the vein's straight line in (ab, rt), smoothed over the mesh's facets. */
function traceSurface(map: EpicardialMap, vein: SampledTributary): Vector3[] {
  const steps = 200;
  const rtPerAb = (vein.lowerRt - vein.grooveRt) / (1 - 0.3);
  const points = Array.from({ length: steps + 1 }, (_, i) => {
    const ab = 1 - (i / steps) * (1 - vein.reachAb);
    return map.locate(ab, vein.grooveRt + (1 - ab) * rtPerAb).point_mm;
  });
  return smoothCenterline(resampleCenterline(smoothCenterline(points, 10), POINT_SPACING_mm), 5);
}

/** Amplitude A of a sine of the winding's wavelength whose arc is `ratio` times its chord: mean of √(1 + (2πA/λ)² cos²). */
function windingAmplitude(ratio: number): number {
  if (ratio <= 1) return 0;
  const stretch = (slope: number) => {
    let sum = 0;
    for (let i = 0; i < 32; i++) sum += Math.sqrt(1 + (slope * Math.cos((2 * Math.PI * (i + 0.5)) / 32)) ** 2) / 32;
    return sum;
  };
  let low = 0;
  let high = 4;
  for (let i = 0; i < 40; i++) {
    const middle = (low + high) / 2;
    if (stretch(middle) < ratio) low = middle;
    else high = middle;
  }
  return (low * WINDING_mm) / (2 * Math.PI);
}

/** Unit vector at the take-off angle from the trunk's direction, in the plane of the trunk and the way down. */
function takeOffDirection(along: Vector3, towardJoin: Vector3, takeOffAngle_rad: number): Vector3 {
  const across = normalize(addScaled(towardJoin, along, -dot(towardJoin, along)));
  return addScaled(multiply(along, Math.cos(takeOffAngle_rad)), across, Math.sin(takeOffAngle_rad));
}

/** A point pushed out of the muscle so that a vein of this radius lies on it. */
function keepOutside(map: EpicardialMap, point: Vector3, radius_mm: number): Vector3 {
  const nearest = map.project(point);
  const toPoint = subtract(point, nearest.point_mm);
  const height_mm = dot(toPoint, nearest.normal);
  const onRim = norm(toPoint) > 2 * Math.abs(height_mm);
  if (height_mm >= radius_mm || onRim) return point;
  return addScaled(point, nearest.normal, radius_mm - height_mm);
}
