import { beforeAll, describe, expect, test } from "vitest";
import { type ExplorablePlan, NO_CIRCULATION_FINDINGS, planCase, tracePump, weighOnly } from "../src/index.ts";
import { createSmallHost, createSmallInput } from "./small-patient.fixture.ts";

const host = createSmallHost();
const CIRCULATION = {
  ...NO_CIRCULATION_FINDINGS,
  ejectionFraction: 0.28,
  systolicPressure_kPa: 15,
  diastolicPressure_kPa: 9,
  heartRate_perMin: 70,
};

let result: ExplorablePlan;
beforeAll(async () => {
  result = await planCase(createSmallInput({ circulation: CIRCULATION }), host);
});

describe("a plan with a circulation", () => {
  test("fits it to what was measured and says what was not", () => {
    const { mechanics } = result.plan;
    expect(mechanics!.isFitted).toBe(true);
    expect(mechanics!.assumptions.map(({ quantity }) => quantity)).toEqual([
      "regurgitantOrifice_mm2",
      "leftAtrialPressure_kPa",
    ]);
  });

  test("raises dP/dt max and stroke volume and levels the work of the walls at the best site", () => {
    const { baseline, best } = result.plan.mechanics!;
    expect(best.dpdtMax_kPaPerS).toBeGreaterThan(1.05 * baseline.dpdtMax_kPaPerS);
    expect(best.strokeVolume_mL).toBeGreaterThan(baseline.strokeVolume_mL);
    expect(best.wastedWorkRatio).toBeLessThan(baseline.wastedWorkRatio);
    expect(Math.abs(best.workDifference_mJPerML)).toBeLessThan(Math.abs(baseline.workDifference_mJPerML));
  });

  test("scores every site by what the circulation gives, not by what the surrogate proposed", () => {
    const { baseline } = result.plan.mechanics!;
    for (const { pump, measures } of result.plan.sites) {
      const rise = 100 * (pump!.dpdtMax_kPaPerS / baseline.dpdtMax_kPaPerS - 1);
      expect(measures.pressureRise.value).toBeCloseTo(rise, 9);
      expect(measures.pressureRise.low).toBeLessThanOrEqual(measures.pressureRise.value);
    }
  });

  test("knows the error of the surrogate between simulated settings", () => {
    const { surrogateError, settingCount } = result.plan.mechanics!;
    expect(settingCount).toBeGreaterThan(50);
    expect(surrogateError.pressureRise).toBeLessThan(3);
    expect(surrogateError.strokeVolume).toBeLessThan(2);
  });

  test("what is explored is simulated to the pump of the plan, and after three beats nearly so", () => {
    const explorer = result.openExplorer();
    const answer = explorer.explore(result.plan.sites[0]!.settings);
    const setting = answer.kind === "paced" ? answer.pump!.setting : undefined;
    const { best } = result.plan.mechanics!;
    const solved = tracePump(explorer.pump!, setting!);
    expect(solved.isPeriodic).toBe(true);
    for (const name of ["dpdtMax_kPaPerS", "strokeVolume_mL", "strokeWork_mJ"] as const) {
      expect(solved.pump[name] / best[name]).toBeCloseTo(1, 4);
    }
    const estimate = tracePump(explorer.pump!, setting!, 3);
    expect(estimate.beatCount).toBe(3);
    expect(estimate.pump.strokeVolume_mL / best.strokeVolume_mL).toBeCloseTo(1, 1);
  });

  test("gives a surface over the delays that are delivered, and where its AV optimum lies", () => {
    const { surface, avOptimum } = result.plan.mechanics!;
    const { totalActivationTime_ms } = result.plan.response!;
    expect(surface.strokeVolume.map((value) => value === undefined)).toEqual(
      totalActivationTime_ms.map((value) => value === undefined),
    );
    expect(avOptimum!.avDelay_ms).toBeGreaterThanOrEqual(40);
    expect(avOptimum!.avDelay_ms).toBeLessThan(180);
  });

  test("compares the alternatives at their own AV delays", () => {
    const pumps = new Map(result.plan.alternatives.map(({ id, pump }) => [id, pump!]));
    expect(pumps.get("his")!.dpdtMax_kPaPerS).toBeGreaterThan(pumps.get("rv")!.dpdtMax_kPaPerS);
    expect(result.plan.mechanics!.best.dpdtMax_kPaPerS).toBeGreaterThan(pumps.get("rv")!.dpdtMax_kPaPerS);
  });

  test("hands the pictures one beat before and one after", () => {
    const { before, after, patches } = result.scene.pump!;
    expect(before.patchStrains.length).toBe(after.patchStrains.length);
    expect(patches.length).toBe(result.plan.mechanics!.patchCount);
  });
});

test("ranked by the rise of dP/dt max alone, no site rises more than the first", async () => {
  const { plan } = await planCase(
    createSmallInput({ circulation: CIRCULATION, weights: weighOnly("pressureRise") }),
    host,
  );
  const rises = plan.sites.map(({ measures }) => measures.pressureRise.utility);
  expect(Math.max(...rises)).toBe(rises[0]);
});

test("fibrillating atria fill less, and no AV delay is chosen", async () => {
  const conduction = { ...createSmallInput().conduction, atrioventricular: { kind: "atrialFibrillation" } as const };
  const { plan } = await planCase(createSmallInput({ circulation: CIRCULATION, conduction }), host);
  expect(plan.mechanics!.avOptimum).toBeUndefined();
  expect(plan.mechanics!.best.dpdtMax_kPaPerS).toBeGreaterThan(plan.mechanics!.baseline.dpdtMax_kPaPerS);
});
