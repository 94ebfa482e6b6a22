import { describe, expect, test } from "vitest";
import type { TubeSet } from "./circulation-model.ts";
import { tubeImpedance, tubePressure } from "./tube.ts";

function tube(section_m2: number, wallSection_m2: number, pressure_Pa: number): TubeSet {
  const one = (value: number) => Float64Array.of(value);
  return {
    length_m: one(0.4),
    section_m2: one(section_m2),
    wallSection_m2: one(wallSection_m2),
    pressure_Pa: one(pressure_Pa),
    exponent: one(5 / 3),
  };
}

describe("tube", () => {
  test("pressure and impedance of systemic arteries as published with Koopsen 2024", () => {
    const tubes = tube(4.970826e-4, 1.139175e-4, 12_166.381);
    const section_m2 = 179.88605e-6 / 0.4;
    const pressure_Pa = tubePressure(tubes, 0, section_m2);
    expect(pressure_Pa / 10_482.67).toBeCloseTo(1, 5);
    expect(tubeImpedance(tubes, 0, section_m2, pressure_Pa) / 8.97268e6).toBeCloseTo(1, 5);
  });

  test("pressure and node pressure of the 2024 reference of VanOsta", () => {
    const tubes = tube(4.983e-4, 1.12363e-4, 12_162.5);
    const section_m2 = 193.8648e-6 / 0.4;
    const pressure_Pa = tubePressure(tubes, 0, section_m2);
    expect(Math.abs(pressure_Pa / 11_668 - 1)).toBeLessThan(5e-4);
    const node_Pa = pressure_Pa - 8.13e-5 * tubeImpedance(tubes, 0, section_m2, pressure_Pa);
    expect(Math.abs(node_Pa / 10_950 - 1)).toBeLessThan(5e-4);
  });

  test("doubling section and half the wall multiplies pressure by 2 to the exponent", () => {
    const tubes = tube(5e-4, 1e-4, 10_000);
    const ratio = tubePressure(tubes, 0, 2 * 4e-4 + 0.5e-4) / tubePressure(tubes, 0, 4e-4);
    expect(ratio).toBeCloseTo(2 ** (5 / 3), 12);
  });
});
