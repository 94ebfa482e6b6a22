import { describe, expect, test } from "vitest";
import {
  DPDT,
  describeAvOptimum,
  describeShift,
  PUMP_MEASURE_WORDS,
  readPumpSurface,
  writePumpChange,
  writePumpMeasure,
  writeSigned,
} from "./pump-words.ts";
import { createSamplePlan } from "./sample-plan.fixture.ts";

const plan = createSamplePlan();
const best = plan.sites[0]!;
const mechanics = plan.mechanics!;

test("changes carry their sign, and nothing has none", () => {
  expect(writeSigned(1.25, 1, "%")).toBe("+1.3 %");
  expect(writeSigned(-0.44, 1, "mL")).toBe("−0.4 mL");
  expect(writeSigned(0.04, 1, "")).toBe("0.0");
  expect(writeSigned(-0.04, 1, "")).toBe("0.0");
});

test("shifts are said in words", () => {
  expect(describeShift(14.6)).toBe("rises by 15 %");
  expect(describeShift(-3.2)).toBe("falls by 3 %");
  expect(describeShift(0.3)).toBe("does not change");
});

test("pressures are shown in mmHg, ratios in percent, changes as the measure is read", () => {
  const said = PUMP_MEASURE_WORDS.map((words) => [
    words.name,
    writePumpMeasure(mechanics.baseline, words),
    writePumpMeasure(mechanics.best, words),
    writePumpChange(mechanics.baseline, mechanics.best, words),
  ]);
  expect(said).toEqual([
    ["dP/dt max, mmHg/s", "780", "960", "+23 %"],
    ["Stroke volume into the aorta, mL", "54.0", "66.0", "+22 %"],
    ["Stroke work, mJ", "640", "820", "+28 %"],
    ["Systolic pressure, mmHg", "113", "122", "+9 mmHg"],
    ["Filling time, ms", "364", "412", "+48 ms"],
    ["Mitral regurgitation, mL", "0.0", "0.0", "0.0 mL"],
    ["Wasted over constructive work, %", "23", "5", "−18 points"],
    ["Fiber work, lateral wall minus septum, mJ/mL", "4.4", "0.8", "−3.6 mJ/mL"],
    ["Right atrium to first ventricular front, ms", "150", "150", "0 ms"],
  ]);
  expect(writePumpMeasure(undefined, DPDT)).toBe("–");
});

describe("AV optimum", () => {
  test("is said with the delays that are as good", () => {
    expect(describeAvOptimum(plan)).toEqual([
      "At this VV delay stroke volume is the highest at an AV delay of 120 ms, and within 1 % of that from 100 to 140 ms.",
    ]);
  });

  test("a chosen delay outside of it is told with what it costs; an optimum at the end of the range is no optimum", () => {
    const avOptimum = { avDelay_ms: 80, low_ms: 80, high_ms: 80 };
    const [said] = describeAvOptimum({ ...plan, mechanics: { ...mechanics, avOptimum } });
    expect(said).toContain("no other delay tried is within 1 %");
    expect(said).toContain("shortest delay tried: the best one may be shorter still");
    expect(said).toContain(
      "The 120 ms chosen lies outside: stroke volume changes by +9.0 % instead of +5.7 % there and dP/dt max by +20.0 % instead of +16.7 %",
    );
  });

  test("nothing is said where there is no AV delay or no circulation", () => {
    expect(describeAvOptimum({ ...plan, mechanics: { ...mechanics, avOptimum: undefined } })).toEqual([]);
    expect(describeAvOptimum({ ...plan, mechanics: undefined })).toEqual([]);
    expect(describeAvOptimum({ ...plan, sites: [] })).toEqual([]);
  });

  test("the surface is read at the VV delay of the site; not where a pulse is not delivered", () => {
    expect(readPumpSurface(plan, best, 120)).toEqual({ pressureRise: 20, strokeVolume: 9 });
    expect(readPumpSurface(plan, best, 200)).toBeUndefined();
    expect(readPumpSurface(plan, best, 110)).toBeUndefined();
  });
});
