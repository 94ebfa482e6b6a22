import { locatePointsInMesh } from "@tributary/model";
import { combineRoots } from "../calibration/conducted-beat.ts";
import { fitVelocityScale } from "../calibration/fit-velocity.ts";
import type { ShapedHeart } from "../calibration/shape-heart.ts";
import type { FieldHost } from "../field-host.ts";
import { carryFamily, type FineAnchor } from "../fields/carry-family.ts";
import type { ConductionSet, ConductionShape } from "../fields/conduction-set.ts";
import { evaluateField, type FieldFamily } from "../fields/field-family.ts";
import { blendFields } from "../fields/knots.ts";
import { weighDesign } from "../fields/shape-design.ts";
import type { FieldLayout, PlanFields } from "../fields/solve-fields.ts";
import { createBeatMeter } from "../search/beat-meter.ts";
import type { Draw, DrawProblem } from "./draw.ts";
import type { SearchedHeart } from "./pose-draws.ts";

/** Fields of the fine mesh at another shape than that of the search. */
export interface FineShape {
  readonly shape: ConductionShape;
  readonly fields: PlanFields;
}

/**
 * The families of the coarse mesh, moved so that at the shape of the search and at the others they give the fields of the
 * fine mesh. The endocardial point was not solved there and stays.
 *
 * @param others  with a point for each ranked site
 */
export function carryFamilies(
  { model, basics }: ShapedHeart,
  points: FieldFamily,
  { model: fine, search, ranked }: SearchedHeart,
  { others, host }: { readonly others: readonly FineShape[]; readonly host: FieldHost },
): { readonly basics: FieldFamily; readonly points: FieldFamily } {
  const transfer = locatePointsInMesh(fine.prepared.heart, model.prepared.heart.points_mm);
  const { blends, knots } = search.problem;
  const blended = new Float32Array(fine.nodes.nodeCount);
  const searchedSite = (site: number) => {
    const choice = ranked[site]?.choice;
    if (!choice) return undefined;
    const { lower, upper, blend } = blends[choice.cathode]!;
    blendFields(blended, knots[lower]!, knots[upper]!, { blend, scale: 1 });
    return blended;
  };
  const anchorBasics = (shape: ConductionShape, { layout, fields }: PlanFields): FineAnchor => {
    const placeOf = matchLayouts(basics.layout, layout);
    return { shape, fieldOf: (index) => fields[placeOf.get(index)!] };
  };
  const anchorSites = ({ shape, fields: { layout, fields } }: FineShape): FineAnchor => ({
    shape,
    fieldOf: (site) => (site < ranked.length ? fields[layout.points[site]!] : undefined),
  });
  const { shape } = search.baseline.set;
  const run = { transfer, host };
  return {
    basics: carryFamily(
      basics,
      [anchorBasics(shape, search.fields), ...others.map((other) => anchorBasics(other.shape, other.fields))],
      run,
    ),
    points: carryFamily(points, [{ shape, fieldOf: searchedSite }, ...others.map(anchorSites)], run),
  };
}

/** For each basic field of the coarse mesh its place among the fields of the fine one. */
function matchLayouts(coarse: FieldLayout, fine: FieldLayout): ReadonlyMap<number, number> {
  return new Map([
    ...coarse.roots.map((index, root): [number, number] => [index, fine.roots[root]!]),
    ...[...coarse.rv].map(([site, index]): [number, number] => [index, fine.rv.get(site)!]),
    ...coarse.conducted.map((index, root): [number, number] => [index, fine.conducted[root]!]),
    [coarse.lvSeptum, fine.lvSeptum],
  ]);
}

/**
 * Draws with the velocity of each set fitted once more, to the measured QRS duration on the carried fields: on the coarse
 * mesh each shape was late by an amount of its own.
 */
export function refitDraws(
  draws: readonly Draw[],
  { nodes, taps, basics, beat }: DrawProblem,
  qrsDuration_ms: number | undefined,
): readonly Draw[] {
  if (qrsDuration_ms === undefined) return draws;
  const meter = createBeatMeter(nodes, taps);
  const times_ms = new Float32Array(nodes.nodeCount);
  const fitted = new Map<ConductionSet, ConductionSet>();
  for (const { set } of draws) {
    if (fitted.has(set)) continue;
    const weights = weighDesign(set.shape);
    const fields = beat.sources.map((index) => {
      const field = new Float32Array(nodes.nodeCount);
      evaluateField(field, basics, index, weights);
      return field;
    });
    const { rootDelays_ms } = set;
    const { velocityScale } = fitVelocityScale(qrsDuration_ms, (scale) => {
      combineRoots(times_ms, fields, { velocityScale: scale, rootDelays_ms });
      return meter.measureMap(times_ms, 0).qrsDuration_ms;
    });
    fitted.set(set, { ...set, velocityScale });
  }
  return draws.map((draw) => ({ ...draw, set: fitted.get(draw.set)! }));
}
