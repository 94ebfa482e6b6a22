import { describe, expect, test } from "vitest";
import { TributaryError } from "../errors/tributary-error.ts";
import { kilopascalsFromMillimetersOfMercury as kPa } from "../units/convert.ts";
import { LEFT_BUNDLE_BRANCH_BLOCK, patchesOfPattern } from "./activation-patterns.ts";
import type { CirculationMeasures } from "./case-measures.ts";
import { FIT_BOUNDS } from "./fit-parameters.ts";
import { type FitSetting, fitPatient } from "./fit-patient.ts";

const SETTING: FitSetting = { patches: patchesOfPattern(LEFT_BUNDLE_BRANCH_BLOCK), avDelay_ms: 160 };
const FAILING: CirculationMeasures = {
  endDiastolicVolume_mL: 240,
  ejectionFraction: 0.24,
  systolicPressure_kPa: kPa(108),
  diastolicPressure_kPa: kPa(66),
  heartRate_perMin: 75,
  wallMass_g: 210,
  regurgitantOrifice_mm2: 10,
  leftAtrialPressure_kPa: kPa(16),
};

describe("a fitted patient", () => {
  test("has the measured volumes and pressures within 1 %, and its mass, rate and leak exactly", () => {
    const fit = fitPatient(FAILING, SETTING);
    expect(fit.kind).toBe("fitted");
    expect(fit.atBound).toEqual([]);
    expect(fit.assumptions).toEqual([]);
    for (const { difference_percent } of fit.residuals) expect(Math.abs(difference_percent)).toBeLessThan(1);
    expect(fit.beat.pump.ejectionFraction).toBeCloseTo(0.24, 2);
    const { cycle_s, valves, walls } = fit.patient.parameters;
    expect(cycle_s).toBeCloseTo(0.8, 12);
    expect((walls.lvFree.volume_m3 + walls.septum.volume_m3) * 1050 * 1000).toBeCloseTo(210, 9);
    expect(valves.mitral.leakArea_m2).toBeCloseTo(10e-6, 12);
    expect(fit.beat.pump.mitralRegurgitation_mL).toBeGreaterThan(5);
    const { forwardVolume_mL, mitralRegurgitation_mL, strokeVolume_mL } = fit.beat.pump;
    expect(Math.abs(forwardVolume_mL + mitralRegurgitation_mL - strokeVolume_mL)).toBeLessThan(0.03 * strokeVolume_mL);
  });

  test("is found again from what another one gives", () => {
    const { beat } = fitPatient(FAILING, SETTING);
    const again = fitPatient(
      {
        ...FAILING,
        endDiastolicVolume_mL: beat.pump.endDiastolicVolume_mL,
        ejectionFraction: beat.pump.ejectionFraction,
        systolicPressure_kPa: beat.pump.systolicPressure_kPa,
        diastolicPressure_kPa: beat.pump.diastolicPressure_kPa,
      },
      SETTING,
    );
    expect(Math.abs(again.beat.pump.dpdtMax_kPaPerS / beat.pump.dpdtMax_kPaPerS - 1)).toBeLessThan(0.01);
  });

  test("with volume and ejection fraction alone names what was assumed and what stays open", () => {
    const fit = fitPatient({ endDiastolicVolume_mL: 180, ejectionFraction: 0.35 }, SETTING);
    expect(fit.kind).toBe("fitted");
    expect(fit.assumptions.map(({ quantity }) => quantity).sort()).toEqual([
      "diastolicPressure_kPa",
      "heartRate_perMin",
      "leftAtrialPressure_kPa",
      "regurgitantOrifice_mm2",
      "systolicPressure_kPa",
      "wallMass_g",
    ]);
    for (const { source } of fit.assumptions) expect(source).not.toBe("");
    expect(fit.notIdentifiable.map(({ quantity }) => quantity)).toContain("passive stiffness");
  });

  test("of figures that no circulation has is not fitted", () => {
    const fit = fitPatient({ ...FAILING, ejectionFraction: 0.08, regurgitantOrifice_mm2: 60 }, SETTING);
    expect(fit.kind).not.toBe("fitted");
    expect(Math.max(...fit.residuals.map(({ difference_percent }) => Math.abs(difference_percent)))).toBeGreaterThan(1);
  });

  test("of a pulse pressure that no artery gives says which factor stays at its bound", () => {
    const fit = fitPatient({ ...FAILING, systolicPressure_kPa: kPa(170), diastolicPressure_kPa: kPa(45) }, SETTING);
    expect(fit.kind).toBe("not-fitted");
    expect(fit.atBound).toContain("arterialStiffness");
    expect(fit.factors.arterialStiffness).toBeCloseTo(FIT_BOUNDS.arterialStiffness[1], 9);
  });
});

describe("input that no fit can use", () => {
  function codeOf(measures: Partial<CirculationMeasures>, setting: Partial<FitSetting> = {}): string {
    try {
      fitPatient({ ...FAILING, ...measures }, { ...SETTING, ...setting });
    } catch (error) {
      if (!(error instanceof TributaryError)) throw error;
      for (const part of ["what", "where", "why", "fix"] as const) expect(error[part]).not.toBe("");
      return error.code;
    }
    return "no error";
  }

  test.each([
    ["an ejection fraction above 1", { ejectionFraction: 1.2 }, "circulation-measure-range"],
    ["no wall mass", { wallMass_g: 0 }, "circulation-measure-range"],
    ["no heart rate", { heartRate_perMin: 0 }, "circulation-measure-range"],
    ["a heart rate of 400", { heartRate_perMin: 400 }, "circulation-measure-range"],
    ["a volume that is no number", { endDiastolicVolume_mL: Number.NaN }, "circulation-measure-range"],
    ["pressures the wrong way round", { systolicPressure_kPa: 9, diastolicPressure_kPa: 12 }, "circulation-pressures"],
  ])("%s", (_name, measures, code) => {
    expect(codeOf(measures)).toBe(code);
  });

  test("an AV delay longer than the cycle", () => {
    expect(codeOf({}, { avDelay_ms: 900 })).toBe("circulation-timing");
  });

  test("patches that do not fill their wall, or are never activated", () => {
    expect(codeOf({}, { patches: SETTING.patches.slice(1) })).toBe("circulation-patches");
    const never = SETTING.patches.map((patch, i) => (i === 3 ? { ...patch, activation_ms: Infinity } : patch));
    expect(codeOf({}, { patches: never })).toBe("circulation-patches");
  });
});
