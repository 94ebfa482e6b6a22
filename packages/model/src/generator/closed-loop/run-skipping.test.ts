import { describe, expect, test } from "vitest";
import { createRandom } from "../../numerics/random.ts";
import { DEFAULT_RHYTHM } from "../heart/rhythm-parameters.ts";
import { countByKind, countEvents, expandLog } from "../log/event-log.ts";
import { MARKER } from "../log/marker.ts";
import { NOMINAL_CRT_SETTINGS, NOMINAL_SETTINGS } from "../parameters/generator-settings.ts";
import { drawScenario } from "./draw-scenario.ts";
import { runSkipping } from "./run-skipping.ts";
import { runStepped } from "./run-stepped.ts";
import type { Scenario } from "./scenario.ts";

const HOUR_ms = 3_600_000;

/** Sinus rhythm of 850 ms with complete AV block: every beat is tracked. */
const STEADY: Scenario = {
  settings: NOMINAL_SETTINGS,
  rhythm: { ...DEFAULT_RHYTHM, conductsAntegrade: false },
  script: [],
  duration_ms: HOUR_ms,
};

function expectSameLogs(scenario: Scenario): void {
  const skipped = expandLog(runSkipping(scenario));
  const stepped = expandLog(runStepped(scenario));
  expect(skipped.count).toBe(stepped.count);
  expect(skipped.times_us).toEqual(stepped.times_us);
  expect(skipped.kinds).toEqual(stepped.kinds);
  expect(skipped.details).toEqual(stepped.details);
}

describe("skipping of steady rhythm", () => {
  test("an hour of tracked sinus rhythm is two or three blocks that expand to the stepped log", () => {
    const blocks = runSkipping(STEADY);
    expect(blocks.length).toBeLessThanOrEqual(3);
    expect(Math.max(...blocks.map(({ repeatCount }) => repeatCount))).toBeGreaterThan(4000);
    expectSameLogs(STEADY);
  });

  test.each([
    ["Wenckebach 7:6", { sinusInterval_ms: 480 }],
    ["Wenckebach 4:3", { sinusInterval_ms: 60_000 / 130 }],
    ["2:1", { sinusInterval_ms: 390 }],
    [
      "conduction with Wenckebach in the AV node",
      { sinusInterval_ms: 600, conductsAntegrade: true, avRefractory_ms: 400 },
    ],
  ])("%s is found to be periodic too", (_name, change) => {
    const scenario = { ...STEADY, rhythm: { ...STEADY.rhythm, ...change } };
    expect(runSkipping(scenario).length).toBeLessThanOrEqual(3);
    expectSameLogs(scenario);
  });

  test("a year costs no more than an hour, and its counts need no expansion", () => {
    const year = { ...STEADY, settings: NOMINAL_CRT_SETTINGS, duration_ms: 365 * 24 * HOUR_ms };
    const blocks = runSkipping(year);
    expect(blocks.length).toBeLessThanOrEqual(3);
    const beats = Math.floor((year.duration_ms - 950) / 850) + 1;
    expect(countByKind(blocks)[MARKER.LP]).toBe(beats);
    expect(countEvents(blocks)).toBeGreaterThan(4 * beats);
  });

  test("disturbances between steady stretches leave the log as it was", () => {
    const script = [
      { time_ms: 600_000, action: { kind: "pvc" } },
      { time_ms: 900_000, action: { kind: "atrial-tachycardia", interval_ms: 230, spreadFraction: 0.2 } },
      { time_ms: 960_000, action: { kind: "atrial-tachycardia-end" } },
      { time_ms: 1_800_000, action: { kind: "magnet", isOn: true } },
      { time_ms: 1_900_000, action: { kind: "magnet", isOn: false } },
      { time_ms: 2_000_000, action: { kind: "noise", channel: "V", interval_ms: 20 } },
      { time_ms: 2_010_000, action: { kind: "noise-end", channel: "V" } },
    ] as const;
    const settings = { ...NOMINAL_SETTINGS, atrMode: "on", pmtRule: "av-change" } as const;
    const scenario: Scenario = { ...STEADY, settings, script };
    const blocks = runSkipping(scenario);
    expect(blocks.reduce((sum, { kinds }) => sum + kinds.length, 0)).toBeLessThan(countEvents(blocks) / 10);
    expectSameLogs(scenario);
  });

  test("random scenarios of ten minutes have equal logs", () => {
    const random = createRandom(7);
    for (let index = 0; index < 60; index++)
      expectSameLogs(drawScenario(random.stream(index), { duration_ms: 600_000, actionCount: 6 }));
  });
});

test("a scenario moved in time has the same log, moved", () => {
  const action = { kind: "pvc" } as const;
  const at = (time_ms: number): Scenario => ({
    ...STEADY,
    script: [{ time_ms, action }],
    duration_ms: time_ms + 20_000,
  });
  const after = (scenario: Scenario) => {
    const log = expandLog(runStepped(scenario));
    const from_us = 1000 * scenario.script[0]!.time_ms;
    return [...log.times_us].flatMap((t, i) => (t >= from_us ? [[t - from_us, log.kinds[i]]] : []));
  };
  expect(after(at(10_200 + 850 * 1_000))).toEqual(after(at(10_200)));
});
