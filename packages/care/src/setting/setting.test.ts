import { LEAD_CATALOG } from "@tributary/model";
import { describe, expect, test } from "vitest";
import { stateFacts } from "../facts/fact-record.ts";
import { judgeChecklist } from "./checklists.ts";
import { listEquipment, ROOM_ITEMS } from "./equipment.ts";
import { judgeReadiness, type ReadinessInput, type StaffMember } from "./judge-readiness.ts";
import { ROLES } from "./roles.ts";
import { judgeSedation, listRescueTriggers } from "./sedation.ts";

const STAFF: readonly StaffMember[] = ROLES.map(({ id, competences }) => ({
  name: `person ${id}`,
  role: id,
  competences,
  cover: "on call",
}));
const READY: ReadinessInput = {
  staff: STAFF,
  equipment: ROOM_ITEMS,
  present: ROOM_ITEMS.map(({ id }) => id),
  overrides: [],
};

describe("readiness", () => {
  test("with every mandatory role and item the room is ready", () => {
    expect(judgeReadiness(READY)).toEqual({ isReady: true, gaps: [], remarks: [] });
  });

  test("an unfilled mandatory role stops, unless a named person overrides with a reason", () => {
    const staff = STAFF.filter(({ role }) => role !== "sedationProvider");
    expect(judgeReadiness({ ...READY, staff })).toMatchObject({
      isReady: false,
      gaps: [{ id: "role.sedationProvider", isMandatory: true }],
    });
    const override = { gapId: "role.sedationProvider", by: "Dr. Brandt", reason: "no sedation planned" };
    expect(judgeReadiness({ ...READY, staff, overrides: [override] }).isReady).toBe(true);
    expect(judgeReadiness({ ...READY, staff, overrides: [{ ...override, reason: "" }] }).isReady).toBe(false);
  });

  test("a missing optional role or item is told and does not stop", () => {
    const staff = STAFF.filter(({ role }) => role !== "secondOperator");
    const present = READY.present.filter((id) => id !== "bloodGas");
    const readiness = judgeReadiness({ ...READY, staff, present });
    expect(readiness.isReady).toBe(true);
    expect(readiness.gaps.map(({ id }) => id)).toEqual(["role.secondOperator", "equipment.bloodGas"]);
  });

  test("who sedates has no other duty", () => {
    const staff = STAFF.map((member) => (member.role === "circulator" ? { ...member, name: "person scrub" } : member));
    expect(judgeReadiness({ ...READY, staff }).gaps).toMatchObject([{ id: "double.person scrub", isMandatory: true }]);
  });

  test("a role without its competence is a gap, and missing cover is told", () => {
    const staff = STAFF.map((member) => (member.role === "operator" ? { ...member, competences: [] } : member));
    expect(judgeReadiness({ ...READY, staff }).isReady).toBe(false);
    const { cover: _, ...withoutCover } = STAFF[0]!;
    expect(judgeReadiness({ ...READY, staff: [withoutCover, ...STAFF.slice(1)] }).remarks).toHaveLength(1);
  });
});

describe("equipment", () => {
  test("fits the lead: the inner guide is wider than its widest part, the header has its port", () => {
    const lead = LEAD_CATALOG.find(({ id }) => id === "attain-performa-4298")!;
    const items = listEquipment({ lead, plan: undefined, device: "CRT-D", hasExistingSystem: true });
    const text = (id: string) => items.find((item) => item.id === id)?.text;
    const widest_F = Math.max(lead.bodySize_F.value!, lead.tipSize_F.value ?? 0);
    expect(text("innerGuide")).toContain(`more than ${widest_F} F`);
    expect(text("header")).toContain(lead.connector.value);
    expect(text("rvCoil")).toBeDefined();
    expect(text("oldSystem")).toBeDefined();
  });

  test("a lead that is not chosen is said to be missing", () => {
    const items = listEquipment({ lead: undefined, plan: undefined, device: "CRT-P", hasExistingSystem: false });
    expect(items.find(({ id }) => id === "lead")!.text).toContain("not chosen");
    expect(items.some(({ id }) => id === "rvCoil")).toBe(false);
  });
});

describe("checklists", () => {
  const system = { isDefibrillator: true, hasExistingDefibrillator: true, hasExistingSystem: true };

  test("therapies off belong to the time-out of a defibrillator in place, on to the sign-out of any", () => {
    const ids = (stop: "timeOut" | "signOut", change: Partial<typeof system>) =>
      judgeChecklist(stop, { ...system, ...change }, []).items.map(({ id }) => id);
    expect(ids("timeOut", {})).toContain("therapiesOff");
    expect(ids("timeOut", { hasExistingDefibrillator: false })).not.toContain("therapiesOff");
    expect(ids("signOut", {})).toContain("therapiesOn");
    expect(ids("signOut", { isDefibrillator: false })).not.toContain("therapiesOn");
  });

  test("an item without a name under it stays open", () => {
    const answer = { itemId: "sterile", by: "", at: "2027-03-30T06:00:00Z", value: "yes" };
    const isOpen = (by: string) =>
      judgeChecklist("timeOut", system, [{ ...answer, by }]).open.some(({ id }) => id === "sterile");
    expect(isOpen("")).toBe(true);
    expect(isOpen("Kim")).toBe(false);
  });
});

describe("sedation", () => {
  test("severe sleep apnea leads to anesthesia, a weak ventricle to half doses", () => {
    const met = judgeSedation(stateFacts({ severeSleepApnea: true, lvef_pct: 22, age_years: 60, cannotLieFlat: false }))
      .filter(({ trace }) => trace.truth === "met")
      .map(({ reason }) => reason.leadsTo);
    expect(met).toEqual(["anesthesia", "halfDose"]);
  });

  test("rescue triggers are met beyond their limits; what was not measured triggers nothing", () => {
    expect(listRescueTriggers({ spo2_pct: 89, systolicPressure_mmHg: 90 }).map(({ sign }) => sign)).toEqual([
      "spo2_pct",
    ]);
    expect(listRescueTriggers({ apnea_s: 21 })).toHaveLength(1);
    expect(listRescueTriggers({})).toEqual([]);
  });
});
