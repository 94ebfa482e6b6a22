import type { TributaryErrorParts } from "@tributary/model";
import type { Plan } from "@tributary/plan";
import { readErrorParts } from "../errors/error-parts.ts";
import { createSettable, type Observable } from "../state/observable.ts";
import type { OpenedCase } from "../state/workspace.ts";
import type { EngineReply, EngineRequest } from "./engine-messages.ts";

/** Where the planning of a case stands. */
export type PlanRun = { readonly opened: OpenedCase | undefined } & (
  | { readonly kind: "idle" }
  | {
      readonly kind: "running";
      readonly stage: string;
      readonly fraction: number;
      readonly provisional: Plan | undefined;
    }
  | { readonly kind: "planned"; readonly plan: Plan }
  | { readonly kind: "refused"; readonly error: TributaryErrorParts }
  | { readonly kind: "cancelled" }
);

/** Plans one case at a time in a worker of its own. */
export interface Engine {
  readonly run: Observable<PlanRun>;
  /** Ends what runs, and begins anew. */
  plan(opened: OpenedCase): void;
  cancel(): void;
}

export function createEngine(): Engine {
  const run = createSettable<PlanRun>({ kind: "idle", opened: undefined });
  let worker: Worker | undefined;

  function stop(): void {
    worker?.terminate();
    worker = undefined;
  }
  function start(): Worker {
    const started = new Worker(new URL("./engine-worker.ts", import.meta.url), { type: "module" });
    started.addEventListener("error", (event) => {
      const { opened } = run.read();
      run.set({ kind: "refused", opened, error: readErrorParts(new Error(event.message || "the worker ended")) });
    });
    return started;
  }
  return {
    run,
    plan(opened) {
      stop();
      run.set({ kind: "running", opened, stage: "starting", fraction: 0, provisional: undefined });
      worker = start();
      worker.addEventListener("message", ({ data }: MessageEvent<EngineReply>) => run.set(advance(run.read(), data)));
      worker.postMessage({ kind: "plan", opened } satisfies EngineRequest);
    },
    cancel() {
      stop();
      run.set({ kind: "cancelled", opened: run.read().opened });
    },
  };
}

function advance(run: PlanRun, reply: EngineReply): PlanRun {
  const { opened } = run;
  switch (reply.kind) {
    case "stage":
      return { ...run, kind: "running", stage: reply.stage, fraction: reply.fraction, provisional: provisionalOf(run) };
    case "provisional":
      return run.kind === "running" ? { ...run, provisional: reply.plan } : run;
    case "planned":
      return { kind: "planned", opened, plan: reply.plan };
    case "refused":
      return { kind: "refused", opened, error: reply.error };
  }
}

function provisionalOf(run: PlanRun): Plan | undefined {
  return run.kind === "running" ? run.provisional : undefined;
}
