import { TributaryError } from "@tributary/model";
import { describe, expect, test } from "vitest";
import { drawRehearsal, playRehearsal } from "../rehearsal/rehearse.ts";
import { readProcedureLog, writeProcedureLog } from "./log-file.ts";
import { type ProcedureLog, undoMove } from "./procedure-log.ts";
import { scoreProcedure } from "./score-log.ts";
import { findVariant } from "./variants.ts";

function rehearse(seed: number): ProcedureLog {
  const variant = findVariant("deNovoCrtD")!;
  const input = {
    variant,
    sex: "female",
    centerRatio: 0.8,
    operatorCases: 100,
    seed,
    by: "A",
    startedAt: "2027-03-30T05:30:00Z",
  } as const;
  const played = playRehearsal(input, drawRehearsal(input));
  if (played.kind === "refused") throw new Error(played.reasons[0]!.why);
  return played.log;
}

const LOG = rehearse(1);

function errorOf(log: object | string): TributaryError {
  try {
    readProcedureLog(typeof log === "string" ? log : JSON.stringify(log), "log.json");
  } catch (error) {
    if (error instanceof TributaryError) return error;
    throw error;
  }
  throw new Error("nothing was refused");
}

describe("a recording from its file", () => {
  test("is the recording that was written, also where it was interrupted", () => {
    for (const length of [0, 1, 20, LOG.entries.length]) {
      const part = { ...LOG, entries: LOG.entries.slice(0, length) };
      expect(readProcedureLog(writeProcedureLog(part), "log.json")).toEqual(part);
    }
  });

  test("keeps what was taken back", () => {
    const part = { ...LOG, entries: LOG.entries.slice(0, 20) };
    const undone = undoMove(part, { by: "A", at: "2027-03-30T06:00:00Z", reason: "wrong button" });
    if (undone.kind === "refused") throw new Error();
    const read = readProcedureLog(writeProcedureLog(undone.log), "log.json");
    expect(read).toEqual(undone.log);
    expect(scoreProcedure(read)).toMatchObject({ undoneMoveCount: 1, isEnded: false });
  });

  test("is refused where a move was cut out that the rules ask for", () => {
    const incision = LOG.entries.findIndex((entry) => entry.kind === "move" && entry.move.type === "incise");
    const timeOut = LOG.entries.findIndex(
      (entry) => entry.kind === "move" && entry.move.type === "complete" && entry.move.step === "timeOut",
    );
    expect(timeOut).toBeLessThan(incision);
    const error = errorOf({ ...LOG, entries: LOG.entries.filter((_, i) => i !== timeOut) });
    expect(error).toMatchObject({ code: "recording-refused" });
    expect(error.where).toMatch(/^log\.json, entries\[\d+\]$/);
  });

  test("is refused where nobody confirmed the notice, and where it is no recording", () => {
    expect(errorOf({ ...LOG, noticeConfirmedBy: " " }).why).toContain("not the medical record");
    for (const wrong of [
      "{",
      "null",
      "[]",
      { ...LOG, entries: 3 },
      { ...LOG, entries: [{ kind: "move", move: {} }] },
    ]) {
      expect(errorOf(wrong).code).toBe("recording-invalid");
    }
  });

  test("scores a finished rehearsal without an open step, and claims no skill", () => {
    const score = scoreProcedure(LOG);
    expect(score).toMatchObject({ undoneMoveCount: 0, isEnded: true, openSteps: [] });
    expect(score.notice).toContain("nothing about skill");
  });
});
