/** Sums over one recorded beat; the last sample repeats the first one cycle later. */

/** ∫ y dx along a trace, trapezoidal; of a loop its area, clockwise positive for y over x. */
export function integrateAlong(y: Float64Array, x: Float64Array): number {
  let sum = 0;
  for (let i = 1; i < x.length; i++) sum += 0.5 * (y[i]! + y[i - 1]!) * (x[i]! - x[i - 1]!);
  return sum;
}

/** Mean over the beat, trapezoidal. */
export function meanOf(trace: Float64Array): number {
  let sum = -0.5 * (trace[0]! + trace[trace.length - 1]!);
  for (const value of trace) sum += value;
  return sum / (trace.length - 1);
}

/** Largest and smallest value. */
export function highest(trace: Float64Array): number {
  return trace.reduce((most, value) => Math.max(most, value), -Infinity);
}

export function lowest(trace: Float64Array): number {
  return trace.reduce((least, value) => Math.min(least, value), Infinity);
}

/** Volume that flowed forward, and the volume that flowed back, both positive. */
export function splitFlow(
  flow_mLPerS: Float64Array,
  interval_s: number,
): { readonly forward_mL: number; readonly backward_mL: number } {
  let [forward_mL, backward_mL] = [0, 0];
  for (let i = 1; i < flow_mLPerS.length; i++) {
    const volume_mL = 0.5 * (flow_mLPerS[i]! + flow_mLPerS[i - 1]!) * interval_s;
    if (volume_mL > 0) forward_mL += volume_mL;
    else backward_mL -= volume_mL;
  }
  return { forward_mL, backward_mL };
}

/**
 * Steepest rise and fall by the central difference (y[i + 1] − y[i − 1])/2Δt, per second; across the end of the beat
 * too.
 */
export function steepestSlopes(
  trace: Float64Array,
  interval_s: number,
): { readonly rise: number; readonly fall: number } {
  const period = trace.length - 1;
  let [rise, fall] = [0, 0];
  for (let i = 0; i < period; i++) {
    const slope = (trace[i + 1]! - trace[(i + period - 1) % period]!) / (2 * interval_s);
    rise = Math.max(rise, slope);
    fall = Math.min(fall, slope);
  }
  return { rise, fall };
}
