import { measureSegmentWork_mJPerML } from "@tributary/model";
import type { Plan, PlanResult, PumpScene } from "@tributary/plan";
import { drawBullsEyePair } from "../figures/draw-bulls-eye-pair.ts";
import { drawPressureVolumeLoops } from "../figures/draw-pressure-volume-loops.ts";
import { drawResponseSurface } from "../figures/draw-response-surface.ts";
import { drawStrainCurves } from "../figures/draw-strain-curves.ts";
import { drawWiggersDiagram } from "../figures/draw-wiggers-diagram.ts";
import type { DrawnBeat } from "../figures/drawn-beat.ts";
import type { Picture } from "../svg/picture.ts";
import { AFTER_NAME, BEFORE_NAME } from "./plan-words.ts";
import { listScarredSegments } from "./posed-heart.ts";
import { STROKE_VOLUME, writePumpMeasure } from "./pump-words.ts";

const UNCHANGED = "One beat of the fitted circulation; resistance, blood volume and muscle are the same in both.";

/** Undefined without a circulation, as are the others. */
export function drawPlanLoops({ scene }: PlanResult): Picture | undefined {
  return (
    scene.pump &&
    drawPressureVolumeLoops({
      title: "Pressure and volume before and after",
      subtitle: UNCHANGED,
      beats: listBeats(scene.pump),
    })
  );
}

export function drawPlanWiggers({ scene }: PlanResult): Picture | undefined {
  return (
    scene.pump &&
    drawWiggersDiagram({ title: "The beat before and after", subtitle: UNCHANGED, beats: listBeats(scene.pump) })
  );
}

export function drawPlanStrain({ scene }: PlanResult): Picture | undefined {
  return (
    scene.pump &&
    drawStrainCurves({
      title: "Strain of septum and lateral wall before and after",
      subtitle: "Along the muscle fibers, percent of the length at the first ventricular front.",
      beats: listBeats(scene.pump),
      patches: scene.pump.patches,
    })
  );
}

/** Undefined too where the patches are not of AHA segments. */
export function drawPlanWork({ scene }: PlanResult): Picture | undefined {
  const { pump, prepared } = scene;
  if (!pump) return undefined;
  const [before, after] = [pump.before, pump.after].map((trace) => measureSegmentWork_mJPerML(trace, pump.patches));
  if ([...before!, ...after!].every((value) => value === undefined)) return undefined;
  const scarred = listScarredSegments(prepared);
  return drawBullsEyePair({
    title: "Work of the segments before and after",
    subtitle:
      "Of the muscle fibers over one beat; below 0 the muscle is stretched with more force than it shortens with.",
    label: "Fiber work",
    unit: "mJ/mL",
    ends: ["less", "more"],
    colorMap: "cividis",
    discs: [
      { name: BEFORE_NAME, values: before!, decimals: 1 },
      { name: AFTER_NAME, values: after!, decimals: 1 },
    ],
    ...(scarred.length > 0 ? { hatched: { segments: scarred, label: "more than half scar" } } : {}),
  });
}

/** dP/dt max and stroke volume over the delays of the best site. */
export function drawPlanPumpDelays({ sites, response, mechanics }: Plan): Picture | undefined {
  const site = sites.find(({ id }) => id === response?.siteId);
  if (!response || !mechanics || !site) return undefined;
  return drawResponseSurface({
    title: "What the delays do to the pump, at the best site",
    subtitle: `Change against the beat as it is now, at which stroke volume is ${writePumpMeasure(mechanics.baseline, STROKE_VOLUME)} mL.`,
    avDelays_ms: response.avDelays_ms,
    vvDelays_ms: response.vvDelays_ms,
    quantities: [
      {
        label: "Change of dP/dt max, %",
        values: mechanics.surface.pressureRise,
        ends: ["less", "more"],
        better: "high",
        decimals: 1,
      },
      {
        label: "Change of stroke volume, %",
        values: mechanics.surface.strokeVolume,
        ends: ["less", "more"],
        better: "high",
        decimals: 1,
      },
    ],
    chosen: site.settings,
  });
}

function listBeats({ before, after, avDelays_ms }: PumpScene): readonly [DrawnBeat, DrawnBeat] {
  return [
    { name: BEFORE_NAME, role: "before", trace: before, avDelay_ms: avDelays_ms.before },
    { name: AFTER_NAME, role: "after", trace: after, avDelay_ms: avDelays_ms.after },
  ];
}
