import { beforeAll, describe, expect, test } from "vitest";
import {
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
