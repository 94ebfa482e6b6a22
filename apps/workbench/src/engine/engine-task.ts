import {
  type FieldTask,
  type HeartSpecification,
  type PreparedHeart,
  prepareHeart,
  runFieldTask,
} from "@tributary/engine";
import {
  type CirculationWork,
  type PlanTask,
  type PlanTaskResult,
  type PumpProblem,
  type PumpSetting,
  runPlanTask,
  type TracedPump,
  tracePump,
} from "@tributary/plan";

/** A part of a plan, or of the answer to a setting, that a thread does by itself. */
export type EngineTask =
  | { readonly kind: "heart"; readonly specification: HeartSpecification }
  | { readonly kind: "fields"; readonly task: FieldTask }
  | { readonly kind: "plan"; readonly task: PlanTask | CirculationWork }
  | {
      readonly kind: "pump";
      readonly problem: PumpProblem;
      readonly setting: PumpSetting;
      readonly mostBeats: number | undefined;
    };

export type EngineTaskResult = PreparedHeart | PlanTaskResult | TracedPump | undefined;

export function runEngineTask(task: EngineTask): EngineTaskResult {
  switch (task.kind) {
    case "heart":
      return prepareHeart(task.specification);
    case "fields":
      runFieldTask(task.task);
      return undefined;
    case "plan":
      return runPlanTask(task.task);
    case "pump":
      return tracePump(task.problem, task.setting, task.mostBeats);
  }
}
