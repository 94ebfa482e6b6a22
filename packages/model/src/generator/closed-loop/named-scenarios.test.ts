import { describe, expect, test } from "vitest";
import { expandLog } from "../log/event-log.ts";
import { MARKER, ORIGIN, PACE_DETAIL } from "../log/marker.ts";
import { monitorLog } from "../monitor/monitor-log.ts";
import { tallyHeart } from "../monitor/tally-heart.ts";
import { countPacing, resynchronizedFractions } from "../programmer/count-pacing.ts";
import { NAMED_SCENARIOS } from "./named-scenarios.ts";
import { runSkipping } from "./run-skipping.ts";

function run(id: string) {
  const { scenario } = NAMED_SCENARIOS.find((named) => named.id === id)!;
  const blocks = runSkipping(scenario);
  const log = expandLog(blocks);
  const find = (kind: number) => [...log.times_us].filter((_, i) => log.kinds[i] === kind).map((t) => t / 1000);
  const intervals = (kind: number) =>
    find(kind)
      .slice(1)
      .map((t, i) => t - find(kind)[i]!);
  return { scenario, blocks, log, find, intervals };
}

function ratePerMinute(times_ms: readonly number[]): number {
  return (60_000 * (times_ms.length - 1)) / (times_ms.at(-1)! - times_ms[0]!);
}

describe("named scenarios", () => {
  test.each(NAMED_SCENARIOS.map(({ id }) => id))("%s breaks no property", (id) => {
    const { scenario, log } = run(id);
    expect(monitorLog(log, scenario.settings, 1000 * scenario.duration_ms)).toEqual([]);
  });

  test("ids are told apart", () => {
    expect(new Set(NAMED_SCENARIOS.map(({ id }) => id)).size).toBe(NAMED_SCENARIOS.length);
  });

  test.each([
    ["tracking", 70],
    ["wenckebach", 93.33],
    ["two-to-one", 75.5],
    ["t-wave-oversensing", 44.78],
  ])("%s paces at %d a minute", (id, rate_bpm) => {
    expect(Math.abs(ratePerMinute(run(id).find(MARKER.VP)) - rate_bpm)).toBeLessThan(0.6);
  });

  test("the loop runs at 500 ms until a rule ends it", () => {
    expect(
      run("pmt")
        .intervals(MARKER.VP)
        .filter((t) => t === 500).length,
    ).toBeGreaterThan(100);
    // It starts anew each time that a pace at the lower rate is conducted back.
    expect(run("pmt-ended").find(MARKER.PMT_FOUND).length).toBeGreaterThan(0);
    const slow = run("pmt-ended")
      .intervals(MARKER.VP)
      .flatMap((t, i) => (t > 600 ? [i] : []));
    expect(Math.max(...slow.slice(1).map((at, i) => at - slow[i]!))).toBeLessThan(20);
  });

  test("conduction back in 90 ms is partly blanked and not tracked", () => {
    const { find } = run("short-va");
    expect(find(MARKER.Ab).length).toBeGreaterThan(10);
    expect(find(MARKER.AR)).toEqual([]);
  });

  test("of the premature beats every other one extends PVARP at most", () => {
    const { find } = run("bigeminy");
    expect(find(MARKER.PVC).length).toBeGreaterThan(9);
    expect(find(MARKER.PVARP_EXTENDED).length).toBeGreaterThan(4);
  });

  test("fibrillation changes the mode and back", () => {
    const { find } = run("atrial-fibrillation");
    expect(find(MARKER.ATR_FALLBACK).length).toBe(1);
    expect(find(MARKER.ATR_END).length).toBe(1);
  });

  test("lost and anodal capture are seen in the heart, not in the markers", () => {
    expect(resynchronizedFractions(countPacing(run("loss-of-left-capture").blocks))).toEqual({
      delivered: 1,
      effective: 0,
    });
    const { blocks, find } = run("anodal-capture");
    expect(tallyHeart(blocks).uncapturedRight).toBe(find(MARKER.VP).length);
  });

  test("cross-talk brings safety paces only; noise and magnet pace on, and leave deflections unseen", () => {
    const { log } = run("crosstalk");
    const paces = [...log.details].filter((_, i) => log.kinds[i] === MARKER.VP);
    expect(new Set(paces)).toEqual(new Set([PACE_DETAIL.SAFETY]));
    const inNoise = run("noise")
      .find(MARKER.VP)
      .filter((t) => t > 20_000 && t < 30_000);
    expect(inNoise.length).toBeGreaterThanOrEqual(9);
    expect(
      run("magnet")
        .intervals(MARKER.VP)
        .filter((t) => t === 600).length,
    ).toBeGreaterThan(12);
    expect(tallyHeart(run("noise").blocks).unseenVentricular).toBeGreaterThan(0);
  });

  test("tachycardia is ended by a burst, fibrillation by a shock", () => {
    expect(run("tachycardia-paced").find(MARKER.TP).length).toBe(8);
    expect(run("tachycardia-paced").find(MARKER.SHOCK)).toEqual([]);
    const { log, find } = run("fibrillation-shocked");
    expect(find(MARKER.SHOCK).length).toBe(1);
    expect(
      [...log.details].filter((detail, i) => log.kinds[i] === MARKER.VENTRICLE && detail === ORIGIN.SHOCK).length,
    ).toBe(1);
  });
});
