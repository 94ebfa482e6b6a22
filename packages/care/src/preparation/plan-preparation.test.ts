import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Task } from "../calendar/task.ts";
import { recordFact, stateFacts } from "../facts/fact-record.ts";
import { type PreparationInput, type PreparationTasks, planPreparation } from "./plan-preparation.ts";
import { DEFAULT_SITE_POLICY } from "./site-policy.ts";

const INCISION = "2027-03-30T06:00:00Z";

const INPUT: PreparationInput = {
  records: stateFacts({
    age_years: 70,
    weight_kg: 80,
    sex: "male",
    creatinine_mgPerdL: 1.2,
    egfr_mLPerMinPer173m2: 65,
    betaLactamAllergy: "none",
    mrsaCarrier: false,
  }),
  drugs: ["apixaban"],
  procedure: "deNovo",
  schedule: { zone: "Europe/Berlin", anchors: { sedation: "2027-03-30T05:30:00Z", incision: INCISION } },
  policy: DEFAULT_SITE_POLICY,
  completions: [],
  confirmations: [],
  events: [],
  antiplateletHolds: [],
};

const CONFIRMED = {
  drug: "apixaban",
  prescriber: "Dr. Brandt",
  lastDoseAt: "2027-03-29T06:00:00Z",
  restart: "next day, wound dry",
  incisionAt: INCISION,
};

function plan(changes: Partial<PreparationInput> = {}): PreparationTasks {
  const preparation = planPreparation({ ...INPUT, ...changes });
  if (preparation.kind === "noTaskList") throw new Error(preparation.reason);
  return preparation;
}

const find = ({ tasks }: PreparationTasks, id: string): Task | undefined => tasks.find(({ rule }) => rule.id === id);
const event = (kind: PreparationInput["events"][number]["kind"], minute: number) => ({
  kind,
  at: `2027-03-31T08:${String(minute).padStart(2, "0")}:00Z`,
  by: "Dr. Brandt",
  drug: "apixaban",
});

describe("antithrombotic tasks", () => {
  test("are not shown to the patient before a named prescriber has confirmed all of it", () => {
    const shown = (confirmations: PreparationInput["confirmations"]) =>
      ["lastDose.apixaban", "restart.apixaban"].map((id) => find(plan({ confirmations }), id)!.isShownToPatient);
    expect(shown([])).toEqual([false, false]);
    expect(shown([{ ...CONFIRMED, prescriber: "" }])).toEqual([false, false]);
    expect(shown([{ ...CONFIRMED, restart: "" }])).toEqual([false, false]);
    expect(shown([CONFIRMED])).toEqual([true, true]);
  });

  test("a moved procedure has to be confirmed again", () => {
    const schedule = { zone: "Europe/Berlin", anchors: { incision: "2027-03-31T06:00:00Z" } };
    const moved = plan({ confirmations: [CONFIRMED], schedule });
    expect(find(moved, "lastDose.apixaban")!.isShownToPatient).toBe(false);
  });

  test("a confirmed last dose later than the table's is warned of", () => {
    const late = { ...CONFIRMED, lastDoseAt: "2027-03-29T20:00:00Z" };
    const found = plan({ confirmations: [late] });
    expect(found.warnings).toContainEqual(expect.stringContaining("later than the table's"));
    expect(find(found, "lastDose.apixaban")!.isShownToPatient).toBe(false);
  });

  test("the patient is told the prescriber's time, the task keeps the table's", () => {
    const early = { ...CONFIRMED, lastDoseAt: "2027-03-28T20:00:00+02:00" };
    const task = find(plan({ confirmations: [early] }), "lastDose.apixaban")!;
    expect(task.confirmedTime).toEqual({ kind: "instant", at: "2027-03-28T18:00:00Z" });
    expect(task.due).toEqual({ kind: "instant", at: "2027-03-29T06:00:00Z" });
  });

  test("restart waits for a dry wound, no growing hematoma and the prescriber's yes, never for a time alone", () => {
    const status = (events: PreparationInput["events"]) => find(plan({ events }), "restart.apixaban")!.status;
    expect(status([])).toBe("blocked");
    expect(status([event("woundDry", 0), event("noHematoma", 1)])).toBe("blocked");
    expect(status([event("woundDry", 0), event("noHematoma", 1), event("prescriberAgrees", 2)])).toBe("open");
  });

  test("a growing hematoma blocks the restart, whatever was agreed before", () => {
    const events = [
      event("woundDry", 0),
      event("noHematoma", 1),
      event("prescriberAgrees", 2),
      event("hematomaGrowing", 3),
    ];
    const restart = find(plan({ events }), "restart.apixaban")!;
    expect(restart.status).toBe("blocked");
    expect(restart.blockedBecause).toContain("growing hematoma");
  });

  test("an upgrade without the site's setting plans no hold", () => {
    const upgrade = plan({ procedure: "upgrade" });
    expect(upgrade.decisions[0]!.advice).toBe("cannotDecide");
    expect(find(upgrade, "lastDose.apixaban")).toBeUndefined();
  });

  test("nothing in any plan for warfarin speaks of bridging", () => {
    const { tasks } = plan({
      drugs: ["warfarin"],
      records: [...INPUT.records, recordFact("inr", 2.6, { date: "2027-03-30" })],
    });
    expect(tasks.filter(({ rule }) => /bridg|heparin/i.test(rule.text))).toEqual([]);
    expect(tasks.find(({ rule }) => rule.id === "test.inr")).toMatchObject({ status: "done" });
  });
});

describe("fasting and antibiotic", () => {
  test("solids end 8 h before sedation, a light meal 6 h, clear fluids 2 h", () => {
    const found = ["fasting.richFood", "fasting.lightFood", "fasting.clearFluids"].map((id) => find(plan(), id)!.due);
    expect(found).toEqual([
      { kind: "instant", at: "2027-03-29T21:30:00Z" },
      { kind: "instant", at: "2027-03-29T23:30:00Z" },
      { kind: "instant", at: "2027-03-30T03:30:00Z" },
    ]);
  });

  test("cefazolin starts within 60 min of the incision; given earlier it is a conflict", () => {
    const given = (at: string) => plan({ completions: [{ taskId: "antibiotic.cefazolin", at, by: "nurse" }] });
    expect(given("2027-03-30T05:10:00Z").conflicts).toEqual([]);
    expect(given("2027-03-30T04:50:00Z").conflicts).toHaveLength(1);
  });

  test("the second dose is counted from the first", () => {
    const anchors = { ...INPUT.schedule.anchors, firstAntibiotic: "2027-03-30T05:20:00Z" };
    const found = plan({ schedule: { zone: "Europe/Berlin", anchors } });
    expect(find(found, "antibiotic.cefazolin.redose")!.due).toEqual({ kind: "instant", at: "2027-03-30T09:20:00Z" });
    expect(find(plan(), "antibiotic.cefazolin.redose")!.status).toBe("waiting");
  });
});

describe("tests before the procedure", () => {
  const judged = (changes: Partial<PreparationInput>, id: string) =>
    plan(changes).tests.find(({ rule }) => rule.id === id);

  test("a result within validity and limits is a go", () => {
    const records = [...INPUT.records, recordFact("potassium_mmolPerL", 4.2, { date: "2027-03-25" })];
    expect(judged({ records }, "potassium")!.state).toBe("go");
    expect(judged({}, "potassium")!.state).toBe("missing");
  });

  test.each([
    [5.6, "2027-03-25", "outOfLimits"],
    [4.2, "2027-03-20", "expired"],
  ])("potassium %d of %s: %s", (value, date, state) => {
    const records = [...INPUT.records, recordFact("potassium_mmolPerL", value, { date })];
    expect(judged({ records }, "potassium")!.state).toBe(state);
  });

  test("with an anticoagulant the blood count is good for three days instead of thirty", () => {
    const records = [...INPUT.records, recordFact("hemoglobin_gPerdL", 13, { date: "2027-03-20" })];
    expect(judged({ records }, "hemoglobin")!.state).toBe("expired");
    expect(judged({ records, drugs: [] }, "hemoglobin")!.state).toBe("go");
  });

  test("an upgrade adds the device check, the venogram and the blood group", () => {
    const ids = plan({ procedure: "upgrade" }).tests.map(({ rule }) => rule.id);
    expect(ids).toEqual(expect.arrayContaining(["deviceCheck", "venogram", "bloodGroup"]));
    expect(plan().tests.map(({ rule }) => rule.id)).not.toContain("deviceCheck");
  });

  test("a pregnancy test is for women who may be pregnant; unknown is told as unknown", () => {
    expect(judged({}, "pregnancyTest")).toBeUndefined();
    const woman = [...INPUT.records.filter(({ fact }) => fact !== "sex"), recordFact("sex", "female")];
    expect(judged({ records: woman }, "pregnancyTest")!.need).toBe("unknown");
    const fertile = [...woman, recordFact("childBearingPotential", true)];
    expect(judged({ records: fertile }, "pregnancyTest")!.need).toBe("needed");
  });
});

describe("laboratory values", () => {
  test("a filtration rate that cannot be true beside the creatinine of its day is never used", () => {
    const date = "2027-03-20";
    const records = [
      ...stateFacts({ age_years: 83, sex: "female" }),
      recordFact("creatinine_mgPerdL", 0.5, { date }),
      recordFact("egfr_mLPerMinPer173m2", 4.2, { date }),
    ];
    expect(plan({ records }).contrast.limit_mL).toBeUndefined();
    const plausible = [...records.slice(0, -1), recordFact("egfr_mLPerMinPer173m2", 88, { date })];
    expect(plan({ records: plausible }).contrast.limit_mL).toBe(264);
  });

  test("an old creatinine is warned of", () => {
    const records = [...INPUT.records, recordFact("creatinine_mgPerdL", 1.1, { date: "2026-12-01" })];
    expect(plan({ records }).warnings).toContainEqual(expect.stringContaining("creatinine of 2026-12-01"));
  });

  test("the age for the clearance follows from the date of birth", () => {
    const { age_years: _, ...rest } = { age_years: 0, weight_kg: 80, sex: "male", creatinine_mgPerdL: 1.2 } as const;
    const found = plan({ records: stateFacts({ ...rest, birthDate: "1957-01-10" }) });
    expect(found.decisions[0]!.text).toContain("creatinine clearance 64.8");
  });
});

test("moving the procedure keeps what was done, plans the rest anew, and moving back restores the plan", () => {
  const records = [...INPUT.records, recordFact("potassium_mmolPerL", 4.2, { date: "2027-03-25" })];
  const completions = [
    { taskId: "consent", at: "2027-03-10", by: "Dr. Brandt" },
    { taskId: "fasting.lightFood", at: "2027-03-29T20:00:00Z", by: "patient" },
  ];
  const at = (incisionAt: number) => {
    const anchors = {
      sedation: new Date(incisionAt - 1_800_000).toISOString(),
      incision: new Date(incisionAt).toISOString(),
    };
    return plan({ records, completions, schedule: { zone: "Europe/Berlin", anchors } });
  };
  const start = Date.parse(INCISION);
  const before = at(start);
  fc.assert(
    fc.property(fc.integer({ min: -240, max: 480 }), (shift_h) => {
      const moved = at(start + shift_h * 3_600_000);
      for (const { taskId, ...done } of completions) {
        expect(find(moved, taskId)!.completion).toEqual({ taskId, ...done });
      }
      const outside = moved.tasks.filter(({ status }) => status === "outsideWindow").map(({ rule }) => rule.id);
      expect(moved.conflicts.map(({ taskId }) => taskId)).toEqual(outside);
      expect(at(start)).toEqual(before);
    }),
    { numRuns: 40 },
  );
  expect(find(at(start), "test.potassium")!.status).toBe("done");
  expect(find(at(start + 7 * 86_400_000), "test.potassium")!.status).toBe("expired");
  expect(find(at(start - 12 * 3_600_000), "fasting.lightFood")!.status).toBe("outsideWindow");
});

test("the dead have no task list", () => {
  const records = [...INPUT.records, recordFact("deceasedDate", "2013-05-01")];
  expect(planPreparation({ ...INPUT, records })).toEqual({
    kind: "noTaskList",
    reason: "the patient died on 2013-05-01",
  });
  const undated = [...INPUT.records, recordFact("deceased", true)];
  expect(planPreparation({ ...INPUT, records: undated })).toEqual({
    kind: "noTaskList",
    reason: "the patient has died",
  });
});
