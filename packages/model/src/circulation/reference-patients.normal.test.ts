import { describe, expect, test } from "vitest";
import { RV_APICAL_PACING, timesOfPattern } from "./activation-patterns.ts";
import { simulateAcuteResponse } from "./acute-response.ts";
import { BIVENTRICULAR_PACING } from "./circulation.fixture.ts";
import { createReferencePatient, REFERENCE_PATIENTS } from "./reference-patients.ts";
import { simulatePatient } from "./simulate-patient.ts";

const DELAYS_ms = [40, 80, 120, 160, 200, 240];

function respond(id: (typeof REFERENCE_PATIENTS)[number]["id"]) {
  const patient = createReferencePatient(id);
  const baseline = simulatePatient(patient);
  const pace = (pattern: Parameters<typeof timesOfPattern>[0], avDelay_ms = patient.avDelay_ms) => {
    const response = simulateAcuteResponse(patient, baseline, { activation_ms: timesOfPattern(pattern), avDelay_ms });
    if (response.kind !== "compared") throw new Error(response.reason);
    return response;
  };
  return { patient, baseline, pace };
}

describe("reference patients", () => {
  test.each(REFERENCE_PATIENTS)("$id has its volumes and pressures within 1 %", ({ id, measures }) => {
    const { pump, run, trace } = respond(id).baseline;
    expect(run.kind).toBe("periodic");
    expect(trace.largestCollapsePressure_kPa).toBe(0);
    expect(Math.abs(pump.endDiastolicVolume_mL / measures.endDiastolicVolume_mL - 1)).toBeLessThan(0.01);
    expect(Math.abs(pump.ejectionFraction - measures.ejectionFraction)).toBeLessThan(0.01);
    expect(Math.abs(pump.systolicPressure_kPa / measures.systolicPressure_kPa! - 1)).toBeLessThan(0.01);
    expect(Math.abs(pump.diastolicPressure_kPa / measures.diastolicPressure_kPa! - 1)).toBeLessThan(0.01);
    expect(Math.abs(pump.meanLeftAtrialPressure_kPa / measures.leftAtrialPressure_kPa! - 1)).toBeLessThan(0.01);
  });

  test("dP/dt max is that of a candidate with block and higher without", () => {
    const mmHg = (id: (typeof REFERENCE_PATIENTS)[number]["id"]) =>
      respond(id).baseline.pump.dpdtMax_kPaPerS / 0.133322;
    expect(mmHg("heart-failure-lbbb")).toBeGreaterThan(600);
    expect(mmHg("heart-failure-lbbb")).toBeLessThan(900);
    expect(mmHg("heart-failure")).toBeGreaterThan(mmHg("heart-failure-lbbb"));
    expect(mmHg("healthy")).toBeGreaterThan(1200);
  });

  test("scar does no work of note and is not stretched far beyond its limit", () => {
    const { baseline, patient } = respond("ischemic-lbbb");
    const limit = 0.5 * Math.log(1.4);
    for (const [i, { scarFraction }] of patient.patches.entries()) {
      if (scarFraction < 0.7) continue;
      expect(Math.max(...baseline.trace.patchStrains[i]!)).toBeLessThan(limit + 0.03);
      expect(baseline.regional!.works[i]!.fiberWork_mJ).toBeLessThan(
        0.5 * Math.max(...baseline.regional!.works.map(({ fiberWork_mJ }) => fiberWork_mJ)),
      );
    }
  });
});

describe("pacing a heart with a narrow QRS", () => {
  test.each(["healthy", "heart-failure"] as const)("%s: both ventricles bring next to nothing at any delay", (id) => {
    const { pace } = respond(id);
    for (const avDelay_ms of DELAYS_ms) {
      expect(pace(BIVENTRICULAR_PACING, avDelay_ms).change.dpdtMax_percent).toBeLessThanOrEqual(2);
    }
  });

  test.each(["healthy", "heart-failure"] as const)("%s: the right ventricular apex lowers dP/dt max by 8 %", (id) => {
    expect(respond(id).pace(RV_APICAL_PACING).change.dpdtMax_percent).toBeLessThanOrEqual(-8);
  });
});

describe("pacing a failing heart with left bundle branch block", () => {
  const { baseline, pace, patient } = respond("heart-failure-lbbb");
  const paced = DELAYS_ms.map((avDelay_ms) => pace(BIVENTRICULAR_PACING, avDelay_ms));
  const best = paced.reduce((a, b) => (b.change.strokeVolume_percent > a.change.strokeVolume_percent ? b : a));

  test("both ventricles at their best delay beat no pacing and the right ventricle alone", () => {
    const right = pace(RV_APICAL_PACING);
    expect(best.change.dpdtMax_percent).toBeGreaterThan(10);
    expect(best.change.dpdtMax_percent).toBeLessThan(35);
    expect(best.change.dpdtMax_percent).toBeGreaterThan(right.change.dpdtMax_percent + 10);
    expect(best.change.strokeVolume_percent).toBeGreaterThan(Math.max(0, right.change.strokeVolume_percent) + 3);
    const wasted = (beat: typeof baseline) => beat.regional!.wastedWork.byFiberStress;
    expect(wasted(best.beat)).toBeLessThan(Math.min(wasted(baseline), wasted(right.beat)));
  });

  test("the best delay is neither the shortest nor the longest of 40 to 240 ms", () => {
    expect([paced[0], paced.at(-1)]).not.toContain(best);
  });

  test("back on the own map the gain is gone", () => {
    const back = simulateAcuteResponse(patient, best.beat, {
      activation_ms: patient.patches.map(({ activation_ms }) => activation_ms),
      avDelay_ms: patient.avDelay_ms,
    });
    const changeOf = (read: (beat: typeof baseline) => number) => 100 * (read(back.beat) / read(baseline) - 1);
    expect(Math.abs(changeOf(({ pump }) => pump.dpdtMax_kPaPerS))).toBeLessThan(2);
    expect(Math.abs(changeOf(({ pump }) => pump.forwardVolume_mL))).toBeLessThan(2);
  });
});
