import type { FieldSolver, HeartSpecification, PreparationStage, PreparedHeart } from "@tributary/engine";
import type { Plan } from "./plan.ts";

/** What a plan needs of the place it runs in: this thread, worker threads, a browser. */
export interface PlanHost {
  prepareHeart(
    specification: HeartSpecification,
    options: { readonly onStage?: (stage: PreparationStage) => void; readonly signal?: AbortSignal },
  ): Promise<PreparedHeart>;
  readonly solver: FieldSolver;
}

/** How a plan is watched and stopped. */
export interface PlanRun {
  /** `fraction` of the whole, 0 to 1. */
  readonly onProgress?: (stage: string, fraction: number) => void;
  /** A first ranking on a coarser mesh, marked provisional. */
  readonly onProvisional?: (plan: Plan) => void;
  readonly signal?: AbortSignal;
}
