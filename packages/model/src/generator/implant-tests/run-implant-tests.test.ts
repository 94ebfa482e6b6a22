import { describe, expect, test } from "vitest";
import type { ElectrodePair } from "./electrode-pair.ts";
import { applyLeadFault } from "./lead-fault.ts";
import { type ImplantTestPart, runImplantTests, type TestedSystem } from "./run-implant-tests.ts";

function pair(name: string, chamber: ElectrodePair["chamber"], threshold_V: number, nerve_V?: number): ElectrodePair {
  const curve = (at_V: number) => ({ rheobase_V: at_V / 1.6, chronaxie_ms: 0.3 });
  return {
    ...{ name, chamber, signal_mV: 9, impedance_ohm: 600, capture: curve(threshold_V) },
    ...{ phrenic: nerve_V === undefined ? undefined : curve(nerve_V), hasLeadNoise: false, seenChamber: chamber },
  };
}

const SYSTEM: TestedSystem = {
  atrial: pair("RA", "RA", 0.8),
  right: pair("RV", "RV", 0.7),
  left: [pair("near the nerve", "LV", 0.8, 3), pair("clear", "LV", 1.2, 9)],
  shockImpedance_ohm: 60,
  qLv_ms: new Map([["clear", 120]]),
  leftRightDelay_ms: new Map([["clear", 90]]),
  qrsDuration_ms: 160,
};
const SCOPE = { hasAtrialLead: true, hasLeftLead: true, isDefibrillator: true, usesLeftSensing: false };

function run(system: TestedSystem = SYSTEM, leftOut: readonly ImplantTestPart[] = []) {
  return runImplantTests(system, { scope: SCOPE, leftOut, overrides: [] });
}

describe("a round of tests at implant", () => {
  test("the best vector is the usable one with the lowest threshold, not the lowest of all, and is tested in full", () => {
    const { best, chambers, measurements, closure } = run();
    expect(best?.name).toBe("clear");
    expect(chambers.map(({ pair: { name } }) => name)).toEqual(["RA", "RV", "clear"]);
    expect(measurements).toMatchObject({ qLv_ms: 120, leftRightDelay_ms: 90, generatorThreshold_V: 1.2 });
    expect(closure.kind).toBe("may-close");
  });

  test("what is left out is missing; a mandatory one keeps the pocket open, an advisory one does not", () => {
    const open = (part: ImplantTestPart) => {
      const { closure } = run(SYSTEM, [part]);
      return closure.kind === "blocked" ? closure.open.map(({ id }) => id) : [];
    };
    expect(open("shock-impedance")).toEqual(["shock-impedance"]);
    expect(open("right-ventricle")[0]).toBe("right-ventricular-port");
    expect(open("left-vectors")).toContain("phrenic-nerve");
    expect(open("q-lv")).toEqual([]);
  });

  test("exchanged plugs fail at both ports", () => {
    const { atrial, right } = SYSTEM;
    const reversed = {
      ...SYSTEM,
      atrial: applyLeadFault(atrial!, "reversed-ports"),
      right: applyLeadFault(right, "reversed-ports"),
    };
    const failed = run(reversed).verdicts.filter(({ outcome, isMandatory }) => isMandatory && outcome === "fail");
    expect(failed.map(({ id }) => id)).toEqual(["atrial-port", "right-ventricular-port"]);
  });
});
