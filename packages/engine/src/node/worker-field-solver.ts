import { availableParallelism } from "node:os";
import { Piscina } from "piscina";
import type { FieldSolver } from "../field-solver.ts";
import type { FieldTask } from "../threads/field-task.ts";
import { createThreadedFieldSolver } from "../threads/threaded-field-solver.ts";

/** Solves the sources of a case in worker threads. Aborting ends the threads that are busy. */
export function createWorkerFieldSolver(threadCount = availableParallelism()): FieldSolver {
  const pool = new Piscina<FieldTask, void>({
    filename: new URL("./field-worker.ts", import.meta.url).href,
    minThreads: threadCount,
    maxThreads: threadCount,
    idleTimeout: 5_000,
  });
  return { ...createThreadedFieldSolver(pool, threadCount), close: () => pool.close({ force: true }) };
}
