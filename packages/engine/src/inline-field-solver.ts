import {
  buildEikonalOperator,
  countNodes,
  createEikonalScratch,
  type EikonalOperator,
  type EikonalScratch,
  joinSeeds,
  solveEikonalFast,
} from "@tributary/model";
import type { ActivationField, FieldDomain, FieldSolver, FieldSource, RunOptions } from "./field-solver.ts";

/** Solves in the calling thread, one source after the other: for scripts, tests and hosts without workers. */
export function createInlineFieldSolver(): FieldSolver {
  let kept: { readonly domain: FieldDomain; readonly prepared: PreparedDomain } | undefined;

  /** Calls with the same mesh and tensor, one after the other, share one operator. */
  function keepDomain(domain: FieldDomain): PreparedDomain {
    if (kept?.domain.mesh !== domain.mesh || kept.domain.tensor_mm2PerMs2 !== domain.tensor_mm2PerMs2) {
      kept = { domain, prepared: prepareDomain(domain) };
    }
    return kept.prepared;
  }

  async function solveInto(
    outTimes_ms: readonly (Float32Array | Float64Array)[],
    domain: FieldDomain,
    sources: readonly FieldSource[],
    options: RunOptions = {},
  ) {
    const prepared = keepDomain(domain);
    return sources.map((source, index) => {
      options.signal?.throwIfAborted();
      const unreachedCount = solveOneField(outTimes_ms[index]!, prepared, source);
      options.onProgress?.(index + 1, sources.length);
      return unreachedCount;
    });
  }
  return {
    async solve(domain, sources, options) {
      const times_ms = sources.map(() => new Float64Array(countNodes(domain.mesh)));
      const unreachedCounts = await solveInto(times_ms, domain, sources, options);
      return sources.map(
        ({ id }, index): ActivationField => ({
          sourceId: id,
          times_ms: times_ms[index]!,
          unreachedCount: unreachedCounts[index]!,
        }),
      );
    },
    async solveInto(outTimes_ms, domain, sources, options) {
      await solveInto(outTimes_ms, domain, sources, options);
    },
    close: async () => {},
  };
}

/** A domain made ready once for all its sources. */
export interface PreparedDomain {
  readonly operator: EikonalOperator;
  readonly scratch: EikonalScratch;
  /** nodeCount; of the last source solved. */
  readonly times_ms: Float64Array;
}

export function prepareDomain(domain: FieldDomain): PreparedDomain {
  const operator = buildEikonalOperator(domain.mesh, domain.tensor_mm2PerMs2);
  return {
    operator,
    scratch: createEikonalScratch(operator),
    times_ms: new Float64Array(countNodes(domain.mesh)),
  };
}

/** @returns how many nodes the front never reaches */
export function solveOneField(
  outTimes_ms: Float32Array | Float64Array,
  { operator, scratch, times_ms }: PreparedDomain,
  source: FieldSource,
): number {
  const { unreachedCount } = solveEikonalFast(times_ms, operator, joinSeeds([source.seeds]), scratch);
  outTimes_ms.set(times_ms);
  return unreachedCount;
}
