import { expect, test } from "vitest";
import { findBestEntry } from "./best-entry.ts";
import type { ResponseEntry, RvOption } from "./search-problem.ts";

const RV: RvOption = {
  site: "apex",
  times_ms: new Float32Array(0),
  rhythm: { intrinsicStart_ms: 150, rvSense_ms: 180 },
  grid: { avDelays_ms: [120, 160], vvDelays_ms: [-20, 0, 20] },
  refusals: [undefined, undefined, undefined, "no", "no", "no"],
};

function entry(avDelay_ms: number | undefined, vvDelay_ms: number): ResponseEntry {
  return { rv: RV, avDelay_ms, vvDelay_ms, refusal: avDelay_ms === 160 ? "less than 30 ms are left" : undefined };
}

test("the shortest total wins", () => {
  expect(findBestEntry([110, 100, 105], [entry(120, -20), entry(120, 0), entry(120, 20)])).toBe(1);
});

test("delays that the generator refuses are not chosen, however short its total", () => {
  expect(findBestEntry([110, 90], [entry(120, 0), entry(160, 0)])).toBe(0);
});

test("what is not delivered is not chosen", () => {
  expect(findBestEntry([NaN, 120], [entry(120, 0), entry(120, 20)])).toBe(1);
  expect(findBestEntry([NaN], [entry(120, 0)])).toBeUndefined();
});

test("of equal totals the one nearest to simultaneous pacing is chosen", () => {
  expect(findBestEntry([100, 100, 100], [entry(120, -20), entry(120, 0), entry(120, 20)])).toBe(1);
});

test("without an AV axis every delay is safe", () => {
  expect(findBestEntry([120, 100], [entry(undefined, 0), entry(undefined, 20)])).toBe(1);
});
