import { radiansFromDegrees } from "@tributary/model";
import type { Placement } from "../placements/list-placements.ts";

/** A lead that lies loose holds less; assumed. */
const LOOSE_FIT_SHARE = 0.4;
/** Take-off angles that are easy and that need an inner guide throughout, as the reach of a vein is judged. */
const EASY_TURN_rad = radiansFromDegrees(80);
const HARD_TURN_rad = radiansFromDegrees(120);
/** A lead that could go this much farther lies well within the vein; assumed. */
const AMPLE_REACH_mm = 10;

/**
 * How well a placement is reached and holds, 0 to 1: the mean of the tip's fit in the lumen, the ease of the turn into
 * the vein, and how much farther the lead would go. Active fixation makes the fit and the spare reach good.
 */
export function rateStability({ electrodes, takeOffAngle_rad, spareReach_mm }: Placement, isActive: boolean): number {
  const tip = electrodes[0]!;
  const fit = isActive || tip.fit !== "loose" ? 1 : LOOSE_FIT_SHARE;
  const turn = clamp((HARD_TURN_rad - (takeOffAngle_rad ?? 0)) / (HARD_TURN_rad - EASY_TURN_rad));
  const reach = isActive ? 1 : clamp(spareReach_mm / AMPLE_REACH_mm);
  return (fit + turn + reach) / 3;
}

function clamp(value: number): number {
  return Math.min(1, Math.max(0, value));
}
