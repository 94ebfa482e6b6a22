import type { AlternativeBeat } from "../alternatives/alternative-beats.ts";
import type { Calibration } from "../calibration/calibrate.ts";
import type { ShapedHeart } from "../calibration/shape-heart.ts";
import type { TaskOptions } from "../field-host.ts";
import { solveFieldFamily } from "../fields/field-family.ts";
import { listSegments } from "../mechanics/muscle-patches.ts";
import type { PlanHost } from "../plan-host.ts";
import type { PlanInput } from "../plan-input.ts";
import { carryFamilies, refitDraws } from "./carry-draws.ts";
import type { Draw, DrawProblem, DrawResult } from "./draw.ts";
import { createDrawSamples, type DrawSamples } from "./draw-samples.ts";
import { placePoints, poseDraws, type SearchedHeart } from "./pose-draws.ts";
import { solveAnchors } from "./solve-anchors.ts";

/** The coarse heart that draws are made on, calibrated. */
export interface DrawModel extends ShapedHeart {
  readonly calibration: Calibration;
}

/** Draws of a plan with the same sites at the plan's own parameters. */
export interface DrawStudy {
  readonly draws: readonly Draw[];
  readonly results: readonly DrawResult[];
  /** At the central set and the usual latency: what the fine mesh is compared with. */
  readonly central: DrawResult;
  /** The same on the coarse mesh alone. */
  readonly coarse: DrawResult;
  readonly alternatives: readonly AlternativeBeat[];
  /** Of the coarse mesh. */
  readonly nodeCount: number;
}

export interface DrawRun extends TaskOptions {
  /** Of `createDrawSamples`, where they were made before. */
  readonly samples?: DrawSamples | undefined;
  readonly host: PlanHost;
  readonly draws: readonly Draw[];
  readonly captureLatency_ms: number;
  /** By site, see `PumpTiming`; undefined without a circulation. */
  readonly pumpAvDelays_ms?: readonly number[] | undefined;
}

/**
 * Evaluates every ranked site in every draw. Cathodes lie where the fine search put them: the veins are those of the fine
 * heart. Where the coarse mesh differs from the fine one, its fields are carried over, so that it only says how times
 * change with the shape of conduction.
 */
export async function studyDraws(
  drawModel: DrawModel,
  input: PlanInput,
  fine: SearchedHeart,
  run: DrawRun,
): Promise<DrawStudy> {
  const { model, calibration } = drawModel;
  const { host } = run;
  const points = placePoints(model, input, calibration.central.shape, fine);
  const signal = run.signal ? { signal: run.signal } : {};
  const sources = { basic: undefined, points };
  const family = await solveFieldFamily(model.prepared, input.conduction, sources, {
    host,
    ...signal,
    onProgress: (done, total) => run.onProgress?.(FAMILY_SHARE * (done / total), 1),
  });
  const pump = run.pumpAvDelays_ms && { muscle: listSegments(model.prepared), avDelays_ms: run.pumpAvDelays_ms };
  const problem = poseDraws(drawModel, input, fine, { points, family, pump, host });
  const carried =
    fine.model.prepared === model.prepared ? problem : await carry({ ...run, drawModel, problem }, input, fine);
  // Without a beat nothing was measured that a velocity could be fitted to.
  const draws = calibration.beat ? refitDraws(run.draws, carried, input.findings.qrsDuration_ms) : run.draws;
  const { captureLatency_ms } = run;
  const [coarse] = await host.evaluateDraws(problem, [{ set: calibration.central, captureLatency_ms }], signal);
  const centralDraw = { set: fine.search.baseline.set, captureLatency_ms };
  const [central, ...results] = await host.evaluateDraws(carried, [centralDraw, ...draws], {
    ...signal,
    onProgress: (done, total) => run.onProgress?.(FAMILY_SHARE + (1 - FAMILY_SHARE) * (done / total), 1),
  });
  const { alternatives } = problem;
  return { draws, results, central: central!, coarse: coarse!, alternatives, nodeCount: model.nodes.nodeCount };
}

/** The problem of the coarse mesh with the times of the fine one. */
async function carry(
  {
    drawModel,
    problem,
    host,
    signal,
    ...run
  }: DrawRun & { readonly drawModel: DrawModel; readonly problem: DrawProblem },
  input: PlanInput,
  fine: SearchedHeart,
): Promise<DrawProblem> {
  const samples = run.samples ?? createDrawSamples(drawModel.model, fine.model, host);
  const anchors = await solveAnchors(input, fine, { host, ...(signal ? { signal } : {}) });
  const families = carryFamilies(drawModel, problem.points, fine, { anchors, samples, host });
  return { ...problem, ...families, nodes: samples.nodes };
}

const FAMILY_SHARE = 0.7;
