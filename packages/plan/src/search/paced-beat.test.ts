import { expect, test } from "vitest";
import { combineBeat, listBeatDelays } from "./paced-beat.ts";
import type { ResponseEntry, SearchProblem } from "./search-problem.ts";

const RHYTHM = { intrinsicStart_ms: 150, rvSense_ms: 180 };
const PROBLEM = { captureLatency_ms: 8 } as SearchProblem;

function entry(avDelay_ms: number, vvDelay_ms: number): ResponseEntry {
  return { rv: { rhythm: RHYTHM } as ResponseEntry["rv"], avDelay_ms, vvDelay_ms, refusal: undefined };
}

test("pulses start their fronts after the capture latency, the conducted beat without one", () => {
  expect(listBeatDelays(PROBLEM, entry(120, 20))).toEqual([148, 128, 150]);
});

test("a beat that is inhibited has no delays", () => {
  expect(listBeatDelays(PROBLEM, entry(180, 0))).toBeUndefined();
});

test("a beat is the earliest of its delayed fields, counted from its first start", () => {
  const fields = [Float32Array.of(0, 10, 30), Float32Array.of(40, 20, 0)];
  const times_ms = new Float32Array(3);
  combineBeat(times_ms, { fields, delays_ms: [108, 100] });
  expect([...times_ms]).toEqual([8, 18, 0]);
});
