import { expect, test } from "vitest";
import { recordFact } from "../facts/fact-record.ts";
import { openRecord, readInEmergency, recordChanges } from "./keep-record.ts";
import { createMemoryRecordStore } from "./memory-record-store.ts";
import { readEventLines, writeEventLines } from "./record-schema.ts";
import { createContent, hashText, TOLD } from "./record-store.fixture.ts";
import { moveOut } from "./take-in-record.ts";

async function writeEveryKind(): Promise<string> {
  const keeper = { store: createMemoryRecordStore("lab"), hash: hashText };
  await openRecord(keeper, "one", createContent(), TOLD);
  const at = "2026-03-09T09:00:00Z";
  await recordChanges(
    keeper,
    "one",
    [
      { kind: "factsRecorded", facts: [recordFact("lvef_pct", 28, { date: "2026-03-01", method: "echo" })] },
      { kind: "taskCompleted", completion: { taskId: "chestFilm", at, by: "Nurse Ott" } },
      {
        kind: "holdConfirmed",
        confirmation: {
          drug: "apixaban",
          prescriber: "Dr. Brandt",
          lastDoseAt: at,
          restart: "after a day, dry wound",
          incisionAt: "2026-03-12T08:00:00Z",
        },
      },
      { kind: "eventSeen", event: { kind: "prescriberAgrees", at, by: "Dr. Brandt", drug: "apixaban" } },
      { kind: "antiplateletHoldAsked", hold: { drug: "clopidogrel", cardiologist: "Dr. Kaya" } },
      { kind: "testWaived", testId: "chestFilm" },
      { kind: "gapOverridden", gapId: "role.radiographer" },
      { kind: "withdrawn", sequence: 4 },
      { kind: "moved", from: "referred", to: "assessed", ruleSetVersion: "1", reviewDate: "2026-05-01" },
      { kind: "copied", as: "research" },
      { kind: "conflictSettled", otherHash: "a".repeat(64) },
      { kind: "handedOver", to: "ward" },
    ],
    TOLD,
  );
  const stored = await readInEmergency(keeper, "one", TOLD);
  return writeEventLines((await moveOut(keeper.store, stored)).events);
}

test("a log of every kind of event comes back from its file as it was", async () => {
  const lines = await writeEveryKind();
  const events = readEventLines(lines, "events.jsonl");
  expect(new Set(events.map(({ change }) => change.kind)).size).toBe(15);
  expect(writeEventLines(events)).toBe(lines);
});

test.each<[string, (line: string) => string, string]>([
  ["no JSON", () => "{", "line 3"],
  ["a member that is not known", (line) => line.replace('"by"', '"who":"x","by"'), "who"],
  ["an unknown kind of change", (line) => line.replace("factsRecorded", "factsGuessed"), "change.kind"],
  ["a fact that does not exist", (line) => line.replace("lvef_pct", "lvef"), "change.facts.0.fact"],
  ["a value that it cannot have", (line) => line.replace('"value":28', '"value":280'), "a value it cannot have"],
  ["a hash that is none", (line) => line.replace(/"hash":"./, '"hash":"G'), "hash"],
])("refused is %s, with its line", async (_, spoil, named) => {
  const lines = (await writeEveryKind()).split("\n");
  const text = lines.with(2, spoil(lines[2]!)).join("\n");
  const read = () => readEventLines(text, "events.jsonl");
  expect(read).toThrow(expect.objectContaining({ code: "record-log-invalid", where: "events.jsonl, line 3" }));
  if (named !== "line 3") expect(read).toThrow(expect.objectContaining({ why: expect.stringContaining(named) }));
});
