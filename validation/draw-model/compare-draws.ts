import { createRandom } from "@tributary/model";
import {
  correlateRanks,
  type Draw,
  type DrawResult,
  listDraws,
  type PlanHost,
  placePoints,
  poseDraws,
  quantile,
  solveFieldFamily,
} from "@tributary/plan";
import type { SearchedPatient } from "./searched-patient.ts";
import { solveDraw } from "./solve-draw.ts";

/** Total activation times of all sites in one draw: from the draw model and from full solves. */
export interface ComparedDraw {
  readonly draw: Draw;
  readonly modeled_ms: readonly number[];
  readonly solved_ms: readonly number[];
  readonly rankCorrelation: number;
  /** By how much the model's best site is slower than the best, solved; 0 where it is the best. */
  readonly topLoss_ms: number;
  readonly medianError_ms: number;
}

const DRAW_STREAM = 2;

/** Compares draws of a patient. The model's times are carried to the fine mesh by ratio, as in a plan. */
export async function compareDraws(
  patient: SearchedPatient,
  drawCount: number,
  host: PlanHost,
): Promise<readonly ComparedDraw[]> {
  const { input, calibration, fine } = patient;
  const draws = listDraws(calibration, createRandom(input.seed).stream(DRAW_STREAM), drawCount);
  const usual = { set: calibration.central, captureLatency_ms: fine.search.problem.captureLatency_ms };
  const [central, ...modeled] = await modelDraws(patient, [usual, ...draws], host);
  const compared: ComparedDraw[] = [];
  for (const [index, draw] of draws.entries()) {
    const solved = await solveDraw(patient, draw, host);
    const carried_ms = fine.ranked.map(
      ({ choice }, site) =>
        (choice.totalActivationTime_ms * modeled[index]!.sites[site]!.totalActivationTime_ms) /
        central!.sites[site]!.totalActivationTime_ms,
    );
    const solved_ms = solved.sites.map(({ totalActivationTime_ms }) => totalActivationTime_ms);
    compared.push(compareDraw(draw, carried_ms, solved_ms));
  }
  return compared;
}

/** All sites in each draw, by the plan's draw model on the coarse mesh. */
async function modelDraws(
  { input, coarse, calibration, fine }: SearchedPatient,
  draws: readonly Draw[],
  host: PlanHost,
): Promise<readonly DrawResult[]> {
  const points = placePoints(coarse.model, input, calibration.central.shape, fine);
  const sources = { basic: undefined, points };
  const family = await solveFieldFamily(coarse.model.prepared, input.conduction, sources, { host });
  const problem = { ...poseDraws(coarse, input, fine, { points, family, host }), alternatives: [] };
  return host.evaluateDraws(problem, draws, {});
}

function compareDraw(draw: Draw, modeled_ms: readonly number[], solved_ms: readonly number[]): ComparedDraw {
  const top = modeled_ms.indexOf(Math.min(...modeled_ms));
  return {
    draw,
    modeled_ms,
    solved_ms,
    rankCorrelation: correlateRanks(modeled_ms, solved_ms),
    topLoss_ms: solved_ms[top]! - Math.min(...solved_ms),
    medianError_ms: quantile(
      modeled_ms.map((time_ms, site) => Math.abs(time_ms - solved_ms[site]!)),
      0.5,
    ),
  };
}
