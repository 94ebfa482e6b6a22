import { describe, expect, test } from "vitest";
import { runStepped } from "../closed-loop/run-stepped.ts";
import type { ScriptedAction } from "../closed-loop/scenario.ts";
import { DEFAULT_RHYTHM, type RhythmSettings } from "../heart/rhythm-parameters.ts";
import { expandLog } from "../log/event-log.ts";
import { MARKER, markerName } from "../log/marker.ts";
import { playGenerator, repeatStimulus, timesOf } from "../machine/play-generator.fixture.ts";
import { type GeneratorSettings, NOMINAL_CRT_SETTINGS } from "../parameters/generator-settings.ts";
import { type DetectionCounter, NOMINAL_TACHYCARDIA, type TachycardiaSettings } from "./tachycardia-settings.ts";

const OFF = { onset_percent: "off", stability_ms: "off", vFasterThanA_bpm: "off", timeout_s: "off" } as const;

/** One zone from 150 bpm (400 ms) without therapy, counted as given. */
function monitorZone(counter: DetectionCounter): TachycardiaSettings {
  const zone = { name: "VT", rate_bpm: 150, counter, discriminators: OFF, therapies: [] } as const;
  return { ...NOMINAL_TACHYCARDIA, zones: [zone] };
}

/** Senses at these intervals, the first at 500 ms; VVI, VRP 150 ms. */
function detect(counter: DetectionCounter, intervals_ms: readonly number[]): number[] {
  const times = [500];
  for (const interval_ms of intervals_ms) times.push(times.at(-1)! + interval_ms);
  const settings = { mode: "VVI", ventricularRefractory_ms: 150, tachycardia: monitorZone(counter) } as const;
  const played = playGenerator(
    settings,
    times.map((t) => [t, "V"] as const),
    times.at(-1)!,
  );
  return timesOf(played, "TACHYCARDIA_FOUND").map((t) => times.indexOf(t));
}

const FAST = 350;
const SLOW = 700;

describe("counting of intervals", () => {
  test("consecutive: 12 in a row, a slow one starts again, the limit itself is in the zone", () => {
    const counter = { kind: "consecutive", count: 12, redetectionCount: 8 } as const;
    expect(detect(counter, Array(12).fill(400))[0]).toBe(12);
    expect(detect(counter, Array(30).fill(401))).toEqual([]);
    expect(detect(counter, [...Array(11).fill(FAST), SLOW, ...Array(12).fill(FAST)])[0]).toBe(24);
  });

  test("up-down: a slow one takes one away", () => {
    const counter = { kind: "up-down", count: 12, redetectionCount: 8 } as const;
    expect(detect(counter, [...Array(11).fill(FAST), SLOW, FAST, FAST])[0]).toBe(14);
  });

  test("X of Y: 12 of the last 16", () => {
    const counter = { kind: "x-of-y", x: 12, y: 16, redetectionX: 6 } as const;
    expect(detect(counter, [...Array(10).fill(FAST), SLOW, SLOW, FAST, FAST])[0]).toBe(14);
    const threeOfFour = Array.from({ length: 60 }, (_, i) => (i % 3 === 2 ? SLOW : FAST));
    expect(detect(counter, threeOfFour)).toEqual([]);
  });

  test("duration: 8 of 10 open 2.5 s, which pass while 6 of 10 stay fast", () => {
    const counter = { kind: "duration", duration_s: 2.5, redetectionDuration_s: 1 } as const;
    // Opened by the 8th interval; 2.5 s later is the 8th interval of 350 ms after that.
    expect(detect(counter, Array(20).fill(FAST))[0]).toBe(16);
    expect(detect(counter, [...Array(10).fill(FAST), ...Array(5).fill(SLOW)])).toEqual([]);
  });
});

function run(
  script: readonly ScriptedAction[],
  rhythm: Partial<RhythmSettings>,
  change: Partial<GeneratorSettings> = {},
) {
  const log = expandLog(
    runStepped({
      settings: { ...NOMINAL_CRT_SETTINGS, tachycardia: NOMINAL_TACHYCARDIA, ...change },
      rhythm: { ...DEFAULT_RHYTHM, conductsRetrograde: false, ...rhythm },
      script,
      duration_ms: 120_000,
    }),
  );
  const events = Array.from({ length: log.count }, (_, i) => ({
    time_ms: log.times_us[i]! / 1000,
    kind: log.kinds[i]!,
  }));
  const find = (kind: number) => events.filter((event) => event.kind === kind).map(({ time_ms }) => time_ms);
  return { find, names: [...new Set(events.map(({ kind }) => markerName(kind)))] };
}

const VT_320: ScriptedAction[] = [{ time_ms: 10_000, action: { kind: "ventricular-tachycardia", interval_ms: 320 } }];
const VF_240: ScriptedAction[] = [{ time_ms: 10_000, action: { kind: "ventricular-tachycardia", interval_ms: 240 } }];
const FAST_HEART = { ventricularRefractory_ms: 190 };

describe("therapy", () => {
  test("a tachycardia of 320 ms is ended by a burst of 8 pulses at 88 %", () => {
    const { find } = run(VT_320, FAST_HEART);
    const pulses = find(MARKER.TP);
    expect(pulses.length).toBe(8);
    expect(pulses[1]! - pulses[0]!).toBeCloseTo(0.88 * 320, 1);
    expect(find(MARKER.EPISODE_END).length).toBe(1);
    expect(find(MARKER.SHOCK)).toEqual([]);
  });

  test.each([
    ["BiV", 16],
    ["LV", 8],
  ] as const)("biventricular bursts with %s pacing have %d pulses", (ventricularPacing, count) => {
    const tachycardia = { ...NOMINAL_TACHYCARDIA, biventricularAtp: true };
    expect(run(VT_320, FAST_HEART, { tachycardia, ventricularPacing }).find(MARKER.TP).length).toBe(count);
  });

  test("the atrium is not paced meanwhile, however high the lower rate", () => {
    const change = {
      lowerRateLimit_ppm: 160,
      upperRateLimit_ppm: 165,
      pvarp_ms: 150,
      safetyAvDelay_ms: "off",
    } as const;
    const { find } = run(VT_320, { ...FAST_HEART, sinusInterval_ms: 5000 }, change);
    const pulses = find(MARKER.TP);
    expect(pulses.length).toBeGreaterThan(7);
    expect(find(MARKER.AP).filter((t) => t > pulses[0]! && t < pulses[7]!)).toEqual([]);
  });

  test("what no pacing ends is shocked, after bursts 20 ms apart and a ramp of 10 ms a pulse", () => {
    const { find } = run(VT_320, { ...FAST_HEART, atpPulsesToEnd: "never" });
    const pulses = find(MARKER.TP);
    const step = (from: number) => pulses[from + 1]! - pulses[from]!;
    expect(pulses.length).toBe(24);
    expect(step(0) - step(8)).toBeCloseTo(20, 0);
    expect(step(16)).toBeCloseTo(0.81 * 320 - 10, 0);
    expect(step(16) - step(17)).toBeCloseTo(10, 3);
    expect(step(22)).toBe(220);
    expect(find(MARKER.SHOCK).length).toBe(1);
    expect(find(MARKER.EPISODE_END).length).toBe(1);
  });

  test("35 J at 4 W take 8.75 s to charge; the shock falls on a ventricular sense", () => {
    const { find } = run(VF_240, { ...FAST_HEART, atpPulsesToEnd: "never" });
    expect(find(MARKER.CHARGE_END)[0]! - find(MARKER.CHARGE_START)[0]!).toBe(8750);
    expect(find(MARKER.V_DEFLECTION)).toContain(find(MARKER.SHOCK)[0]);
  });

  test("a tachycardia that ends while charging aborts the shock", () => {
    const end: ScriptedAction = { time_ms: 26_000, action: { kind: "ventricular-tachycardia-end" } };
    const { find } = run([...VF_240, end], { ...FAST_HEART, atpPulsesToEnd: "never" });
    expect(find(MARKER.CHARGE_START).length).toBe(1);
    expect(find(MARKER.CHARGE_ABORTED).length).toBe(1);
    expect(find(MARKER.SHOCK)).toEqual([]);
  });

  test("no pulse comes within 220 ms of the last", () => {
    const pulses = run(VF_240, { ...FAST_HEART, atpPulsesToEnd: "never" }).find(MARKER.TP);
    expect(Math.min(...pulses.slice(1).map((t, i) => t - pulses[i]!))).toBeGreaterThanOrEqual(220);
  });
});

describe("discriminators", () => {
  const CONDUCTING = { avConduction_ms: 120, avRefractory_ms: 130, ...FAST_HEART };

  test("sinus tachycardia that rises slowly to 176 a minute is not treated", () => {
    const script = Array.from(
      { length: 45 },
      (_, i): ScriptedAction => ({
        time_ms: 10_000 + 1000 * i,
        action: { kind: "rhythm", change: { sinusInterval_ms: 780 - 10 * i } },
      }),
    );
    const { find } = run(script, CONDUCTING);
    expect(find(MARKER.SVT_FOUND).length).toBeGreaterThan(0);
    expect(find(MARKER.TP)).toEqual([]);
  });

  test("an irregular response to atrial fibrillation is not treated", () => {
    const script: ScriptedAction[] = [
      { time_ms: 10_000, action: { kind: "atrial-tachycardia", interval_ms: 150, spreadFraction: 0.3 } },
    ];
    const { find } = run(script, { ...CONDUCTING, concealedConduction_ms: 120 });
    expect(find(MARKER.TACHYCARDIA_FOUND)).toEqual([]);
  });

  test("ventricles faster than atria are treated", () => {
    const { find } = run(VT_320, { ...FAST_HEART, conductsAntegrade: false });
    expect(find(MARKER.TACHYCARDIA_FOUND).length).toBeGreaterThan(0);
    expect(find(MARKER.SVT_FOUND)).toEqual([]);
  });
});

test("post-shock pacing goes on at the lower rate", () => {
  const { find } = run(VF_240, {
    ...FAST_HEART,
    atpPulsesToEnd: "never",
    sinusInterval_ms: 5000,
    conductsAntegrade: false,
  });
  const shock_ms = find(MARKER.SHOCK)[0]!;
  const paces = find(MARKER.LP).filter((t) => t > shock_ms);
  expect(paces[0]! - shock_ms).toBeLessThanOrEqual(1200);
});

test("senses every 300 ms in VRP 320 are all counted: refractory ones too", () => {
  const settings = {
    mode: "VVI",
    tachycardia: monitorZone({ kind: "consecutive", count: 12, redetectionCount: 8 }),
  } as const;
  const played = playGenerator(settings, repeatStimulus("V", 500, 300, 13), 5000);
  expect(timesOf(played, "TACHYCARDIA_FOUND")).toEqual([500 + 12 * 300]);
});
