import { describe, expect, test } from "vitest";
import { patchesOfPattern } from "./activation-patterns.ts";
import { SYNCHRONOUS } from "./circulation.fixture.ts";
import { createState } from "./circulation-state.ts";
import { createWorkspace } from "./circulation-workspace.ts";
import { createCirculationModel } from "./create-circulation-model.ts";
import { LOW_FLOW_REFERENCE } from "./published-references.ts";
import { computeSarcomereRates, linearizePatches } from "./sarcomere.ts";

const MODEL = createCirculationModel(LOW_FLOW_REFERENCE, patchesOfPattern(SYNCHRONOUS), 150);
const LV = 0;

/** A left ventricular patch at a time since its activation. */
function evaluate(since_s: number, contractile_um: number, length_um: number, contractility: number) {
  const state = createState(MODEL.patches.count);
  const rates = createState(MODEL.patches.count);
  const workspace = createWorkspace(MODEL);
  state.contractileLength_um.fill(contractile_um);
  state.contractility.fill(contractility);
  for (let patch = 0; patch < MODEL.patches.count; patch++) {
    workspace.patches.area_m2[patch] = MODEL.patches.referenceArea_m2[patch]! * (length_um / 2) ** 2;
  }
  workspace.time_s[0] = 0.15 + since_s;
  linearizePatches(workspace.patches, state, MODEL, 0);
  computeSarcomereRates(rates, state, workspace, MODEL);
  return {
    contractilityRate: rates.contractility[LV]!,
    lengthRate: rates.contractileLength_um[LV]!,
    stress_Pa: workspace.patches.stress_Pa[LV]!,
    compliance: workspace.patches.compliance_m3PerN[LV]!,
    zeroTensionArea_m2: workspace.patches.zeroTensionArea_m2[LV]!,
    area_m2: workspace.patches.area_m2[LV]!,
  };
}

describe("sarcomere", () => {
  // Structure HF published with Koopsen, BioMed Eng OnLine 2024; the inputs carry six to seven digits.
  test.each([
    [0.129975, 1.978167, 2.017726, 0.632965, 9.5758, -0.0772, 38_197],
    [0.209975, 1.906611, 1.938205, 1.251634, 4.7291, -1.4711, 48_669],
    [0.349975, 1.743262, 1.782873, 1.102395, -17.4969, -0.0682, 30_412],
  ])("%d s after activation rates and stress are the published ones", (since, contractile, length, c, ...expected) => {
    const found = evaluate(since, contractile, length, c);
    expect(Math.abs(found.contractilityRate / expected[0]! - 1)).toBeLessThan(1e-3);
    expect(Math.abs(found.lengthRate - expected[1]!)).toBeLessThan(1e-3);
    expect(Math.abs(found.stress_Pa / expected[2]! - 1)).toBeLessThan(1e-3);
  });

  test.each([
    [2.017726, 1660.5],
    [1.938205, 853],
    [1.782873, -71],
  ])("without activation, at %d um the matrix gives %d Pa beside titin", (length_um, matrix_Pa) => {
    const titin_Pa = 1200 * ((length_um / 1.8) ** (20 / 3) - 1);
    expect(Math.abs(evaluate(0.8, length_um, length_um, 0).stress_Pa - titin_Pa - matrix_Pa)).toBeLessThan(0.6);
  });

  test("the tangent is that of T = V σ/(2A), by differences", () => {
    const [h, length_um] = [1e-5, 2.05];
    const tension = (at_um: number) => {
      const { area_m2, stress_Pa } = evaluate(0.2, 1.99, at_um, 0.9);
      return { area_m2, tension: (MODEL.patches.wallVolume_m3[LV]! * stress_Pa) / (2 * area_m2) };
    };
    const [a, b] = [tension(length_um - h), tension(length_um + h)];
    const { area_m2, compliance, stress_Pa, zeroTensionArea_m2 } = evaluate(0.2, 1.99, length_um, 0.9);
    expect((b.area_m2 - a.area_m2) / (b.tension - a.tension) / compliance).toBeCloseTo(1, 6);
    const exact = (MODEL.patches.wallVolume_m3[LV]! * stress_Pa) / (2 * area_m2);
    expect((area_m2 - zeroTensionArea_m2) / compliance / exact).toBeCloseTo(1, 12);
  });

  test("an unloaded series element lets the contractile element shorten at v_max, an isometric one not at all", () => {
    expect(evaluate(0.1, 2, 2, 0.5).lengthRate).toBeCloseTo(-7, 12);
    expect(evaluate(0.1, 2, 2.04, 0.5).lengthRate).toBeCloseTo(0, 10);
  });

  test("activation counts from the last one, in every cycle", () => {
    const once = evaluate(0.1, 1.9, 1.94, 0.5).contractilityRate;
    expect(evaluate(0.1 + 3 * 0.85, 1.9, 1.94, 0.5).contractilityRate).toBeCloseTo(once, 9);
  });
});
