import { VALVE } from "./circulation-layout.ts";
import type { BeatTrace } from "./record-beat.ts";
import { highest } from "./trace-integrals.ts";

/**
 * When the valves of the left ventricle open and close, ms after right atrial activation. Ejection is the longest
 * stretch of aortic flow; mitral closure is the last before it, mitral opening the first after it, so that opening may
 * be later than one cycle.
 */
export interface ValveEvents {
  readonly mitralClosing_ms: number;
  readonly aorticOpening_ms: number;
  readonly aorticClosing_ms: number;
  readonly mitralOpening_ms: number;
}

/** A valve counts as open while its flow is above this share of its peak; assumed. */
const OPEN_RATIO = 0.02;

/** @returns undefined where the aortic or the mitral valve does not open */
export function findValveEvents(trace: BeatTrace): ValveEvents | undefined {
  const aortic = trace.flows_mLPerS[VALVE.aortic]!;
  const mitral = trace.flows_mLPerS[VALVE.mitral]!;
  const period = trace.sampleCount - 1;
  const ejection = longestOpening(aortic);
  if (!ejection || !longestOpening(mitral)) return undefined;
  const isMitralOpen = (sample: number) => wrapped(mitral, sample) > OPEN_RATIO * highest(mitral);
  let closing = ejection.start;
  while (!isMitralOpen(closing - 1) && closing > ejection.start - period) closing--;
  let opening = ejection.end;
  while (!isMitralOpen(opening) && opening < ejection.end + period) opening++;
  return {
    mitralClosing_ms: closing * trace.interval_ms,
    aorticOpening_ms: ejection.start * trace.interval_ms,
    aorticClosing_ms: ejection.end * trace.interval_ms,
    mitralOpening_ms: opening * trace.interval_ms,
  };
}

/** First open and first closed sample again of the longest opening; the end may lie past the beat. */
function longestOpening(flow: Float64Array): { readonly start: number; readonly end: number } | undefined {
  const least = OPEN_RATIO * highest(flow);
  const period = flow.length - 1;
  let best: { start: number; end: number } | undefined;
  for (let start = 0; start < period; start++) {
    if (!(wrapped(flow, start) > least) || wrapped(flow, start - 1) > least) continue;
    let end = start;
    while (wrapped(flow, end) > least && end < start + period) end++;
    if (!best || end - start > best.end - best.start) best = { start, end };
  }
  return best;
}

/** Time per beat that blood enters the left ventricle. */
export function measureFillingTime_ms({ flows_mLPerS, interval_ms }: BeatTrace): number {
  const mitral = flows_mLPerS[VALVE.mitral]!;
  const least = OPEN_RATIO * highest(mitral);
  return interval_ms * mitral.subarray(1).filter((flow) => flow > least).length;
}

/** A sample of a beat that repeats for ever, before and after it too. */
export function wrapped(trace: Float64Array, sample: number): number {
  const period = trace.length - 1;
  return trace[((sample % period) + period) % period]!;
}
