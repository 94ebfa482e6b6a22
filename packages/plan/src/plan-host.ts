import type { FieldSolver, HeartSpecification, PreparationStage, PreparedHeart } from "@tributary/engine";
import type { FieldHost, TaskOptions } from "./field-host.ts";
import type { Plan } from "./plan.ts";
import type { CathodeResponse, SearchProblem } from "./search/search-problem.ts";
import type { Draw, DrawProblem, DrawResult } from "./uncertainty/draw.ts";

/** What a plan needs of the place it runs in: this thread, worker threads, a browser. */
export interface PlanHost extends FieldHost {
  prepareHeart(
    specification: HeartSpecification,
    options: { readonly onStage?: (stage: PreparationStage) => void; readonly signal?: AbortSignal },
  ): Promise<PreparedHeart>;
  /** Solves with a thread fewer, beside other work: the first ranking while the fine heart is prepared. */
  readonly besideSolver: FieldSolver;
  /** One response a cathode, in the order asked for. */
  sweepCathodes(
    problem: SearchProblem,
    cathodes: readonly number[],
    options: TaskOptions,
  ): Promise<readonly CathodeResponse[]>;
  /** One result a draw, in the order given. */
  evaluateDraws(problem: DrawProblem, draws: readonly Draw[], options: TaskOptions): Promise<readonly DrawResult[]>;
}

/** How a plan is watched and stopped. */
export interface PlanRun {
  /** `fraction` of the whole, 0 to 1. */
  readonly onProgress?: (stage: string, fraction: number) => void;
  /** A first ranking on a coarser mesh, marked provisional. */
  readonly onProvisional?: (plan: Plan) => void;
  readonly signal?: AbortSignal;
}
