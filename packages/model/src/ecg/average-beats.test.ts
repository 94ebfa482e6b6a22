import { describe, expect, test } from "vitest";
import { averageBeats } from "./average-beats.ts";
import { createLbbbBeat, createRecording, type RecordingOptions } from "./beats.fixture.ts";
import type { EcgSignal } from "./ecg-signal.ts";
import { findBeats } from "./find-beats.ts";
import { measureQrs } from "./measure-qrs.ts";

const BEAT = createLbbbBeat({ samplingInterval_ms: 2 });
const STARTS_ms = [100, 1100, 2100, 3100, 4100, 5100, 6100, 7100, 8100];

function average(options: Partial<RecordingOptions>, beat: EcgSignal = BEAT) {
  const averaged = averageBeats(createRecording(beat, { beats_ms: STARTS_ms, ...options }));
  if (averaged.kind !== "averaged") throw new Error("no beat");
  return averaged;
}

describe("the beats of a recording", () => {
  test("are found once each, T waves are not", () => {
    const middles = findBeats(createRecording(BEAT, { beats_ms: STARTS_ms }));
    expect(middles.length).toBe(9);
    for (const [index, middle] of middles.entries()) {
      // QRS lies 300 to 450 ms after the start of a beat.
      expect(Math.abs(2 * middle - STARTS_ms[index]! - 375)).toBeLessThan(75);
    }
  });

  test("average to the beat itself, of the same QRS, axis and area", () => {
    const expected = measureQrs(BEAT);
    const { ecg, beatCount, rr } = average({});
    const measured = measureQrs(ecg);
    expect(beatCount).toBe(9);
    expect(rr!.mean_ms).toBeCloseTo(1000, 6);
    expect(rr!.sd_ms).toBeCloseTo(0, 6);
    // The bell of 1.5 ms widens each end.
    expect(measured.duration_ms - expected.duration_ms).toBeGreaterThan(0);
    expect(measured.duration_ms - expected.duration_ms).toBeLessThan(8);
    expect(Math.abs(measured.axis_rad - expected.axis_rad)).toBeLessThan(0.02);
    expect(Math.abs(measured.qrsArea_uVs / expected.qrsArea_uVs - 1)).toBeLessThan(0.02);
  });

  test.each([0.01, 0.02, 0.04])(
    "under %d mV of noise and a wander of 0.3 mV keep their QRS to 8 ms and its area to 5 percent",
    (noise_mV) => {
      const quiet = measureQrs(average({}).ecg);
      const noisy = measureQrs(average({ noise_mV, wander_mV: 0.3 }).ecg);
      expect(Math.abs(noisy.duration_ms - quiet.duration_ms)).toBeLessThan(8);
      expect(Math.abs(noisy.qrsArea_uVs / quiet.qrsArea_uVs - 1)).toBeLessThan(0.05);
    },
  );

  test("that are ectopic are left out and change nothing", () => {
    const clean = average({});
    const mixed = average({ ectopic: [2, 5] });
    expect(mixed.rejectedCount).toBe(2);
    expect(mixed.beatCount).toBe(7);
    expect(measureQrs(mixed.ecg).duration_ms).toBeCloseTo(measureQrs(clean.ecg).duration_ms, 6);
  });

  test("at uneven distances have their spread told", () => {
    const { rr, beatCount } = average({ beats_ms: [100, 1000, 2200, 3000, 4300, 5100, 6400, 7200, 8300] });
    expect(beatCount).toBe(9);
    expect(rr!.shortest_ms).toBe(800);
    expect(rr!.longest_ms).toBe(1300);
    expect(rr!.mean_ms).toBeCloseTo(1025, 6);
  });

  test.each([1, 2, 4])("average alike at an interval of %i ms", (samplingInterval_ms) => {
    const { duration_ms } = measureQrs(average({}, createLbbbBeat({ samplingInterval_ms })).ecg);
    const reference = measureQrs(average({}).ecg).duration_ms;
    expect(Math.abs(duration_ms - reference)).toBeLessThanOrEqual(6);
  });

  test("are told missing where the recording is too short or empty", () => {
    expect(averageBeats(createRecording(BEAT, { beats_ms: [0], duration_ms: 600 })).kind).toBe("no-beat");
    expect(averageBeats({ ...BEAT, leads_mV: new Float64Array(BEAT.leads_mV.length) })).toEqual({
      kind: "no-beat",
      foundCount: 0,
    });
  });
});
