import type { HeartScene } from "./heart-scene.ts";
import type { HeartStage } from "./heart-stage.ts";

export interface FoundTip {
  readonly vein: string;
  readonly depth_mm: number;
  readonly distance_px: number;
}

/** So much nearer to the pointer another vein must be for the lead to change into it. */
const HOLD_px = 14;
/** A place on the far side is meant only where nothing on the near side is close. */
const FAR_SIDE_px = 30;

/** The place for the tip of the lead that is nearest to a point of the screen; the lead stays in its vein where it can. */
export function findTip(
  stage: HeartStage,
  { veins }: HeartScene,
  pointer: { readonly x_px: number; readonly y_px: number },
  currentVein: string | undefined,
): FoundTip | undefined {
  let best: (FoundTip & { readonly cost: number }) | undefined;
  for (const { name, tips } of veins) {
    for (const { depth_mm, point_mm } of tips) {
      const { x_px, y_px, isFront } = stage.project(point_mm);
      const distance_px = Math.hypot(x_px - pointer.x_px, y_px - pointer.y_px);
      const cost = distance_px + (isFront ? 0 : FAR_SIDE_px) + (name === currentVein ? 0 : HOLD_px);
      if (!best || cost < best.cost) best = { vein: name, depth_mm, distance_px, cost };
    }
  }
  return best;
}
