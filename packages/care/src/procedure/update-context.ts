import type { ProcedureContext } from "./procedure-context.ts";
import type { ProcedureMove } from "./procedure-move.ts";
import { PROCEDURE_STEPS } from "./procedure-steps.ts";
import type { RecordId, StepId } from "./step.ts";

/** What a lead at a place was measured to do; void as soon as it is moved. */
const RECORDS_OF_PLACE: readonly RecordId[] = [
  "lvThreshold",
  "lvImpedance",
  "qLv",
  "phrenicTest",
  "stability",
  "guideRemoved",
];

/** What is known after a move that was allowed. */
export function updateContext(context: ProcedureContext, move: ProcedureMove): ProcedureContext {
  switch (move.type) {
    case "complete":
      return completeStep(context, move.step);
    case "record":
      return { ...context, records: { ...context.records, [move.record]: move.value } };
    case "giveAntibiotic":
      return { ...context, antibiotics: [...context.antibiotics, { drug: move.drug, at: move.at }] };
    case "overrideAntibiotic":
      return { ...context, antibioticOverride: { by: move.by, reason: move.reason } };
    case "setTherapies":
      return { ...context, therapies: move.to };
    case "incise":
      return { ...context, incisedAt: move.at };
    case "close":
      return { ...context, isClosed: true };
    case "leaveRoom":
      return { ...context, hasLeft: true };
    case "choosePlanB":
      return { ...dropPlace(context), planB: { option: move.option, reason: move.reason } };
    case "complication": {
      const { complication, at, note } = move;
      return { ...context, complications: [...context.complications, { id: complication, at, note }] };
    }
    case "pause":
      return { ...context, isPaused: true };
    case "resume":
      return { ...context, isPaused: false };
    case "exit":
      return isBackToPlacing(move.exit) ? dropPlace(context) : context;
    case "cauterize":
    case "abort":
      return context;
  }
}

/** The generator taken out takes its therapies along; a new defibrillator comes with its therapies off. */
function completeStep(context: ProcedureContext, step: StepId): ProcedureContext {
  const completed = [...context.completed, step];
  if (step === "oldGeneratorOut") return { ...context, completed, therapies: "none" };
  if (step === "connection" && context.variant.device === "CRT-D") return { ...context, completed, therapies: "off" };
  return { ...context, completed };
}

function isBackToPlacing(exitId: string): boolean {
  const exits = PROCEDURE_STEPS.flatMap(({ exits }) => exits).filter(({ id }) => id === exitId);
  return exits.some(({ to }) => to === "branchChoice" || to === "leadAdvance");
}

function dropPlace(context: ProcedureContext): ProcedureContext {
  const kept = Object.entries(context.records).filter(([id]) => !RECORDS_OF_PLACE.includes(id as RecordId));
  return { ...context, records: Object.fromEntries(kept) };
}
