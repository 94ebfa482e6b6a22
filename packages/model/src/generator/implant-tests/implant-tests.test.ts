import { describe, expect, test } from "vitest";
import { rhythmAtEnd } from "../closed-loop/scenario.ts";
import { DEFAULT_RHYTHM } from "../heart/rhythm-parameters.ts";
import { NOMINAL_CRT_SETTINGS } from "../parameters/generator-settings.ts";
import { connectAll, GENERATOR_DEVICES } from "../system/implanted-system.ts";
import { DEFAULT_CRITERIA } from "./acceptance-criteria.ts";
import { decideClosure } from "./decide-closure.ts";
import type { ElectrodePair } from "./electrode-pair.ts";
import {
  type ChamberMeasurements,
  type ImplantMeasurements,
  judgeImplant,
  listUsableVectors,
} from "./judge-implant.ts";
import { applyLeadFault, type LeadFault, type PairFindings, recognizeLeadFault } from "./lead-fault.ts";
import { impedancesOfPairs, measureChambers } from "./measure-chambers.ts";
import { measureStrengthDuration, stepDownThreshold, sweepVectors, testPhrenicNerve } from "./measure-threshold.ts";
import { repositionElectrically } from "./reposition-electrically.ts";

/** Rheobase 0.5 V, chronaxie 0.35 ms: thresholds 0.85 V at 0.5 ms and 0.675 V at 1 ms. */
const PAIR: ElectrodePair = {
  name: "LV1 → can",
  chamber: "LV",
  signal_mV: 12,
  impedance_ohm: 700,
  capture: { rheobase_V: 0.5, chronaxie_ms: 0.35 },
  phrenic: undefined,
  hasLeadNoise: false,
  seenChamber: "LV",
};
const OPTIONS = { pulseWidth_ms: 0.5, start_V: 3, beatsPerStep: 3, releaseAfterSteps: undefined };

function pairWith(name: string, threshold_V: number, nerve_V?: number): ElectrodePair {
  const curve = (at_V: number) => ({ rheobase_V: at_V / 1.6, chronaxie_ms: 0.3 });
  return { ...PAIR, name, capture: curve(threshold_V), phrenic: nerve_V === undefined ? undefined : curve(nerve_V) };
}

describe("step-down threshold test", () => {
  test("ends by itself at the first loss of capture; the threshold is the last output that captured", () => {
    const result = stepDownThreshold(PAIR, OPTIONS);
    expect(result).toMatchObject({ threshold_V: 0.9, endedBy: "loss-of-capture", lostBeats: 1 });
    expect(result.steps.at(-1)).toEqual({ amplitude_V: 0.8, isCaptured: false });
    expect(result.pacedBeats).toBe(3 * 22 + 1);
  });

  test("ends when the key is released: an upper bound of the threshold, no beat lost", () => {
    const result = stepDownThreshold(PAIR, { ...OPTIONS, releaseAfterSteps: 5 });
    expect(result).toMatchObject({ threshold_V: 2.6, endedBy: "release", lostBeats: 0 });
  });

  test("without capture at the first output there is no threshold", () => {
    const result = stepDownThreshold(applyLeadFault(PAIR, "dislodgement"), { ...OPTIONS, start_V: 7 });
    expect(result).toMatchObject({ threshold_V: undefined, endedBy: "loss-of-capture" });
  });

  test("two widths give rheobase and chronaxie within the steps of the output", () => {
    const curve = measureStrengthDuration(PAIR)!;
    expect(curve.rheobase_V).toBeCloseTo(0.5, 0);
    expect(curve.chronaxie_ms).toBeGreaterThan(0.2);
    expect(curve.chronaxie_ms).toBeLessThan(0.5);
  });
});

describe("phrenic test at 10 V, 0.5 ms", () => {
  test.each([
    [11, false, undefined],
    [9.8, true, 10],
    [4.2, true, 4.5],
  ])("a nerve at %d V: stimulated %s, threshold %s V", (nerve_V, isStimulated, threshold_V) => {
    expect(testPhrenicNerve(pairWith("v", 1, nerve_V))).toEqual({ isStimulated, threshold_V });
  });
});

const RIGHT: ChamberMeasurements = { signal_mV: 9, threshold_V: 0.7, impedance_ohm: 600, seenChamber: "RV" };
const GOOD: ImplantMeasurements = {
  atrium: { signal_mV: 2.5, threshold_V: 0.8, impedance_ohm: 500, seenChamber: "RA" },
  right: RIGHT,
  vectors: sweepVectors([pairWith("a", 1), pairWith("b", 1.4, 8)]),
  leftSignal_mV: 12,
  qLv_ms: 120,
  qrsDuration_ms: 165,
  leftRightDelay_ms: 95,
  shockImpedance_ohm: 60,
  analyzerThreshold_V: 1,
  generatorThreshold_V: 1.2,
};
const CRT_D = { hasAtrialLead: true, hasLeftLead: true, isDefibrillator: true, usesLeftSensing: true };

function failed(change: Partial<ImplantMeasurements>): string[] {
  return judgeImplant({ ...GOOD, ...change }, CRT_D)
    .filter(({ outcome }) => outcome !== "pass")
    .map(({ id, outcome }) => `${id} ${outcome}`);
}

describe("criteria at implant", () => {
  test("good measurements pass, each verdict with criterion and source", () => {
    expect(failed({})).toEqual([]);
    for (const { what, source } of judgeImplant(GOOD, CRT_D)) {
      expect(what).toMatch(/at least|at most|to|usable|must/);
      expect(source).not.toBe("");
    }
  });

  test.each<[Partial<ImplantMeasurements>, string[]]>([
    [{ right: { ...RIGHT, signal_mV: 6.9 } }, ["right-ventricular-sensing fail"]],
    [{ right: { ...RIGHT, threshold_V: 1.1 } }, ["right-ventricular-threshold fail"]],
    [{ atrium: { ...RIGHT, signal_mV: 2, impedance_ohm: 290, seenChamber: "RA" } }, ["atrial-impedance fail"]],
    [{ right: { ...RIGHT, seenChamber: "RA" } }, ["right-ventricular-port fail"]],
    [{ shockImpedance_ohm: undefined }, ["shock-impedance missing"]],
    [{ qLv_ms: 82, qrsDuration_ms: 170 }, ["q-lv fail"]],
    [{ generatorThreshold_V: 1.6 }, ["analyzer-and-generator fail"]],
    [{ leftRightDelay_ms: 79 }, ["left-right-delay fail"]],
  ])("%j", (change, expected) => {
    expect(failed(change)).toEqual(expected);
  });

  test("Q-LV of 90 ms passes in a QRS of 170 ms: more than half of it", () => {
    expect(failed({ qLv_ms: 90, qrsDuration_ms: 170 })).toEqual([]);
  });

  test("a vector whose nerve is 2.5 V above the threshold is not usable", () => {
    const names = listUsableVectors(sweepVectors([pairWith("near", 1, 3.5), pairWith("far", 1, 4.5)])).map(
      ({ name }) => name,
    );
    expect(names).toEqual(["far"]);
  });

  test("the limits can be overridden", () => {
    const criteria = { ...DEFAULT_CRITERIA, leastLeftRightDelay_ms: 100 };
    const verdict = judgeImplant(GOOD, CRT_D, criteria).find(({ id }) => id === "left-right-delay");
    expect(verdict).toMatchObject({ outcome: "fail", what: "95 ms, at least 100 ms" });
  });
});

describe("closure", () => {
  test("is blocked while a mandatory test is missing or failed", () => {
    const verdicts = judgeImplant({ ...GOOD, vectors: [], shockImpedance_ohm: 20 }, CRT_D);
    const decision = decideClosure(verdicts);
    const ids = decision.kind === "blocked" ? decision.open.map(({ id }) => id) : [];
    expect(ids).toEqual([
      ...["shock-impedance", "left-ventricular-threshold", "left-ventricular-impedance", "phrenic-nerve"],
    ]);
  });

  test("is not blocked by an advisory test, nor by one that is overridden with a reason", () => {
    expect(decideClosure(judgeImplant({ ...GOOD, qLv_ms: undefined }, CRT_D)).kind).toBe("may-close");
    const verdicts = judgeImplant({ ...GOOD, shockImpedance_ohm: 85 }, CRT_D);
    expect(decideClosure(verdicts, [{ id: "shock-impedance", reason: " " }]).kind).toBe("blocked");
    const overridden = decideClosure(verdicts, [{ id: "shock-impedance", reason: "single coil, measured twice" }]);
    expect(overridden).toMatchObject({ kind: "may-close", overridden: [{ id: "shock-impedance" }] });
  });
});

describe("electrical repositioning", () => {
  const rungs = (pairs: readonly ElectrodePair[]) =>
    repositionElectrically(pairs).map(({ rung, isAccepted }) => [rung, isAccepted]);

  test("takes another vector first", () => {
    const steps = repositionElectrically([pairWith("nerve", 0.8, 2), pairWith("clear", 1.3)]);
    expect(steps).toMatchObject([{ rung: "vector", vector: "clear", isAccepted: true, amplitude_V: 2.3 }]);
  });

  test("then a wider pulse, then less margin, then another vein", () => {
    expect(rungs([pairWith("high", 3.1)])).toEqual([
      ["vector", false],
      ["width", true],
    ]);
    expect(rungs([pairWith("near", 2, 4.4)])).toEqual([
      ["vector", false],
      ["width", false],
      ["output", true],
    ]);
    expect(rungs([pairWith("both", 3, 2.9)]).at(-1)).toEqual(["other-vein", false]);
  });
});

describe("lead faults", () => {
  const right: ElectrodePair = { ...PAIR, name: "RV", chamber: "RV", seenChamber: "RV" };
  const findings = (pair: ElectrodePair): PairFindings => ({
    ...pair,
    threshold_V: stepDownThreshold(pair, { ...OPTIONS, start_V: 7 }).threshold_V,
  });

  test.each<LeadFault>([
    ...([
      "dislodgement",
      "microdislodgement",
      "fracture",
      "insulation-breach",
      "exit-block",
      "reversed-ports",
    ] as const),
  ])("%s is recognized by its signature", (fault) => {
    expect(recognizeLeadFault(findings(right), findings(applyLeadFault(right, fault)))).toBe(fault);
  });

  test("nothing is recognized where nothing changed", () => {
    expect(recognizeLeadFault(findings(right), findings(right))).toBeUndefined();
  });
});

describe("tests of the leads in a heart", () => {
  const system = connectAll(GENERATOR_DEVICES["CRT-P"]);

  test("give signal, the first amplitude above the threshold, and impedance of each lead", () => {
    const rhythm = { ...DEFAULT_RHYTHM, leftThreshold_V: 1.13 };
    expect(measureChambers(rhythm, NOMINAL_CRT_SETTINGS, system, { RA: 500, RV: 600, LV: 700 })).toEqual({
      RA: { signal_mV: 3, threshold_V: 0.8, thresholdPulseWidth_ms: 0.4, impedance_ohm: 500 },
      RV: { signal_mV: 10, threshold_V: 0.7, thresholdPulseWidth_ms: 0.4, impedance_ohm: 600 },
      LV: { threshold_V: 1.2, thresholdPulseWidth_ms: 0.4, impedance_ohm: 700 },
    });
  });

  test("take the impedance of the vector that is programmed", () => {
    const pairs = ["LV1 → LV2", "LV1 → can"].map((name, i) => ({ ...pairWith(name, 1), impedance_ohm: 900 - 300 * i }));
    const tested = {
      ...{ atrial: undefined, right: PAIR, left: pairs, shockImpedance_ohm: undefined, qrsDuration_ms: undefined },
      ...{ qLv_ms: new Map(), leftRightDelay_ms: new Map() },
    };
    expect(impedancesOfPairs(tested, NOMINAL_CRT_SETTINGS)).toEqual({ RA: undefined, RV: 700, LV: 600 });
  });

  test("find the heart as the script of a run leaves it", () => {
    const change = (time_ms: number, leftThreshold_V: number) =>
      ({ time_ms, action: { kind: "rhythm", change: { leftThreshold_V } } }) as const;
    const script = [change(4000, 2), change(9000, 3), change(60_000, 4)];
    const scenario = { settings: NOMINAL_CRT_SETTINGS, rhythm: DEFAULT_RHYTHM, script, duration_ms: 60_000 };
    expect(rhythmAtEnd(scenario)).toEqual({ ...DEFAULT_RHYTHM, leftThreshold_V: 3 });
  });

  test("leave out what cannot be measured, and say where the highest output does not capture", () => {
    const rhythm = { ...DEFAULT_RHYTHM, leftThreshold_V: 8 };
    const plugged = { ...system, contents: ["plug", 1, 2] as const };
    const chambers = measureChambers(rhythm, NOMINAL_CRT_SETTINGS, plugged, { RV: 600 });
    expect(Object.keys(chambers)).toEqual(["RV", "LV"]);
    expect(chambers.LV).toEqual({ noCaptureAt_V: 7, thresholdPulseWidth_ms: 0.4 });
  });
});
