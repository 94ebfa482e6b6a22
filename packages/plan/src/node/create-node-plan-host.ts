import { availableParallelism } from "node:os";
import { createWorkerFieldSolver, prepareHeartInWorker } from "@tributary/engine/node";
import { Piscina } from "piscina";
import type { PlanHost } from "../plan-host.ts";
import { createThreadedPlanHost } from "../threads/create-threaded-plan-host.ts";
import type { CirculationWork, PlanTask, PlanTaskResult } from "../threads/plan-task.ts";

export interface NodePlanHost extends PlanHost {
  /** Ends all threads; the host can not be used afterwards. */
  close(): Promise<void>;
}

/** Plans in worker threads over shared memory; the same numbers for any number of threads. */
export function createNodePlanHost(threadCount = availableParallelism()): NodePlanHost {
  const solver = createWorkerFieldSolver(threadCount);
  const besideSolver = createWorkerFieldSolver(Math.max(1, threadCount - 1));
  const pool = new Piscina<PlanTask | CirculationWork, PlanTaskResult>({
    filename: new URL("./plan-worker.ts", import.meta.url).href,
    minThreads: 0,
    maxThreads: threadCount,
    idleTimeout: 2_000,
  });
  return {
    ...createThreadedPlanHost({ pool, solver, besideSolver, prepareHeart: prepareHeartInWorker }),
    async close() {
      await Promise.all([solver.close(), besideSolver.close(), pool.close({ force: true })]);
    },
  };
}
