import { buildElectricalHeart } from "@tributary/engine";
import { findBranch, placeInVein } from "@tributary/model";
import { type AlternativeBeat, listAlternativeBeats } from "../alternatives/alternative-beats.ts";
import { findMeasuredBeat } from "../calibration/conducted-beat.ts";
import type { ShapedHeart } from "../calibration/shape-heart.ts";
import type { FieldHost } from "../field-host.ts";
import { applyShape, type ConductionShape } from "../fields/conduction-set.ts";
import type { FieldFamily } from "../fields/field-family.ts";
import { createSourcePlacer, type PacedSource, paceAt, paceEndocardiumOpposite } from "../fields/plan-sources.ts";
import type { HeartModel } from "../heart/heart-model.ts";
import type { MusclePatches } from "../mechanics/muscle-patches.ts";
import type { PlanInput } from "../plan-input.ts";
import { listBeatDelays } from "../search/paced-beat.ts";
import type { RankedSite } from "../search/rank-sites.ts";
import type { HeartSearch } from "../search/search-heart.ts";
import { findIntrinsicStart_ms } from "../timing/delay-grid.ts";
import type { DrawProblem } from "./draw.ts";

/** What the fine mesh found: the sites that draws are made for, and the veins they lie in. */
export interface SearchedHeart {
  readonly model: HeartModel;
  readonly search: HeartSearch;
  readonly ranked: readonly RankedSite[];
}

/**
 * The cathode of every ranked site on the mesh of the draws, then the endocardium opposite the best.
 *
 * @param shape  of the conduction around the points
 */
export function placePoints(
  { prepared }: HeartModel,
  { conduction }: PlanInput,
  shape: ConductionShape,
  { model, search, ranked }: SearchedHeart,
): PacedSource[] {
  const placer = createSourcePlacer(prepared, buildElectricalHeart(prepared, applyShape(conduction, shape)));
  const points = ranked.map(({ site, choice }) => {
    const { vein, arc_mm } = search.candidates.cathodes[choice.cathode]!;
    return paceAt(placer, site.id, placeInVein(findBranch(model.veins.tree, vein), arc_mm).point_mm);
  });
  const best = ranked[0];
  if (!best) return points;
  points.push(paceEndocardiumOpposite(placer, search.candidates.cathodes[best.choice.cathode]!.place));
  return points;
}

/** The points of `placePoints` with their fields. */
export interface PointFields {
  readonly points: readonly PacedSource[];
  readonly family: FieldFamily;
  readonly pump: PumpTiming | undefined;
}

/** What the draws need to tell a circulation their timing. */
interface PumpTiming {
  /** Whole segments of the draws' own mesh. */
  readonly muscle: MusclePatches;
  /** By site: from right atrial activation to the first front of its beat, as planned. */
  readonly avDelays_ms: readonly number[];
}

/** Everything that draws of the ranked sites are evaluated on, over the fields of one mesh. */
export function poseDraws(
  { model, basic, basics }: ShapedHeart,
  { conduction }: PlanInput,
  { search, ranked }: SearchedHeart,
  { points, family, pump, host }: PointFields & { readonly host: FieldHost },
): DrawProblem {
  const isConducted = search.problem.intrinsic_ms !== undefined;
  const first = [...basics.layout.rv.values()][0]!;
  return {
    nodes: model.nodes,
    tetrahedra: host.share(model.prepared.heart.tetrahedra),
    taps: model.taps,
    basics,
    points: family,
    beat: findMeasuredBeat(conduction, basics.layout) ?? { sources: [first], defaultDelays_ms: [0] },
    intrinsicStart_ms: isConducted ? findIntrinsicStart_ms(conduction.atrioventricular) : undefined,
    rvLocations: new Map([...basic.rv].map(([site, { location }]) => [site, location])),
    vvDelays_ms: search.problem.rv[0]!.grid.vvDelays_ms,
    sites: ranked.map(({ choice }, point) => {
      const entry = search.entries[choice.entry]!;
      const firstPulse_ms = Math.min(...listBeatDelays(search.problem, entry)!);
      return {
        point,
        rvSite: entry.rv.site,
        avDelay_ms: entry.avDelay_ms,
        location: points[point]!.location,
        clockStart_ms: (pump?.avDelays_ms[point] ?? firstPulse_ms) - firstPulse_ms,
      };
    }),
    muscle: pump?.muscle,
    alternatives: listBeats(basics, ranked.length, isConducted),
  };
}

function listBeats({ layout }: FieldFamily, siteCount: number, canFuse: boolean): AlternativeBeat[] {
  return listAlternativeBeats(layout, { endocardialPoint: siteCount > 0 ? siteCount : undefined, canFuse });
}
