/** Moves that are illegal in every variant, as rows: what they forbid, when, why, and what to do instead. */
import { ANTIBIOTIC_WINDOW_min } from "../preparation/antibiotics.ts";
import { origin, type RuleOrigin, unconfirmed } from "../rules/clinical-rule.ts";
import { listMandatoryTests, type ProcedureContext } from "./procedure-context.ts";
import type { MoveType, ProcedureMove } from "./procedure-move.ts";
import { PROCEDURE_STEPS } from "./procedure-steps.ts";
import type { RecordId } from "./step.ts";

export interface SafetyRule extends RuleOrigin {
  readonly id: string;
  /** Moves it watches; undefined watches all. */
  readonly moves: readonly MoveType[] | undefined;
  readonly isViolated: (context: ProcedureContext, move: ProcedureMove) => boolean;
  readonly why: string;
  readonly fix: string;
}

const CHECKLIST = unconfirmed("whoChecklist", "time-out");
const DEVICE = unconfirmed("design", "safety of the device");

export const SAFETY_RULES: readonly SafetyRule[] = [
  {
    ...CHECKLIST,
    id: "incisionBeforeTimeOut",
    moves: ["incise"],
    isViolated: ({ completed }) => !completed.includes("timeOut"),
    why: "the time-out has not been completed",
    fix: "Complete the time-out first.",
  },
  {
    ...origin("padit", "antibiotic before the incision", true),
    id: "antibioticMissing",
    moves: ["incise"],
    isViolated: (context, move) => context.antibioticOverride === undefined && !hasTimelyAntibiotic(context, move.at),
    why: "no antibiotic was started within its time before the incision (60 min, vancomycin 120 min)",
    fix: "Give it, or let a named operator override with a reason.",
  },
  {
    ...DEVICE,
    id: "alreadyIncised",
    moves: ["incise"],
    isViolated: ({ incisedAt }) => incisedAt !== undefined,
    why: "the incision is recorded already",
    fix: "Undo it if its time was wrong.",
  },
  {
    ...DEVICE,
    id: "overrideWithoutName",
    moves: ["overrideAntibiotic"],
    isViolated: (_, move) => move.by.trim() === "" || reasonOf(move) === "",
    why: "an override needs the operator's name and a reason",
    fix: "Say who overrides and why.",
  },
  {
    ...DEVICE,
    id: "cauteryWithTherapiesOn",
    moves: ["cauterize"],
    isViolated: ({ therapies }) => therapies === "on",
    why: "tachycardia therapies are on: cautery may be taken for fibrillation and shocked",
    fix: "Turn the therapies off first.",
  },
  {
    ...DEVICE,
    id: "cauteryBeforeIncision",
    moves: ["cauterize"],
    isViolated: ({ incisedAt }) => incisedAt === undefined,
    why: "there is no incision yet",
    fix: "Record the incision first.",
  },
  {
    ...DEVICE,
    id: "testMissingBeforeClosure",
    moves: ["close"],
    isViolated: (context) => listMandatoryTests(context).some((test) => context.records[test] === undefined),
    why: "a mandatory test is missing",
    fix: "Do and record the missing tests.",
  },
  {
    ...DEVICE,
    id: "leavingWithTherapiesOff",
    moves: ["leaveRoom"],
    isViolated: ({ variant, therapies }, move) =>
      variant.device === "CRT-D" && therapies !== "on" && reasonOf(move) === "",
    why: "the therapies of the CRT-D are off and no reason is given",
    fix: "Turn the therapies on, or give the reason why they stay off.",
  },
  {
    ...DEVICE,
    id: "endingWithoutHandover",
    moves: ["abort", "exit"],
    isViolated: (context, move) => isUnsafeToLeave(context) && isEnding(move) && handoverOf(move) === "",
    why: "the wound is open or the therapies are off: who takes over, and how, has to be said",
    fix: "Turn the therapies on, or say to whom the patient is handed over in which state.",
  },
  {
    ...DEVICE,
    id: "therapiesOnBeforeClosure",
    moves: ["setTherapies"],
    isViolated: ({ incisedAt, isClosed }, move) =>
      move.type === "setTherapies" && move.to === "on" && incisedAt !== undefined && !isClosed,
    why: "the wound is open: therapies are armed last",
    fix: "Close first.",
  },
  {
    ...DEVICE,
    id: "noDefibrillator",
    moves: ["setTherapies"],
    isViolated: ({ therapies }) => therapies === "none",
    why: "no defibrillator is connected now",
    fix: "Connect it first, or choose the variant that has one.",
  },
  {
    ...DEVICE,
    id: "recordMissing",
    moves: ["complete"],
    isViolated: (context, move) => listMissingRecords(context, move).length > 0,
    why: "something that this step has to write down is missing",
    fix: "Record it.",
  },
  {
    ...DEVICE,
    id: "stepNotDone",
    moves: ["complete"],
    isViolated: (context, move) => move.type === "complete" && !isDone(move.step, context),
    why: "what the step is about has not happened",
    fix: "Record that it happened.",
  },
  {
    ...DEVICE,
    id: "reasonMissing",
    moves: ["exit", "choosePlanB", "abort", "pause"],
    isViolated: (_, move) => reasonOf(move) === "",
    why: "leaving the plan needs a reason",
    fix: "Give the reason.",
  },
  {
    ...DEVICE,
    id: "paused",
    moves: undefined,
    isViolated: ({ isPaused }, { type }) => isPaused && type !== "resume" && type !== "complication",
    why: "the procedure is interrupted",
    fix: "Resume it first.",
  },
  {
    ...DEVICE,
    id: "notPaused",
    moves: ["resume"],
    isViolated: ({ isPaused }) => !isPaused,
    why: "the procedure is not interrupted",
    fix: "Go on.",
  },
  {
    ...DEVICE,
    id: "nobodyNamed",
    moves: undefined,
    isViolated: (_, { by }) => by.trim() === "",
    why: "a move needs the name of who made it",
    fix: "Say who did it.",
  },
];

/** The rules that a move violates. */
export function listViolations(context: ProcedureContext, move: ProcedureMove): SafetyRule[] {
  return SAFETY_RULES.filter(
    ({ moves, isViolated }) => (moves === undefined || moves.includes(move.type)) && isViolated(context, move),
  );
}

/** What a step still has to write down; of a step that is being completed. */
export function listMissingRecords({ records }: ProcedureContext, move: ProcedureMove): RecordId[] {
  if (move.type !== "complete") return [];
  const step = PROCEDURE_STEPS.find(({ id }) => id === move.step);
  return (step?.records ?? []).filter((record) => records[record] === undefined);
}

function hasTimelyAntibiotic({ antibiotics }: ProcedureContext, incisedAt: string): boolean {
  return antibiotics.some(({ drug, at }) => {
    const before_min = (Date.parse(incisedAt) - Date.parse(at)) / 60_000;
    return before_min >= 0 && before_min <= ANTIBIOTIC_WINDOW_min[drug];
  });
}

/** Steps that are about one act are done when the act was recorded. */
function isDone(step: string, { incisedAt, isClosed, hasLeft, therapies }: ProcedureContext): boolean {
  switch (step) {
    case "therapiesOff":
      return therapies === "off";
    case "incision":
      return incisedAt !== undefined;
    case "closure":
      return isClosed;
    case "leaveRoom":
      return hasLeft;
    default:
      return true;
  }
}

function isUnsafeToLeave({ therapies, incisedAt, isClosed }: ProcedureContext): boolean {
  return therapies === "off" || (incisedAt !== undefined && !isClosed);
}

/** Whether a move ends the procedure before its last step. */
function isEnding(move: ProcedureMove): boolean {
  if (move.type !== "exit") return move.type === "abort";
  const exits = PROCEDURE_STEPS.flatMap(({ exits }) => exits).filter(({ id }) => id === move.exit);
  return exits.some(({ to }) => to === "aborted" || to === "postponed");
}

function handoverOf(move: ProcedureMove): string {
  return "handover" in move ? (move.handover ?? "").trim() : "";
}

function reasonOf(move: ProcedureMove): string {
  return "reason" in move ? (move.reason ?? "").trim() : "";
}
