// Runs in a module worker: plans, so that the page stays free to answer at once.
import "./no-eval.ts";
import { createInlinePlanHost, type PlanHost, planCase } from "@tributary/plan";
import { readErrorParts } from "../errors/error-parts.ts";
import type { EngineReply, EngineRequest } from "./engine-messages.ts";
import { specifyOpened } from "./specify-opened.ts";

const send = (reply: EngineReply) => self.postMessage(reply);

/** With one thread the fine heart waits until the coarse one has given the first ranking. */
function createWorkerPlanHost(): PlanHost {
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

self.addEventListener("message", async ({ data }: MessageEvent<EngineRequest>) => {
  try {
    const result = await planCase(specifyOpened(data.opened), createWorkerPlanHost(), {
      onProgress: (stage, fraction) => send({ kind: "stage", stage, fraction }),
      onProvisional: (plan) => send({ kind: "provisional", plan }),
    });
    send({ kind: "planned", plan: result.plan });
  } catch (error) {
    send({ kind: "refused", error: readErrorParts(error) });
  }
});
