import type { ThreadPool } from "@tributary/engine";
import { TributaryError } from "@tributary/model";
import { readErrorParts } from "../errors/error-parts.ts";
import type { EngineTask, EngineTaskResult } from "./engine-task.ts";
import type { TaskReply } from "./task-worker.ts";

/** Workers of a browser, each at one task; they end with the worker that started them. */
export interface WorkerPool extends ThreadPool<EngineTask, EngineTaskResult> {
  /** Ends all workers; the pool can not be used afterwards. */
  close(): void;
}

interface Waiting {
  readonly task: EngineTask;
  readonly resolve: (result: EngineTaskResult) => void;
  readonly reject: (error: unknown) => void;
}

export function createWorkerPool(threadCount: number): WorkerPool {
  const workers = Array.from(
    { length: threadCount },
    () => new Worker(new URL("./task-worker.ts", import.meta.url), { type: "module" }),
  );
  const idle = [...workers];
  const queue: Waiting[] = [];

  function begin(): void {
    while (idle.length > 0 && queue.length > 0) work(idle.pop()!, queue.shift()!);
  }
  function work(worker: Worker, { task, resolve, reject }: Waiting): void {
    const release = () => {
      worker.onmessage = null;
      worker.onerror = null;
      idle.push(worker);
      begin();
    };
    worker.onmessage = ({ data }: MessageEvent<TaskReply>) => {
      release();
      if (data.kind === "done") resolve(data.result);
      else reject(new TributaryError(data.error));
    };
    worker.onerror = ({ message }) => {
      release();
      reject(new TributaryError(readErrorParts(new Error(message || "the worker ended"))));
    };
    worker.postMessage(task);
  }
  return {
    run: (task) =>
      new Promise((resolve, reject) => {
        queue.push({ task, resolve, reject });
        begin();
      }),
    close() {
      for (const worker of workers) worker.terminate();
    },
  };
}
