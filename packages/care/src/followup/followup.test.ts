import { describe, expect, test } from "vitest";
import { stateFacts } from "../facts/fact-record.ts";
import { predictWalk_m, scoreEaarn, scoreL2ands2 } from "../scores/patient-scores.ts";
import { judgeScoreChange, type Kccq12Answers, scoreKccq12, scoreMlhfq } from "../scores/questionnaires.ts";
import { ALERT_NOTICE, judgeAlert, listDeviceAlerts } from "./device-alerts.ts";
import { findDrivingRule } from "./driving.ts";
import { type ClinicalCourse, judgeComposite, judgeLvef, judgeVolume } from "./judge-response.ts";
import { NON_RESPONDER_STEPS, planWorkup } from "./non-responder-steps.ts";
import { listOpenDischargeConditions, planRecovery, type RecoveryInput } from "./recovery-rules.ts";
import { listUrgentEvents, URGENT_EVENTS } from "./urgency.ts";

const NOW = "2027-06-01T10:00:00Z";

describe("scores", () => {
  const ANSWERS: Kccq12Answers = {
    item1: [4, 3, 2],
    item2: 3,
    item3: 4,
    item4: 5,
    item5: 4,
    item6: 3,
    item7: 2,
    item8: [3, 6, 2],
  };

  test("KCCQ-12: each item is rescaled before the mean", () => {
    const score = scoreKccq12(ANSWERS);
    expect(score.physicalLimitation).toBeCloseTo(50, 2);
    expect(score.symptomFrequency).toBeCloseTo(60.42, 2);
    expect(score.qualityOfLife).toBeCloseTo(37.5, 2);
    expect(score.socialLimitation).toBeCloseTo(37.5, 2);
    expect(score.summary).toBeCloseTo(46.35, 2);
  });

  test("KCCQ-12: one missing limitation still scores, two give no physical domain", () => {
    expect(scoreKccq12({ ...ANSWERS, item1: [4, 3, 6] }).physicalLimitation).toBeCloseTo(62.5, 2);
    const two = scoreKccq12({ ...ANSWERS, item1: [4, 6, 6] });
    expect(two.physicalLimitation).toBeUndefined();
    expect(two.summary).toBeCloseTo(45.14, 2);
  });

  test("MLHFQ: all answers of 5 are 105, and a rise is worse", () => {
    expect(scoreMlhfq(Array<number>(21).fill(5))).toEqual({ total: 105, physical: 40, emotional: 25 });
    expect(judgeScoreChange("mlhfq", 40, 50)).toBe("worse");
    expect(judgeScoreChange("kccq12", 40, 50)).toBe("better");
    expect(judgeScoreChange("kccq12", 40, 44)).toBe("same");
  });

  test("walk: a man of 70 is expected to go 524 m, a woman 449 m", () => {
    const walk = (sex: "male" | "female", height_cm: number, weight_kg: number) =>
      Math.round(predictWalk_m({ sex, age_years: 70, height_cm, weight_kg }));
    expect([walk("male", 175, 80), walk("female", 162, 68)]).toEqual([524, 449]);
  });

  test("L2ANDS2: all positive is 7, and an age above 70 adds a point", () => {
    const all = { hasLbbb: true, age_years: 71, isNonischemic: true, lveddIndex_mmPerM2: 39, hasSeptalFlash: true };
    expect(scoreL2ands2(all)).toBe(7);
    expect(scoreL2ands2({ ...all, age_years: 70 })).toBe(6);
  });

  test("EAARN: one point each", () => {
    const worst = { lvef_pct: 20, hasAtrialFibrillation: true, age_years: 70, egfr_mLPerMinPer173m2: 50, nyhaClass: 4 };
    expect(scoreEaarn(worst)).toBe(5);
    expect(scoreEaarn({ ...worst, lvef_pct: 22, age_years: 69 })).toBe(3);
  });
});

describe("response", () => {
  const COURSE: ClinicalCourse = {
    hasDied: false,
    wasAdmittedForHeartFailure: false,
    hasStoppedForHeartFailure: false,
    nyhaBefore: 3,
    nyhaAfter: 3,
    globalAssessment: 0,
  };

  test.each<[string, Partial<ClinicalCourse>, string]>([
    ["a better class", { nyhaAfter: 2 }, "improved"],
    ["a clearly better feeling", { globalAssessment: 2 }, "improved"],
    ["a slightly better feeling", { globalAssessment: 1 }, "unchanged"],
    ["an admission despite a better class", { nyhaAfter: 2, wasAdmittedForHeartFailure: true }, "worsened"],
    ["a worse class", { nyhaAfter: 4 }, "worsened"],
    ["death", { hasDied: true }, "worsened"],
  ])("%s: %s", (_name, changes, composite) => {
    expect(judgeComposite({ ...COURSE, ...changes })).toBe(composite);
  });

  test.each([
    [200, 170, "responder"],
    [200, 171, "nonResponder"],
    [200, 140, "superResponder"],
    [200, 201, "progressor"],
  ])("from %i to %i mL: %s", (before, after, response) => {
    expect(judgeVolume(before, after).response).toBe(response);
  });

  test("an ejection fraction up by 5 points is a response, by 20 a super-response", () => {
    expect(judgeLvef(25, 30)).toBe("responder");
    expect(judgeLvef(25, 45)).toBe("superResponder");
    expect(judgeLvef(25, 29)).toBe("nonResponder");
  });

  test("the work-up goes in order, capture first", () => {
    expect(planWorkup({}).next!.id).toBe("capture");
    expect(planWorkup({ capture: "normal", lead: "abnormal" }).next!.id).toBe("site");
    const all = Object.fromEntries(NON_RESPONDER_STEPS.map(({ id }) => [id, "normal"] as const));
    expect(planWorkup(all).next).toBeUndefined();
  });
});

describe("urgency", () => {
  test.each([
    ["fainting", "emergency"],
    ["chestPain", "emergency"],
    ["breathlessness", "emergency"],
    ["fastBleeding", "emergency"],
    ["twoShocks", "emergency"],
    ["shockUnwell", "emergency"],
    ["strokeSigns", "emergency"],
    ["woundOpen", "sameDay"],
    ["fever", "sameDay"],
    ["swelling", "sameDay"],
    ["armSwelling", "sameDay"],
    ["twitching", "sameDay"],
    ["oneShock", "sameDay"],
    ["captureLossDependent", "emergency"],
    ["therapiesOff", "emergency"],
    ["appropriateShock", "sameDay"],
    ["lowBivPacing", "soon"],
  ])("%s: %s", (id, tier) => {
    expect(URGENT_EVENTS.find((event) => event.id === id)!.tier).toBe(tier);
  });

  test("a pacemaker gives no shocks and has no therapies", () => {
    const ids = listUrgentEvents("CRT-P").map(({ id }) => id);
    expect(ids.filter((id) => /shock|therapies/i.test(id))).toEqual([]);
    expect(ids).toContain("captureLossDependent");
  });

  test("two shocks in a day are an emergency, one and well is for the same day", () => {
    const ids = (shocksIn24h: number) =>
      listDeviceAlerts([{ at: NOW, shocksIn24h }], NOW).events.map(({ id, tier }) => `${id} ${tier}`);
    expect(ids(2)).toEqual(["twoShocks emergency"]);
    expect(ids(1)).toEqual(["appropriateShock sameDay"]);
    expect(ids(0)).toEqual([]);
  });

  test("therapies off are an emergency unless meant so; what was not read raises nothing", () => {
    const ids = (areTherapiesOffOnPurpose: boolean) =>
      listDeviceAlerts([{ at: NOW, isDefibrillator: true, areTherapiesOff: true, areTherapiesOffOnPurpose }], NOW)
        .events;
    expect(ids(false).map(({ id }) => id)).toEqual(["therapiesOff"]);
    expect(ids(true)).toEqual([]);
    expect(listDeviceAlerts([{ at: NOW }], NOW).events).toEqual([]);
  });

  test("silence of 14 days is told; when it looked and that it sends nothing is said", () => {
    const alerts = listDeviceAlerts([{ at: "2027-05-01T10:00:00Z" }], NOW);
    expect(alerts).toMatchObject({ lookedAt: NOW, dataAt: "2027-05-01T10:00:00Z", notice: ALERT_NOTICE });
    expect(alerts.events.map(({ id }) => id)).toEqual(["noTransmission"]);
  });

  test("an alert that nobody acknowledges in its time is overdue; closing needs every part", () => {
    const care = { eventId: "appropriateShock", raisedAt: "2027-05-31T09:00:00Z" };
    expect(judgeAlert(care, "2027-06-01T08:00:00Z")).toBe("open");
    expect(judgeAlert(care, NOW)).toBe("overdue");
    expect(judgeAlert({ ...care, owner: "Kim", acknowledgedAt: NOW }, NOW)).toBe("acknowledged");
    expect(judgeAlert({ ...care, closedAt: NOW }, NOW)).toBe("overdue");
    const complete = {
      ...care,
      owner: "Kim",
      acknowledgedAt: NOW,
      action: "called",
      patientToldAt: NOW,
      closedAt: NOW,
    };
    expect(judgeAlert(complete, NOW)).toBe("closed");
  });
});

const RECOVERY: RecoveryInput = {
  records: [],
  schedule: { zone: "Europe/London", anchors: { implant: "2027-03-31T13:00+01:00" } },
  completions: [],
  jurisdiction: "UK",
  drivingEvent: "newDefibrillatorPrimary",
};

describe("after the implant", () => {
  test("the dead have no task list", () => {
    const records = stateFacts({ deceasedDate: "2027-04-02" });
    expect(planRecovery({ ...RECOVERY, records }).kind).toBe("noTaskList");
  });

  const recover = (changes: Partial<RecoveryInput>) => {
    const recovery = planRecovery({ ...RECOVERY, ...changes });
    if (recovery.kind === "noTaskList") throw new Error(recovery.reason);
    return recovery;
  };
  const plan = (implant: string) =>
    recover({
      schedule: { zone: "Europe/London", anchors: { implant } },
      completions: [],
      jurisdiction: "UK",
      drivingEvent: "newDefibrillatorPrimary",
    });
  const due = (implant: string, id: string) => plan(implant).tasks.find(({ rule }) => rule.id === id)!.due;

  test("restrictions, visits and the driving date move with the implant", () => {
    expect(due("2027-03-23T08:00Z", "armRestriction")).toEqual({ kind: "day", date: "2027-05-04" });
    expect(due("2027-03-31T13:00+01:00", "armRestriction")).toEqual({ kind: "day", date: "2027-05-12" });
    expect(due("2027-03-31T13:00+01:00", "driving")).toEqual({ kind: "day", date: "2027-04-30" });
    expect(due("2027-03-31T13:00+01:00", "responseVisit")).toEqual({ kind: "day", date: "2027-09-30" });
  });

  test("a wound check too early is a conflict", () => {
    const { conflicts } = recover({
      schedule: { zone: "Europe/London", anchors: { implant: "2027-03-31T13:00+01:00" } },
      completions: [{ taskId: "woundCheck", at: "2027-04-02", by: "Kim" }],
      jurisdiction: "UK",
      drivingEvent: "newPacemaker",
    });
    expect(conflicts.map(({ taskId }) => taskId)).toEqual(["woundCheck"]);
  });

  test.each([
    ["EU", "newDefibrillatorPrimary", "private", { kind: "until", offset: "P4W" }],
    ["EU", "newDefibrillatorSecondary", "private", { kind: "until", offset: "P3M" }],
    ["EU", "newDefibrillatorPrimary", "professional", { kind: "permanent" }],
    ["EU", "refusedDefibrillator", "private", { kind: "none" }],
    ["CA", "newDefibrillatorSecondary", "private", { kind: "until", offset: "P6M" }],
    ["UK", "newPacemaker", "professional", { kind: "until", offset: "P6W" }],
    ["UK", "leadReplacement", "private", { kind: "until", offset: "P1M" }],
  ] as const)("driving, %s, %s, %s", (jurisdiction, event, use, restriction) => {
    expect(findDrivingRule(jurisdiction, event, use)!.restriction).toEqual(restriction);
  });

  test("where a jurisdiction is silent there is no rule", () => {
    expect(findDrivingRule("EU", "newPacemaker", "private")).toBeUndefined();
  });

  test("discharge asks for therapies on only with a defibrillator", () => {
    expect(listOpenDischargeConditions([], "CRT-D")).toContain("therapiesOn");
    expect(listOpenDischargeConditions([], "CRT-P")).not.toContain("therapiesOn");
  });
});
