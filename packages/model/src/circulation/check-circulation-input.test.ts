import { describe, expect, test } from "vitest";
import { TributaryError } from "../errors/tributary-error.ts";
import { checkCirculationPatient } from "./check-circulation-input.ts";
import { referencePatient } from "./circulation.fixture.ts";
import type { CirculationPatient } from "./circulation-patient.ts";
import { HEALTHY_REFERENCE } from "./published-references.ts";

const PATIENT = referencePatient();
const { walls } = HEALTHY_REFERENCE;

function codeOf(change: Partial<CirculationPatient>): string {
  try {
    checkCirculationPatient({ ...PATIENT, ...change });
  } catch (error) {
    if (!(error instanceof TributaryError)) throw error;
    for (const part of ["what", "where", "why", "fix"] as const) expect(error[part]).not.toBe("");
    return error.code;
  }
  return "no error";
}

describe("a patient before it is simulated", () => {
  test("the healthy reference is sound", () => {
    expect(codeOf({})).toBe("no error");
  });

  test("blood that does not fill the heart", () => {
    expect(codeOf({ parameters: { ...HEALTHY_REFERENCE, bloodVolume_m3: 250e-6 } })).toBe("circulation-volume");
  });

  test("a wall without muscle", () => {
    const septum = { ...walls.septum, volume_m3: 0 };
    expect(codeOf({ parameters: { ...HEALTHY_REFERENCE, walls: { ...walls, septum } } })).toBe("circulation-wall");
  });

  test("an AV delay as long as the cycle", () => {
    expect(codeOf({ avDelay_ms: 850 })).toBe("circulation-timing");
  });

  test("a scar fraction above 1", () => {
    const patches = PATIENT.patches.map((patch) => ({ ...patch, scarFraction: 1.1 }));
    expect(codeOf({ patches })).toBe("circulation-patches");
  });
});
