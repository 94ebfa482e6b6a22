import { frontTimeConstant, riseFraction } from "./action-potential.ts";

/** The rise of a template, cut into steps of one sample. */
export interface StepKernel {
  /** Rise within each sample interval; they add to 1. */
  readonly steps: Float64Array;
  /** steps[i] ends (i − before) samples after the arrival: output sample = bin + i − before. */
  readonly before: number;
}

export interface FrontKernelOptions {
  /** Where in its interval a bin stands for its nodes: 0 at its start, 0.5 where times were rounded down; samples. */
  readonly binCenter?: number;
}

/** Beyond this many time constants the rise is over to 1e-9. */
const REACH = 10.5;

/**
 * The front as the ECG sees it: how much of the depolarization falls into each sample around the activation time.
 *
 * With node weights summed into bins by arrival time, b, the change of a lead from one sample to the next is the
 * convolution ΔV (b * steps), and the lead their running sum from rest.
 *
 * @param samplingInterval_ms  width of a bin and of a sample
 * @param frontWidth_ms        10 to 90 percent of the rise
 */
export function frontKernel(
  samplingInterval_ms: number,
  frontWidth_ms: number,
  options: FrontKernelOptions = {},
): StepKernel {
  return stepKernel(samplingInterval_ms, frontTimeConstant(frontWidth_ms), options.binCenter ?? 0);
}

/** Steps of ½[1 + tanh(t/τ)]. */
export function stepKernel(samplingInterval_ms: number, timeConstant_ms: number, binCenter: number): StepKernel {
  const before = Math.ceil((REACH * timeConstant_ms) / samplingInterval_ms);
  const steps = new Float64Array(2 * before + 2);
  let reached = 0;
  for (let i = 0; i < steps.length; i++) {
    const time_ms = (i - before - binCenter) * samplingInterval_ms;
    const next = i === steps.length - 1 ? 1 : riseFraction(time_ms, timeConstant_ms);
    steps[i] = next - reached;
    reached = next;
  }
  return { steps, before };
}
