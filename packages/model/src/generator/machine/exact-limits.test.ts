import { expect, test } from "vitest";
import { PACE_DETAIL } from "../log/marker.ts";
import { type GeneratorSettings, NOMINAL_CRT_SETTINGS } from "../parameters/generator-settings.ts";
import { inOrder, playGenerator, repeatStimulus, type Stimulus, tell, timesOf } from "./play-generator.fixture.ts";

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
