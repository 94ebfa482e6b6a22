import { getNextSnapshot, initialTransition } from "xstate";
import type { ProcedureContext } from "./procedure-context.ts";
import { buildProcedureMachine, type ProcedurePlace } from "./procedure-machine.ts";
import type { ProcedureMove } from "./procedure-move.ts";
import { listMissingRecords, listViolations } from "./safety-rules.ts";
import type { RecordId } from "./step.ts";
import { findVariant, PROCEDURE_VARIANTS } from "./variants.ts";

/** Said at the start, on every screen and in every export of a recording; starting it needs this line confirmed. */
export const RECORDING_NOTICE = "This is not the medical record, and it monitors nobody.";

/** What a recording is made for; live care is none of them. */
export type RecordingPurpose = "bench" | "teaching" | "research";

/** Everything that was entered, in order; an undone move stays, with who took it back and why. */
export interface ProcedureLog {
  readonly variantId: string;
  readonly purpose: RecordingPurpose;
  readonly notice: typeof RECORDING_NOTICE;
  readonly noticeConfirmedBy: string;
  readonly startedAt: string;
  readonly entries: readonly ProcedureEntry[];
}

export type ProcedureEntry =
  | { readonly kind: "move"; readonly move: ProcedureMove }
  | { readonly kind: "undo"; readonly of: number; readonly by: string; readonly at: string; readonly reason: string };

export interface Refusal {
  readonly id: string;
  readonly why: string;
  readonly fix: string;
  /** What has to be written down first, where that is the reason. */
  readonly missing?: readonly RecordId[];
}

/** A move that was made, with the log that holds it; or why it was not. */
export type MoveResult =
  | { readonly kind: "accepted"; readonly log: ProcedureLog }
  | { readonly kind: "refused"; readonly reasons: readonly Refusal[] };

export interface ProcedureState {
  readonly place: ProcedurePlace;
  readonly isEnded: boolean;
  readonly context: ProcedureContext;
}

export interface ProcedureStart {
  readonly variantId: string;
  readonly purpose: RecordingPurpose;
  /** Who read and confirmed the notice; undefined or empty: nobody did. */
  readonly noticeConfirmedBy: string | undefined;
  readonly startedAt: string;
}

/** Starts a recording; refused while nobody has confirmed what it is not. */
export function startProcedure({ variantId, purpose, noticeConfirmedBy = "", startedAt }: ProcedureStart): MoveResult {
  if (findVariant(variantId) === undefined) {
    return refuse("unknownVariant", `there is no variant "${variantId}"`, "Choose one of the list.");
  }
  if (noticeConfirmedBy.trim() === "") {
    return refuse("noticeNotConfirmed", `nobody confirmed: ${RECORDING_NOTICE}`, "Confirm the line by name.");
  }
  const log: ProcedureLog = {
    variantId,
    purpose,
    notice: RECORDING_NOTICE,
    noticeConfirmedBy,
    startedAt,
    entries: [],
  };
  return { kind: "accepted", log };
}

/** Makes a move, or says by which rules it is refused. */
export function applyMove(log: ProcedureLog, move: ProcedureMove): MoveResult {
  const snapshot = replay(log);
  if (!snapshot.can(move)) return { kind: "refused", reasons: explainRefusal(readState(snapshot), move) };
  return { kind: "accepted", log: append(log, snapshot, move) };
}

/** Takes back the last move that stands; the entry stays in the log. */
export function undoMove(
  log: ProcedureLog,
  { by, at, reason }: { readonly by: string; readonly at: string; readonly reason: string },
): MoveResult {
  const of = listStandingMoves(log).at(-1)?.index;
  if (of === undefined) return refuse("nothingToUndo", "no move stands", "Go on.");
  if (by.trim() === "" || reason.trim() === "") {
    return refuse("reasonMissing", "taking a move back needs a name and a reason", "Say who and why.");
  }
  return { kind: "accepted", log: { ...log, entries: [...log.entries, { kind: "undo", of, by, at, reason }] } };
}

/** Where the procedure stands: the log replayed from its beginning, without the moves that were undone. */
export function replayProcedure(log: ProcedureLog): ProcedureState {
  return readState(replay(log));
}

/** The moves that stand, with their place in the log. */
export function listStandingMoves({ entries }: ProcedureLog): { index: number; move: ProcedureMove }[] {
  const undone = new Set(entries.flatMap((entry) => (entry.kind === "undo" ? [entry.of] : [])));
  return entries.flatMap((entry, index) =>
    entry.kind === "move" && !undone.has(index) ? [{ index, move: entry.move }] : [],
  );
}

type ProcedureSnapshot = ReturnType<typeof getNextSnapshot<ReturnType<typeof buildProcedureMachine>>>;

/** What logs have been replayed to; a log never changes, so neither does its end. */
const SNAPSHOTS = new WeakMap<ProcedureLog, ProcedureSnapshot>();

const MACHINES = new Map(PROCEDURE_VARIANTS.map((variant) => [variant.id, buildProcedureMachine(variant)]));

function replay(log: ProcedureLog): ProcedureSnapshot {
  const known = SNAPSHOTS.get(log);
  if (known) return known;
  const machine = MACHINES.get(log.variantId)!;
  const [start] = initialTransition(machine);
  const snapshot = listStandingMoves(log).reduce((state, { move }) => getNextSnapshot(machine, state, move), start);
  SNAPSHOTS.set(log, snapshot);
  return snapshot;
}

function append(log: ProcedureLog, snapshot: ProcedureSnapshot, move: ProcedureMove): ProcedureLog {
  const next: ProcedureLog = { ...log, entries: [...log.entries, { kind: "move", move }] };
  SNAPSHOTS.set(next, getNextSnapshot(MACHINES.get(log.variantId)!, snapshot, move));
  return next;
}

function readState(snapshot: ProcedureSnapshot): ProcedureState {
  return {
    place: String(snapshot.value) as ProcedurePlace,
    isEnded: snapshot.status === "done",
    context: snapshot.context,
  };
}

function explainRefusal({ place, isEnded, context }: ProcedureState, move: ProcedureMove): Refusal[] {
  if (isEnded) return [{ id: "ended", why: `the procedure is ${place}`, fix: "Undo the last move if that was wrong." }];
  const missing = listMissingRecords(context, move);
  const violations = listViolations(context, move).map(({ id, why, fix }) =>
    id === "recordMissing" ? { id, why: `${why}: ${missing.join(", ")}`, fix, missing } : { id, why, fix },
  );
  if (violations.length > 0) return violations;
  return [{ id: "notAtThisStep", why: `the procedure is at "${place}"`, fix: "Complete the step it is at first." }];
}

function refuse(id: string, why: string, fix: string): MoveResult {
  return { kind: "refused", reasons: [{ id, why, fix }] };
}
