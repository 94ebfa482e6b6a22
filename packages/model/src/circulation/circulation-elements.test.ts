import { describe, expect, test } from "vitest";
import { patchesOfPattern } from "./activation-patterns.ts";
import { atrialCollapsePressure, ventricularCollapsePressure } from "./anti-collapse.ts";
import { SYNCHRONOUS } from "./circulation.fixture.ts";
import { CAVITY, VALVE } from "./circulation-layout.ts";
import { createState } from "./circulation-state.ts";
import { createWorkspace } from "./circulation-workspace.ts";
import { createCirculationModel } from "./create-circulation-model.ts";
import { pericardialPressure } from "./pericardium.ts";
import { bedFlow } from "./peripheral-bed.ts";
import { HEALTHY_REFERENCE } from "./published-references.ts";
import { sphereArea, sphereCurvature, transmuralPressure, wallTension } from "./single-wall-chamber.ts";
import { computeValveRates } from "./valve.ts";

describe("pericardium", () => {
  test("pressure of a bag of 664.6 mL around 492.0 mL, as published with Koopsen 2024", () => {
    const bag = { pressure_Pa: 100, volume_m3: 664.63114e-6 };
    expect(pericardialPressure(bag, 491.96572e-6) / 4.93789).toBeCloseTo(1, 5);
    expect(pericardialPressure(bag, bag.volume_m3)).toBe(100);
  });
});

describe("peripheral bed", () => {
  test("twice the pressure gives twice the systemic, four times the pulmonary flow, and flow turns with pressure", () => {
    expect(bedFlow(6000, 6000, 45e-6, 1)).toBe(45e-6);
    expect(bedFlow(12_000, 6000, 45e-6, 1)).toBeCloseTo(90e-6, 15);
    expect(bedFlow(3000, 1500, 45e-6, 2)).toBeCloseTo(180e-6, 15);
    expect(bedFlow(-3000, 1500, 45e-6, 2)).toBeCloseTo(-180e-6, 15);
  });
});

describe("single-wall chamber", () => {
  test("a sphere of radius 30 mm: curvature, area and the law of Laplace", () => {
    const volume_m3 = (4 / 3) * Math.PI * 0.03 ** 3;
    expect(sphereCurvature(volume_m3)).toBeCloseTo(1 / 0.03, 9);
    expect(sphereArea(volume_m3)).toBeCloseTo(4 * Math.PI * 9e-4, 12);
    const tension = wallTension(15e-6, 20_000, sphereArea(volume_m3));
    expect(transmuralPressure(sphereCurvature(volume_m3), tension)).toBeCloseTo((2 / 0.03) * tension, 9);
    expect(wallTension(15e-6, -1, 0.01)).toBe(0);
  });
});

describe("anti-collapse", () => {
  test("nothing above half a wall volume in an atrium and 0.3 in a ventricle; a smooth start below", () => {
    expect(atrialCollapsePressure(0.5)).toBe(0);
    expect(ventricularCollapsePressure(0.3)).toBe(0);
    expect(atrialCollapsePressure(0.25)).toBeCloseTo(1220, 9);
    expect(ventricularCollapsePressure(0.15)).toBeCloseTo(2440, 9);
  });
});

describe("valve", () => {
  const model = createCirculationModel(HEALTHY_REFERENCE, patchesOfPattern(SYNCHRONOUS), 150);

  /** Acceleration of the aortic valve, m3/s2, at a flow and a pressure drop. */
  function accelerate(flow_m3PerS: number, drop_Pa: number): number {
    const [state, rates, workspace] = [createState(21), createState(21), createWorkspace(model)];
    workspace.section_m2.fill(10e-4);
    workspace.nodePressure_Pa[CAVITY.leftVentricle] = drop_Pa;
    state.flow_m3PerS[VALVE.aortic] = flow_m3PerS;
    computeValveRates(rates, state, workspace, model);
    return rates.flow_m3PerS[VALVE.aortic]!;
  }

  test("blood at rest is accelerated by Δp over the inertance 1.5 ρ (l/A + 1/√A_ends)", () => {
    const inertance = 1.5 * 1050 * (16.3e-3 / 4.97e-4 + 1 / Math.sqrt(10e-4));
    expect(accelerate(0, 1000)).toBeCloseTo(1000 / (inertance + model.step_s), 9);
  });

  test("steady flow needs the Bernoulli pressure ½ ρ q² (1/A² − 1/A_up²)", () => {
    const q = 300e-6;
    const drop_Pa = 0.5 * 1050 * q * q * (1 / 4.97e-4 ** 2 - 1 / 10e-4 ** 2) + 0.5 * q;
    expect(Math.abs(accelerate(q, drop_Pa))).toBeLessThan(1e-12);
  });

  test("it stays open while blood still flows forward, and closes without overshoot once flow and pressure turn", () => {
    expect(accelerate(100e-6, -1000)).toBeLessThan(0);
    const closing = accelerate(-1e-6, -1000);
    const after = -1e-6 + model.step_s * closing;
    expect(after).toBeLessThan(0);
    expect(after).toBeGreaterThan(-1e-6);
  });
});
