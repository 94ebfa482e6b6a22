import type { FieldDomain, FieldSource } from "../field-solver.ts";
import { type PreparedDomain, prepareDomain, solveOneField } from "../inline-field-solver.ts";

/** One list of sources, the same for every thread that works on it; all typed arrays are shared memory. */
export interface FieldTask {
  /** Tells domains apart; a worker keeps the last one it made ready. */
  readonly domainId: number;
  readonly domain: FieldDomain;
  readonly sources: readonly FieldSource[];
  /** Written; one a source. */
  readonly outTimes_ms: readonly (Float32Array | Float64Array)[];
  /** Written; one a source. */
  readonly outUnreachedCounts: Uint32Array;
  /** See `TAKEN` and `DONE`. */
  readonly counters: Uint32Array;
}

/** Places in the counters of a task: sources that a thread has taken, and those that are solved. */
const TAKEN = 0;
export const DONE = 1;

let kept: { readonly id: number; readonly prepared: PreparedDomain } | undefined;

/** Runs in a thread: solves sources on a domain whose arrays are shared memory, until none is left. */
export function runFieldTask(task: FieldTask): void {
  const { domainId, domain, sources, outTimes_ms, outUnreachedCounts, counters } = task;
  if (kept?.id !== domainId) kept = { id: domainId, prepared: prepareDomain(domain) };
  const takeNext = () => Atomics.add(counters, TAKEN, 1);
  for (let index = takeNext(); index < sources.length; index = takeNext()) {
    outUnreachedCounts[index] = solveOneField(outTimes_ms[index]!, kept.prepared, sources[index]!);
    Atomics.add(counters, DONE, 1);
  }
}
