import { connectAll, DISTURBANCES, GENERATOR_DEVICES, NOMINAL_CRT_SETTINGS } from "@tributary/model/generator";
import { beforeAll, describe, expect, test } from "vitest";
import {
  type BenchSetup,
  createDeviceBench,
  type DeviceBench,
  type ExplorablePlan,
  type ExploredBeat,
  type ExploredSetting,
  type PlanExplorer,
  planCase,
} from "../src/index.ts";
import { createSmallHost, createSmallInput } from "./small-patient.fixture.ts";

let result: ExplorablePlan;
let explorer: PlanExplorer;
beforeAll(async () => {
  result = await planCase(createSmallInput(), createSmallHost());
  explorer = result.openExplorer();
});

function explore(setting: ExploredSetting): ExploredBeat {
  const answer = explorer.explore(setting);
  if (answer.kind === "not paced") throw new Error(answer.reason);
  return answer;
}

describe("exploring a finished plan", () => {
  test("a setting of the plan gives the numbers of the plan, at every site", () => {
    for (const site of result.plan.sites) {
      const beat = explore(site.settings);
      expect(beat.totalActivationTime_ms).toBeCloseTo(site.totalActivationTime_ms.value, 3);
      expect(beat.qrsDuration_ms).toBeCloseTo(site.qrsDuration_ms.value, 3);
      expect(beat.captureThreshold_V).toBeCloseTo(site.captureThreshold_V.value, 9);
      expect(beat.qLv_ms).toBeCloseTo(site.qLv_ms!.value, 6);
      expect(beat.settings).toEqual(site.settings);
    }
  });

  test("the best site's activation and ECG are those of the plan's pictures", () => {
    const { activated } = explore(result.plan.sites[0]!.settings);
    expect(activated.map.times_ms).toEqual(result.scene.after!.map.times_ms);
    expect(activated.ecg).toEqual(result.scene.after!.ecg);
  });

  test("a pulse that the conducted beat forestalls is told, not computed", () => {
    const { settings } = result.plan.sites[0]!;
    const late = explorer.explore({ ...settings, avDelay_ms: explorer.options.avRange_ms![1] });
    expect(late).toMatchObject({ kind: "not paced", reason: expect.stringContaining("inhibits") });
  });

  test.each([
    [{ tipDepth_mm: 999 }, "does not lie 999 mm deep"],
    [{ vectorName: "LV9 → can" }, "no vector LV9 → can"],
    [{ rvSite: "existing" as const }, "no right-ventricular lead at the existing"],
  ])("a setting that does not exist (%o) is refused in words", (change, words) => {
    const answer = explorer.explore({ ...result.plan.sites[0]!.settings, ...change });
    expect(answer).toMatchObject({ kind: "not paced", reason: expect.stringContaining(words) });
  });

  test("delays between those of the plan's grid lie between their total activation times", () => {
    const { settings } = result.plan.sites[0]!;
    const totals = [0, 10, 20].map((vvDelay_ms) => explore({ ...settings, vvDelay_ms }).totalActivationTime_ms);
    expect(totals[1]!).toBeGreaterThanOrEqual(Math.min(totals[0]!, totals[2]!) - 1e-3);
    expect(totals[1]!).toBeLessThanOrEqual(Math.max(totals[0]!, totals[2]!) + 1e-3);
  });
});

describe("a generator on the planned heart", () => {
  let bench: DeviceBench;
  let setup: BenchSetup;
  beforeAll(() => {
    const { settings } = result.plan.sites[0]!;
    const heart = explorer.placeLead(settings)!;
    bench = createDeviceBench(heart, ["II", "V1"]);
    setup = {
      system: connectAll(GENERATOR_DEVICES["CRT-P"], heart.lead.lead.electrodeCount),
      settings: { ...NOMINAL_CRT_SETTINGS, ventricularPacing: "BiV", lvVector: settings.vectorName },
      disturbance: DISTURBANCES[0]!,
      duration_ms: 20_000,
      fault: undefined,
    };
  });

  test("its leads have the plan's thresholds and Q-LV at the plan's vector", () => {
    const [best] = result.plan.sites;
    const { left, qLv_ms } = bench.leads(setup);
    const pair = left.find(({ name }) => name === best!.settings.vectorName)!;
    const { rheobase_V, chronaxie_ms } = pair.capture;
    expect(rheobase_V * (1 + chronaxie_ms / 0.5)).toBeCloseTo(best!.captureThreshold_V.value, 6);
    expect(Math.abs(qLv_ms.get(pair.name)! - best!.qLv_ms!.value)).toBeLessThanOrEqual(1);
  });

  test("beats with it, keeps the safety properties, and its strip shows the surface leads of this heart", () => {
    const run = bench.run(setup);
    expect(run.violations).toEqual([]);
    expect(run.counters.resynchronized).toBeGreaterThan(15);
    const sample = bench.stripsOf(setup.settings, setup.system);
    const strip = sample(run, { start_ms: 4000, duration_ms: 6400 });
    expect(strip.ecg!.leads.map(({ lead }) => lead)).toEqual(["II", "V1"]);
    expect(Math.max(...strip.ecg!.leads.flatMap(({ values }) => [...values].map(Math.abs)))).toBeGreaterThan(0.2);
    expect(sample(run, { start_ms: 4000, duration_ms: 6400 })).toEqual(strip);
  });

  test("a broken left lead is seen by the tests, and no left pulse captures in the loop", () => {
    const faulty = { ...setup, fault: { fault: "fracture", lead: "LV" } as const };
    expect(bench.leads(faulty).left[0]!.impedance_ohm).toBeGreaterThan(2500);
    expect(bench.run(faulty).tally.uncapturedLeft).toBeGreaterThan(15);
    expect(bench.run(setup).tally.uncapturedLeft).toBe(0);
  });

  test("a step of a threshold test captures above the threshold and loses below", () => {
    const lost = (amplitude_V: number, lead: "RV" | "LV") =>
      bench.runOutputTest(setup, {
        ...{ lead, vectorName: setup.settings.lvVector, amplitude_V, pulseWidth_ms: 0.5 },
      }).tally;
    expect(lost(7, "LV").uncapturedLeft).toBe(0);
    expect(lost(0.1, "LV").uncapturedLeft).toBeGreaterThan(3);
    expect(lost(0.1, "RV").uncapturedRight).toBeGreaterThan(3);
  });

  test("is read out with battery, counters and the tests of its leads", () => {
    const snapshot = bench.readOut({ ...setup, duration_ms: 3_600_000 }, "2026-03-09T08:00:00+01:00");
    expect(snapshot.battery!.remaining_months).toBeGreaterThan(12);
    expect(snapshot.counters!.resynchronized).toBeGreaterThan(1000);
    expect(snapshot.tests.length).toBeGreaterThan(8);
  });

  test("a place where the lead does not lie has no heart to pace", () => {
    expect(explorer.placeLead({ ...result.plan.sites[0]!.settings, tipDepth_mm: 999 })).toBeUndefined();
  });
});
