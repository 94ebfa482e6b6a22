import type { ActivationMap, CaseLead, PreparedHeart, PreparedVeins } from "@tributary/engine";
import { CONDUCTION_PARAMETERS, posePoint } from "@tributary/model";
import { drawActivationViews } from "../figures/draw-activation-views.ts";
import { drawBullsEye } from "../figures/draw-bulls-eye.ts";
import { drawUnrolledMap } from "../figures/draw-unrolled-map.ts";
import { drawVenousTree } from "../figures/draw-venous-tree.ts";
import type { Picture } from "../svg/picture.ts";
import { createEpicardialField, listScarredSegments, poseSurface, poseTree, toOptional } from "./posed-heart.ts";

/** What the pictures of a case are drawn from. */
export interface CaseScene {
  readonly prepared: PreparedHeart;
  readonly veins: PreparedVeins;
  readonly lead: CaseLead | undefined;
}

/** The heart in standard views, colored by one activation map, with veins and electrodes. */
export function drawMapViews(scene: CaseScene, map: ActivationMap, range_ms?: readonly [number, number]): Picture {
  return drawActivationViews({
    surface: poseSurface(scene.prepared),
    times_ms: map.times_ms,
    title: `Activation: ${map.name}`,
    subtitle: describeTimeZero(map),
    veins: poseVeins(scene),
    electrodes: poseElectrodes(scene),
    ...(range_ms ? { range_ms } : {}),
  });
}

/** One map on a heart without veins or lead. */
export function drawHeartActivation(prepared: PreparedHeart, times_ms: Float64Array, title: string): Picture {
  return drawActivationViews({
    surface: poseSurface(prepared),
    times_ms,
    title,
    imageDensity: 1,
  });
}

/** Mean activation time of each AHA segment. */
export function drawMapBullsEye(scene: CaseScene, map: ActivationMap): Picture {
  const scarred = listScarredSegments(scene.prepared);
  return drawBullsEye({
    values: Array.from({ length: 17 }, (_, index) => toOptional(map.segmentTimes_ms[index + 1]!)),
    title: `Segments: ${map.name}`,
    subtitle: describeTimeZero(map),
    label: "Mean activation time",
    unit: "ms",
    ends: ["early", "late"],
    reversed: true,
    electrodes: listElectrodes(scene),
    ...(scarred.length > 0 ? { hatched: { segments: scarred, label: "more than half scar" } } : {}),
  });
}

/** The planning map: activation over the unrolled LV epicardium with veins and electrodes. */
export function drawMapUnrolled(scene: CaseScene, map: ActivationMap): Picture {
  return drawUnrolledMap({
    title: `Planning map: ${map.name}`,
    subtitle: describeTimeZero(map),
    field: createEpicardialField(scene.prepared, map.times_ms),
    veins: scene.veins.tree.branches.map((branch) => ({
      name: branch.name,
      ab: branch.ab,
      rt: branch.rt,
      diameter_mm: branch.diameter_mm,
      chosen: branch.name === scene.lead?.placement?.vein,
    })),
    electrodes: listElectrodes(scene),
  });
}

/** The coronary veins over the heart, with lumens and the lead. */
export function drawCaseVeins(scene: CaseScene): Picture {
  const chosenVein = scene.lead?.placement?.vein;
  return drawVenousTree({
    surface: poseSurface(scene.prepared),
    veins: poseVeins(scene),
    electrodes: poseElectrodes(scene),
    title: "Coronary veins",
    ...(chosenVein ? { chosenVein } : {}),
  });
}

function poseVeins({ prepared, veins }: CaseScene) {
  return poseTree(prepared, veins);
}

function poseElectrodes(scene: CaseScene) {
  const { pose } = scene.prepared.body;
  return listElectrodes(scene).map(({ name, position_mm }) => ({ name, position_mm: posePoint(pose, position_mm) }));
}

function listElectrodes({ lead }: CaseScene) {
  return lead?.outcome.kind === "placed" ? lead.outcome.electrodes : [];
}

function describeTimeZero(map: ActivationMap): string {
  if (map.id === "intrinsic") return "Times from the first intrinsic activation of the ventricles.";
  const latency_ms = CONDUCTION_PARAMETERS.captureLatency_ms.value;
  return `Times from the pacing pulse; the muscle at an electrode follows after a capture latency of ${latency_ms} ms (unconfirmed).`;
}
