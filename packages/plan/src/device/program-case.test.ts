import { describe, expect, test } from "vitest";
import { programCase } from "./program-case.ts";

const NO_LEAD = { lead: undefined, device: "CRT-P", hasAtrialFibrillation: false, change: {}, confirmed: [] } as const;

function errorOf(act: () => unknown): { code?: string; fix?: string } {
  try {
    act();
  } catch (error) {
    return error as { code: string; fix: string };
  }
  return {};
}

describe("a generator for a case without a left-ventricular lead", () => {
  test("has its port plugged, and paces the right ventricle only", () => {
    const { system, settings, vector } = programCase(NO_LEAD);
    expect(system.contents).toEqual([0, 1, "plug"]);
    expect(settings).toMatchObject({ ventricularPacing: "RV", lvVector: undefined, tachycardia: undefined });
    expect(vector).toBeUndefined();
  });

  test("cannot be programmed to pace the left one", () => {
    const change = { ventricularPacing: "BiV", lvVector: "LV1 → can" };
    expect(errorOf(() => programCase({ ...NO_LEAD, change })).code).toBe("settings-conflict");
  });

  test("in permanent atrial fibrillation does not track the atrium", () => {
    expect(programCase({ ...NO_LEAD, hasAtrialFibrillation: true }).settings.mode).toBe("VVIOV");
  });

  test("asks for a confirmation and names its id; with it the value is programmed", () => {
    const change = { safetyAvDelay_ms: 110, fixedAvDelay_ms: 100 };
    const error = errorOf(() => programCase({ ...NO_LEAD, change }));
    expect(error.code).toBe("settings-unconfirmed");
    expect(error.fix).toContain("--confirm safety-delay-above-av-delay");
    const { settings } = programCase({ ...NO_LEAD, change, confirmed: ["safety-delay-above-av-delay"] });
    expect(settings.fixedAvDelay_ms).toBe(100);
  });

  test("has tachycardia zones in a defibrillator, which can be switched off and not be written as a value", () => {
    const defibrillator = { ...NO_LEAD, device: "CRT-D" } as const;
    expect(programCase(defibrillator).settings.tachycardia?.zones.length).toBe(2);
    expect(programCase({ ...defibrillator, change: { tachycardia: "off" } }).settings.tachycardia).toBeUndefined();
    const change = { tachycardia: 180 };
    expect(errorOf(() => programCase({ ...defibrillator, change })).code).toBe("tachycardia-not-a-value");
  });
});
