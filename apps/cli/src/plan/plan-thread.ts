// Runs in a worker thread: plans, and draws the report, so that the calling thread stays free to show how far it is, to
// answer the browser and to stop at once.
import { parentPort, workerData } from "node:worker_threads";
import { TributaryError, type TributaryErrorParts } from "@tributary/model";
import { type Plan, type PlanInput, planCase } from "@tributary/plan";
import { createNodePlanHost } from "@tributary/plan/node";
import { buildPlanReport } from "@tributary/report";

export interface PlanThreadData {
  readonly input: PlanInput;
  readonly threadCount: number;
}

/** A plan as it is written and served. */
export interface PlannedCase {
  readonly plan: Plan;
  readonly html: string;
  /** By file name. */
  readonly pictures: ReadonlyMap<string, string>;
}

/** Errors lose their class between threads, so the five parts travel as a value. */
export type PlanThreadMessage =
  | { readonly kind: "stage"; readonly stage: string; readonly fraction: number }
  | { readonly kind: "provisional"; readonly plan: Plan }
  | { readonly kind: "planned"; readonly planned: PlannedCase }
  | { readonly kind: "refused"; readonly error: TributaryErrorParts };

async function main({ input, threadCount }: PlanThreadData, send: (message: PlanThreadMessage) => void): Promise<void> {
  const host = createNodePlanHost(threadCount);
  try {
    const result = await planCase(input, host, {
      onProgress: (stage, fraction) => send({ kind: "stage", stage, fraction }),
      onProvisional: (plan) => send({ kind: "provisional", plan }),
    });
    send({ kind: "stage", stage: "report", fraction: 1 });
    const { html, pictures } = buildPlanReport(result, []);
    const drawn = new Map([...pictures].map(([name, { svg }]) => [name, svg]));
    send({ kind: "planned", planned: { plan: result.plan, html, pictures: drawn } });
  } catch (error) {
    if (!(error instanceof TributaryError)) throw error;
    const { code, what, where, why, fix } = error;
    send({ kind: "refused", error: { code, what, where, why, fix } });
  } finally {
    await host.close();
  }
}

if (parentPort) {
  const port = parentPort;
  await main(workerData as PlanThreadData, (message) => port.postMessage(message));
}
