import { expect, test } from "vitest";
import { runSkipping } from "../closed-loop/run-skipping.ts";
import { runStepped } from "../closed-loop/run-stepped.ts";
import { DEFAULT_RHYTHM } from "../heart/rhythm-parameters.ts";
import { NOMINAL_CRT_SETTINGS } from "../parameters/generator-settings.ts";
import { measureIntervals } from "./measure-intervals.ts";

const SCENARIO = { settings: NOMINAL_CRT_SETTINGS, rhythm: DEFAULT_RHYTHM, script: [], duration_ms: 60_000 };

test("a sinus rhythm of 850 ms tracked at a sensed AV delay of 100 ms has these intervals and no paced AV delay", () => {
  const { atrial, ventricular, sensedAv, pacedAv } = measureIntervals(runStepped(SCENARIO));
  expect(atrial).toMatchObject({ mean_ms: 850, least_ms: 850, most_ms: 850 });
  expect(ventricular).toMatchObject({ mean_ms: 850 });
  expect(sensedAv).toMatchObject({ mean_ms: 100, least_ms: 100, most_ms: 100 });
  expect(pacedAv).toBeUndefined();
});

test("a log with skipped cycles has the intervals of the stepped one", () => {
  const script = [{ time_ms: 20_000, action: { kind: "pvc" as const } }];
  const scenario = { ...SCENARIO, script, rhythm: { ...DEFAULT_RHYTHM, sinusInterval_ms: 1300 } };
  expect(measureIntervals(runSkipping(scenario))).toEqual(measureIntervals(runStepped(scenario)));
});
