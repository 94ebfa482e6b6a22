import type { AlternativeBeat } from "../alternatives/alternative-beats.ts";
import type { Calibration } from "../calibration/calibrate.ts";
import type { ShapedHeart } from "../calibration/shape-heart.ts";
import type { TaskOptions } from "../field-host.ts";
import { solveFieldFamily } from "../fields/field-family.ts";
import { pointOfShape, shapeAtPoint } from "../fields/shape-design.ts";
import { type FieldRun, solvePlanFields } from "../fields/solve-fields.ts";
import type { PlanHost } from "../plan-host.ts";
import type { PlanInput } from "../plan-input.ts";
import { carryFamilies, type FineShape, refitDraws } from "./carry-draws.ts";
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
 * Evaluates every ranked site in every draw on the nodes of the coarse mesh. Cathodes lie where the fine search put them:
 * the veins are those of the fine heart. The fields are those of the fine mesh at the shape of the search; the coarse
 * mesh adds how they change with the shape.
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
  const others = await solveOtherShapes(input, fine, { host, ...signal });
  const carried = carryFamilies(drawModel, family, fine, { others, host });
  const problem = poseDraws({ ...drawModel, basics: carried.basics }, input, fine, {
    points,
    family: carried.points,
    host,
  });
  // With a beat that is paced or conducted: without one nothing was measured that a velocity could be fitted to.
  const draws = calibration.beat ? refitDraws(run.draws, problem, input.findings.qrsDuration_ms) : run.draws;
  const centralDraw = { set: fine.search.baseline.set, captureLatency_ms: run.captureLatency_ms };
  const [central, ...results] = await host.evaluateDraws(problem, [centralDraw, ...draws], {
    ...signal,
    onProgress: (done, total) => run.onProgress?.(FAMILY_SHARE + (1 - FAMILY_SHARE) * (done / total), 1),
  });
  const { alternatives } = problem;
  return { draws, results, central: central!, alternatives, nodeCount: model.nodes.nodeCount };
}

async function solveOtherShapes(input: PlanInput, fine: SearchedHeart, run: FieldRun): Promise<FineShape[]> {
  const { model, search } = fine;
  const { shape: middle } = search.baseline.set;
  const points = placePoints(model, input, middle, fine);
  const axes = (process.env["AXES"] ?? "s").split("");
  const shapes = axes.map((axis) => {
    const p = [...pointOfShape(middle)] as [number, number, number];
    const i = axis === "f" ? 0 : axis === "a" ? 1 : 2;
    p[i] = p[i]! > 0 ? -1 : 1;
    return shapeAtPoint(p);
  });
  const others: FineShape[] = [];
  for (const shape of shapes) {
    const sources = { basic: search.basic, points };
    others.push({
      shape,
      fields: await solvePlanFields(model.prepared, input.conduction, shape, { ...run, sources }),
    });
  }
  return others;
}

const FAMILY_SHARE = 0.7;
