// Runs in a module worker: plans, so that the page stays free, and then answers for the heart of the plan.
import "./no-eval.ts";
import { planCase } from "@tributary/plan";
import { buildPlanReport } from "@tributary/report";
import { readErrorParts } from "../errors/error-parts.ts";
import { createDeviceAnswer } from "./answer-device.ts";
import { createExplorationAnswer } from "./answer-exploration.ts";
import { createBrowserPlanHost } from "./browser-plan-host.ts";
import { createSceneBuilder } from "./build-heart-scene.ts";
import type { DrawnReport, EngineReply, EngineRequest } from "./engine-messages.ts";
import { createPumpFollower } from "./follow-pump.ts";
import { specifyOpened } from "./specify-opened.ts";

let drawReport: (() => DrawnReport) | undefined;
let answerExploration: ReturnType<typeof createExplorationAnswer> | undefined;
let followPump: ReturnType<typeof createPumpFollower> | undefined;
let answerDevice: ReturnType<typeof createDeviceAnswer> | undefined;

const send = (reply: EngineReply) => self.postMessage(reply);

function replyToDevice({ id, question }: Extract<EngineRequest, { kind: "device" }>): void {
  if (!answerDevice) return;
  try {
    send({ kind: "device", id, answer: answerDevice(question) });
  } catch (error) {
    send({ kind: "deviceRefused", id, error: readErrorParts(error) });
  }
}

async function answer(request: EngineRequest): Promise<void> {
  if (request.kind === "explore") {
    if (!answerExploration) return;
    const exploration = answerExploration(request);
    send({ kind: "explored", exploration });
    followPump?.(exploration, request.names);
    return;
  }
  if (request.kind === "device") {
    replyToDevice(request);
    return;
  }
  if (request.kind === "report") {
    if (drawReport) send({ kind: "reported", report: drawReport() });
    return;
  }
  const input = specifyOpened(request.opened);
  const { host, close } = createBrowserPlanHost();
  const result = await planCase(input, host, {
    onProgress: (stage, fraction) => send({ kind: "stage", stage, fraction }),
    onProvisional: (plan) => send({ kind: "provisional", plan }),
  }).finally(close);
  const explorer = result.openExplorer();
  const scenes = createSceneBuilder(result, explorer);
  answerExploration = createExplorationAnswer(result, explorer, scenes);
  drawReport = () => buildPlanReport(result, []);
  followPump = createPumpFollower(result, explorer, (pump) => send({ kind: "pumped", pump }));
  answerDevice = createDeviceAnswer(explorer);
  send({ kind: "planned", plan: result.plan, options: explorer.options, heart: scenes.heart });
}

self.addEventListener("message", ({ data }: MessageEvent<EngineRequest>) => {
  answer(data).catch((error: unknown) => send({ kind: "refused", error: readErrorParts(error) }));
});
