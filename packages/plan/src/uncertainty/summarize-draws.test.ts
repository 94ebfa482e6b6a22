import { describe, expect, test } from "vitest";
import { weighOnly } from "../weights.ts";
import type { DrawResult } from "./draw.ts";
import {
  carrySpread,
  rankDraws,
  type SummarizedSite,
  scoreDraws,
  shareBest,
  shareLostByMiss,
} from "./summarize-draws.ts";

function site(vein: string, arc_mm: number, total_ms: number): SummarizedSite {
  return {
    vein,
    arc_mm,
    values: {
      resynchronization: 0,
      workBalance: NaN,
      pressureRise: NaN,
      electricalDelay: 0.8,
      viableMuscle: 1,
      captureMargin: 1,
      phrenicMargin: 3,
      reachAndStability: 1,
    },
    totalActivationTime_ms: total_ms,
    qLv_ms: 100,
    captureThresholds_V: [1, 1],
    phrenicThresholds_V: [Infinity, 5],
  };
}

function beat(total_ms: number) {
  return { totalActivationTime_ms: total_ms, lvActivationTime_ms: total_ms, qrsDuration_ms: total_ms };
}

function drawn(baseline_ms: number, totals_ms: readonly number[]): DrawResult {
  return {
    baseline: beat(baseline_ms),
    sites: totals_ms.map((total_ms) => ({ ...beat(total_ms), qLv_ms: 100, features: undefined })),
    alternatives: [],
  };
}

describe("scored draws", () => {
  // The coarse mesh is 10 % late everywhere: at the plan's own parameters 110 and 132 instead of 100 and 120.
  const sites = [site("a", 20, 100), site("b", 20, 120)];
  const drawnBeats = {
    results: [drawn(176, [110, 132]), drawn(176, [143, 121])],
    central: drawn(176, [110, 132]),
    baseline: beat(160),
  };
  const scored = scoreDraws(sites, drawnBeats, weighOnly("resynchronization"));

  test("give the fine mesh's value where the draw has the plan's own parameters", () => {
    expect(scored.values[0]![0]!.resynchronization).toBeCloseTo(100 * (1 - 100 / 160), 9);
  });

  test("change it by the ratio that the coarse mesh gives", () => {
    expect(scored.values[1]![1]!.resynchronization).toBeCloseTo(100 * (1 - 110 / 160), 9);
  });

  test("share the first place draw by draw", () => {
    expect(shareBest(scored)).toEqual([0.5, 0.5]);
    expect(rankDraws(scored)).toEqual([
      [1, 2],
      [2, 1],
    ]);
  });
});

test("a miss is lost only where another vein is better than where the lead then lies", () => {
  const sites = [site("a", 20, 100), site("a", 42, 100), site("b", 20, 100)];
  // 11 mm toward the second site of the vein the score is halfway to it; the other way it stays.
  const scored = { values: [], scores: [[1, 0.4, 0.75]] };
  expect(shareLostByMiss(sites, scored, 0)).toBe(0.5);
  expect(shareLostByMiss(sites.slice(0, 2), { values: [], scores: [[1, 0.4]] }, 0)).toBe(0);
});

test("a spread is carried by ratio and always holds its value", () => {
  const drawnTotals = [100, 110, 120];
  const carried = carrySpread(99, 110, drawnTotals);
  expect(carried.value).toBe(99);
  expect(carried.low).toBeCloseTo(91.8, 9);
  expect(carried.high).toBeCloseTo(106.2, 9);
});
