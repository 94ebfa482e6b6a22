/** What every store of records has to do, as one suite: a host gives its store and a way to damage it. */
import { computeSha256 } from "@tributary/formats";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { recordFact } from "../facts/fact-record.ts";
import { commitChecked } from "./check-commit.ts";
import {
  eraseRecord,
  openRecord,
  type RecordKeeper,
  readInEmergency,
  recordChanges,
  requireCase,
  requireOwnCase,
  requireSettledCase,
} from "./keep-record.ts";
import type { RecordChange } from "./record-event.ts";
import type { RecordStore } from "./record-store.ts";
import { openConflicts, ownLog } from "./stored-logs.ts";
import { moveOut, takeInRecord } from "./take-in-record.ts";
import { verifyFiles, verifyStoredCase } from "./verify-record.ts";

/** A store under test, alone in its place. */
export interface StoreUnderTest {
  readonly store: RecordStore;
  /** The same place, opened anew; the store itself where it lasts only as long as the program. */
  reopen(): Promise<RecordStore>;
  /** Takes the newest event out of a case's own log, and nothing else. */
  loseNewestEvent(caseId: string): Promise<void>;
  close(): Promise<void>;
}

export const hashText = async (text: string) => computeSha256(new TextEncoder().encode(text));

export const TOLD = { by: "Dr. Weiss", at: "2026-03-09T08:00:00Z", why: "clinic visit" };
export const NYHA: RecordChange = { kind: "factsRecorded", facts: [recordFact("nyhaClass", 3)] };
const CASE_FILE = new TextEncoder().encode('{"id":"one"}');
const HEART = new Uint8Array(70_000).map((_, index) => (index * index) % 251);

/** A case of one file and one heart. */
export function createContent() {
  const files = [
    { role: "case", name: "case.json", sha256: computeSha256(CASE_FILE) },
    { role: "data", name: "../heart.vtu", sha256: computeSha256(HEART) },
  ] as const;
  const contents = new Map([CASE_FILE, HEART].map((content) => [computeSha256(content), content] as const));
  return { files, contents };
}

/** Runs the suite on a store; `create(name)` gives an empty one of that name in a place of its own. */
export function testRecordStore(title: string, create: (name: string) => Promise<StoreUnderTest>): void {
  describe(title, () => {
    let lab: StoreUnderTest;
    let keeper: RecordKeeper;
    const opened: StoreUnderTest[] = [];
    const createOne = async (name: string) => {
      const made = await create(name);
      opened.push(made);
      return made;
    };
    const keep = (store: RecordStore): RecordKeeper => ({ store, hash: hashText });
    beforeEach(async () => {
      lab = await createOne("lab");
      keeper = keep(lab.store);
    });
    afterEach(async () => {
      for (const one of opened.splice(0)) await one.close();
    });
    const open = (caseId = "one") => openRecord(keeper, caseId, createContent(), TOLD);

    test("is empty, and says so of a case that is not there", async () => {
      expect(lab.store.name).toBe("lab");
      expect(await lab.store.listCases()).toEqual([]);
      expect(await lab.store.readCase("one")).toBeUndefined();
      expect(await lab.store.readFile("one", "0".repeat(64))).toBeUndefined();
      await expect(requireCase(keeper, "one")).rejects.toMatchObject({ code: "record-unknown" });
    });

    test("gives back what was written, also to who opens it anew", async () => {
      await open();
      await recordChanges(keeper, "one", [NYHA], TOLD);
      const again = await lab.reopen();
      for (const store of [lab.store, again]) {
        const stored = await requireCase(keep(store), "one");
        expect(ownLog(stored).map(({ change }) => change.kind)).toEqual(["opened", "caseFiled", "factsRecorded"]);
        expect(stored.stored.state).toMatchObject({ owner: "lab", facts: [{ fact: "nyhaClass", value: 3 }] });
        expect(stored.logs.map(({ keptHead }) => keptHead?.sequence)).toEqual([3]);
        expect(await store.readFile("one", computeSha256(HEART))).toEqual(HEART);
        expect(await verifyFiles(store, stored)).toEqual([]);
        expect(await store.listCases()).toEqual([{ caseId: "one", stored: stored.stored }]);
      }
    });

    test("lists cases by their id, each with its state", async () => {
      await open("two");
      await open("one");
      const cases = await lab.store.listCases();
      expect(cases.map(({ caseId, stored }) => [caseId, stored.sequence])).toEqual([
        ["one", 2],
        ["two", 2],
      ]);
      await expect(open("one")).rejects.toMatchObject({ code: "record-exists" });
    });

    test("of two writers that read the same, the second writes nothing", async () => {
      await open();
      const before = await lab.store.readCase("one");
      await recordChanges(keeper, "one", [NYHA], TOLD);
      const late = await lab.store.commit({
        caseId: "one",
        appends: [{ log: "case", expectedHash: ownLog(before!).at(-1)!.hash, events: [ownLog(before!)[1]!] }],
        stored: before!.stored,
        files: new Map([["f".repeat(64), HEART]]),
      });
      expect(late).toEqual({ kind: "movedOn", log: "case" });
      expect((await requireCase(keeper, "one")).stored.sequence).toBe(3);
      expect(await lab.store.readFile("one", "f".repeat(64))).toBeUndefined();
    });

    test("a commit of several logs is written as a whole or not at all", async () => {
      await open();
      const stored = await requireCase(keeper, "one");
      const [event] = ownLog(stored);
      const result = await lab.store.commit({
        caseId: "one",
        appends: [
          { log: "reads:ward", expectedHash: "", events: [event!] },
          { log: "case", expectedHash: "e".repeat(64), events: [event!] },
        ],
      });
      expect(result).toEqual({ kind: "movedOn", log: "case" });
      expect(await lab.store.readCase("one")).toEqual(stored);
    });

    test("the loss of the newest event is found", async () => {
      await open();
      await recordChanges(keeper, "one", [NYHA], TOLD);
      await lab.loseNewestEvent("one");
      const stored = await (await lab.reopen()).readCase("one");
      expect(await verifyStoredCase(stored!, hashText)).toEqual([
        { log: "case", sequence: 3, why: "events at the end are missing, up to number 3" },
      ]);
      await expect(recordChanges(keeper, "one", [NYHA], TOLD)).rejects.toMatchObject({ code: "record-broken" });
    });

    test("a case moves with its whole log; a read in an emergency comes back, and the owner's log goes on", async () => {
      const ward = keep((await createOne("ward")).store);
      await open();
      const out = await moveOut(lab.store, await requireCase(keeper, "one"));
      expect(await takeInRecord(ward, out, "one.tributary")).toMatchObject({ kind: "opened", newEvents: 2 });
      await expect(recordChanges(ward, "one", [NYHA], TOLD)).rejects.toMatchObject({ code: "record-refused" });
      await expect(requireOwnCase(ward, "one")).rejects.toMatchObject({ code: "record-not-owned" });
      await readInEmergency(ward, "one", { ...TOLD, by: "Dr. Kaya", why: "collapse on the ward" });

      await recordChanges(keeper, "one", [NYHA], TOLD);
      const back = await moveOut(ward.store, await requireCase(ward, "one"));
      expect(await takeInRecord(keeper, back, "back.tributary")).toMatchObject({ kind: "ahead", newReads: 1 });
      expect(await takeInRecord(keeper, back, "back.tributary")).toMatchObject({ kind: "ahead", newReads: 0 });
      const stored = await requireCase(keeper, "one");
      expect(stored.logs.map(({ name }) => name)).toEqual(["case", "reads:ward"]);
      expect(openConflicts(stored)).toEqual([]);

      const newer = await moveOut(lab.store, stored);
      expect(await takeInRecord(ward, newer, "new.tributary")).toMatchObject({ kind: "extended", newEvents: 1 });
    });

    test("a log that went another way is kept beside ours as a conflict until someone settles it", async () => {
      const ward = keep((await createOne("ward")).store);
      await open();
      const old = await moveOut(lab.store, await requireCase(keeper, "one"));
      await recordChanges(keeper, "one", [{ kind: "handedOver", to: "ward" }], TOLD);
      await takeInRecord(ward, await moveOut(lab.store, await requireCase(keeper, "one")), "one.tributary");
      await recordChanges(ward, "one", [NYHA], TOLD);

      const stale = await createOne("lab");
      await takeInRecord(keep(stale.store), old, "old.tributary");
      await recordChanges(keep(stale.store), "one", [NYHA], { ...TOLD, why: "from an old copy" });
      const other = await moveOut(stale.store, await requireCase(keep(stale.store), "one"));
      expect(await takeInRecord(ward, other, "other.tributary")).toMatchObject({ kind: "conflict", newEvents: 3 });
      expect(await takeInRecord(ward, other, "other.tributary")).toMatchObject({ kind: "conflict", newEvents: 0 });
      const [conflict] = openConflicts(await requireCase(ward, "one"));
      expect(conflict!.at(-1)).toMatchObject({ why: "from an old copy" });
      expect(ownLog(await requireCase(ward, "one"))).toHaveLength(4);
      await expect(requireSettledCase(ward, "one")).rejects.toMatchObject({ code: "record-conflict" });

      const settled = { kind: "conflictSettled", otherHash: conflict!.at(-1)!.hash } as const;
      await recordChanges(ward, "one", [settled], { ...TOLD, why: "entered twice" });
      expect(openConflicts(await requireSettledCase(ward, "one"))).toEqual([]);
    });

    test("an erased case is gone, leaves what tells nothing of the patient, and does not come back", async () => {
      await open();
      await open("two");
      const out = await moveOut(lab.store, await requireCase(keeper, "one"));
      const erased = { by: "Dr. Weiss", at: "2026-04-01T00:00:00Z", reason: "patientRequest" } as const;
      const tombstone = await eraseRecord(keeper, "one", erased);
      const again = await lab.reopen();
      for (const store of [lab.store, again]) {
        expect(await store.readCase("one")).toBeUndefined();
        expect(await store.readFile("one", computeSha256(HEART))).toBeUndefined();
        expect((await store.listCases()).map(({ caseId }) => caseId)).toEqual(["two"]);
        expect(await store.listTombstones()).toEqual([tombstone]);
      }
      expect(Object.keys(tombstone).sort()).toEqual(["erasedAt", "erasedBy", "eventCount", "firstHash", "reason"]);
      await expect(takeInRecord(keeper, out, "one.tributary")).rejects.toMatchObject({ code: "record-erased" });
      await expect(eraseRecord(keeper, "one", erased)).rejects.toMatchObject({ code: "record-unknown" });
    });

    test("a log that was changed, breaks a rule, or lacks a file is not taken in", async () => {
      await open();
      const { events, contents } = await moveOut(lab.store, await requireCase(keeper, "one"));
      const ward = keep((await createOne("ward")).store);
      const changed = [{ ...events[0]!, by: "nobody" }, events[1]!];
      await expect(takeInRecord(ward, { events: changed, contents }, "a")).rejects.toMatchObject({
        code: "record-broken",
      });
      await expect(takeInRecord(ward, { events, contents: new Map() }, "a")).rejects.toMatchObject({
        code: "record-log-invalid",
      });
      await expect(takeInRecord(ward, { events: [], contents }, "a")).rejects.toMatchObject({
        code: "record-log-invalid",
      });
      expect(await ward.store.listCases()).toEqual([]);
    });

    test("a commit from outside is written only where it could have been made here", async () => {
      await open();
      const stored = await requireCase(keeper, "one");
      const ward = keep((await createOne("ward")).store);
      const append = { log: "case", expectedHash: "", events: ownLog(stored) } as const;
      const { contents } = createContent();
      const commit = { caseId: "one", appends: [append], files: contents };
      const forged = { ...append, events: [{ ...append.events[0]!, why: "" }] };
      await expect(commitChecked(ward, { ...commit, appends: [forged] })).rejects.toMatchObject({
        code: "record-broken",
      });
      const misnamed = new Map([["0".repeat(64), HEART]]);
      await expect(commitChecked(ward, { ...commit, files: misnamed })).rejects.toMatchObject({
        code: "record-refused",
      });
      expect(await commitChecked(ward, commit)).toEqual({ kind: "written" });
      expect(await commitChecked(ward, commit)).toEqual({ kind: "movedOn", log: "case" });
      expect(ownLog(await requireCase(ward, "one"))).toEqual(ownLog(stored));
    });
  });
}
