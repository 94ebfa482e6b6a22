import { readErrorParts } from "../errors/error-parts.ts";
import { createSettable, type Observable } from "../state/observable.ts";
import type { OpenedCase } from "../state/workspace.ts";
import { createDeviceLine, type DeviceLine } from "./device-line.ts";
import type {
  DrawnReport,
  EngineReply,
  EngineRequest,
  Exploration,
  ExploreRequest,
  PumpExploration,
} from "./engine-messages.ts";
import { advanceRun, type PlanRun } from "./plan-run.ts";

/** Plans one case at a time in a worker of its own, which then answers for that case. */
export interface Engine {
  readonly run: Observable<PlanRun>;
  /** The latest answer to `explore`; undefined until there is one for this plan. */
  readonly exploration: Observable<Exploration | undefined>;
  /** Of the plan that was made last; undefined until it was asked for and drawn. */
  readonly report: Observable<DrawnReport | undefined>;
  /** The latest of its loops; undefined until there are some, and without a circulation. */
  readonly pump: Observable<PumpExploration | undefined>;
  /** Ends what runs, and begins anew. */
  plan(opened: OpenedCase): void;
  /** While the worker is busy only the last one asked for waits. */
  explore(request: ExploreRequest): void;
  /** Of the generator on the heart of the plan; rejects with a `DeviceRefusal`. */
  readonly askDevice: DeviceLine["ask"];
  /** Of a finished plan; drawn once. */
  drawReport(): void;
  cancel(): void;
}

export function createEngine(): Engine {
  const run = createSettable<PlanRun>({ kind: "idle", opened: undefined });
  const exploration = createSettable<Exploration | undefined>(undefined);
  const report = createSettable<DrawnReport | undefined>(undefined);
  let isDrawing = false;
  const pump = createSettable<PumpExploration | undefined>(undefined);
  let worker: Worker | undefined;
  let isExploring = false;
  let waiting: ExploreRequest | undefined;
  const device = createDeviceLine(ask);

  function stop(): void {
    worker?.terminate();
    worker = undefined;
    isExploring = false;
    waiting = undefined;
    exploration.set(undefined);
    report.set(undefined);
    isDrawing = false;
    pump.set(undefined);
    device.end();
  }
  function ask(request: EngineRequest): void {
    worker?.postMessage(request);
  }
  function explore(request: ExploreRequest): void {
    if (isExploring) {
      waiting = request;
      return;
    }
    isExploring = true;
    ask({ kind: "explore", ...request });
  }
  function receive(reply: EngineReply): void {
    if (reply.kind === "device" || reply.kind === "deviceRefused") {
      device.receive(reply);
      return;
    }
    run.set(advanceRun(run.read(), reply));
    if (reply.kind === "reported") report.set(reply.report);
    if (reply.kind === "pumped") pump.set(reply.pump);
    if (reply.kind !== "explored") return;
    exploration.set(reply.exploration);
    isExploring = false;
    const next = waiting;
    waiting = undefined;
    if (next) explore(next);
  }
  return {
    run,
    exploration,
    report,
    pump,
    explore,
    askDevice: device.ask,
    drawReport() {
      if (isDrawing || run.read().kind !== "planned") return;
      isDrawing = true;
      ask({ kind: "report" });
    },
    plan(opened) {
      stop();
      run.set({ kind: "running", opened, stage: "starting", fraction: 0, provisional: undefined });
      worker = new Worker(new URL("./engine-worker.ts", import.meta.url), { type: "module" });
      worker.addEventListener("message", ({ data }: MessageEvent<EngineReply>) => receive(data));
      worker.addEventListener("error", ({ message }) =>
        receive({ kind: "refused", error: readErrorParts(new Error(message || "the worker ended")) }),
      );
      ask({ kind: "plan", opened });
    },
    cancel() {
      stop();
      run.set({ kind: "cancelled", opened: run.read().opened });
    },
  };
}
