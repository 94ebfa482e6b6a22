import { describe, expect, test } from "vitest";
import { NAMED_SCENARIOS } from "../closed-loop/named-scenarios.ts";
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
import { type InterrogatedParts, interrogate } from "./interrogate.ts";
import { listEpisodes } from "./list-episodes.ts";
import { normalizeTime, shiftTime } from "./session-time.ts";

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
    if (!battery) expect.unreachable("every paced chamber has an impedance");
    expect(battery.usedFraction).toBeCloseTo((battery.current_uA * 8766) / 1.2e6, 6);
    expect(battery.remaining_years).toBeCloseTo(1.2e6 / (8766 * battery.current_uA) - 1, 6);
  });

  test("is not estimated where a paced chamber has no impedance, or nothing was counted", () => {
    const counters = countPacing(runSkipping(TRACKED));
    const estimate = (impedances: object, duration_us: number) =>
      estimateBattery(NOMINAL_CRT_SETTINGS, counters, duration_us, { ...IMPEDANCES, ...impedances });
    expect(estimate({ left_ohm: undefined }, 1000 * HOUR_ms)).toBeUndefined();
    expect(estimate({}, 0)).toBeUndefined();
    expect(estimate({ atrial_ohm: undefined }, 1000 * HOUR_ms)).toEqual(estimate({}, 1000 * HOUR_ms));
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

  const system = {
    ...connectAll(GENERATOR_DEVICES["CRT-D"]),
    identity: { manufacturer: "Maker", model: "M1", serial: "S1", implantDate: "2024-05-02" },
  };
  const parts: InterrogatedParts = {
    session: { time: "2026-03-09T08:00:00+01:00", kind: "in clinic" },
    system,
    settings,
    chambers: {
      RA: { signal_mV: 3 },
      RV: { threshold_V: 0.7, thresholdPulseWidth_ms: 0.4, impedance_ohm: 500 },
      LV: { impedance_ohm: 700 },
    },
    tests: [],
  };
  const snapshot = interrogate(parts, blocks, 1000 * HOUR_ms);

  test("holds plain values: written as JSON and read back it is the same", () => {
    expect(JSON.parse(JSON.stringify(snapshot))).toEqual(snapshot);
    expect(snapshot.counters?.antitachycardiaPulses).toBe(8);
    expect(snapshot.battery?.remaining_months).toBeGreaterThan(36);
  });

  test("tells moments on the clock of the session", () => {
    expect(snapshot.session.time).toBe("2026-03-09T08:00:00.000+01:00");
    expect(snapshot.pacing.countedFrom).toBe("2026-03-09T07:00:00.000+01:00");
    expect(snapshot.episodes[0]!.start).toMatch(/^2026-03-09T07:00:2\d\.\d{3}\+01:00$/);
  });

  test("names generator and connected leads", () => {
    expect(snapshot.generator).toEqual({ kind: "CRT-D", ...system.identity });
    expect(snapshot.leads.map(({ place, electrodeCount }) => [place, electrodeCount])).toEqual([
      ["RA", undefined],
      ["RV", undefined],
      ["LV", 4],
    ]);
    const plugged = interrogate({ ...parts, system: { ...system, contents: [0, 1, "plug"] } }, blocks, 1000 * HOUR_ms);
    expect(plugged.leads.map(({ place }) => place)).toEqual(["RA", "RV"]);
    expect(plugged.pacing.resynchronized_percent).toBeUndefined();
  });

  test("leaves out what was not measured or not counted", () => {
    expect(snapshot.chambers.RA).toEqual({ signal_mV: 3 });
    const nothing = interrogate({ ...parts, chambers: {} }, [], 0);
    expect(nothing.battery).toBeUndefined();
    expect(Object.keys(nothing.pacing)).toEqual(["countedFrom", "countedTo"]);
  });
});

describe("session time", () => {
  test("keeps the zone as it was written, over midnight and a leap day", () => {
    expect(normalizeTime("2026-03-09T08:00:00Z")).toBe("2026-03-09T08:00:00.000+00:00");
    expect(shiftTime("2024-03-01T00:30:00-05:30", -3_600_000)).toBe("2024-02-29T23:30:00.000-05:30");
  });

  test.each([
    "2026-03-09",
    "2026-03-09T08:00:00",
    "2026-02-30T08:00:00Z",
    "2026-03-09T25:00:00Z",
    "2026-03-09T08:00:00+99:00",
  ])("refuses %s", (time) => {
    expect(() => normalizeTime(time)).toThrow(expect.objectContaining({ code: "bad-session-time" }));
  });
});

test("a scenario holds plain values too, also where no pulse ends its tachycardia", () => {
  for (const { scenario } of NAMED_SCENARIOS) expect(JSON.parse(JSON.stringify(scenario))).toEqual(scenario);
});
