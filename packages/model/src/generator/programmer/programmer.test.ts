import { describe, expect, test } from "vitest";
import { runSkipping } from "../closed-loop/run-skipping.ts";
import { runStepped } from "../closed-loop/run-stepped.ts";
import type { Scenario } from "../closed-loop/scenario.ts";
import { DEFAULT_RHYTHM } from "../heart/rhythm-parameters.ts";
import { NOMINAL_CRT_SETTINGS } from "../parameters/generator-settings.ts";
import { connectAll, GENERATOR_DEVICES } from "../system/implanted-system.ts";
import { NOMINAL_TACHYCARDIA } from "../tachycardia/tachycardia-settings.ts";
import {
  atrialPacedFraction,
  countPacing,
  RATE_CLASSES_bpm,
  resynchronizedFractions,
  ventricularPacedFraction,
} from "./count-pacing.ts";
import { estimateBattery } from "./estimate-battery.ts";
import { interrogate } from "./interrogate.ts";
import { listEpisodes } from "./list-episodes.ts";

const HOUR_ms = 3_600_000;
const IMPEDANCES = { atrial_ohm: 500, right_ohm: 500, left_ohm: 700 };
const TRACKED: Scenario = {
  settings: NOMINAL_CRT_SETTINGS,
  rhythm: { ...DEFAULT_RHYTHM, conductsAntegrade: false },
  script: [],
  duration_ms: HOUR_ms,
};

describe("counters", () => {
  test("of tracked sinus rhythm: no atrial pacing, every beat resynchronized and captured", () => {
    const counters = countPacing(runSkipping(TRACKED));
    expect(atrialPacedFraction(counters)).toBe(0);
    expect(ventricularPacedFraction(counters)).toBe(1);
    expect(resynchronizedFractions(counters)).toEqual({ delivered: 1, effective: 1 });
    expect(counters.ventricularPaced).toBe(Math.floor((HOUR_ms - 951) / 850) + 1);
  });

  test("the histogram holds each interval in its class: 850 ms are 70.6 a minute", () => {
    const { ventricularRates, ventricularPaced } = countPacing(runSkipping(TRACKED));
    const index = RATE_CLASSES_bpm.indexOf(80);
    expect(ventricularRates[index]).toBe(ventricularPaced - 1);
    expect(ventricularRates.reduce((sum, count) => sum + count, 0)).toBe(ventricularPaced - 1);
  });

  test("are the same of a skipped and of a stepped log, with disturbances too", () => {
    const script = [
      { time_ms: 400_000, action: { kind: "pvc" } },
      { time_ms: 1_000_000, action: { kind: "atrial-tachycardia", interval_ms: 210, spreadFraction: 0.2 } },
      { time_ms: 1_060_000, action: { kind: "atrial-tachycardia-end" } },
    ] as const;
    const scenario = { ...TRACKED, settings: { ...NOMINAL_CRT_SETTINGS, atrMode: "on" } as const, script };
    expect(countPacing(runSkipping(scenario))).toEqual(countPacing(runStepped(scenario)));
    expect(countPacing(runSkipping(scenario))).toMatchObject({ modeSwitches: 1, ventricularSensed: 1 });
  });

  test("a left pulse that does not capture is delivered and not effective", () => {
    const rhythm = { ...TRACKED.rhythm, leftThreshold_V: 5 };
    expect(resynchronizedFractions(countPacing(runSkipping({ ...TRACKED, rhythm })))).toEqual({
      delivered: 1,
      effective: 0,
    });
  });

  test("a pulse into a front that has passed is pseudo-fusion and not effective", () => {
    const rhythm = { ...TRACKED.rhythm, pacedTransit_ms: 60 };
    const settings = { ...NOMINAL_CRT_SETTINGS, vvDelay_ms: -80 };
    const counters = countPacing(runSkipping({ ...TRACKED, rhythm, settings }));
    expect(resynchronizedFractions(counters)).toEqual({ delivered: 1, effective: 0 });
  });

  test("triggered pulses on sensed beats count for neither", () => {
    const rhythm = { ...DEFAULT_RHYTHM, avConduction_ms: 90, rightToLeft_ms: 0 };
    const settings = { ...NOMINAL_CRT_SETTINGS, triggeredPacing: "on" } as const;
    const counters = countPacing(runSkipping({ ...TRACKED, rhythm, settings }));
    expect(counters.triggered).toBeGreaterThan(4000);
    expect(resynchronizedFractions(counters)).toEqual({ delivered: 0, effective: 0 });
  });
});

describe("battery", () => {
  test("a year at the counted pacing uses what the current gives", () => {
    const year_ms = 365.25 * 24 * HOUR_ms;
    const counters = countPacing(runSkipping({ ...TRACKED, duration_ms: year_ms }));
    const battery = estimateBattery(NOMINAL_CRT_SETTINGS, counters, 1000 * year_ms, IMPEDANCES);
    expect(battery.usedFraction).toBeCloseTo((battery.current_uA * 8766) / 1.2e6, 6);
    expect(battery.remaining_years).toBeCloseTo(1.2e6 / (8766 * battery.current_uA) - 1, 6);
  });
});

describe("interrogation", () => {
  const script = [{ time_ms: 20_000, action: { kind: "ventricular-tachycardia", interval_ms: 320 } }] as const;
  const settings = { ...NOMINAL_CRT_SETTINGS, tachycardia: NOMINAL_TACHYCARDIA };
  const rhythm = { ...TRACKED.rhythm, ventricularRefractory_ms: 190 };
  const blocks = runSkipping({ ...TRACKED, settings, rhythm, script });

  test("lists the episodes with their therapy", () => {
    expect(listEpisodes(blocks)).toMatchObject([{ kind: "tachycardia", pulses: 8, shocks: 0 }]);
    expect(listEpisodes(blocks)[0]!.end_us).toBeGreaterThan(20e6);
  });

  test("holds plain values of one moment: written and read back it is the same", () => {
    const system = connectAll(GENERATOR_DEVICES["CRT-D"]);
    const snapshot = interrogate({ system, settings, impedances: IMPEDANCES, tests: [] }, blocks, 1000 * HOUR_ms);
    expect(JSON.parse(JSON.stringify(snapshot))).toEqual(snapshot);
    expect(snapshot.counters.antitachycardiaPulses).toBe(8);
    expect(snapshot.battery.remaining_years).toBeGreaterThan(3);
  });
});
