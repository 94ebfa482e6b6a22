import { fitPatient, type PatientFit } from "@tributary/model";
import { createBeatMeter } from "../heart/beat-meter.ts";
import type { CirculationTask } from "../mechanics/fit-circulation.ts";
import { type PumpBeat, type PumpProblem, type PumpSetting, runPumpBeat } from "../mechanics/pump-beat.ts";
import { type TimedPair, type TimedProblem, timeEntries } from "../mechanics/time-entries.ts";
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

/** A circulation is small beside a heart: it is sent with every batch. */
export type CirculationWork =
  | { readonly kind: "fit"; readonly task: CirculationTask }
  | { readonly kind: "times"; readonly problem: TimedProblem; readonly pairs: readonly TimedPair[] }
  | { readonly kind: "pump"; readonly problem: PumpProblem; readonly settings: readonly PumpSetting[] };

export type PlanTaskResult =
  | readonly CathodeResponse[]
  | readonly DrawResult[]
  | PatientFit
  | readonly Float32Array[]
  | readonly PumpBeat[];

let kept:
  | { readonly id: number; readonly kind: "sweep"; readonly setting: SweepSetting }
  | { readonly id: number; readonly kind: "draws"; readonly evaluate: (draw: Draw) => DrawResult }
  | undefined;

/** Runs in a thread: one batch of a list, on a problem whose large arrays are shared memory. */
export function runPlanTask(task: PlanTask | CirculationWork): PlanTaskResult {
  if (task.kind === "fit") return fitPatient(task.task.measures, task.task.setting);
  if (task.kind === "times") return task.pairs.map((pair) => timeEntries(task.problem, pair));
  if (task.kind === "pump") return task.settings.map((setting) => runPumpBeat(task.problem, setting));
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
