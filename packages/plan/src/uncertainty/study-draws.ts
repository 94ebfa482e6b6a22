import { buildElectricalHeart } from "@tributary/engine";
import { findBranch, placeInVein } from "@tributary/model";
import { type AlternativeBeat, listAlternativeBeats } from "../alternatives/alternative-beats.ts";
import type { Calibration } from "../calibration/calibrate.ts";
import { findMeasuredBeat } from "../calibration/conducted-beat.ts";
import type { TaskOptions } from "../field-host.ts";
import { applyShape } from "../fields/conduction-set.ts";
import { type FieldFamily, solveFieldFamily } from "../fields/field-family.ts";
import { type BasicSources, createSourcePlacer, type PacedSource, paceAt } from "../fields/plan-sources.ts";
import type { PlanHost } from "../plan-host.ts";
import type { PlanInput } from "../plan-input.ts";
import type { HeartModel } from "../search/heart-model.ts";
import type { RankedSite } from "../search/rank-sites.ts";
import type { HeartSearch } from "../search/search-heart.ts";
import { findIntrinsicStart_ms } from "../timing/delay-grid.ts";
import type { Draw, DrawProblem, DrawResult } from "./draw.ts";

/** The coarse heart that draws are made on, calibrated. */
export interface DrawModel {
  readonly model: HeartModel;
  readonly basic: BasicSources;
  readonly basics: FieldFamily;
  readonly calibration: Calibration;
}

/** Draws of a plan with the same sites at the plan's own parameters. */
export interface DrawStudy {
  readonly draws: readonly Draw[];
  readonly results: readonly DrawResult[];
  /** At the central set and the usual latency: what the fine mesh is compared with. */
  readonly central: DrawResult;
  readonly alternatives: readonly AlternativeBeat[];
  /** Of the coarse mesh. */
  readonly nodeCount: number;
}

export interface DrawRun extends TaskOptions {
  readonly host: PlanHost;
  readonly draws: readonly Draw[];
  readonly captureLatency_ms: number;
}

/**
 * Evaluates every ranked site in every draw on the coarse mesh. Cathodes lie where the fine search put them: the veins are
 * those of the fine heart.
 */
export async function studyDraws(
  { model, basic, basics, calibration }: DrawModel,
  input: PlanInput,
  fine: { readonly model: HeartModel; readonly search: HeartSearch; readonly ranked: readonly RankedSite[] },
  run: DrawRun,
): Promise<DrawStudy> {
  const { conduction } = input;
  const points = placePoints(model, input, calibration, fine);
  const signal = run.signal ? { signal: run.signal } : {};
  const family = await solveFieldFamily(
    model.prepared,
    conduction,
    { basic: undefined, points },
    {
      host: run.host,
      ...signal,
      onProgress: (done, total) => run.onProgress?.(FAMILY_SHARE * (done / total), 1),
    },
  );
  const isConducted = fine.search.problem.intrinsic_ms !== undefined;
  const alternatives = listAlternativeBeats(basics.layout, {
    endocardialPoint: fine.ranked.length > 0 ? fine.ranked.length : undefined,
    canFuse: isConducted,
  });
  const first = [...basics.layout.rv.values()][0]!;
  const problem: DrawProblem = {
    nodes: model.nodes,
    tetrahedra: run.host.share(model.prepared.heart.tetrahedra),
    taps: model.taps,
    basics,
    points: family,
    beat: findMeasuredBeat(conduction, basics.layout) ?? { sources: [first], defaultDelays_ms: [0] },
    intrinsicStart_ms: isConducted ? findIntrinsicStart_ms(conduction.atrioventricular) : undefined,
    rvLocations: new Map([...basic.rv].map(([site, { location }]) => [site, location])),
    vvDelays_ms: fine.search.problem.rv[0]!.grid.vvDelays_ms,
    sites: fine.ranked.map(({ choice }, point) => {
      const { rv, avDelay_ms } = fine.search.entries[choice.entry]!;
      return { point, rvSite: rv.site, avDelay_ms, location: points[point]!.location };
    }),
    alternatives,
  };
  const centralDraw = { set: calibration.central, captureLatency_ms: run.captureLatency_ms };
  const [central, ...results] = await run.host.evaluateDraws(problem, [centralDraw, ...run.draws], {
    ...signal,
    onProgress: (done, total) => run.onProgress?.(FAMILY_SHARE + (1 - FAMILY_SHARE) * (done / total), 1),
  });
  return { draws: run.draws, results, central: central!, alternatives, nodeCount: model.nodes.nodeCount };
}

const FAMILY_SHARE = 0.7;

/** The cathode of every ranked site on the coarse mesh, and the endocardium opposite the best. */
function placePoints(
  model: HeartModel,
  { conduction }: PlanInput,
  { central }: Calibration,
  fine: { readonly model: HeartModel; readonly search: HeartSearch; readonly ranked: readonly RankedSite[] },
): PacedSource[] {
  const placer = createSourcePlacer(
    model.prepared,
    buildElectricalHeart(model.prepared, applyShape(conduction, central.shape)),
  );
  const points = fine.ranked.map(({ site, choice }) => {
    const { vein, arc_mm } = fine.search.candidates.cathodes[choice.cathode]!;
    return paceAt(placer, site.id, placeInVein(findBranch(fine.model.veins.tree, vein), arc_mm).point_mm);
  });
  const best = fine.ranked[0];
  if (!best) return points;
  const { ab, rt } = fine.search.candidates.cathodes[best.choice.cathode]!.place;
  points.push(paceAt(placer, "endocardium", placer.lookup({ ab, tm: ENDOCARDIAL_tm, rt, tv: 0 }).point_mm));
  return points;
}

/** Just under the endocardium. */
export const ENDOCARDIAL_tm = 0.99;
