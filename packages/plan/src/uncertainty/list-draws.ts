import { CONDUCTION_PARAMETERS, type Random } from "@tributary/model";
import type { Calibration } from "../calibration/calibrate.ts";
import type { Draw } from "./draw.ts";

/** Draws of a plan. */
const DRAW_COUNT = 200;

/** Draws shared evenly among the calibration sets, those of one set beside each other; each with a latency of its own. */
export function listDraws({ sets }: Pick<Calibration, "sets">, random: Random, count = DRAW_COUNT): Draw[] {
  const [low_ms, high_ms] = CONDUCTION_PARAMETERS.captureLatency_ms.range;
  return Array.from({ length: count }, (_, index) => ({
    set: sets[Math.floor((index * sets.length) / count)]!,
    captureLatency_ms: Math.round(low_ms + (high_ms - low_ms) * random.stream(index).uniform()),
  }));
}
