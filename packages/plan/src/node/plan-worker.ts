// Runs in a worker thread: one batch of cathodes or of draws, on a problem whose large arrays are shared memory.
import { createBeatMeter } from "../heart/beat-meter.ts";
import type { CathodeResponse, SearchProblem } from "../search/search-problem.ts";
import { createSweepSetting, type SweepSetting, sweepCathode } from "../search/sweep-cathode.ts";
import { createDrawEvaluator, type Draw, type DrawProblem, type DrawResult } from "../uncertainty/draw.ts";

export type PlanTask =
  | {
      readonly kind: "sweep";
      /** Tells problems apart; a worker keeps the last one it made ready. */
      readonly problemId: number;
      readonly problem: SearchProblem;
      readonly cathodes: readonly number[];
    }
  | {
      readonly kind: "draws";
      readonly problemId: number;
      readonly problem: DrawProblem;
      readonly draws: readonly Draw[];
    };

export type PlanTaskResult = readonly CathodeResponse[] | readonly DrawResult[];

let kept:
  | { readonly id: number; readonly kind: "sweep"; readonly setting: SweepSetting }
  | { readonly id: number; readonly kind: "draws"; readonly evaluate: (draw: Draw) => DrawResult }
  | undefined;

export default function runPlanTask(task: PlanTask): PlanTaskResult {
  if (task.kind === "sweep") {
    if (kept?.id !== task.problemId || kept.kind !== "sweep") {
      const { nodes, taps } = task.problem;
      kept = {
        id: task.problemId,
        kind: "sweep",
        setting: createSweepSetting(task.problem, createBeatMeter(nodes, taps)),
      };
    }
    const { setting } = kept;
    return task.cathodes.map((cathode) => sweepCathode(setting, cathode));
  }
  if (kept?.id !== task.problemId || kept.kind !== "draws") {
    kept = { id: task.problemId, kind: "draws", evaluate: createDrawEvaluator(task.problem) };
  }
  return task.draws.map(kept.evaluate);
}
