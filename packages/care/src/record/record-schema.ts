/** Events of a record as they come from outside: a file, a request. */
import { z } from "zod";
import type { FactId } from "../facts/fact-catalog.ts";
import { FACTS } from "../facts/fact-catalog.ts";
import { CASE_STATES } from "../journey/case-states.ts";
import { isFactValue } from "../journey/read-fact.ts";
import { CLINICAL_EVENT_KINDS } from "../preparation/clinical-event.ts";
import { writeCanonicalJson } from "./canonical-json.ts";
import { errorRecordLog } from "./record-error.ts";
import type { AnyRecordEvent } from "./record-event.ts";
import type { LogName, RecordCommit } from "./record-store.ts";

const LONGEST_TEXT = 2000;
const text = z.string().max(LONGEST_TEXT);
const name = z.string().min(1).max(200);
const sha256 = z.string().regex(/^[0-9a-f]{64}$/);
const sequence = z.int().min(1);

const fact = z
  .strictObject({
    fact: z.custom<FactId>((value) => typeof value === "string" && Object.hasOwn(FACTS, value), "no clinical fact"),
    value: z.union([z.number(), z.boolean(), text]),
    date: z.iso.date().exactOptional(),
    origin: z.strictObject({
      kind: z.enum(["stated", "imported", "caseFile", "derived", "inferred"]),
      detail: text,
      code: text.exactOptional(),
    }),
    method: text.exactOptional(),
    original: text.exactOptional(),
    excludedBecause: text.exactOptional(),
  })
  .refine(
    (given) => given.excludedBecause !== undefined || isFactValue(given.fact, given.value),
    "a value it cannot have",
  );

const change = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("opened") }),
  z.strictObject({
    kind: z.literal("caseFiled"),
    files: z.array(z.strictObject({ role: z.enum(["case", "data"]), name, sha256 })).max(100),
  }),
  z.strictObject({ kind: z.literal("factsRecorded"), facts: z.array(fact).max(10_000) }),
  z.strictObject({
    kind: z.literal("taskCompleted"),
    completion: z.strictObject({ taskId: name, at: name, by: name }),
  }),
  z.strictObject({
    kind: z.literal("holdConfirmed"),
    confirmation: z.strictObject({ drug: name, prescriber: name, lastDoseAt: name, restart: text, incisionAt: name }),
  }),
  z.strictObject({
    kind: z.literal("eventSeen"),
    event: z.strictObject({ kind: z.enum(CLINICAL_EVENT_KINDS), at: name, by: name, drug: name.exactOptional() }),
  }),
  z.strictObject({
    kind: z.literal("antiplateletHoldAsked"),
    hold: z.strictObject({ drug: name, cardiologist: name }),
  }),
  z.strictObject({ kind: z.literal("testWaived"), testId: name }),
  z.strictObject({ kind: z.literal("gapOverridden"), gapId: name }),
  z.strictObject({ kind: z.literal("withdrawn"), sequence }),
  z.strictObject({
    kind: z.literal("moved"),
    from: z.enum(CASE_STATES),
    to: z.enum(CASE_STATES),
    ruleSetVersion: name,
    reviewDate: z.iso.date().exactOptional(),
  }),
  z.strictObject({ kind: z.literal("copied"), as: z.enum(["case", "research"]) }),
  z.strictObject({ kind: z.literal("handedOver"), to: name }),
  z.strictObject({ kind: z.literal("conflictSettled"), otherHash: sha256 }),
  z.strictObject({ kind: z.literal("readInEmergency"), seenHash: sha256 }),
]);

const recordEvent = z.strictObject({
  caseId: name,
  sequence,
  previousHash: z.union([z.literal(""), sha256]),
  hash: sha256,
  by: name,
  at: name,
  why: text,
  store: name,
  change,
});

/** An event from outside. @throws TributaryError "record-log-invalid" */
function readRecordEvent(value: unknown, fileName: string, line?: number): AnyRecordEvent {
  const result = recordEvent.safeParse(value);
  if (result.success) return result.data as AnyRecordEvent;
  const { path, message } = result.error.issues[0]!;
  throw errorRecordLog(fileName, line, `${path.length === 0 ? "the whole" : path.join(".")}: ${message}`);
}

const logName = z.custom<LogName>(
  (value) => typeof value === "string" && /^(?:case|reads:.{1,200}|other:[0-9a-f]{64})$/.test(value),
  "no name of a log",
);
const commit = z.strictObject({
  appends: z
    .array(
      z.strictObject({
        log: logName,
        expectedHash: z.union([z.literal(""), sha256]),
        events: z.array(z.unknown()).min(1),
      }),
    )
    .min(1)
    .max(100),
});

/** What is to be written to the logs of a case, from outside. @throws TributaryError "record-log-invalid" */
export function readRecordCommit(value: unknown, where: string): Pick<RecordCommit, "appends"> {
  const result = commit.safeParse(value);
  if (!result.success) {
    const { path, message } = result.error.issues[0]!;
    throw errorRecordLog(where, undefined, `${path.length === 0 ? "the whole" : path.join(".")}: ${message}`);
  }
  const appends = result.data.appends.map(({ events, ...rest }) => ({
    ...rest,
    events: events.map((event) => readRecordEvent(event, where)),
  }));
  return { appends };
}

/** A log as a file, one event a line: those of the case, then the reads in an emergency of each store. */
export function writeEventLines(events: readonly AnyRecordEvent[]): string {
  return events.map((event) => `${writeCanonicalJson(event)}\n`).join("");
}

/** @throws TributaryError "record-log-invalid" */
export function readEventLines(lines: string, fileName: string): AnyRecordEvent[] {
  return lines
    .split("\n")
    .flatMap((line, index) =>
      line.trim() === "" ? [] : [readRecordEvent(parseLine(line, fileName, index + 1), fileName, index + 1)],
    );
}

function parseLine(line: string, fileName: string, number: number): unknown {
  try {
    return JSON.parse(line);
  } catch (cause) {
    throw errorRecordLog(fileName, number, cause instanceof Error ? cause.message : String(cause));
  }
}
