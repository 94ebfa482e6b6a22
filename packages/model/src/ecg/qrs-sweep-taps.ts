import { frontKernel } from "./front-kernel.ts";

/** Slope of the membrane voltage while the front passes, in steps of 1 ms. */
export interface FrontTaps {
  /** mV/ms: the mean over the ms that ends at each sample, for a node activated in the middle of its bin. */
  readonly slopes_mVPerMs: Float64Array;
  /** Time of the first tap after the beginning of the bin, a whole number of ms, mostly negative. */
  readonly start_ms: number;
}

/** Taps below this share of the height are left out at both ends. */
const SMALLEST_TAP_RATIO = 1e-6;

/**
 * Taps of a front, cut off where nothing is left of it.
 *
 * @param frontWidth_ms  10 to 90 percent of the rise
 * @param height_mV      from rest to plateau; the taps add to it, less 1e-5 of it
 */
export function createFrontTaps(frontWidth_ms: number, height_mV: number): FrontTaps {
  const { steps, before } = frontKernel(1, frontWidth_ms, { binCenter: 0.5 });
  const isLarge = (step: number) => step >= SMALLEST_TAP_RATIO;
  const first = steps.findIndex(isLarge);
  const slopes_mVPerMs = steps.slice(first, steps.findLastIndex(isLarge) + 1).map((step) => step * height_mV);
  return { slopes_mVPerMs, start_ms: first - before };
}
