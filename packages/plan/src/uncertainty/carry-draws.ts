import { combineRoots } from "../calibration/conducted-beat.ts";
import { fitVelocityScale } from "../calibration/fit-velocity.ts";
import type { ShapedHeart } from "../calibration/shape-heart.ts";
import type { FieldHost } from "../field-host.ts";
import { carryFamily } from "../fields/carry-family.ts";
import type { ConductionSet } from "../fields/conduction-set.ts";
import { evaluateField, type FieldFamily } from "../fields/field-family.ts";
import { blendFields } from "../fields/knots.ts";
import { weighDesign } from "../fields/shape-design.ts";
import type { FieldLayout } from "../fields/solve-fields.ts";
import { createBeatMeter } from "../heart/beat-meter.ts";
import type { Draw, DrawProblem } from "./draw.ts";
import type { DrawSamples } from "./draw-samples.ts";
import type { SearchedHeart } from "./pose-draws.ts";
import type { AnchorFields } from "./solve-anchors.ts";

export interface CarryInput {
  readonly anchors: readonly AnchorFields[];
  readonly samples: DrawSamples;
  readonly host: FieldHost;
}

/**
 * The families of the coarse mesh, brought to the samples and moved so that at the shape of the search they give the fields of the fine mesh, those
 * of the anchors at theirs too. The endocardial point was not solved there and stays.
 */
export function carryFamilies(
  { basics }: ShapedHeart,
  points: FieldFamily,
  { model: fine, search, ranked }: SearchedHeart,
  { anchors, samples, host }: CarryInput,
): { readonly basics: FieldFamily; readonly points: FieldFamily } {
  const { shape } = search.baseline.set;
  const { layout, fields } = search.fields;
  const placeOf = matchLayouts(basics.layout, layout);
  const { blends, knots } = search.problem;
  const blended = new Float32Array(fine.nodes.nodeCount);
  const fieldOfSite = (site: number) => {
    const choice = ranked[site]?.choice;
    if (!choice) return undefined;
    const { lower, upper, blend } = blends[choice.cathode]!;
    blendFields(blended, knots[lower]!, knots[upper]!, { blend, scale: 1 });
    return blended;
  };
  const run = { inFine: samples.inFine, furtherInCoarse: samples.rimInCoarse, host };
  const others = anchors.map((anchor) => ({
    shape: anchor.shape,
    fieldOf: (index: number) => anchor.fields.get(placeOf.get(index)!),
  }));
  return {
    basics: carryFamily(basics, { shape, fieldOf: (index) => fields[placeOf.get(index)!] }, others, run),
    points: carryFamily(
      points,
      { shape, fieldOf: fieldOfSite },
      anchors.map((anchor) => ({ shape: anchor.shape, fieldOf: (index: number) => anchor.sites[index] })),
      run,
    ),
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
