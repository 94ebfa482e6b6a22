import { shareArray, type ThreadPool } from "@tributary/engine";
import type { PatientFit } from "@tributary/model";
import type { TaskOptions } from "../field-host.ts";
import type { PlanHost } from "../plan-host.ts";
import type { CathodeResponse } from "../search/search-problem.ts";
import type { DrawResult } from "../uncertainty/draw.ts";
import type { CirculationWork, PlanTask, PlanTaskResult } from "./plan-task.ts";

/** Items a task holds: enough to outweigh its message, few enough to share the work evenly. */
const BATCH_SIZE = 8;

/** What a host that plans in threads has of its own. */
export interface Threads extends Pick<PlanHost, "prepareHeart" | "solver" | "besideSolver"> {
  readonly pool: ThreadPool<PlanTask | CirculationWork, PlanTaskResult>;
}

/** Plans in threads over shared memory; the same numbers for any number of threads. */
export function createThreadedPlanHost({ pool, ...own }: Threads): PlanHost {
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
    ...own,
    allocateFloat32: (length) => new Float32Array(new SharedArrayBuffer(4 * length)),
    share: shareArray,
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
  };
}

function listBatches<Item>(items: readonly Item[]): (readonly Item[])[] {
  return Array.from({ length: Math.ceil(items.length / BATCH_SIZE) }, (_, batch) =>
    items.slice(batch * BATCH_SIZE, (batch + 1) * BATCH_SIZE),
  );
}
