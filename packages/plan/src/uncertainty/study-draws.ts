import type { AlternativeBeat } from "../alternatives/alternative-beats.ts";
import type { Calibration } from "../calibration/calibrate.ts";
import type { ShapedHeart } from "../calibration/shape-heart.ts";
import type { TaskOptions } from "../field-host.ts";
import { solveFieldFamily } from "../fields/field-family.ts";
import type { PlanHost } from "../plan-host.ts";
import type { PlanInput } from "../plan-input.ts";
import type { Draw, DrawResult } from "./draw.ts";
import { placePoints, poseDraws, type SearchedHeart } from "./pose-draws.ts";

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
  const problem = poseDraws(drawModel, input, fine, { points, family, host });
  const centralDraw = { set: calibration.central, captureLatency_ms: run.captureLatency_ms };
  const [central, ...results] = await host.evaluateDraws(problem, [centralDraw, ...run.draws], {
    ...signal,
    onProgress: (done, total) => run.onProgress?.(FAMILY_SHARE + (1 - FAMILY_SHARE) * (done / total), 1),
  });
  const { alternatives } = problem;
  return { draws: run.draws, results, central: central!, alternatives, nodeCount: model.nodes.nodeCount };
}

const FAMILY_SHARE = 0.7;
