import {
  type FieldTask,
  type HeartSpecification,
  type PreparedHeart,
  prepareHeart,
  runFieldTask,
} from "@tributary/engine";
import { type CirculationWork, type PlanTask, type PlanTaskResult, runPlanTask } from "@tributary/plan";

/** A part of a plan that a thread does by itself. */
export type EngineTask =
  | { readonly kind: "heart"; readonly specification: HeartSpecification }
  | { readonly kind: "fields"; readonly task: FieldTask }
  | { readonly kind: "plan"; readonly task: PlanTask | CirculationWork };

export type EngineTaskResult = PreparedHeart | PlanTaskResult | undefined;

export function runEngineTask(task: EngineTask): EngineTaskResult {
  switch (task.kind) {
    case "heart":
      return prepareHeart(task.specification);
    case "fields":
      runFieldTask(task.task);
      return undefined;
    case "plan":
      return runPlanTask(task.task);
  }
}
