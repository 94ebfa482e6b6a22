import { createHash } from "node:crypto";
import fc from "fast-check";
import { expect, test } from "vitest";
import { recordFact } from "../facts/fact-record.ts";
import { appendEmergencyRead, appendEvent } from "./append-event.ts";
import { writeCanonicalJson } from "./canonical-json.ts";
import { compareLogs } from "./compare-logs.ts";
import { verifyChain } from "./hash-chain.ts";
import type { RecordChange, RecordDraft, RecordEvent } from "./record-event.ts";
import { replayLog } from "./replay-log.ts";

const hash = async (text: string) => createHash("sha256").update(text).digest("hex");

const LVEF = recordFact("lvef_pct", 28, { date: "2026-01-10" });
const QRS = recordFact("qrsDuration_ms", 162, { date: "2026-01-11" });

function draft(change: RecordChange, rest: Partial<RecordDraft> = {}): RecordDraft {
  return { by: "Dr. Weiss", at: "2026-03-09T08:00:00Z", why: "clinic visit", store: "lab", change, ...rest };
}

async function extend(log: readonly RecordEvent[], ...drafts: readonly RecordDraft[]): Promise<RecordEvent[]> {
  const events = [...log];
  for (const one of drafts) {
    const result = await appendEvent("case-1", events, one, hash);
    if (result.kind === "refused") throw new Error(result.why.join());
    events.push(result.event);
  }
  return events;
}

const LOG = await extend(
  [],
  draft({ kind: "opened" }),
  draft({ kind: "factsRecorded", facts: [LVEF] }),
  draft({ kind: "moved", from: "referred", to: "assessed", ruleSetVersion: "1" }),
  draft({ kind: "factsRecorded", facts: [QRS] }),
);

test("the state of a case follows from its log", () => {
  expect(replayLog(LOG)).toMatchObject({ owner: "lab", caseState: "assessed", facts: [LVEF, QRS] });
});

test("withdrawn facts do not count and stay in the log", async () => {
  const log = await extend(LOG, draft({ kind: "withdrawn", sequence: 2 }, { why: "another patient's echo" }));
  expect(replayLog(log).facts).toEqual([QRS]);
  expect(log[1]).toBe(LOG[1]);
});

test("the hash is that of the canonical text: SHA-256 of known text, whatever the order of keys", async () => {
  expect(writeCanonicalJson({ b: [{ d: 1, c: undefined }], a: "x" })).toBe('{"a":"x","b":[{"d":1}]}');
  const { hash: written, ...open } = LOG[0]!;
  expect(written).toBe(await hash(writeCanonicalJson(Object.fromEntries(Object.entries(open).reverse()))));
  expect(await hash("abc")).toBe("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
});

test("an event edited, removed or exchanged is found, with its place", async () => {
  expect(await verifyChain("case-1", LOG, hash)).toEqual({ kind: "intact" });
  const edited = LOG.with(1, { ...LOG[1]!, change: { kind: "factsRecorded", facts: [{ ...LVEF, value: 38 }] } });
  expect(await verifyChain("case-1", edited, hash)).toMatchObject({ kind: "broken", sequence: 2 });
  expect(await verifyChain("case-1", LOG.toSpliced(2, 1), hash)).toMatchObject({ kind: "broken", sequence: 3 });
  expect(await verifyChain("case-2", LOG, hash)).toMatchObject({ kind: "broken", sequence: 1 });
});

test("the loss of the newest events is found by the head that was kept apart", async () => {
  const [, second, , fourth] = LOG;
  expect(await verifyChain("case-1", LOG.slice(0, 2), hash, fourth)).toEqual({
    kind: "broken",
    sequence: 3,
    why: "events at the end are missing, up to number 4",
  });
  expect(await verifyChain("case-1", LOG, hash, fourth)).toEqual({ kind: "intact" });
  expect(await verifyChain("case-1", LOG, hash, second)).toEqual({ kind: "intact" });
  const rewritten = await extend(LOG.slice(0, 3), draft({ kind: "factsRecorded", facts: [LVEF] }));
  expect(await verifyChain("case-1", rewritten, hash, fourth)).toMatchObject({ kind: "broken", sequence: 4 });
});

test("whatever is changed in a written event, the chain breaks there", async () => {
  const fields = ["by", "at", "why", "store", "caseId", "previousHash", "hash"] as const;
  await fc.assert(
    fc.asyncProperty(
      fc.nat(LOG.length - 1),
      fc.constantFrom(...fields),
      fc.string({ minLength: 1 }),
      async (index, field, text) => {
        fc.pre(LOG[index]![field] !== text);
        const changed = LOG.with(index, { ...LOG[index]!, [field]: text });
        expect(await verifyChain("case-1", changed, hash)).toMatchObject({ kind: "broken", sequence: index + 1 });
      },
    ),
    { numRuns: 100 },
  );
});

test("nothing is added to a log that was tampered with", async () => {
  const result = await appendEvent("case-1", LOG.toSpliced(1, 1), draft({ kind: "factsRecorded", facts: [] }), hash);
  expect(result).toMatchObject({
    kind: "refused",
    why: expect.arrayContaining([expect.stringContaining("event 2 of the log")]),
  });
});

test.each<[string, Partial<RecordDraft>, string]>([
  ["without a name", { by: " " }, "nobody is named"],
  ["without a reason", { why: "" }, "a reason is missing"],
  ["without a zone", { at: "2026-03-09T08:00:00" }, 'the time "2026-03-09T08:00:00" is no instant in UTC'],
  ["by another store", { store: "ward" }, "the case belongs to lab"],
  [
    "withdrawing what was never recorded",
    { change: { kind: "withdrawn", sequence: 3 } },
    "event 3 holds nothing that counts",
  ],
  [
    "from another state",
    { change: { kind: "moved", from: "ready", to: "inRoom", ruleSetVersion: "1" } },
    "the case is assessed, not ready",
  ],
  ["opening it again", { change: { kind: "opened" } }, "the case is open already"],
])("a change %s is refused", async (_, rest, why) => {
  const result = await appendEvent("case-1", LOG, draft({ kind: "factsRecorded", facts: [] }, rest), hash);
  expect(result).toEqual({ kind: "refused", why: [why] });
});

test("who does not own a case may read a copy in an emergency, with a reason; the log of the case stays as it is", async () => {
  const told = { by: "Dr. Kaya", at: "2026-03-10T02:00:00Z", why: "collapse on the ward", store: "ward" };
  const unexplained = await appendEmergencyRead("case-1", { reads: [], seen: LOG }, { ...told, why: "" }, hash);
  expect(unexplained).toEqual({ kind: "refused", why: ["a reason is missing"] });
  const first = await appendEmergencyRead("case-1", { reads: [], seen: LOG }, told, hash);
  if (first.kind === "refused") throw new Error(first.why.join());
  const again = await appendEmergencyRead("case-1", { reads: [first.event], seen: LOG }, told, hash);
  expect(again).toMatchObject({ event: { sequence: 2, change: { seenHash: LOG[3]!.hash } } });
  const elsewhere = await appendEmergencyRead(
    "case-1",
    { reads: [first.event], seen: LOG },
    { ...told, store: "lab" },
    hash,
  );
  expect(elsewhere).toEqual({ kind: "refused", why: ["the reads are those of another store"] });
  const edited = { ...first.event, why: "routine" };
  expect(await verifyChain("case-1", [edited], hash)).toMatchObject({ kind: "broken", sequence: 1 });
});

test("after a case is handed over only the other store writes", async () => {
  const log = await extend(LOG, draft({ kind: "handedOver", to: "ward" }));
  const late = await appendEvent("case-1", log, draft({ kind: "factsRecorded", facts: [] }), hash);
  expect(late).toEqual({ kind: "refused", why: ["the case belongs to ward"] });
  const next = await extend(log, draft({ kind: "factsRecorded", facts: [] }, { store: "ward" }));
  expect(next).toHaveLength(6);
});

test("a clock that runs behind does not change the order", async () => {
  const log = await extend(LOG, draft({ kind: "withdrawn", sequence: 4 }, { at: "2020-01-01T00:00:00Z" }));
  expect(replayLog(log).facts).toEqual([LVEF]);
});

test("logs that went different ways are a conflict with both sides, whatever their times", async () => {
  const ours = await extend(LOG, draft({ kind: "factsRecorded", facts: [LVEF] }, { at: "2026-05-01T00:00:00Z" }));
  const theirs = await extend(LOG, draft({ kind: "factsRecorded", facts: [QRS] }, { at: "2026-04-01T00:00:00Z" }));
  expect(compareLogs(ours, theirs)).toEqual({
    kind: "diverged",
    commonCount: 4,
    ours: [ours[4]],
    theirs: [theirs[4]],
  });
  expect(compareLogs(LOG, theirs)).toEqual({ kind: "behind", newEvents: [theirs[4]] });
  expect(compareLogs(ours, LOG)).toEqual({ kind: "ahead", newEvents: [ours[4]] });
  expect(compareLogs(LOG, [...LOG])).toEqual({ kind: "same" });
});
