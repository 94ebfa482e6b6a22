import type { Case } from "@tributary/formats";
import { describe, expect, test } from "vitest";
import { recordFact } from "../facts/fact-record.ts";
import { planCasePreparation } from "../journey/case-tasks.ts";
import { readClinicalCase } from "../journey/clinical-case.ts";
import { DEFAULT_SITE_POLICY } from "../preparation/site-policy.ts";
import { openRecord, recordChanges, requireCase } from "./keep-record.ts";
import { createMemoryRecordStore } from "./memory-record-store.ts";
import type { RecordChange } from "./record-event.ts";
import { createContent, hashText, TOLD } from "./record-store.fixture.ts";
import { replayLog } from "./replay-log.ts";
import { withRecord } from "./with-record.ts";

const CASE: Case = {
  version: 1,
  id: "one",
  title: "One",
  heart: { kind: "preset", preset: "dcm-lbbb-male" },
  conduction: { rhythm: "sinus", pattern: "lbbb" },
  clinical: {
    variant: "deNovoCrtD",
    schedule: { zone: "Europe/Berlin", anchors: { incision: "2027-03-30T08:00:00+02:00" } },
  },
};

describe("what someone answers for by name", () => {
  const waived: RecordChange = { kind: "testWaived", testId: "chestFilm" };
  const overridden: RecordChange = { kind: "gapOverridden", gapId: "role.radiographer" };
  const asked: RecordChange = {
    kind: "antiplateletHoldAsked",
    hold: { drug: "clopidogrel", cardiologist: "Dr. Kaya" },
  };

  test("carries who and why of its entry, and no longer counts once it is withdrawn", async () => {
    const keeper = { store: createMemoryRecordStore("lab"), hash: hashText };
    await openRecord(keeper, "one", createContent(), TOLD);
    expect((await requireCase(keeper, "one")).stored.state).not.toHaveProperty("waivers");
    await recordChanges(keeper, "one", [waived, overridden, asked], { ...TOLD, why: "film of last week" });
    const { state } = (await requireCase(keeper, "one")).stored;
    expect(state).toMatchObject({
      waivers: [{ testId: "chestFilm", by: TOLD.by, reason: "film of last week" }],
      overrides: [{ gapId: "role.radiographer", by: TOLD.by, reason: "film of last week" }],
      antiplateletHolds: [{ drug: "clopidogrel", cardiologist: "Dr. Kaya" }],
    });
    await recordChanges(keeper, "one", [{ kind: "withdrawn", sequence: 3 }], TOLD);
    expect((await requireCase(keeper, "one")).stored.state).not.toHaveProperty("waivers");
  });

  test("an antiplatelet drug is held only where cardiology asked by name and the stent is recorded and old enough", () => {
    const plan = (stentDate: string | undefined, holds: readonly { drug: string; cardiologist: string }[]) => {
      const stent = [
        recordFact("coronaryStentKind", "stableStent"),
        ...(stentDate ? [recordFact("coronaryStentDate", stentDate)] : []),
      ];
      const clinical = { ...readClinicalCase(CASE), drugs: ["clopidogrel"] };
      const state = { ...replayLog([]), facts: stent, antiplateletHolds: holds };
      const preparation = planCasePreparation(withRecord(clinical, state), DEFAULT_SITE_POLICY);
      if (preparation.kind !== "tasks") throw new Error(preparation.reason);
      return preparation.decisions.map(({ advice }) => advice);
    };
    const kaya = [{ drug: "clopidogrel", cardiologist: "Dr. Kaya" }];
    expect(plan("2025-01-10", kaya)).toEqual(["hold"]);
    expect(plan("2025-01-10", [])).toEqual(["askCardiology"]);
    expect(plan(undefined, kaya)).toEqual(["askCardiology"]);
    expect(plan("2027-01-20", kaya)).toEqual(["deferOrContinue"]);
  });
});
