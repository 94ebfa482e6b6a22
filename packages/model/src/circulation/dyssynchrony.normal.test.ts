import { beforeAll, describe, expect, test } from "vitest";
import { patchesOfPattern, RV_APICAL_PACING, timesOfPattern } from "./activation-patterns.ts";
import { type AcuteResponse, simulateAcuteResponse } from "./acute-response.ts";
import {
  LINEAR_BIV,
  LINEAR_LBBB,
  referencePatient,
  SYNCHRONOUS,
  spreadTimes,
  withContractility,
} from "./circulation.fixture.ts";
import { type CirculationPatient, withActivation } from "./circulation-patient.ts";
import { listSeptalPatches, traceMeanStrain } from "./regional-strain.ts";
import { type PatientBeat, simulatePatient } from "./simulate-patient.ts";

const SEPTUM = [12, 13, 14, 15, 16, 17];
const FREE = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11];
const RIGHT = [18];

const percent = (after: number, before: number) => 100 * (after / before - 1);

function workOf({ regional }: PatientBeat, patches: readonly number[]): number {
  return patches.reduce((sum, patch) => sum + regional!.works[patch]!.fiberWork_mJ, 0);
}

/** Most minus least work per muscle of a patch of the left ventricle and septum. */
function workSpread({ regional }: PatientBeat): number {
  const densities = regional!.works.slice(0, 18).map(({ fiberWork_mJ }, i) => fiberWork_mJ / (i < 12 ? 8 : 5.4));
  return Math.max(...densities) - Math.min(...densities);
}

function respond(patient: CirculationPatient, baseline: PatientBeat, activation_ms: Float64Array, avDelay_ms = 150) {
  const response = simulateAcuteResponse(patient, baseline, { activation_ms, avDelay_ms });
  expect(response.kind).toBe("compared");
  return response as Extract<AcuteResponse, { kind: "compared" }>;
}

describe("left bundle branch block in a healthy ventricle", () => {
  const patient = referencePatient();
  let synchronous: PatientBeat;
  let blocked: ReturnType<typeof respond>;
  beforeAll(() => {
    synchronous = simulatePatient(patient);
    blocked = respond(patient, synchronous, LINEAR_LBBB);
  });

  test("lowers dP/dt max by 20 to 40 % and stroke volume by 8 to 25 %", () => {
    expect(blocked.change.dpdtMax_percent).toBeGreaterThan(-40);
    expect(blocked.change.dpdtMax_percent).toBeLessThan(-20);
    expect(blocked.change.strokeVolume_percent).toBeGreaterThan(-25);
    expect(blocked.change.strokeVolume_percent).toBeLessThan(-8);
  });

  test("lets the septum shorten before ejection and rebound, and stretches the lateral wall", () => {
    const { lateralPrestretch_percent, septalFlash_percent, septalReboundStretch_percent } =
      blocked.beat.regional!.strain;
    expect(septalFlash_percent).toBeGreaterThan(2);
    expect(septalReboundStretch_percent).toBeGreaterThan(2);
    expect(lateralPrestretch_percent).toBeGreaterThan(2);
  });

  test("its strain curves start at zero and reach as far as the signatures say", () => {
    const { events } = blocked.beat.pump;
    const opening = Math.round(events!.aorticOpening_ms / blocked.beat.trace.interval_ms);
    const onset_ms = 150 + Math.min(...LINEAR_LBBB);
    const onset = Math.round(onset_ms / blocked.beat.trace.interval_ms);
    const septum = traceMeanStrain(blocked.beat.trace, patient.patches, listSeptalPatches(patient.patches), onset_ms);
    expect(septum[onset]).toBe(0);
    expect(-Math.min(...septum.subarray(onset, opening + 1))).toBeCloseTo(
      blocked.beat.regional!.strain.septalFlash_percent,
      6,
    );
  });

  test("takes work from the septum and the right ventricle and gives it to the free wall", () => {
    expect(workOf(blocked.beat, SEPTUM)).toBeLessThan(0.5 * workOf(synchronous, SEPTUM));
    expect(workOf(blocked.beat, FREE)).toBeGreaterThan(1.1 * workOf(synchronous, FREE));
    expect(workOf(blocked.beat, RIGHT)).toBeLessThan(workOf(synchronous, RIGHT));
  });

  test("delays opening and closing of the aortic valve by 50 to 90 ms", () => {
    const [before, after] = [synchronous.pump.events!, blocked.beat.pump.events!];
    for (const event of ["aorticOpening_ms", "aorticClosing_ms"] as const) {
      expect(after[event] - before[event]).toBeGreaterThan(50);
      expect(after[event] - before[event]).toBeLessThan(90);
    }
  });

  test("wastes more than a fifth of the work, a synchronous heart less than a tenth", () => {
    for (const measure of ["byFiberStress", "byPressureStrain"] as const) {
      expect(synchronous.regional!.wastedWork[measure]).toBeLessThan(0.1);
      expect(blocked.beat.regional!.wastedWork[measure]).toBeGreaterThan(0.2);
    }
  });

  test("a normal spread of 30 ms costs little, right ventricular apical pacing much", () => {
    const normal = respond(patient, synchronous, spreadTimes(10, [0, 15], [0, 30])).change;
    expect(normal.dpdtMax_percent).toBeGreaterThan(-6);
    expect(normal.strokeVolume_percent).toBeGreaterThan(-2);
    const paced = respond(patient, synchronous, timesOfPattern(RV_APICAL_PACING)).change;
    expect(paced.dpdtMax_percent).toBeLessThan(-8);
    expect(paced.strokeVolume_percent).toBeLessThan(0);
  });

  test("the same map again changes nothing", () => {
    const { change } = respond(patient, synchronous, timesOfPattern(SYNCHRONOUS));
    expect(Math.abs(change.dpdtMax_percent)).toBeLessThan(0.1);
    expect(Math.abs(change.strokeVolume_percent)).toBeLessThan(0.1);
  });
});

describe("pacing both ventricles of a failing one with left bundle branch block", () => {
  const patches = patchesOfPattern(SYNCHRONOUS).map((patch, i) => ({ ...patch, activation_ms: LINEAR_LBBB[i]! }));
  const patient = referencePatient(withContractility(0.6), patches);
  let baseline: PatientBeat;
  let paced: ReturnType<typeof respond>;
  beforeAll(() => {
    baseline = simulatePatient(patient);
    paced = respond(patient, baseline, LINEAR_BIV, 110);
  });

  test("raises dP/dt max by 10 to 35 % and stroke volume", () => {
    expect(paced.change.dpdtMax_percent).toBeGreaterThan(10);
    expect(paced.change.dpdtMax_percent).toBeLessThan(35);
    expect(paced.change.strokeVolume_percent).toBeGreaterThan(5);
  });

  test("ends septal rebound and brings the work of patches closer together", () => {
    expect(paced.beat.regional!.strain.septalReboundStretch_percent).toBeLessThan(1);
    expect(workSpread(paced.beat)).toBeLessThan(0.7 * workSpread(baseline));
  });

  test("with the shortest AV delay more than halves the differences of work, and still gains", () => {
    const early = respond(patient, baseline, LINEAR_BIV, 20);
    expect(workSpread(early.beat)).toBeLessThan(0.5 * workSpread(baseline));
    expect(early.beat.regional!.strain.septalReboundStretch_percent).toBeLessThan(1);
    expect(early.change.dpdtMax_percent).toBeGreaterThan(10);
    expect(early.change.dpdtMax_percent).toBeLessThan(35);
  });

  test("a map of 30 ms, as a narrow QRS has it, more than halves the differences of work", () => {
    const narrow = respond(patient, baseline, spreadTimes(10, [0, 15], [0, 30]), 130);
    expect(workSpread(narrow.beat)).toBeLessThan(0.5 * workSpread(baseline));
  });

  test("wastes less work", () => {
    expect(paced.beat.regional!.wastedWork.byFiberStress).toBeLessThan(
      0.5 * baseline.regional!.wastedWork.byFiberStress,
    );
  });

  test("by the left ventricle alone, work moves to the right ventricle", () => {
    const alone = respond(patient, baseline, spreadTimes(90, [60, 80], [50, 0]), 100);
    expect(workOf(alone.beat, RIGHT)).toBeGreaterThan(2 * workOf(baseline, RIGHT));
    expect(workOf(alone.beat, FREE)).toBeLessThan(workOf(baseline, FREE));
    expect(percent(alone.beat.pump.dpdtMax_kPaPerS, baseline.pump.dpdtMax_kPaPerS)).toBeGreaterThan(0);
  });

  test("from a start of its own the paced heart comes to the same beat", () => {
    const { pump } = simulatePatient(withActivation(patient, LINEAR_BIV, 110));
    expect(Math.abs(percent(paced.beat.pump.dpdtMax_kPaPerS, pump.dpdtMax_kPaPerS))).toBeLessThan(0.1);
    expect(Math.abs(percent(paced.beat.pump.strokeVolume_mL, pump.strokeVolume_mL))).toBeLessThan(0.1);
  });

  test("setting the map back takes the gain away", () => {
    const back = simulateAcuteResponse(patient, paced.beat, { activation_ms: LINEAR_LBBB, avDelay_ms: 150 });
    expect(Math.abs(percent(back.beat.pump.dpdtMax_kPaPerS, baseline.pump.dpdtMax_kPaPerS))).toBeLessThan(2);
    expect(Math.abs(percent(back.beat.pump.strokeVolume_mL, baseline.pump.strokeVolume_mL))).toBeLessThan(2);
  });
});
