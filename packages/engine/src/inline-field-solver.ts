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

  async function solve(domain: FieldDomain, sources: readonly FieldSource[], options: RunOptions = {}) {
    const prepared = keepDomain(domain);
    const fields: ActivationField[] = [];
    for (const source of sources) {
      options.signal?.throwIfAborted();
      fields.push(solveOneField(prepared, source));
      options.onProgress?.(fields.length, sources.length);
    }
    return fields;
  }
  return { solve, close: async () => {} };
}

/** A domain made ready once for all its sources. */
export interface PreparedDomain {
  readonly nodeCount: number;
  readonly operator: EikonalOperator;
  readonly scratch: EikonalScratch;
}

export function prepareDomain(domain: FieldDomain): PreparedDomain {
  const operator = buildEikonalOperator(domain.mesh, domain.tensor_mm2PerMs2);
  return { nodeCount: countNodes(domain.mesh), operator, scratch: createEikonalScratch(operator) };
}

export function solveOneField({ nodeCount, operator, scratch }: PreparedDomain, source: FieldSource): ActivationField {
  const times_ms = new Float64Array(nodeCount);
  const { unreachedCount } = solveEikonalFast(times_ms, operator, joinSeeds([source.seeds]), scratch);
  return { sourceId: source.id, times_ms, unreachedCount };
}
