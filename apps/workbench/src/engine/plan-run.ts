import type { TributaryErrorParts } from "@tributary/model";
import type { ExplorerOptions, Plan } from "@tributary/plan";
import type { HeartScene } from "../heart/heart-scene.ts";
import type { OpenedCase } from "../state/workspace.ts";
import type { DeviceReply } from "./device-messages.ts";
import type { EngineReply } from "./engine-messages.ts";

/** Where the planning of a case stands. */
export type PlanRun = { readonly opened: OpenedCase | undefined } & (
  | { readonly kind: "idle" }
  | {
      readonly kind: "running";
      readonly stage: string;
      readonly fraction: number;
      readonly provisional: Plan | undefined;
    }
  | { readonly kind: "planned"; readonly plan: Plan; readonly options: ExplorerOptions; readonly heart: HeartScene }
  | { readonly kind: "refused"; readonly error: TributaryErrorParts }
  | { readonly kind: "cancelled" }
);

/** What the worker says of the plan itself. */
type PlanReply = Exclude<EngineReply, DeviceReply>;

/** The run after what the worker said. */
export function advanceRun(run: PlanRun, reply: PlanReply): PlanRun {
  const { opened } = run;
  switch (reply.kind) {
    case "stage":
      return { opened, kind: "running", stage: reply.stage, fraction: reply.fraction, provisional: provisionalOf(run) };
    case "provisional":
      return run.kind === "running" ? { ...run, provisional: reply.plan } : run;
    case "planned":
      return { opened, kind: "planned", plan: reply.plan, options: reply.options, heart: reply.heart };
    case "refused":
      return { opened, kind: "refused", error: reply.error };
    case "explored":
    case "reported":
    case "pumped":
      return run;
  }
}

function provisionalOf(run: PlanRun): Plan | undefined {
  return run.kind === "running" ? run.provisional : undefined;
}
