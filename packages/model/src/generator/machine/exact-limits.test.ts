import { expect, test } from "vitest";
import { markerName, PACE_DETAIL } from "../log/marker.ts";
import { type GeneratorSettings, NOMINAL_CRT_SETTINGS, NOMINAL_SETTINGS } from "../parameters/generator-settings.ts";
import { createGeneratorState } from "./generator-state.ts";
import { compileTiming } from "./generator-timing.ts";
import { inOrder, playGenerator, repeatStimulus, type Stimulus, tell, timesOf } from "./play-generator.fixture.ts";
import { type GeneratorEvent, stepGenerator } from "./step-generator.ts";

// Each test stands at a limit that a machine off by the least step would miss.

test("conduction as long as the search's AV delay is measured, a microsecond longer is not", () => {
  const settings: Partial<GeneratorSettings> = {
    ...NOMINAL_CRT_SETTINGS,
    ...{ avAlgorithm: "intrinsic-offset", avAlgorithmOffset_ms: 50, avSearchDelay_ms: 300 },
    ...{ fixedAvDelay_ms: 150, sensedAvDelayOffset_ms: "off", pvarp_ms: 150 },
  };
  const delayAfter = (conduction_ms: number) => {
    const beats = repeatStimulus("A", 800, 900, 40);
    const conducted = beats.map(([t]): Stimulus => [t + conduction_ms, "V"]);
    const last_ms = timesOf(playGenerator(settings, inOrder(beats, conducted), 36_800), "LP").at(-1)!;
    return last_ms - beats.findLast(([t]) => t < last_ms)![0];
  };
  expect(delayAfter(300)).toBe(250);
  expect(delayAfter(300.001)).toBe(150);
});

test("Pace-Now stops an atrial escape that runs", () => {
  expect(timesOf(playGenerator({}, [[500, "pace now"]], 2000), "AP")).toEqual([]);
});

test("a sensor at rest leaves hysteresis its interval", () => {
  const settings = { mode: "VVIR", hysteresisRateLimit_ppm: 50 } as const;
  expect(timesOf(playGenerator(settings, [[500, "V"]], 2000), "VP")).toEqual([1700]);
});

test("Pace-Now keeps its 65 a minute where the upper rate is lower", () => {
  const settings = { mode: "VVI", lowerRateLimit_ppm: 40, upperRateLimit_ppm: 50 } as const;
  expect(timesOf(playGenerator(settings, [[100, "pace now"]], 2000), "VP")).toEqual([1023.077, 1946.154]);
});

test("with A-A timing a sensor's ventricular pace keeps its interval from the ventricular event before", () => {
  const settings: Partial<GeneratorSettings> = {
    ...{ mode: "DDDR", timingScheme: "atrial", maximumSensorRate_ppm: 150, responseFactor: 16, reactionTime_s: 10 },
    pvarp_ms: 150,
  };
  const last_ms = timesOf(playGenerator(settings, [[1, "activity"]], 30_000), "VP").at(-1)!;
  const tracked: Stimulus[] = [
    [1, "activity"],
    [last_ms + 160, "A"],
  ];
  const paces = timesOf(playGenerator(settings, tracked, last_ms + 950), "VP").map((t) => Math.round(t - last_ms));
  expect(paces.slice(-2)).toEqual([500, 900]);
});

test("a deflection at the end of refractory is noise beyond it: the pace is asynchronous", () => {
  const settings = { mode: "VVI", lowerRateLimit_ppm: 170, upperRateLimit_ppm: 175 } as const;
  const noise: Stimulus[] = [
    [602.941, "V"],
    [672.941, "V"],
  ];
  const played = playGenerator(settings, noise, 706);
  expect(tell(played).slice(1)).toEqual(["VR 602.941", "VN 672.941", "VP 705.882"]);
  expect(played.events.at(-1)!.detail).toBe(PACE_DETAIL.ASYNCHRONOUS);
});

test("left pacing alone is one pulse, with multipoint two", () => {
  const alone = { ...NOMINAL_CRT_SETTINGS, ventricularPacing: "LV" } as const;
  expect(tell(playGenerator(alone, [[800, "A"]], 1000))).toEqual(["AS 800", "LP 900"]);
  const two = { ...alone, multipointDelay_ms: 20, lvSecondVector: "LV3 → can" } as const;
  expect(tell(playGenerator(two, [[800, "A"]], 1000))).toEqual(["AS 800", "LP 900", "LP2 920"]);
});

test("2 s after the last atrial event a ventricular one counts as slow, and not at 2 s", () => {
  const settings: Partial<GeneratorSettings> = {
    ...{ atrMode: "on", atrDuration_cycles: 10, modeSwitchRule: "counter" },
    ...{ modeSwitchEntryCount: 8, modeSwitchExitCount: 1 },
  };
  // So fast that one beat lost to blanking leaves a fast interval too.
  const fast = repeatStimulus("A", 900, 150, 100);
  const last_ms = fast.at(-1)![0];
  const endAfter = (silence_ms: number) => {
    const beats = [400, 800, 1200, 1600, silence_ms].map((after_ms): Stimulus => [last_ms + after_ms, "V"]);
    return timesOf(playGenerator(settings, inOrder(fast, beats), last_ms + 5000), "ATR_END").at(-1)! - last_ms;
  };
  expect(endAfter(2000.001)).toBeCloseTo(2000.001, 6);
  expect(endAfter(2000)).toBeGreaterThan(2001);
});

test("a step does what its event says and nothing else", () => {
  const timing = compileTiming({ ...NOMINAL_SETTINGS, mode: "DDDR" });
  const step = (event: GeneratorEvent) => {
    const { out, state } = stepGenerator(createGeneratorState(timing, 0), timing, event);
    return [...out.kinds.subarray(0, out.count)].map(markerName).concat(String(state.sensorTarget_ppm));
  };
  const time_us = 600_000;
  expect(step({ kind: "A", time_us })).toEqual(["AS", "60"]);
  expect(step({ kind: "V", time_us })).toEqual(["VS", "60"]);
  expect(step({ kind: "magnet", time_us, isOn: true })).toEqual(["MAGNET_ON", "60"]);
  expect(step({ kind: "magnet", time_us, isOn: false })).toEqual(["MAGNET_OFF", "60"]);
  expect(step({ kind: "pace-now", time_us })).toEqual(["PACE_NOW", "60"]);
  expect(step({ kind: "activity", time_us, activityFraction: 1 })).toEqual(["120"]);
});

test("after a left pulse alone the right ventricle is blanked for 30 ms", () => {
  const settings = { ...NOMINAL_CRT_SETTINGS, ventricularPacing: "LV" } as const;
  const markersWith = (time_ms: number) => {
    const stimuli: Stimulus[] = [
      [800, "A"],
      [time_ms, "V"],
    ];
    return tell(playGenerator(settings, stimuli, 940)).slice(2);
  };
  expect(markersWith(929.999)).toEqual([]);
  expect(markersWith(930)).toEqual(["VR 930"]);
});
