import {
  buildElectricalHeart,
  type ConductionSpecification,
  type FieldSource,
  type PreparedHeart,
} from "@tributary/engine";
import { countNodes, NORMAL_ROOTS, selectRoots } from "@tributary/model";
import type { FieldHost, TaskOptions } from "../field-host.ts";
import type { RvSite } from "../plan.ts";
import { applyShape, type ConductionShape } from "./conduction-set.ts";
import type { BasicSources, PacedSource } from "./plan-sources.ts";

/** Which field of a list is which; numbers are places in the list. */
export interface FieldLayout {
  /** The roots of the conducted beat, in the order of `selectRoots`; empty where nothing is conducted. */
  readonly conducted: readonly number[];
  /** In the order of NORMAL_ROOTS, without functional lines of block. */
  readonly roots: readonly number[];
  readonly rv: ReadonlyMap<RvSite, number>;
  readonly lvSeptum: number;
  /** Further points, in the order given. */
  readonly points: readonly number[];
}

/**
 * Arrival times of every source alone, at the velocity of the case; each is divided by the velocity scale of a set before
 * it is used. Stored as 32-bit floats: 1e-5 ms of rounding.
 */
export interface PlanFields {
  readonly layout: FieldLayout;
  readonly fields: readonly Float32Array[];
}

export interface FieldRun extends TaskOptions {
  readonly host: FieldHost;
}

/** Sources of a heart and the points to solve besides; without basic sources, the points alone. */
export interface SourceList {
  readonly basic: BasicSources | undefined;
  readonly points: readonly PacedSource[];
}

/** Solves every source once for one shape of conduction. */
export async function solvePlanFields(
  prepared: PreparedHeart,
  conduction: ConductionSpecification,
  shape: ConductionShape,
  run: FieldRun & { readonly sources: SourceList },
): Promise<PlanFields> {
  const electrical = buildElectricalHeart(prepared, applyShape(conduction, shape));
  const { layout, paced, blocked } = layOutSources(conduction, run.sources, electrical.hasFunctionalBlock);
  const total = paced.length + blocked.length;
  let done = 0;
  const solve = async (tensor_mm2PerMs2: Float64Array, sources: readonly FieldSource[]) => {
    const domain = { mesh: prepared.heart, tensor_mm2PerMs2 };
    const fields = sources.map(() => run.host.allocateFloat32(countNodes(prepared.heart)));
    await run.host.solver.solveInto(fields, domain, sources, {
      onProgress: () => run.onProgress?.(++done, total),
      ...(run.signal ? { signal: run.signal } : {}),
    });
    return fields;
  };
  const [pacedFields, blockedFields] = await Promise.all([
    solve(electrical.pacedTensor_mm2PerMs2, paced),
    solve(electrical.intrinsicTensor_mm2PerMs2, blocked),
  ]);
  return { layout, fields: [...pacedFields, ...blockedFields] };
}

interface LaidOutSources {
  readonly layout: FieldLayout;
  /** Solved without functional lines of block. */
  readonly paced: readonly FieldSource[];
  /** Solved with them: the conducted roots, where there are any. */
  readonly blocked: readonly FieldSource[];
}

function layOutSources(
  conduction: ConductionSpecification,
  { basic, points }: SourceList,
  hasFunctionalBlock: boolean,
): LaidOutSources {
  const pointSources = points.map(({ source }) => source);
  if (!basic) {
    const layout = { conducted: [], roots: [], rv: new Map(), lvSeptum: -1, points: points.map((_, index) => index) };
    return { layout, paced: pointSources, blocked: [] };
  }
  const rvSites = [...basic.rv.keys()];
  const paced = [...basic.roots, ...rvSites.map((site) => basic.rv.get(site)!.source), basic.lvSeptum.source];
  const conductedRoots = listConductedRoots(conduction);
  const all = [...paced, ...pointSources];
  const blocked = hasFunctionalBlock ? conductedRoots.map((index) => basic.roots[index]!) : [];
  const layout = {
    conducted: hasFunctionalBlock ? conductedRoots.map((_, index) => all.length + index) : conductedRoots,
    roots: basic.roots.map((_, index) => index),
    rv: new Map(rvSites.map((site, index) => [site, basic.roots.length + index])),
    lvSeptum: basic.roots.length + rvSites.length,
    points: points.map((_, index) => paced.length + index),
  };
  return { layout, paced: all, blocked };
}

/** Places in NORMAL_ROOTS of the roots that conduct. */
export function listConductedRoots({ pattern, atrioventricular }: ConductionSpecification): number[] {
  if (atrioventricular.kind === "block") return [];
  return selectRoots(pattern).map(({ name }) => NORMAL_ROOTS.findIndex((root) => root.name === name));
}
