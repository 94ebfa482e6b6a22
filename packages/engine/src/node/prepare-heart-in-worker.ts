import { MessageChannel } from "node:worker_threads";
import { TributaryError } from "@tributary/model";
import { Piscina } from "piscina";
import type { HeartSpecification } from "../heart-specification.ts";
import type { PreparationStage, PreparedHeart } from "../prepare-heart.ts";
import type { HeartTask, HeartTaskResult } from "./heart-worker.ts";

export interface PreparationOptions {
  readonly onStage?: (stage: PreparationStage) => void;
  readonly signal?: AbortSignal;
}

/**
 * `prepareHeart` in a worker thread of its own: the same heart, bit for bit, and it can be interrupted.
 *
 * @throws TributaryError as `prepareHeart`; the signal's reason when aborted
 */
export async function prepareHeartInWorker(
  specification: HeartSpecification,
  options: PreparationOptions = {},
): Promise<PreparedHeart> {
  const pool = new Piscina<HeartTask, HeartTaskResult>({
    filename: new URL("./heart-worker.ts", import.meta.url).href,
    maxThreads: 1,
  });
  const { port1, port2 } = new MessageChannel();
  port1.on("message", (stage: PreparationStage) => options.onStage?.(stage));
  try {
    const task = { specification, stages: port2 };
    const result = await pool.run(task, {
      transferList: [port2],
      ...(options.signal ? { signal: options.signal } : {}),
    });
    if (result.kind === "refused") throw new TributaryError(result.error);
    return result.prepared;
  } catch (error) {
    options.signal?.throwIfAborted();
    throw error;
  } finally {
    port1.close();
    await pool.destroy();
  }
}
