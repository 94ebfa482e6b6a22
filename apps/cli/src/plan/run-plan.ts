import { Worker } from "node:worker_threads";
import { TributaryError } from "@tributary/model";
import type { Plan, PlanInput } from "@tributary/plan";
import type { PlannedCase, PlanThreadData, PlanThreadMessage } from "./plan-thread.ts";

/** How a plan is watched and stopped. */
export interface PlanWatch {
  /** `fraction` of the whole, 0 to 1. */
  readonly onStage: (stage: string, fraction: number) => void;
  readonly onProvisional: (plan: Plan) => void;
  readonly signal: AbortSignal;
}

/**
 * Plans in threads of its own; aborting ends all of them.
 *
 * @throws TributaryError of the heart, the veins or the lead; the signal's reason when aborted
 */
export function runPlan(input: PlanInput, threadCount: number, watch: PlanWatch): Promise<PlannedCase> {
  const { signal } = watch;
  signal.throwIfAborted();
  const workerData: PlanThreadData = { input, threadCount };
  const worker = new Worker(new URL("./plan-thread.ts", import.meta.url), { workerData });
  return new Promise((resolve, reject) => {
    let outcome: (() => void) | undefined;
    const stop = () => {
      outcome = () => reject(signal.reason);
      void worker.terminate();
    };
    signal.addEventListener("abort", stop, { once: true });
    worker.on("message", (message: PlanThreadMessage) => {
      if (signal.aborted) return;
      if (message.kind === "stage") watch.onStage(message.stage, message.fraction);
      else if (message.kind === "provisional") watch.onProvisional(message.plan);
      else if (message.kind === "planned") outcome = () => resolve(message.planned);
      else outcome = () => reject(new TributaryError(message.error));
    });
    worker.on("error", (error) => {
      outcome ??= () => reject(error);
    });
    // A thread has ended only when those it started have: the outcome waits for that.
    worker.on("exit", (code) => {
      signal.removeEventListener("abort", stop);
      if (outcome) outcome();
      else reject(new Error(`the planning thread ended with ${code} and without a result`));
    });
  });
}
