import { describe, expect, test } from "vitest";
import { runStepped } from "../closed-loop/run-stepped.ts";
import { DEFAULT_RHYTHM } from "../heart/rhythm-parameters.ts";
import { expandLog } from "../log/event-log.ts";
import { MARKER } from "../log/marker.ts";
import { type GeneratorSettings, NOMINAL_SETTINGS } from "../parameters/generator-settings.ts";
import { type Played, playGenerator, repeatStimulus, timesOf } from "./play-generator.fixture.ts";

/** Sinus arrest, complete AV block, conduction back in `va_ms`, and one PVC at 5 s. */
function runLoop(va_ms: number, change: Partial<GeneratorSettings> = {}) {
  const rhythm = { ...DEFAULT_RHYTHM, sinusInterval_ms: 1400, conductsAntegrade: false, conductsRetrograde: true };
  const log = expandLog(
    runStepped({
      settings: { ...NOMINAL_SETTINGS, ...change },
      rhythm: { ...rhythm, retrogradeConduction_ms: va_ms },
      script: [{ time_ms: 5000, action: { kind: "pvc" } }],
      duration_ms: 30_000,
    }),
  );
  const timesOfKind = (kind: number) => [...log.times_us].filter((_, i) => log.kinds[i] === kind).map((t) => t / 1000);
  const paces = timesOfKind(MARKER.VP).filter((time_ms) => time_ms > 5000);
  return { paces, intervals: paces.slice(1).map((t, i) => t - paces[i]!), found: timesOfKind(MARKER.PMT_FOUND) };
}

describe("a loop of ventricular pace and conduction back", () => {
  test.each([
    [300, 500],
    [400, 550],
  ])("with VA %d ms it runs at max(URI, VA + SAV) = %d ms", (va_ms, loop_ms) => {
    const { intervals } = runLoop(va_ms);
    expect(intervals.filter((interval_ms) => interval_ms === loop_ms).length).toBeGreaterThan(20);
    expect(Math.min(...intervals)).toBe(loop_ms);
  });

  test("with VA 240 ms the beat falls into PVARP 250 ms and there is none", () => {
    expect(Math.min(...runLoop(240).intervals)).toBeGreaterThan(900);
  });

  test("the interval rule ends it after 9 paces", () => {
    const { paces, intervals, found } = runLoop(300, { pmtRule: "interval" });
    const first = intervals.indexOf(500);
    expect(found[0]).toBe(paces[first + 8]);
    expect(intervals[first + 8]).toBeGreaterThan(500);
  });

  test("the rule of a changed AV delay ends it too", () => {
    const { intervals, found } = runLoop(300, { pmtRule: "av-change" });
    expect(found.length).toBeGreaterThan(0);
    const run = intervals.findIndex((interval_ms, i) => i > intervals.indexOf(500) && interval_ms > 600);
    expect(run - intervals.indexOf(500)).toBeLessThanOrEqual(20);
  });
});

/** Sinus rhythm that is tracked 1:1; VP-AS is PP - SAV. */
function trackSinus(rate_bpm: number, pmtRule: "interval" | "av-change"): Played {
  const pp_ms = 60_000 / rate_bpm;
  return playGenerator({ pmtRule }, repeatStimulus("A", 900, pp_ms, 60), 900 + 60 * pp_ms);
}

describe("sinus rhythm of 115 a minute (VP-AS 371 ms)", () => {
  test("trips the interval rule, a known limit: one beat is dropped", () => {
    const played = trackSinus(115, "interval");
    expect(timesOf(played, "PMT_FOUND").length).toBeGreaterThan(0);
    expect(timesOf(played, "AR").length).toBe(timesOf(played, "PMT_FOUND").length);
  });

  test("is told from a loop by the changed AV delay: VP-AS shifts with it, no beat is dropped", () => {
    const played = trackSinus(115, "av-change");
    expect(timesOf(played, "PMT_REJECTED").length).toBeGreaterThan(0);
    expect(timesOf(played, "PMT_FOUND")).toEqual([]);
    expect(timesOf(played, "AR")).toEqual([]);
  });

  test("the interval rule leaves 105 a minute alone, below 60 000 / (SAV + 400) = 109", () => {
    expect(timesOf(trackSinus(105, "interval"), "PMT_FOUND")).toEqual([]);
  });
});

describe("the 9th pace of eight short VP-AS intervals", () => {
  // Each pace is followed by an atrial beat 300 ms later, as in a loop; URI 500 holds the paces 500 ms apart.
  const paced = playGenerator({ pmtRule: "interval" }, repeatStimulus("A", 1300, 500, 9), 6500);

  test("gets PVARP 400 ms once: the beat 300 ms after it is refractory", () => {
    const paces = timesOf(paced, "VP");
    expect(timesOf(paced, "PMT_FOUND")).toEqual([paces[8]]);
    expect(timesOf(paced, "AR")).toEqual([5300]);
  });

  test("and the 10th has PVARP 250 ms again: a beat 260 ms after it is tracked", () => {
    const tenth_ms = timesOf(paced, "VP")[9]!;
    const stimuli = [...repeatStimulus("A", 1300, 500, 9), [tenth_ms + 260, "A"] as const];
    expect(timesOf(playGenerator({ pmtRule: "interval" }, stimuli, 8000), "AS").at(-1)).toBe(tenth_ms + 260);
  });
});
