import type { ActivationMap } from "@tributary/engine";
import {
  applyPose,
  type EcgSignal,
  findBranch,
  measureQrs,
  placeInVein,
  posePoint,
  type VeinBranch,
  type VenousTree,
} from "@tributary/model";
import type { ActivatedState, Plan, PlanResult, PlanScene, PlanSite } from "@tributary/plan";
import { drawActivationComparison } from "../figures/draw-activation-comparison.ts";
import { drawBullsEyePair } from "../figures/draw-bulls-eye-pair.ts";
import { drawEcgPaper } from "../figures/draw-ecg-paper.ts";
import { drawUnrolledMap } from "../figures/draw-unrolled-map.ts";
import { drawVenousTree } from "../figures/draw-venous-tree.ts";
import type { EcgBeat } from "../figures/ecg-trace.ts";
import type { DrawnSite } from "../figures/site-marks.ts";
import type { Picture } from "../svg/picture.ts";
import { AFTER_NAME, BEFORE_NAME, nameStretch } from "./plan-words.ts";
import { createEpicardialField, listScarredSegments, poseSurface, poseTree, toOptional } from "./posed-heart.ts";

export const TIME_ZERO = "Times from the first activation of the ventricles in each beat.";

/** The veins over the heart with the sites colored by their score. */
export function drawPlanSites({ plan, scene }: PlanResult): Picture {
  const heart = { surface: poseSurface(scene.prepared), veins: poseTree(scene.prepared, scene.veins) };
  if (plan.sites.length === 0) return drawVenousTree({ ...heart, title: "Coronary veins" });
  return drawVenousTree({
    ...heart,
    sites: plan.sites.map((site) => drawableSite(site, scene)),
    title: "Where the cathode may lie",
    subtitle:
      "Stretches of the veins by score. The target is a patch of 17.5 mm: images register to each other no better.",
  });
}

/** The same on the unrolled epicardium, over the activation as it is now, with the lead of the best placement. */
export function drawPlanMap({ plan, scene }: PlanResult): Picture {
  const { prepared, veins, before, electrodes } = scene;
  const hasSites = plan.sites.length > 0;
  return drawUnrolledMap({
    title: hasSites ? "Planning map: sites over the activation as it is now" : "Planning map: activation as it is now",
    subtitle: TIME_ZERO,
    field: createEpicardialField(prepared, shiftToFirst(before.map)),
    veins: veins.tree.branches.map(({ name, ab, rt, diameter_mm }) => ({ name, ab, rt, diameter_mm })),
    electrodes: electrodes.map(({ name, ab, rt }) => ({
      name,
      ab,
      rt,
      chosen: name === plan.sites[0]?.settings.cathode,
    })),
    ...(hasSites
      ? { sites: { list: plan.sites.map((site) => drawableSite(site, scene)), surface: poseSurface(prepared) } }
      : {}),
    colorMap: "blues",
  });
}

/** The heart as it is now above, as planned below. */
export function drawPlanActivation({ plan, scene }: PlanResult): Picture {
  const { prepared, before, after } = scene;
  const { pose } = prepared.body;
  const electrodes = scene.electrodes.map(({ name, position_mm }) => ({
    name,
    position_mm: posePoint(pose, position_mm),
    chosen: name === plan.sites[0]?.settings.cathode,
  }));
  return drawActivationComparison({
    surface: poseSurface(prepared),
    veins: poseTree(prepared, scene.veins),
    title: after ? "Activation before and after" : "Activation as it is now",
    subtitle: TIME_ZERO,
    states: [
      { name: BEFORE_NAME, times_ms: shiftToFirst(before.map) },
      ...(after ? [{ name: AFTER_NAME, times_ms: shiftToFirst(after.map), electrodes }] : []),
    ],
  });
}

/** Mean activation time of each segment before and after; undefined without a site. */
export function drawPlanSegments({ scene }: PlanResult): Picture | undefined {
  const { prepared, before, after } = scene;
  if (after === undefined) return undefined;
  const scarred = listScarredSegments(prepared);
  return drawBullsEyePair({
    title: "Segments before and after",
    subtitle: TIME_ZERO,
    label: "Mean activation time",
    unit: "ms",
    ends: ["early", "late"],
    reversed: true,
    discs: [
      { name: BEFORE_NAME, values: listSegmentTimes(before.map) },
      { name: AFTER_NAME, values: listSegmentTimes(after.map), electrodes: scene.electrodes },
    ],
    ...(scarred.length > 0 ? { hatched: { segments: scarred, label: "more than half scar" } } : {}),
  });
}

/** The 12-lead ECG: measured where there is one, simulated as it is now, simulated as planned. */
export function drawPlanEcg({ plan, scene }: PlanResult): Picture {
  const { before, after } = scene;
  const best = plan.sites[0];
  const measured = createMeasuredBeat(plan, scene);
  const beats: EcgBeat[] = measured ? [measured] : [];
  beats.push(createBeat("Before, simulated", "before", before, plan.baseline.qrsDuration_ms.value));
  if (after && best) beats.push(createBeat("After, simulated", "after", after, best.qrsDuration_ms.value));
  return drawEcgPaper({
    title: after ? "12-lead ECG before and after" : "12-lead ECG as it is now",
    subtitle: beats.length > 1 ? "One beat of each, side by side in every lead." : "One beat.",
    beats,
  });
}

/** The patient's own beat, where an ECG was given. */
export function createMeasuredBeat({ calibration }: Plan, { measuredEcg }: PlanScene): EcgBeat | undefined {
  if (!measuredEcg) return undefined;
  const { qrsDurationMeasured_ms } = calibration;
  return {
    name: "Measured",
    role: "measured",
    ecg: measuredEcg,
    qrsDuration_ms: qrsDurationMeasured_ms,
    qrs: locateQrs(measuredEcg, qrsDurationMeasured_ms),
  };
}

export function createBeat(
  name: string,
  role: EcgBeat["role"],
  state: ActivatedState,
  qrsDuration_ms: number,
): EcgBeat {
  return { name, role, ecg: state.ecg, qrsDuration_ms, qrs: locateQrs(state.ecg, qrsDuration_ms) };
}

/** From the onset found in the signal over the duration given; undefined where either is not known. */
function locateQrs(ecg: EcgSignal, qrsDuration_ms: number | undefined): EcgBeat["qrs"] {
  const { onset_ms } = measureQrs(ecg);
  if (qrsDuration_ms === undefined || !Number.isFinite(onset_ms)) return undefined;
  return { onset_ms, offset_ms: onset_ms + qrsDuration_ms };
}

function shiftToFirst({ times_ms, measures }: ActivationMap): Float64Array {
  return times_ms.map((time) => time - measures.earliest_ms);
}

export function listSegmentTimes({ segmentTimes_ms, measures }: ActivationMap): (number | undefined)[] {
  return Array.from({ length: 17 }, (_, i) => toOptional(segmentTimes_ms[i + 1]! - measures.earliest_ms));
}

/** A site as pictures need it, in the pose of the body. */
function drawableSite(site: PlanSite, { prepared, veins }: PlanScene): DrawnSite {
  const { pose } = prepared.body;
  return {
    rank: site.rank,
    name: nameStretch(site),
    score: site.score,
    position_mm: posePoint(pose, site.position_mm),
    ab: site.ab,
    rt: site.rt,
    course: applyPose(cutCourse(veins.tree, site), pose),
  };
}

/** The stretch of a vein between two depths: its own points between, and both ends. */
function cutCourse(tree: VenousTree, { vein, cathodeArc_mm: [from_mm, to_mm] }: PlanSite) {
  const branch: VeinBranch = findBranch(tree, vein);
  const between = Array.from(branch.arc_mm).filter((arc) => arc > from_mm && arc < to_mm);
  const places = [from_mm, ...between, to_mm].map((arc_mm) => placeInVein(branch, arc_mm));
  return {
    points_mm: new Float64Array(places.flatMap(({ point_mm }) => [...point_mm])),
    ab: places.map(({ ab }) => ab),
    rt: places.map(({ rt }) => rt),
    diameter_mm: places.map(({ diameter_mm }) => diameter_mm),
  };
}
