import { SWEEP_LEAD_COUNT } from "./qrs-sweep-nodes.ts";

/**
 * Lead weights of a configuration sorted by activation time into bins of 1 ms, and its total activation times.
 *
 * A node activated in [start + b, start + b + 1) ms adds its eight weights to bin b. The record is written again and again
 * by a sweep; `values` grows when a configuration lasts longer than any before it.
 */
export interface SweepBins {
  /** 8 numbers a bin, at least 8 · binCount; those past binCount are 0. */
  values: Float64Array;
  binCount: number;
  /** Where bin 0 begins, a whole number of ms. */
  start_ms: number;
  /** Latest activation; -Infinity where no node is reached. */
  latest_ms: number;
  /** The same over the nodes of the mask. */
  latestOfMask_ms: number;
}

/** @param binCapacity  bins to start with; activation of a heart takes 100 to 300 */
export function createSweepBins(binCapacity = 512): SweepBins {
  return {
    values: new Float64Array(SWEEP_LEAD_COUNT * binCapacity),
    binCount: 0,
    start_ms: 0,
    latest_ms: Number.NEGATIVE_INFINITY,
    latestOfMask_ms: Number.NEGATIVE_INFINITY,
  };
}

/** Empties the bins and makes room for activation from one whole ms to another, the last included. */
export function openSweepBins(out: SweepBins, start_ms: number, last_ms: number): void {
  const neededLength = SWEEP_LEAD_COUNT * Math.max(0, last_ms - start_ms + 1);
  if (neededLength > out.values.length) out.values = new Float64Array(2 * neededLength);
  else out.values.fill(0, 0, SWEEP_LEAD_COUNT * out.binCount);
  out.binCount = 0;
  out.start_ms = start_ms;
}

/** Notes the latest times, and with them how many bins are filled. */
export function closeSweepBins(out: SweepBins, latest_ms: number, latestOfMask_ms: number): void {
  out.latest_ms = latest_ms;
  out.latestOfMask_ms = latestOfMask_ms;
  out.binCount = latest_ms < out.start_ms ? 0 : Math.floor(latest_ms) - out.start_ms + 1;
}
