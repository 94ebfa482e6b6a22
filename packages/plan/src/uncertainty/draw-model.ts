import type { Calibration } from "../calibration/calibrate.ts";
import type { ShapedHeart } from "../calibration/shape-heart.ts";

/** The coarse heart that draws are made on, calibrated. */
export interface DrawModel extends ShapedHeart {
  readonly calibration: Calibration;
}
