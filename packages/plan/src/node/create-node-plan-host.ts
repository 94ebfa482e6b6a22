import { availableParallelism } from "node:os";
import { createWorkerFieldSolver, prepareHeartInWorker } from "@tributary/engine/node";
import type { PatientFit } from "@tributary/model";
import { Piscina } from "piscina";
import type { TaskOptions } from "../field-host.ts";
import type { PlanHost } from "../plan-host.ts";
import type { CathodeResponse } from "../search/search-problem.ts";
import type { DrawResult } from "../uncertainty/draw.ts";
import type { CirculationWork, PlanTask, PlanTaskResult } from "./plan-worker.ts";

export interface NodePlanHost extends PlanHost {
  /** Ends all threads; the host can not be used afterwards. */
  close(): Promise<void>;
}

/** Items a task holds: enough to outweigh its message, few enough to share the work evenly. */
const BATCH_SIZE = 8;

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
  let problemCount = 0;

  async function runBatches<Item, Result>(
    items: readonly Item[],
    createTask: (batch: readonly Item[]) => PlanTask | CirculationWork,
    { onProgress, signal }: TaskOptions,
  ): Promise<readonly Result[]> {
    let done = 0;
    const runs = listBatches(items).map(async (batch) => {
      const results = await pool.run(createTask(batch), signal ? { signal } : {});
      done += batch.length;
      onProgress?.(done, items.length);
      return results as readonly Result[];
    });
    try {
      return (await Promise.all(runs)).flat();
    } catch (error) {
      // The other batches end by the same signal; their rejections must not go unhandled.
      await Promise.allSettled(runs);
      signal?.throwIfAborted();
      throw error;
    }
  }

  return {
    prepareHeart: prepareHeartInWorker,
    solver,
    besideSolver,
    allocateFloat32: (length) => new Float32Array(new SharedArrayBuffer(4 * length)),
    share: copyToShared,
    sweepCathodes(problem, cathodes, options) {
      const problemId = problemCount++;
      const createTask = (batch: readonly number[]): PlanTask => ({
        kind: "sweep",
        problemId,
        problem,
        cathodes: batch,
      });
      return runBatches<number, CathodeResponse>(cathodes, createTask, options);
    },
    evaluateDraws(problem, draws, options) {
      const problemId = problemCount++;
      return runBatches<(typeof draws)[number], DrawResult>(
        draws,
        (batch) => ({ kind: "draws", problemId, problem, draws: batch }),
        options,
      );
    },
    async fitCirculation(task, { signal }) {
      return (await pool.run({ kind: "fit", task }, signal ? { signal } : {})) as PatientFit;
    },
    timeEntries(problem, pairs, options) {
      return runBatches(pairs, (batch) => ({ kind: "times", problem, pairs: batch }), options);
    },
    runPumpBeats(problem, settings, options) {
      return runBatches(settings, (batch) => ({ kind: "pump", problem, settings: batch }), options);
    },
    async close() {
      await Promise.all([solver.close(), besideSolver.close(), pool.close({ force: true })]);
    },
  };
}

function listBatches<Item>(items: readonly Item[]): (readonly Item[])[] {
  return Array.from({ length: Math.ceil(items.length / BATCH_SIZE) }, (_, batch) =>
    items.slice(batch * BATCH_SIZE, (batch + 1) * BATCH_SIZE),
  );
}

function copyToShared<View extends Float64Array | Uint32Array | Uint8Array>(array: View): View {
  if (array.buffer instanceof SharedArrayBuffer) return array;
  const create = array.constructor as { new (buffer: SharedArrayBuffer): View };
  const shared = new create(new SharedArrayBuffer(array.byteLength));
  shared.set(array);
  return shared;
}
