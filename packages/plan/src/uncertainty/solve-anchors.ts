import { buildElectricalHeart, type FieldSource } from "@tributary/engine";
import { applyShape, type ConductionShape } from "../fields/conduction-set.ts";
import { mapOneAhead } from "../fields/map-one-ahead.ts";
import { pointOfShape, type ShapePoint, shapeAtPoint } from "../fields/shape-design.ts";
import { type FieldRun, listConductedRoots } from "../fields/solve-fields.ts";
import type { PlanInput } from "../plan-input.ts";
import type { SearchedHeart } from "./pose-draws.ts";

/** Some fields of the fine mesh at another shape than that of the search. */
export interface AnchorFields {
  readonly shape: ConductionShape;
  /** By their place in the layout of the search. */
  readonly fields: ReadonlyMap<number, Float32Array>;
  /** Of the best sites, by rank. */
  readonly sites: readonly Float32Array[];
}

/** Ends of a slowness that lie nearer to the middle say little of how a field changes with it. */
const LEAST_MOVE = 0.4;

/** Sites among which most draws have their best; those behind them are moved as at the middle alone. */
const ANCHORED_SITES = 8;

/**
 * The conducted roots, the right-ventricular sites and the best left-ventricular sites, solved on the fine mesh with each
 * ratio at the ends of its range. The first two make the beat as it is now and reach the late places that do not depend
 * on the left-ventricular lead; the last decide which of the best sites is the best in a draw.
 *
 * Cost: at most six shapes times about twelve fields.
 */
export async function solveAnchors(
  { conduction }: PlanInput,
  { model, search, ranked }: SearchedHeart,
  { host, signal }: FieldRun,
): Promise<AnchorFields[]> {
  const { prepared } = model;
  const { layout } = search.fields;
  const roots = listConductedRoots(conduction).map((root) => search.basic.roots[root]!);
  const rv = [...search.basic.rv.values()].map(({ source }) => source);
  const sites = ranked.slice(0, ANCHORED_SITES).map(({ choice }) => {
    const { lower, upper, blend } = search.problem.blends[choice.cathode]!;
    return search.knots[blend < 0.5 ? lower : upper]!.source;
  });
  const places = [...layout.conducted, ...layout.rv.values()];
  return mapOneAhead(listEnds(search.baseline.set.shape), async (shape): Promise<AnchorFields> => {
    const electrical = buildElectricalHeart(prepared, applyShape(conduction, shape));
    const solve = async (tensor_mm2PerMs2: Float64Array, sources: readonly FieldSource[]) => {
      const fields = sources.map(() => host.allocateFloat32(model.nodes.nodeCount));
      const domain = { mesh: prepared.heart, tensor_mm2PerMs2 };
      await host.solver.solveInto(fields, domain, sources, signal ? { signal } : {});
      return fields;
    };
    const [conducted, paced] = await Promise.all([
      solve(electrical.intrinsicTensor_mm2PerMs2, roots),
      solve(electrical.pacedTensor_mm2PerMs2, [...rv, ...sites]),
    ]);
    const basics = [...conducted, ...paced.slice(0, rv.length)];
    return {
      shape,
      sites: paced.slice(rv.length),
      fields: new Map(basics.map((field, index) => [places[index]!, field])),
    };
  });
}

/** Shapes that differ from the middle in one ratio, which lies at an end of its range. */
function listEnds(middle: ConductionShape): ConductionShape[] {
  const center = pointOfShape(middle);
  return center.flatMap((value, axis) =>
    [-1, 1]
      .filter((end) => Math.abs(end - value) >= LEAST_MOVE)
      .map((end) => shapeAtPoint(center.map((own, i) => (i === axis ? end : own)) as unknown as ShapePoint)),
  );
}
