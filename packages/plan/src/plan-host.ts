import type { FieldSolver, HeartSpecification, PreparedHeart } from "@tributary/engine";
import type { PatientFit } from "@tributary/model";
import type { FieldHost, TaskOptions } from "./field-host.ts";
import type { CirculationTask } from "./mechanics/fit-circulation.ts";
import type { PumpBeat, PumpProblem, PumpSetting } from "./mechanics/pump-beat.ts";
import type { TimedPair, TimedProblem } from "./mechanics/time-entries.ts";
import type { Plan } from "./plan.ts";
import type { CathodeResponse, SearchProblem } from "./search/search-problem.ts";
import type { Draw, DrawProblem, DrawResult } from "./uncertainty/draw.ts";

/** What a plan needs of the place it runs in: this thread, worker threads, a browser. */
export interface PlanHost extends FieldHost {
  prepareHeart(specification: HeartSpecification, options: { readonly signal?: AbortSignal }): Promise<PreparedHeart>;
  /** Solves with a thread fewer, beside other work: the first ranking while the fine heart is prepared. */
  readonly besideSolver: Omit<FieldSolver, "close">;
  /** One response a cathode, in the order asked for. */
  sweepCathodes(
    problem: SearchProblem,
    cathodes: readonly number[],
    options: TaskOptions,
  ): Promise<readonly CathodeResponse[]>;
  /** Fits a circulation to a patient, see `fitPatient`. */
  fitCirculation(task: CirculationTask, options: TaskOptions): Promise<PatientFit>;
  /** Patch times of every pair of delays, one a pair of leads, see `timeEntries`. */
  timeEntries(
    problem: TimedProblem,
    pairs: readonly TimedPair[],
    options: TaskOptions,
  ): Promise<readonly Float32Array[]>;
  /** One beat a setting, in the order given. */
  runPumpBeats(
    problem: PumpProblem,
    settings: readonly PumpSetting[],
    options: TaskOptions,
  ): Promise<readonly PumpBeat[]>;
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
