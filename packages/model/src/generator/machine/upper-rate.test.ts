import { describe, expect, test } from "vitest";
import { playGenerator, repeatStimulus, timesOf } from "./play-generator.fixture.ts";

/** Delays and intervals of the pattern that atrial beats at a fixed rate bring, after it has settled. */
function trackRate(rate_bpm: number) {
  const pp_ms = 60_000 / rate_bpm;
  const played = playGenerator(
    { sensedAvDelayOffset_ms: "off" },
    repeatStimulus("A", 900, pp_ms, 400),
    900 + 400 * pp_ms,
  );
  const paces = timesOf(played, "VP").filter((time_ms) => time_ms > 20_000 && time_ms < 120_000);
  const senses = timesOf(played, "AS");
  const delays = paces.map((pace_ms) => pace_ms - senses.findLast((time_ms) => time_ms < pace_ms)!);
  return { paces, delays, pp_ms };
}

/** Paces in one group: from a delay of SAV to the next. */
function groupSizes(delays: readonly number[]): number[] {
  const starts = delays.flatMap((delay_ms, i) => (Math.abs(delay_ms - 150) < 0.1 ? [i] : []));
  return starts.slice(1).map((start, i) => start - starts[i]!);
}

function meanRate_bpm(paces: readonly number[], groupSize: number): number {
  const wholeGroups = Math.floor((paces.length - 1) / groupSize) * groupSize;
  return (60_000 * wholeGroups) / (paces[wholeGroups]! - paces[0]!);
}

// SAV 150, PVARP 250, URI 500, TARP 400: 1:1 to URI, Wenckebach between URI and TARP, 2:1 below; closed-form values.
describe("atrial rates near the upper rate", () => {
  test("110 a minute are tracked 1:1 at SAV", () => {
    const { delays } = trackRate(110);
    expect(new Set(delays.map((delay_ms) => delay_ms.toFixed(1)))).toEqual(new Set(["150.0"]));
  });

  test.each([
    [125, 6, 107.14],
    [130, 3, 97.5],
    [140, 2, 93.33],
    [149, 2, undefined],
  ])("%d a minute are tracked in groups of %d paces, mean rate %s", (rate_bpm, groupSize, mean_bpm) => {
    const { paces, delays } = trackRate(rate_bpm);
    expect(new Set(groupSizes(delays))).toEqual(new Set([groupSize]));
    if (mean_bpm !== undefined) expect(Math.abs(meanRate_bpm(paces, groupSize) - mean_bpm)).toBeLessThan(0.05);
  });

  test.each([
    [130, [150, 188.5, 226.9]],
    [140, [150, 221.4]],
  ])("at %d a minute the AV delay grows by URI - PP to the dropped beat", (rate_bpm, expected) => {
    const { delays } = trackRate(rate_bpm);
    const first = delays.findIndex((delay_ms) => Math.abs(delay_ms - 150) < 0.1);
    for (const [i, delay_ms] of expected.entries()) expect(Math.abs(delays[first + i]! - delay_ms)).toBeLessThan(0.1);
  });

  test("at 125 a minute the beat exactly at the end of PVARP is tracked, at the longest delay URI - PVARP", () => {
    const { delays } = trackRate(125);
    const first = delays.findIndex((delay_ms) => Math.abs(delay_ms - 150) < 0.1);
    expect(delays.slice(first, first + 6)).toEqual([150, 170, 190, 210, 230, 250]);
  });

  test("at 151 a minute every second beat is tracked, 75.5 paces a minute", () => {
    const { paces, delays, pp_ms } = trackRate(151);
    expect(new Set(delays.map((delay_ms) => delay_ms.toFixed(1)))).toEqual(new Set(["150.0"]));
    for (const [i, pace_ms] of paces.slice(1).entries())
      expect(Math.abs(pace_ms - paces[i]! - 2 * pp_ms)).toBeLessThan(0.1);
    expect(Math.abs(meanRate_bpm(paces, 1) - 75.5)).toBeLessThan(0.05);
  });

  test.each([110, 125, 130, 140, 149, 151])("at %d a minute no pace comes within 500 ms of the last", (rate_bpm) => {
    const { paces } = trackRate(rate_bpm);
    expect(Math.min(...paces.slice(1).map((pace_ms, i) => pace_ms - paces[i]!))).toBeGreaterThanOrEqual(500);
  });
});
