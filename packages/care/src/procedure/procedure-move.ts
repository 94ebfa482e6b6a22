import type { AntibioticDrug } from "../preparation/antibiotics.ts";
import type { RecordId, StepId } from "./step.ts";

/** Ways to go on when no lead can be placed through the coronary veins. */
export const PLAN_B_OPTIONS = ["conductionSystemPacing", "surgicalEpicardial", "secondAttempt", "noLvLead"] as const;
export type PlanBOption = (typeof PLAN_B_OPTIONS)[number];

/** Who did it, and when; part of every move. */
interface By {
  readonly by: string;
  /** Instant in UTC. */
  readonly at: string;
}

/** What can happen in a procedure. */
export type ProcedureMove = By &
  (
    | { readonly type: "complete"; readonly step: StepId }
    | { readonly type: "record"; readonly record: RecordId; readonly value: string }
    | { readonly type: "giveAntibiotic"; readonly drug: AntibioticDrug }
    | { readonly type: "overrideAntibiotic"; readonly reason: string }
    | { readonly type: "setTherapies"; readonly to: "on" | "off" }
    | { readonly type: "incise" }
    | { readonly type: "cauterize" }
    | { readonly type: "close" }
    | { readonly type: "leaveRoom"; readonly reason?: string }
    | { readonly type: "exit"; readonly exit: string; readonly reason: string; readonly handover?: string }
    | { readonly type: "choosePlanB"; readonly option: PlanBOption; readonly reason: string }
    | { readonly type: "complication"; readonly complication: string; readonly note: string }
    | { readonly type: "pause"; readonly reason: string }
    | { readonly type: "resume" }
    | { readonly type: "abort"; readonly reason: string; readonly handover?: string }
  );

export type MoveType = ProcedureMove["type"];

/** A move without who makes it and when. */
export type ProcedureAct = ProcedureMove extends infer Move ? (Move extends By ? Omit<Move, keyof By> : never) : never;
