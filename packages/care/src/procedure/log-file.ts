import { TributaryError } from "@tributary/model";
import {
  applyMove,
  type MoveResult,
  type ProcedureEntry,
  type ProcedureLog,
  startProcedure,
  undoMove,
} from "./procedure-log.ts";

/** A recording as its file, which `readProcedureLog` takes. */
export function writeProcedureLog(log: ProcedureLog): string {
  return `${JSON.stringify(log, undefined, 2)}\n`;
}

/**
 * A recording from its file, made again move by move: what the rules would refuse now is refused here too.
 *
 * @param where  the file, named in errors
 * @throws TributaryError "recording-invalid", "recording-refused"
 */
export function readProcedureLog(text: string, where: string): ProcedureLog {
  const written = parseLog(text, where);
  const started = startProcedure(written);
  return written.entries.reduce<ProcedureLog>(
    (log, entry, i) => accept(applyEntry(log, entry), `${where}, entries[${i}]`),
    accept(started, where),
  );
}

function applyEntry(log: ProcedureLog, entry: ProcedureEntry): MoveResult {
  return entry.kind === "move" ? applyMove(log, entry.move) : undoMove(log, entry);
}

function accept(result: MoveResult, where: string): ProcedureLog {
  if (result.kind === "accepted") return result.log;
  throw new TributaryError({
    code: "recording-refused",
    what: "The recording holds a move that the rules of the procedure refuse.",
    where,
    why: result.reasons.map(({ why }) => why).join("; "),
    fix: result.reasons[0]?.fix ?? "Take the move back where it was made.",
  });
}

function parseLog(text: string, where: string): ProcedureLog {
  const value = parseJson(text, where);
  const { variantId, purpose, noticeConfirmedBy, startedAt, entries } = (value ?? {}) as Partial<ProcedureLog>;
  const isHeadSound = [variantId, purpose, noticeConfirmedBy, startedAt].every((part) => typeof part === "string");
  if (!isHeadSound || !Array.isArray(entries))
    throw invalid(where, "it lacks variant, purpose, notice, start or entries");
  const wrong = entries.findIndex((entry: unknown) => !isEntry(entry));
  if (wrong >= 0) throw invalid(`${where}, entries[${wrong}]`, "it is neither a move nor an undo, with who and when");
  return value as ProcedureLog;
}

function parseJson(text: string, where: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw invalid(where, (error as Error).message);
  }
}

function isEntry(entry: unknown): entry is ProcedureEntry {
  if (typeof entry !== "object" || entry === null) return false;
  const { kind, move, ...rest } = entry as { kind?: unknown; move?: unknown };
  if (kind === "undo") return isSigned(rest);
  return (
    kind === "move" &&
    typeof move === "object" &&
    move !== null &&
    isSigned(move) &&
    isText((move as { type?: unknown }).type)
  );
}

function isSigned(value: object): boolean {
  const { by, at } = value as { by?: unknown; at?: unknown };
  return isText(by) && isText(at) && !Number.isNaN(Date.parse(String(at)));
}

function isText(value: unknown): boolean {
  return typeof value === "string" && value !== "";
}

function invalid(where: string, why: string): TributaryError {
  return new TributaryError({
    code: "recording-invalid",
    what: "The file is no recording of a procedure.",
    where,
    why,
    fix: "Give a file that `tributary implant --record` wrote.",
  });
}
