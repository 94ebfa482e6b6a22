import type { FieldSolver, HeartSpecification, PreparationStage, PreparedHeart } from "@tributary/engine";
import type { Plan } from "./plan.ts";
import type { CathodeResponse, SearchProblem } from "./search/search-problem.ts";
import type { Draw, DrawProblem, DrawResult } from "./uncertainty/draw.ts";

/** What a plan needs of the place it runs in: this thread, worker threads, a browser. */
export interface PlanHost {
  prepareHeart(
    specification: HeartSpecification,
    options: { readonly onStage?: (stage: PreparationStage) => void; readonly signal?: AbortSignal },
  ): Promise<PreparedHeart>;
  readonly solver: FieldSolver;
  /** Memory for a field that every thread of the host can read. */
  allocateFloat32(length: number): Float32Array;
  /** The same values in memory that every thread can read; the array itself where there is one thread. */
  share<View extends Float64Array | Uint32Array | Uint8Array>(array: View): View;
  /** One response a cathode, in the order asked for. */
  sweepCathodes(
    problem: SearchProblem,
    cathodes: readonly number[],
    options: TaskOptions,
  ): Promise<readonly CathodeResponse[]>;
  /** One result a draw, in the order given. */
  evaluateDraws(problem: DrawProblem, draws: readonly Draw[], options: TaskOptions): Promise<readonly DrawResult[]>;
}

/** How a list of tasks is watched and stopped. */
export interface TaskOptions {
  readonly onProgress?: (done: number, total: number) => void;
  readonly signal?: AbortSignal;
}

/** How a plan is watched and stopped. */
export interface PlanRun {
  /** `fraction` of the whole, 0 to 1. */
  readonly onProgress?: (stage: string, fraction: number) => void;
  /** A first ranking on a coarser mesh, marked provisional. */
  readonly onProvisional?: (plan: Plan) => void;
  readonly signal?: AbortSignal;
}
