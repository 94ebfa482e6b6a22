import { expect, test } from "vitest";
import { runSkipping } from "../closed-loop/run-skipping.ts";
import { runStepped } from "../closed-loop/run-stepped.ts";
import { DEFAULT_RHYTHM } from "../heart/rhythm-parameters.ts";
import { NOMINAL_CRT_SETTINGS } from "../parameters/generator-settings.ts";
import { expandLog } from "./event-log.ts";
import { sliceLog } from "./slice-log.ts";

test.each([
  [0, 10_000],
  [3_591_000, 3_593_500],
  [3_599_000, 4_000_000],
])("a slice of a skipped hour holds the same events as the stepped one, %d to %d ms", (from_ms, to_ms) => {
  const scenario = { settings: NOMINAL_CRT_SETTINGS, rhythm: DEFAULT_RHYTHM, script: [], duration_ms: 3_600_000 };
  const whole = expandLog(runStepped(scenario));
  const inside = [...whole.times_us.keys()].filter(
    (i) => whole.times_us[i]! >= 1000 * from_ms && whole.times_us[i]! < 1000 * to_ms,
  );
  const slice = sliceLog(runSkipping(scenario), 1000 * from_ms, 1000 * to_ms);
  expect([...slice.times_us]).toEqual(inside.map((i) => whole.times_us[i]));
  expect([...slice.kinds]).toEqual(inside.map((i) => whole.kinds[i]));
  expect([...slice.details]).toEqual(inside.map((i) => whole.details[i]));
});
