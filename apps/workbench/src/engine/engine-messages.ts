import type { TributaryErrorParts } from "@tributary/model";
import type { Plan } from "@tributary/plan";
import type { OpenedCase } from "../state/workspace.ts";

/** What the engine is asked; plain values. */
export type EngineRequest = { readonly kind: "plan"; readonly opened: OpenedCase };

/** What it answers, in the order of the work. */
export type EngineReply =
  | { readonly kind: "stage"; readonly stage: string; readonly fraction: number }
  | { readonly kind: "provisional"; readonly plan: Plan }
  | { readonly kind: "planned"; readonly plan: Plan }
  | { readonly kind: "refused"; readonly error: TributaryErrorParts };
