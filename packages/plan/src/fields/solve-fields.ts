import { buildElectricalHeart, type ConductionSpecification, type FieldSource, type PreparedHeart } from "@tributary/engine";
import { countNodes, NORMAL_ROOTS, selectRoots } from "@tributary/model";
import type { RvSite } from "../plan.ts";
import type { PlanHost } from "../plan-host.ts";
import { applyShape, type ConductionShape } from "./conduction-set.ts";
import type { PlanSources } from "./plan-sources.ts";

/**
 * Arrival times of every source of a plan alone, at the velocity of the case; each is divided by the velocity scale of a
 * set before it is used. Stored as 32-bit floats: 1e-5 ms of rounding.
 */
export interface PlanFields {
  readonly nodeCount: number;
  /** The roots of the conducted beat, in the order of `selectRoots`; empty where nothing is conducted. */
  readonly conducted: readonly Float32Array[];
  /** In the order of NORMAL_ROOTS, without functional lines of block. */
  readonly roots: readonly Float32Array[];
  readonly rv: ReadonlyMap<RvSite, Float32Array>;
  readonly lvSeptum: Float32Array;
  readonly knots: readonly Float32Array[];
}

export interface FieldRun {
  readonly host: Pick<PlanHost, "solver">;
  readonly onProgress?: (done: number, total: number) => void;
  readonly signal?: AbortSignal;
}

/** Solves every source once for one shape of conduction. */
export async function solvePlanFields(
  prepared: PreparedHeart,
  conduction: ConductionSpecification,
  shape: ConductionShape,
  run: FieldRun & { readonly sources: PlanSources },
): Promise<PlanFields> {
  const { sources } = run;
  const electrical = buildElectricalHeart(prepared, applyShape(conduction, shape));
  const rvSites = [...sources.rv.keys()];
  const paced: FieldSource[] = [
    ...sources.roots,
    ...rvSites.map((site) => sources.rv.get(site)!.source),
    sources.lvSeptum.source,
    ...sources.knots.map(({ source }) => source),
  ];
  const conductedRoots = listConductedRoots(conduction, sources);
  const extra = electrical.hasFunctionalBlock ? conductedRoots : [];
  const total = paced.length + extra.length;
  const solve = async (tensor_mm2PerMs2: Float64Array, list: readonly FieldSource[], before: number) => {
    const fields = await run.host.solver.solve({ mesh: prepared.heart, tensor_mm2PerMs2 }, list, {
      onProgress: (done) => run.onProgress?.(before + done, total),
      ...(run.signal ? { signal: run.signal } : {}),
    });
    return fields.map(({ times_ms }) => Float32Array.from(times_ms));
  };
  const fields = await solve(electrical.pacedTensor_mm2PerMs2, paced, 0);
  const blocked = extra.length > 0 ? await solve(electrical.intrinsicTensor_mm2PerMs2, extra, paced.length) : undefined;
  const rvStart = sources.roots.length;
  const knotStart = rvStart + rvSites.length + 1;
  const roots = fields.slice(0, rvStart);
  return {
    nodeCount: countNodes(prepared.heart),
    conducted: blocked ?? conductedRoots.map((source) => roots[sources.roots.indexOf(source)]!),
    roots,
    rv: new Map(rvSites.map((site, index) => [site, fields[rvStart + index]!])),
    lvSeptum: fields[knotStart - 1]!,
    knots: fields.slice(knotStart),
  };
}

function listConductedRoots({ pattern, atrioventricular }: ConductionSpecification, { roots }: PlanSources): FieldSource[] {
  if (atrioventricular.kind === "block") return [];
  const conducting = selectRoots(pattern).map(({ name }) => name);
  return roots.filter((_, index) => conducting.includes(NORMAL_ROOTS[index]!.name));
}
