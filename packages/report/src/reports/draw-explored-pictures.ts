import type { ActivatedState, Plan, PlanScene } from "@tributary/plan";
import { drawBullsEyePair } from "../figures/draw-bulls-eye-pair.ts";
import { drawEcgPaper } from "../figures/draw-ecg-paper.ts";
import { drawPressureVolumeLoops } from "../figures/draw-pressure-volume-loops.ts";
import type { DrawnBeats } from "../figures/drawn-beat.ts";
import type { Picture } from "../svg/picture.ts";
import { createBeat, createMeasuredBeat, listSegmentTimes, TIME_ZERO } from "./draw-plan-pictures.ts";
import { listScarredSegments } from "./posed-heart.ts";

/** A beat that somebody set, to be laid beside the heart as it is now. */
export interface ExploredState {
  readonly name: string;
  readonly activated: ActivatedState;
  readonly qrsDuration_ms: number;
}

/** What pictures compare: the setting at hand and, where one was kept to compare with, that one; undefined: not paced. */
export interface ExploredStates {
  readonly nowName: string;
  readonly current: ExploredState | undefined;
  readonly frozen: ExploredState | undefined;
}

/** The 12-lead ECG as it is now, as kept and as set. */
export function drawExploredEcg(plan: Plan, scene: PlanScene, states: ExploredStates): Picture {
  const { nowName, current, frozen } = states;
  const measured = createMeasuredBeat(plan, scene);
  return drawEcgPaper({
    title: "12-lead ECG",
    subtitle: "One beat of each, side by side in every lead.",
    beats: [
      ...(measured ? [measured] : []),
      createBeat(nowName, "before", scene.before, plan.baseline.qrsDuration_ms.value),
      ...(frozen ? [createBeat(frozen.name, "frozen", frozen.activated, frozen.qrsDuration_ms)] : []),
      ...(current ? [createBeat(current.name, "after", current.activated, current.qrsDuration_ms)] : []),
    ],
  });
}

/** Segments as set, beside those of the kept setting or of the heart as it is now. */
export function drawExploredSegments(
  { prepared, before }: PlanScene,
  { nowName, current, frozen }: ExploredStates,
): Picture | undefined {
  if (!current) return undefined;
  const scarred = listScarredSegments(prepared);
  const beside = frozen ?? { name: nowName, activated: before };
  return drawBullsEyePair({
    title: "Activation of the segments",
    subtitle: TIME_ZERO,
    label: "Mean activation time",
    unit: "ms",
    ends: ["early", "late"],
    reversed: true,
    discs: [
      { name: beside.name, values: listSegmentTimes(beside.activated.map) },
      { name: current.name, values: listSegmentTimes(current.activated.map) },
    ],
    ...(scarred.length > 0 ? { hatched: { segments: scarred, label: "more than half scar" } } : {}),
  });
}

/** Pressure over volume as it is now, as kept and as set; beats that are not periodic yet are drawn as estimates. */
export function drawExploredLoops(subtitle: string, beats: DrawnBeats): Picture {
  return drawPressureVolumeLoops({ title: "Pressure and volume", subtitle, beats });
}
