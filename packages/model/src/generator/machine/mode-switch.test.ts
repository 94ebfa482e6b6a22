import { describe, expect, test } from "vitest";
import { inOrder, playGenerator, repeatStimulus, timesOf } from "./play-generator.fixture.ts";

const ON = { atrMode: "on", atrDuration_cycles: 20 } as const;
const FAST_ms = 250;
const SLOW_ms = 700;

/** `slow` slow beats, then `fast` beats a quarter of a second apart, then slow ones again. */
function rhythm(fast: number, slowAfter: number) {
  const start_ms = 900 + 12 * SLOW_ms;
  const slowBefore = repeatStimulus("A", 900, SLOW_ms, 12);
  const run = repeatStimulus("A", start_ms - SLOW_ms + FAST_ms, FAST_ms, fast);
  const end_ms = run.at(-1)![0];
  const slow = repeatStimulus("A", end_ms + SLOW_ms, SLOW_ms, slowAfter);
  return { stimuli: inOrder(slowBefore, run, slow), end_ms, until_ms: end_ms + (slowAfter + 1) * SLOW_ms };
}

describe("mode switch, 8 of 10 fast, duration 20 cycles", () => {
  test("7 fast intervals of 10 never open a duration", () => {
    const { stimuli, until_ms } = rhythm(7, 20);
    expect(timesOf(playGenerator(ON, stimuli, until_ms), "ATR_DURATION")).toEqual([]);
  });

  test("8 fast intervals of 10 do", () => {
    const { stimuli, until_ms } = rhythm(8, 20);
    expect(timesOf(playGenerator(ON, stimuli, until_ms), "ATR_DURATION").length).toBe(1);
  });

  test("with a lasting tachycardia it falls back at the 20th ventricular event after that, and on such an event", () => {
    const { stimuli, end_ms } = rhythm(120, 0);
    const played = playGenerator(ON, stimuli, end_ms);
    const [open_ms] = timesOf(played, "ATR_DURATION");
    const cycles = timesOf(played, "VP").filter((time_ms) => time_ms > open_ms!);
    expect(timesOf(played, "ATR_FALLBACK")).toEqual([cycles[19]]);
  });

  test("sinus rhythm from cycle 15 on aborts it", () => {
    const { stimuli, until_ms } = rhythm(36, 20);
    const played = playGenerator(ON, stimuli, until_ms);
    const [open_ms] = timesOf(played, "ATR_DURATION");
    const [end_ms] = timesOf(played, "ATR_END");
    const cycles = timesOf(played, "VP").filter((time_ms) => time_ms > open_ms! && time_ms < end_ms!);
    expect(cycles.length).toBeGreaterThan(14);
    expect(cycles.length).toBeLessThan(20);
    expect(timesOf(played, "ATR_FALLBACK")).toEqual([]);
  });

  test("in fallback the atrium is not tracked and the rate falls to the lower rate within the fallback time", () => {
    const { stimuli, end_ms } = rhythm(700, 0);
    const played = playGenerator(ON, stimuli, end_ms);
    const [fallback_ms] = timesOf(played, "ATR_FALLBACK");
    const paces = timesOf(played, "VP").filter((time_ms) => time_ms >= fallback_ms!);
    const intervals = paces.slice(1).map((pace_ms, i) => pace_ms - paces[i]!);
    expect(intervals[0]).toBeCloseTo(500, 0);
    const changes = intervals.slice(1).map((interval_ms, i) => interval_ms - intervals[i]!);
    expect(Math.min(...changes)).toBeGreaterThan(-0.001);
    const settled = paces.find((_, i) => Math.round(intervals[i]!) === 1000)!;
    expect(settled - fallback_ms!).toBeGreaterThan(59_000);
    expect(settled - fallback_ms!).toBeLessThan(62_000);
  });

  test("it ends at a ventricular event once fewer than 6 of 10 are fast", () => {
    const { stimuli, end_ms, until_ms } = rhythm(120, 12);
    const played = playGenerator(ON, stimuli, until_ms);
    const [end] = timesOf(played, "ATR_END");
    const fifthSlow_ms = end_ms + 5 * SLOW_ms;
    expect(end).toBe(timesOf(played, "VP").find((time_ms) => time_ms >= fifthSlow_ms));
  });

  test.each([
    ["partly blanked", "Ab", 50, 1],
    ["refractory", "AR", 200, 1],
    ["absolutely blanked", undefined, 20, 0],
  ])("%s beats 400 ms apart open it or not: %s, %d ms after V", (_name, marker, after_ms, opened) => {
    const settings = { ...ON, pvab_ms: 150, pvabAbsolute_ms: 30 } as const;
    const stimuli = inOrder(repeatStimulus("V", 600, 400, 30), repeatStimulus("A", 600 + after_ms, 400, 30));
    const played = playGenerator(settings, stimuli, 12_500);
    if (marker) expect(timesOf(played, marker).length).toBe(30);
    expect(timesOf(played, "ATR_DURATION").length).toBe(opened);
  });

  test("noise does not open it", () => {
    const played = playGenerator(ON, repeatStimulus("A", 300, 60, 200), 12_500);
    expect(timesOf(played, "AN").length).toBeGreaterThan(100);
    expect(timesOf(played, "ATR_DURATION")).toEqual([]);
  });
});

test("VDD falls back to VVI even where DDI is programmed: it never paces the atrium", () => {
  const settings = { ...ON, mode: "VDD", modeSwitchMode: "DDI", atrDuration_cycles: 10 } as const;
  const { stimuli, end_ms } = rhythm(60, 0);
  const played = playGenerator(settings, stimuli, end_ms + 20_000);
  expect(timesOf(played, "ATR_FALLBACK").length).toBe(1);
  expect(timesOf(played, "AP")).toEqual([]);
});

test("with 8 of 10 an interval of URI is not fast, a microsecond less is", () => {
  const opened = (interval_ms: number) =>
    timesOf(playGenerator(ON, repeatStimulus("A", 300, interval_ms, 20), 11_000), "ATR_DURATION").length;
  expect(opened(500)).toBe(0);
  expect(opened(499.999)).toBe(1);
});

describe("mode switch by a counter, entry 8, duration, exit 8", () => {
  const COUNTER = { ...ON, atrDuration_cycles: 10, modeSwitchRule: "counter" } as const;

  test("8 fast beats in a row open the duration, 7 do not", () => {
    for (const [fast, opened] of [
      [7, 0],
      [8, 1],
    ] as const) {
      const { stimuli, until_ms } = rhythm(fast, 15);
      expect(timesOf(playGenerator(COUNTER, stimuli, until_ms), "ATR_DURATION").length).toBe(opened);
    }
  });

  test("a beat exactly at the counter's rate is fast, one a microsecond later is not", () => {
    const opened = (interval_ms: number) => {
      const beats = repeatStimulus("A", 300, interval_ms, 40);
      return timesOf(playGenerator(COUNTER, beats, 14_000), "ATR_DURATION").length;
    };
    expect(opened(352.941)).toBe(1);
    expect(opened(352.942)).toBe(0);
  });

  test("entry and exit have counts of their own", () => {
    const { stimuli, end_ms, until_ms } = rhythm(60, 14);
    const played = playGenerator({ ...COUNTER, modeSwitchEntryCount: 3 }, stimuli, until_ms);
    const start_ms = 900 + 11 * SLOW_ms;
    expect(timesOf(played, "ATR_DURATION")).toEqual([start_ms + 3 * FAST_ms]);
    const eighthSlow_ms = end_ms + 8 * SLOW_ms;
    expect(timesOf(played, "ATR_END")).toEqual([timesOf(played, "VP").find((time_ms) => time_ms >= eighthSlow_ms)]);
  });

  test("8 slow beats in a row end it, at the next ventricular event", () => {
    const { stimuli, end_ms, until_ms } = rhythm(80, 14);
    const played = playGenerator(COUNTER, stimuli, until_ms);
    const eighthSlow_ms = end_ms + 8 * SLOW_ms;
    expect(timesOf(played, "ATR_END")).toEqual([timesOf(played, "VP").find((time_ms) => time_ms >= eighthSlow_ms)]);
  });
});
