import { describe, expect, test } from "vitest";
import { BAIL_OUTS } from "./bail-outs.ts";
import { listMandatoryTests } from "./procedure-context.ts";
import {
  applyMove,
  type MoveResult,
  type ProcedureLog,
  RECORDING_NOTICE,
  replayProcedure,
  startProcedure,
  undoMove,
} from "./procedure-log.ts";
import type { ProcedureMove } from "./procedure-move.ts";
import { listSteps, PROCEDURE_STEPS } from "./procedure-steps.ts";
import { listTimers } from "./procedure-timers.ts";
import { listViolations } from "./safety-rules.ts";
import type { StepId } from "./step.ts";
import { findVariant, PROCEDURE_VARIANTS } from "./variants.ts";

const START = Date.parse("2027-03-30T06:00:00Z");
const at = (minute: number) => new Date(START + minute * 60_000).toISOString();

type Act<M = ProcedureMove> = M extends unknown ? Omit<M, "by" | "at"> : never;

function start(variantId: string): ProcedureLog {
  const result = startProcedure({ variantId, purpose: "teaching", noticeConfirmedBy: "Kim", startedAt: at(0) });
  if (result.kind === "refused") throw new Error(result.reasons[0]!.why);
  return result.log;
}

/** Makes a move one minute after the last one. */
function attempt(log: ProcedureLog, act: Act): MoveResult {
  return applyMove(log, { ...act, by: "Kim", at: at(log.entries.length + 1) } as ProcedureMove);
}

function make(log: ProcedureLog, act: Act): ProcedureLog {
  const result = attempt(log, act);
  if (result.kind === "refused") throw new Error(`${act.type}: ${result.reasons.map(({ id }) => id).join(", ")}`);
  return result.log;
}

const refusals = (result: MoveResult) => (result.kind === "refused" ? result.reasons.map(({ id }) => id) : []);

/** What a step needs before it can be completed in the usual way. */
function actsOf(step: StepId, isDefibrillator: boolean): Act[] {
  const records = PROCEDURE_STEPS.find(({ id }) => id === step)!.records;
  const acts: Partial<Record<StepId, Act[]>> = {
    monitoring: [{ type: "giveAntibiotic", drug: "cefazolin" }],
    therapiesOff: [{ type: "setTherapies", to: "off" }],
    incision: [{ type: "incise" }, { type: "cauterize" }],
    closure: [{ type: "close" }],
    programming: isDefibrillator ? [{ type: "setTherapies", to: "on" }] : [],
    leaveRoom: [{ type: "leaveRoom" }],
  };
  return [...(acts[step] ?? []), ...records.map((record): Act => ({ type: "record", record, value: "done" }))];
}

/** The usual way through a variant up to a step, which is not completed. */
function proceedTo(variantId: string, until?: StepId): ProcedureLog {
  const variant = findVariant(variantId)!;
  let log = start(variantId);
  for (const { id } of listSteps(variant)) {
    if (id === until) return log;
    for (const act of actsOf(id, variant.device === "CRT-D")) log = make(log, act);
    log = make(log, { type: "complete", step: id });
  }
  return log;
}

describe("a procedure of any variant", () => {
  test.each(PROCEDURE_VARIANTS.map(({ id }) => id))("%s goes from the briefing to the film", (variantId) => {
    const { place, isEnded } = replayProcedure(proceedTo(variantId));
    expect([place, isEnded]).toEqual(["finished", true]);
  });

  test.each(PROCEDURE_VARIANTS.map(({ id }) => id))("%s can be undone and resumed at every move", (variantId) => {
    const log = proceedTo(variantId);
    for (let length = 1; length <= log.entries.length; length++) {
      const part = { ...log, entries: log.entries.slice(0, length) };
      const before = replayProcedure({ ...log, entries: log.entries.slice(0, length - 1) });
      expect(replayProcedure(JSON.parse(JSON.stringify(part)))).toEqual(replayProcedure(part));
      const undone = undoMove(part, { by: "Kim", at: at(999), reason: "typed wrongly" });
      if (undone.kind === "refused") throw new Error("undo refused");
      expect(replayProcedure(undone.log)).toEqual(before);
      expect(undone.log.entries.slice(0, length)).toEqual(part.entries);
      const again = applyMove(undone.log, (log.entries[length - 1] as { move: ProcedureMove }).move);
      expect(again.kind).toBe("accepted");
    }
  });

  test.each(PROCEDURE_VARIANTS.map(({ id }) => id))("%s: no incision before the time-out", (variantId) => {
    expect(refusals(attempt(proceedTo(variantId, "timeOut"), { type: "incise" }))).toContain("incisionBeforeTimeOut");
  });

  test.each(PROCEDURE_VARIANTS.map(({ id }) => id))("%s: no closure with a mandatory test missing", (variantId) => {
    const context = replayProcedure(proceedTo(variantId, "closure")).context;
    const close: ProcedureMove = { type: "close", by: "Kim", at: at(200) };
    expect(listViolations(context, close)).toEqual([]);
    for (const missing of listMandatoryTests(context)) {
      const { [missing]: _, ...records } = context.records;
      const violated = listViolations({ ...context, records }, close).map(({ id }) => id);
      expect(violated).toEqual(["testMissingBeforeClosure"]);
    }
  });

  test.each(PROCEDURE_VARIANTS.map(({ id }) => id))("%s: a missing antibiotic stops the incision", (variantId) => {
    const log = proceedTo(variantId, "incision");
    const entries = log.entries.filter(({ kind, ...rest }) => !JSON.stringify({ kind, ...rest }).includes("cefazolin"));
    const without = { ...log, entries };
    expect(refusals(attempt(without, { type: "incise" }))).toEqual(["antibioticMissing"]);
    const nameless = applyMove(without, { type: "overrideAntibiotic", reason: "allergy", by: " ", at: at(90) });
    expect(refusals(nameless)).toContain("overrideWithoutName");
    const overridden = make(without, { type: "overrideAntibiotic", reason: "allergic to all, accepted" });
    expect(attempt(overridden, { type: "incise" }).kind).toBe("accepted");
  });

  test.each(PROCEDURE_VARIANTS.filter(({ device }) => device === "CRT-D").map(({ id }) => id))(
    "%s: nobody leaves the room with therapies off without a reason",
    (variantId) => {
      const armed = proceedTo(variantId, "leaveRoom");
      const log = make(armed, { type: "setTherapies", to: "off" });
      expect(refusals(attempt(log, { type: "leaveRoom" }))).toEqual(["leavingWithTherapiesOff"]);
      expect(attempt(log, { type: "leaveRoom", reason: "comfort care agreed" }).kind).toBe("accepted");
      expect(attempt(armed, { type: "leaveRoom" }).kind).toBe("accepted");
    },
  );
});

describe("upgrades", () => {
  test.each(["singleIcdToCrtD", "dualIcdToCrtD", "crtDExchangeWithLvLead"])(
    "%s: no cautery with therapies on",
    (id) => {
      const open = make(proceedTo(id, "incision"), { type: "incise" });
      const armed = {
        ...open,
        entries: open.entries.filter((entry) => !JSON.stringify(entry).includes("setTherapies")),
      };
      expect(replayProcedure(armed).place).toBe("therapiesOff");
      expect(refusals(attempt(armed, { type: "cauterize" }))).toContain("cauteryWithTherapiesOn");
      expect(attempt(open, { type: "cauterize" }).kind).toBe("accepted");
    },
  );

  test("add dependency, venogram, test of old leads, abandoned leads and the old generator; a new implant has none", () => {
    const added: StepId[] = ["dependency", "accessVenogram", "oldGeneratorOut", "oldLeadTest"];
    const steps = (id: string) => listSteps(findVariant(id)!).map((step) => step.id);
    expect(steps("dualPacemakerToCrtP")).toEqual(expect.arrayContaining(added));
    expect(steps("deNovoCrtP").filter((id) => added.includes(id))).toEqual([]);
    expect(steps("dualIcdToCrtD")).toContain("therapiesOff");
    expect(PROCEDURE_STEPS.find(({ id }) => id === "oldLeadTest")!.records).toContain("abandonedLeads");
    expect(PROCEDURE_STEPS.find(({ id }) => id === "programming")!.records).toContain("mriState");
  });

  test("a step that has to write something down does not end before", () => {
    const log = proceedTo("dualPacemakerToCrtP", "dependency");
    const result = attempt(log, { type: "complete", step: "dependency" });
    expect(refusals(result)).toEqual(["recordMissing"]);
    expect(result.kind === "refused" && result.reasons[0]!.why).toContain("dependency, backupPacing");
  });

  test("permanent atrial fibrillation has no atrial lead", () => {
    const ids = listSteps(findVariant("deNovoCrtDPermanentAf")!).map(({ id }) => id);
    expect(ids).not.toContain("atrialLead");
  });
});

describe("when it does not go as planned", () => {
  const stuck = proceedTo("deNovoCrtD", "csCannulation");

  test("the lead is given up for plan B with a reason; its own tests fall away, those of plan B come", () => {
    const exited = make(stuck, { type: "exit", exit: "planB", reason: "no cannulation after 60 min" });
    expect(replayProcedure(exited).place).toBe("planB");
    const nameless = attempt(exited, { type: "choosePlanB", option: "noLvLead", reason: "" });
    expect(refusals(nameless)).toEqual(["reasonMissing"]);
    const chosen = make(exited, { type: "choosePlanB", option: "conductionSystemPacing", reason: "as briefed" });
    const { place, context } = replayProcedure(chosen);
    expect(place).toBe("atrialLead");
    expect(listMandatoryTests(context)).toContain("conductionSystemTest");
    expect(listMandatoryTests(context)).not.toContain("lvThreshold");
    let log = chosen;
    for (const id of ["atrialLead", "connection", "systemTest"] as const) {
      if (id === "connection") {
        expect(refusals(attempt(log, { type: "complete", step: "guideRemoval" }))).not.toEqual([]);
      }
      for (const act of actsOf(id, true)) log = make(log, act);
      log = make(log, { type: "complete", step: id });
    }
    expect(refusals(attempt(log, { type: "close" }))).toEqual(["testMissingBeforeClosure"]);
    log = make(log, { type: "record", record: "conductionSystemTest", value: "0.8 V" });
    expect(attempt(log, { type: "close" }).kind).toBe("accepted");
  });

  test("a second attempt goes back to the coronary sinus and asks for the lead's tests again", () => {
    const exited = make(stuck, { type: "exit", exit: "planB", reason: "no cannulation" });
    const again = make(exited, { type: "choosePlanB", option: "secondAttempt", reason: "second operator" });
    const { place, context } = replayProcedure(again);
    expect(place).toBe("csCannulation");
    expect(listMandatoryTests(context)).toContain("lvThreshold");
  });

  test("a moved lead is measured again: what was measured at the old place is void", () => {
    const tested = proceedTo("deNovoCrtD", "stability");
    expect(replayProcedure(tested).context.records.lvThreshold).toBe("done");
    const moved = make(tested, { type: "exit", exit: "moves", reason: "moves with cough" });
    expect(replayProcedure(moved)).toMatchObject({ place: "leadAdvance" });
    expect(replayProcedure(moved).context.records.lvThreshold).toBeUndefined();
  });

  test("an interrupted procedure takes nothing but its resumption, and complications", () => {
    const paused = make(stuck, { type: "pause", reason: "fire alarm" });
    expect(refusals(attempt(paused, { type: "cauterize" }))).toContain("paused");
    expect(attempt(paused, { type: "complication", complication: "avBlock", note: "" }).kind).toBe("accepted");
    const resumed = make(paused, { type: "resume" });
    expect(replayProcedure(resumed)).toEqual(replayProcedure(stuck));
  });

  test("nobody breaks off with an open wound, or with therapies off, without saying who takes over", () => {
    expect(refusals(attempt(stuck, { type: "abort", reason: "tamponade" }))).toEqual(["endingWithoutHandover"]);
    const off = proceedTo("dualIcdToCrtD", "timeOut");
    const postpone = { type: "exit", exit: "postpone", reason: "fever" } as const;
    expect(refusals(attempt(off, postpone))).toEqual(["endingWithoutHandover"]);
    const on = make(off, { type: "setTherapies", to: "on" });
    expect(attempt(on, postpone).kind).toBe("accepted");
    expect(attempt(off, { ...postpone, handover: "therapies off, telemetry ward" }).kind).toBe("accepted");
  });

  test("therapies are not armed while the wound is open", () => {
    const open = proceedTo("deNovoCrtD", "systemTest");
    expect(refusals(attempt(open, { type: "setTherapies", to: "on" }))).toEqual(["therapiesOnBeforeClosure"]);
  });

  test("a step is not completed before its time, and an ended procedure takes no move", () => {
    expect(refusals(attempt(stuck, { type: "complete", step: "closure" }))).toContain("stepNotDone");
    expect(refusals(attempt(stuck, { type: "close" }))).not.toEqual([]);
    const aborted = make(stuck, { type: "abort", reason: "unstable", handover: "open wound, to surgery" });
    expect(refusals(attempt(aborted, { type: "resume" }))).toEqual(["ended"]);
  });

  test("cefazolin is asked for again four hours after the first dose while the wound is open", () => {
    const given = stuck.entries.find((entry) => entry.kind === "move" && entry.move.type === "giveAntibiotic");
    const first = Date.parse((given as { move: ProcedureMove }).move.at);
    const due = (minutes: number) =>
      listTimers(stuck, new Date(first + minutes * 60_000).toISOString()).find(({ id }) => id === "antibioticAgain")!;
    expect(due(239).isDue).toBe(false);
    expect(due(240).isDue).toBe(true);
  });
});

describe("a recording", () => {
  test("starts only with its notice confirmed by name, and carries the notice", () => {
    const begin = (noticeConfirmedBy: string | undefined) =>
      startProcedure({ variantId: "deNovoCrtD", purpose: "bench", noticeConfirmedBy, startedAt: at(0) });
    expect(refusals(begin(undefined))).toEqual(["noticeNotConfirmed"]);
    expect(refusals(begin(" "))).toEqual(["noticeNotConfirmed"]);
    expect(start("deNovoCrtD").notice).toBe(RECORDING_NOTICE);
  });

  test("keeps a move that was undone, with who took it back and why", () => {
    const log = make(start("deNovoCrtD"), { type: "record", record: "briefing", value: "left side" });
    const undone = undoMove(log, { by: "Kim", at: at(5), reason: "right side meant" });
    expect(undone.kind === "accepted" && undone.log.entries).toMatchObject([
      { kind: "move", move: { value: "left side" } },
      { kind: "undo", of: 0, by: "Kim", reason: "right side meant" },
    ]);
    expect(refusals(undoMove(log, { by: "Kim", at: at(5), reason: "" }))).toEqual(["reasonMissing"]);
  });
});

test("every complication of a step has its first action", () => {
  const known = new Set(BAIL_OUTS.map(({ id }) => id));
  expect(PROCEDURE_STEPS.flatMap(({ complications }) => complications).filter((id) => !known.has(id))).toEqual([]);
});
