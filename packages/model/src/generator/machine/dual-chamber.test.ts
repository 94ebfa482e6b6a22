import { describe, expect, test } from "vitest";
import { NOMINAL_SETTINGS } from "../parameters/generator-settings.ts";
import { pacedAvDelay_us } from "./av-delay.ts";
import { createGeneratorState } from "./generator-state.ts";
import { compileTiming } from "./generator-timing.ts";
import { playGenerator, repeatStimulus, tell, timesOf } from "./play-generator.fixture.ts";
import { stepGenerator } from "./step-generator.ts";

describe("DDD", () => {
  test("paces atrium and ventricle at the lower rate", () => {
    expect(tell(playGenerator({}, [], 2000))).toEqual(["AP 850", "VP 1000", "AP 1850", "VP 2000"]);
  });

  test("an atrial sense in PVARP is refractory and does not stop the atrial pace, one at its end is tracked", () => {
    expect(tell(playGenerator({}, [[1249, "A"]], 2000)).slice(2)).toEqual(["AR 1249", "AP 1850", "VP 2000"]);
    expect(tell(playGenerator({}, [[1250, "A"]], 1500)).slice(2)).toEqual(["AS 1250", "VP 1500"]);
  });

  test("a second atrial beat in the AV interval is refractory", () => {
    expect(
      tell(
        playGenerator(
          {},
          [
            [700, "A"],
            [830, "A"],
          ],
          900,
        ),
      ),
    ).toEqual(["AS 700", "AR 830", "VP 850"]);
  });

  test("a sense at the instant of the atrial pace inhibits that and is tracked", () => {
    expect(tell(playGenerator({}, [[850, "A"]], 1000))).toEqual(["AS 850", "VP 1000"]);
  });

  test("SAV is PAV plus the offset", () => {
    expect(tell(playGenerator({ sensedAvDelayOffset_ms: -40 }, [[700, "A"]], 850))).toEqual(["AS 700", "VP 810"]);
  });

  test("no atrial pace comes sooner than 300 ms after an atrial sense in PVARP where that is programmed", () => {
    const settings = { mode: "DDD", nonCompetitiveAtrialPacing_ms: 300, pvarp_ms: 350 + 50 * 1 } as const;
    const fast = { ...settings, lowerRateLimit_ppm: 90 };
    const [first_ms] = timesOf(playGenerator(fast, [], 1000), "VP");
    const played = playGenerator(fast, [[first_ms! + 390, "A"]], first_ms! + 700);
    expect(timesOf(played, "AP").length).toBe(1);
    expect(timesOf(played, "VP").at(-1)).toBeCloseTo(first_ms! + 666.667, 3);
  });
});

describe("dynamic AV delay at nominal values", () => {
  test.each([
    [1000, 150],
    [800, 120],
    [500, 75],
    [300, 50],
  ])("after a cycle of %d ms it is %d ms", (cycle_ms, av_ms) => {
    const timing = compileTiming({ ...NOMINAL_SETTINGS, dynamicAvDelay: "on" });
    const state = { ...createGeneratorState(timing, 0), ventricularInterval_us: 1000 * cycle_ms };
    expect(pacedAvDelay_us(state, timing)).toBe(1000 * av_ms);
  });
});

describe("VDD and DDI", () => {
  test("VDD tracks and never paces the atrium; below the lower rate it paces the ventricle", () => {
    const played = playGenerator({ mode: "VDD" }, [[700, "A"]], 2000);
    expect(tell(played)).toEqual(["AS 700", "VP 850", "VP 1850"]);
  });

  test("DDI does not track: an atrial sense stops the atrial pace only", () => {
    const played = playGenerator({ mode: "DDI" }, [[500, "A"]], 2000);
    expect(tell(played)).toEqual(["AS 500", "VP 1000", "AP 1850", "VP 2000"]);
  });
});

describe("AV search", () => {
  test("lengthens the AV delay every 32 cycles and keeps it while conduction is faster", () => {
    const beats = repeatStimulus("A", 700, 900, 36);
    const played = playGenerator({ avAlgorithm: "search", avSearchDelay_ms: 300 }, beats, 700 + 36 * 900);
    const delays = timesOf(played, "VP").map((pace_ms) => pace_ms - beats.findLast(([t]) => t < pace_ms)![0]);
    expect(delays.indexOf(300)).toBe(32);
    expect(delays[33]).toBe(150);
  });
});

test("a step leaves the state it was given as it was", () => {
  const timing = compileTiming(NOMINAL_SETTINGS);
  const state = createGeneratorState(timing, 0);
  const before = structuredClone(state);
  const step = stepGenerator(state, timing, { kind: "A", time_us: 700_000 });
  expect(state).toEqual(before);
  expect(step.nextTimer_us).toBe(850_000);
  expect(stepGenerator(step.state, timing, { kind: "timer" }).state.lastVentricular_us).toBe(850_000);
});
