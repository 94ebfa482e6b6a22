/**
 * Where and when activation starts: upper bounds on the times of some nodes. A solver may lower them when another front
 * arrives earlier, so a seed that is too late has no effect.
 */
export interface EikonalSeeds {
  /** seedCount node indices; a node may appear more than once. */
  readonly nodes: Uint32Array;
  /** seedCount times, ms. */
  readonly times_ms: Float64Array;
  /** seedCount indices of the source (lead, root) each seed belongs to. */
  readonly sources: Uint16Array;
}

/** The seeds of one source. */
export interface SourceSeeds {
  readonly nodes: ArrayLike<number>;
  /** ms, one a node. */
  readonly times_ms: ArrayLike<number>;
}

/** The seeds of several sources as one; source i is the i-th of the list, delayed by delays_ms[i] where given. */
export function joinSeeds(sources: readonly SourceSeeds[], delays_ms?: ArrayLike<number>): EikonalSeeds {
  let count = 0;
  for (const source of sources) count += source.nodes.length;
  const seeds = { nodes: new Uint32Array(count), times_ms: new Float64Array(count), sources: new Uint16Array(count) };
  let entry = 0;
  for (const [index, source] of sources.entries()) {
    const delay_ms = delays_ms?.[index] ?? 0;
    for (let i = 0; i < source.nodes.length; i++, entry++) {
      seeds.nodes[entry] = source.nodes[i]!;
      seeds.times_ms[entry] = source.times_ms[i]! + delay_ms;
      seeds.sources[entry] = index;
    }
  }
  return seeds;
}

/** What a solver reports beside the times it wrote. */
export interface EikonalStatus {
  /** How often a node was taken from the queue; at least once for each reached node. */
  readonly popCount: number;
  /** Nodes whose time stayed Infinity: no conducting path leads there. */
  readonly unreachedCount: number;
}

/** A node is taken up again only when its time falls by more than this; it bounds the work, not the accuracy. */
export const REINSERTION_THRESHOLD_ms = 1e-9;

export function countUnreached(times_ms: Float64Array): number {
  let count = 0;
  for (let node = 0; node < times_ms.length; node++) if (times_ms[node] === Infinity) count++;
  return count;
}
