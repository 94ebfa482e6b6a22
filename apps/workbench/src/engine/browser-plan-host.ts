import { createThreadedFieldSolver, type FieldTask, type PreparedHeart, type ThreadPool } from "@tributary/engine";
import { createInlinePlanHost, createThreadedPlanHost, type PlanHost, type PlanTaskResult } from "@tributary/plan";
import { createWorkerPool } from "./worker-pool.ts";

export interface BrowserPlanHost {
  readonly host: PlanHost;
  /** Ends the workers of the host and frees their memory. */
  close(): void;
}

/** The fine heart is prepared beside the first ranking, so there are two at least; more than this many cost memory. */
const THREAD_COUNT = { least: 2, most: 8 } as const;

/** Workers over shared memory where the page is isolated; elsewhere the one thread that asks. The numbers are the same. */
export function createBrowserPlanHost(): BrowserPlanHost {
  if (!crossOriginIsolated) return { host: createLonePlanHost(), close() {} };
  const threadCount = Math.min(THREAD_COUNT.most, Math.max(THREAD_COUNT.least, navigator.hardwareConcurrency));
  const pool = createWorkerPool(threadCount);
  const fields: ThreadPool<FieldTask, void> = {
    async run(task) {
      await pool.run({ kind: "fields", task }, {});
    },
  };
  const host = createThreadedPlanHost({
    pool: { run: async (task) => (await pool.run({ kind: "plan", task }, {})) as PlanTaskResult },
    solver: createThreadedFieldSolver(fields, threadCount),
    besideSolver: createThreadedFieldSolver(fields, threadCount - 1),
    prepareHeart: async (specification) => (await pool.run({ kind: "heart", specification }, {})) as PreparedHeart,
  });
  return { host, close: pool.close };
}

/** A host with one thread: the fine heart waits until the coarse one has given the first ranking. */
function createLonePlanHost(): PlanHost {
  const host = createInlinePlanHost();
  let isFirst = true;
  return {
    ...host,
    async prepareHeart(specification, options) {
      if (!isFirst) await new Promise((resolve) => setTimeout(resolve));
      isFirst = false;
      return host.prepareHeart(specification, options);
    },
  };
}
