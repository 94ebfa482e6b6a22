import { buildElectricalHeart, type FieldSource, type PreparedHeart } from "@tributary/engine";
import { applyShape, type ConductionShape } from "../fields/conduction-set.ts";
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
 * The conducted roots and the right-ventricular sites, solved on the fine mesh with each ratio at the ends of its range.
 * They make the beat as it is now and reach the late places that do not depend on the left-ventricular lead.
 *
 * Cost: at most six shapes times about seven fields.
 */
export async function solveBasicAnchors(
  { conduction }: PlanInput,
  { model: { prepared }, search }: SearchedHeart,
  run: FieldRun,
): Promise<AnchorFields[]> {
  const { layout } = search.fields;
  const roots = listConductedRoots(conduction).map((root) => search.basic.roots[root]!);
  const rv = [...search.basic.rv.values()].map(({ source }) => source);
  const places = [...layout.conducted, ...layout.rv.values()];
  const anchors: AnchorFields[] = [];
  for (const shape of listEnds(search.baseline.set.shape)) {
    const electrical = buildElectricalHeart(prepared, applyShape(conduction, shape));
    const conducted = await solveFields(prepared, electrical.intrinsicTensor_mm2PerMs2, roots, run);
    const paced = await solveFields(prepared, electrical.pacedTensor_mm2PerMs2, rv, run);
    anchors.push({
      shape,
      sites: [],
      fields: new Map([...conducted, ...paced].map((field, i) => [places[i]!, field])),
    });
  }
  return anchors;
}

/**
 * The anchors with the best left-ventricular sites, which decide which of them is the best in a draw.
 *
 * Cost: at most six shapes times eight fields.
 */
export async function addSiteAnchors(
  anchors: readonly AnchorFields[],
  { conduction }: PlanInput,
  { model: { prepared }, search, ranked }: SearchedHeart,
  run: FieldRun,
): Promise<AnchorFields[]> {
  const sources = ranked.slice(0, ANCHORED_SITES).map(({ choice }) => {
    const { lower, upper, blend } = search.problem.blends[choice.cathode]!;
    return search.knots[blend < 0.5 ? lower : upper]!.source;
  });
  const complete: AnchorFields[] = [];
  for (const anchor of anchors) {
    const electrical = buildElectricalHeart(prepared, applyShape(conduction, anchor.shape));
    const sites = await solveFields(prepared, electrical.pacedTensor_mm2PerMs2, sources, run);
    complete.push({ ...anchor, sites });
  }
  return complete;
}

async function solveFields(
  { heart }: PreparedHeart,
  tensor_mm2PerMs2: Float64Array,
  sources: readonly FieldSource[],
  { host, signal }: FieldRun,
): Promise<Float32Array[]> {
  if (sources.length === 0) return [];
  const fields = await host.solver.solve({ mesh: heart, tensor_mm2PerMs2 }, sources, signal ? { signal } : {});
  return fields.map(({ times_ms }) => Float32Array.from(times_ms));
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
