import { createRandom } from "@tributary/model";
import { correlateRanks, type Draw, listDraws, type PlanHost, quantile, studyDraws } from "@tributary/plan";
import type { SearchedPatient } from "./searched-patient.ts";
import { solveDraw } from "./solve-draw.ts";

/** Total activation times of all sites in one draw: from the draw model and from full solves. */
export interface ComparedDraw {
  readonly draw: Draw;
  readonly modeled_ms: readonly number[];
  readonly solved_ms: readonly number[];
  readonly rankCorrelation: number;
  /** Of the pairs of sites that full solves tell apart, the share that the model orders alike; 1 where there is none. */
  readonly orderedAlike: number;
  /** By how much the model's best site is slower than the best, solved; 0 where it is the best. */
  readonly topLoss_ms: number;
  readonly medianError_ms: number;
  /** Of the beat as it is now. */
  readonly qrsError_ms: number;
}

const DRAW_STREAM = 2;
/** Sites whose total activation times differ by less are equally good. */
export const EQUAL_ms = 0.5;

/** Compares draws of a patient. The model's times are carried to the fine mesh by ratio, as in a plan. */
export async function compareDraws(
  patient: SearchedPatient,
  drawCount: number,
  host: PlanHost,
): Promise<readonly ComparedDraw[]> {
  const { input, coarse, calibration, fine } = patient;
  const { central, results, draws } = await studyDraws({ ...coarse, calibration }, input, fine, {
    host,
    draws: listDraws(calibration, createRandom(input.seed).stream(DRAW_STREAM), drawCount),
    captureLatency_ms: fine.search.problem.captureLatency_ms,
  });
  const compared: ComparedDraw[] = [];
  for (const [index, draw] of draws.entries()) {
    const solved = await solveDraw(patient, draw, host);
    const carried_ms = fine.ranked.map(
      ({ choice }, site) =>
        (choice.totalActivationTime_ms * results[index]!.sites[site]!.totalActivationTime_ms) /
        central.sites[site]!.totalActivationTime_ms,
    );
    const solved_ms = solved.sites.map(({ totalActivationTime_ms }) => totalActivationTime_ms);
    const qrsError_ms = results[index]!.baseline.qrsDuration_ms - solved.baseline.qrsDuration_ms;
    compared.push({ draw, qrsError_ms, ...compareTimes(carried_ms, solved_ms) });
  }
  return compared;
}

function compareTimes(
  modeled_ms: readonly number[],
  solved_ms: readonly number[],
): Omit<ComparedDraw, "draw" | "qrsError_ms"> {
  const top = modeled_ms.indexOf(Math.min(...modeled_ms));
  return {
    modeled_ms,
    solved_ms,
    rankCorrelation: correlateRanks(modeled_ms, solved_ms),
    orderedAlike: shareOrderedAlike(modeled_ms, solved_ms),
    topLoss_ms: solved_ms[top]! - Math.min(...solved_ms),
    medianError_ms: quantile(
      modeled_ms.map((time_ms, site) => Math.abs(time_ms - solved_ms[site]!)),
      0.5,
    ),
  };
}

function shareOrderedAlike(modeled_ms: readonly number[], solved_ms: readonly number[]): number {
  let [told, alike] = [0, 0];
  for (const [i, own_ms] of solved_ms.entries()) {
    for (let other = 0; other < i; other++) {
      const difference_ms = own_ms - solved_ms[other]!;
      if (Math.abs(difference_ms) <= EQUAL_ms) continue;
      told++;
      if (difference_ms * (modeled_ms[i]! - modeled_ms[other]!) > 0) alike++;
    }
  }
  return told === 0 ? 1 : alike / told;
}
