import type { StepKernel } from "./front-kernel.ts";
import { INDEPENDENT_LEADS } from "./lead-names.ts";

const LEAD_COUNT = INDEPENDENT_LEADS.length;

/** Node weights summed by time: bin b holds what happens at start + b intervals. */
export interface WeightBins {
  readonly samplingInterval_ms: number;
  readonly start_ms: number;
  readonly binCount: number;
  /** 8 · binCount, bin by bin in the order of INDEPENDENT_LEADS. */
  readonly sums: Float64Array;
}

/**
 * Sums node weights by time; a time between two bins is split among them in proportion. Nodes never reached are left out.
 *
 * @param weights   8 · nodeCount, node by node
 * @param times_ms  nodeCount; Infinity where nothing happens
 */
export function binWeights(
  weights: Float64Array,
  times_ms: ArrayLike<number>,
  samplingInterval_ms: number,
): WeightBins {
  const { first, last } = findRange(times_ms, samplingInterval_ms);
  if (last < first) return { samplingInterval_ms, start_ms: 0, binCount: 0, sums: new Float64Array(0) };
  const binCount = last - first + 2;
  const sums = new Float64Array(LEAD_COUNT * binCount);
  for (let node = 0; node < times_ms.length; node++) {
    if (times_ms[node] === Infinity) continue;
    const place = times_ms[node]! / samplingInterval_ms - first;
    const bin = Math.floor(place);
    const after = place - bin;
    const from = LEAD_COUNT * node;
    const to = LEAD_COUNT * bin;
    for (let lead = 0; lead < LEAD_COUNT; lead++) {
      const weight = weights[from + lead]!;
      sums[to + lead]! += (1 - after) * weight;
      sums[to + LEAD_COUNT + lead]! += after * weight;
    }
  }
  return { samplingInterval_ms, start_ms: first * samplingInterval_ms, binCount, sums };
}

/**
 * Adds what the bins do to leads, when each node goes through the rise of `kernel` at its time.
 *
 * @param outLeads_mV  added to; 8 · sampleCount, lead by lead, samples at the bins' interval
 * @param start_ms     time of the first sample; a whole number of intervals from that of the bins
 * @param height_mV    of the rise; negative for a fall
 */
export function addRises(
  outLeads_mV: Float64Array,
  bins: WeightBins,
  kernel: StepKernel,
  { start_ms, height_mV }: { readonly start_ms: number; readonly height_mV: number },
): void {
  const sampleCount = outLeads_mV.length / LEAD_COUNT;
  const shift = Math.round((bins.start_ms - start_ms) / bins.samplingInterval_ms) - kernel.before;
  const steps = new Float64Array(sampleCount);
  for (let lead = 0; lead < LEAD_COUNT; lead++) {
    steps.fill(0);
    for (let bin = 0; bin < bins.binCount; bin++) {
      addScaledSteps(steps, kernel.steps, bin + shift, bins.sums[LEAD_COUNT * bin + lead]!);
    }
    let sum = 0;
    for (let sample = 0; sample < sampleCount; sample++) {
      sum += steps[sample]!;
      outLeads_mV[lead * sampleCount + sample]! += height_mV * sum;
    }
  }
}

/** Steps before the first sample are complete there; those after the last are not seen. */
function addScaledSteps(out: Float64Array, steps: Float64Array, at: number, weight: number): void {
  if (weight === 0) return;
  const end = Math.min(steps.length, out.length - at);
  for (let i = 0; i < end; i++) out[Math.max(0, at + i)]! += weight * steps[i]!;
}

function findRange(times_ms: ArrayLike<number>, samplingInterval_ms: number): { first: number; last: number } {
  let first = Infinity;
  let last = -Infinity;
  for (let node = 0; node < times_ms.length; node++) {
    if (times_ms[node] === Infinity) continue;
    first = Math.min(first, times_ms[node]!);
    last = Math.max(last, times_ms[node]!);
  }
  return { first: Math.floor(first / samplingInterval_ms), last: Math.floor(last / samplingInterval_ms) };
}
