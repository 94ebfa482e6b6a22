import { describe, expect, test } from "vitest";
import { VALVE } from "./circulation-layout.ts";
import { measureFillingWaves } from "./filling-waves.ts";
import type { BeatTrace } from "./record-beat.ts";
import { findValveEvents, measureFillingTime_ms } from "./valve-events.ts";

/** A beat of 800 ms that is nothing but valve flows; waves are half sines [start, end, peak] in ms and mL/s. */
function beatOf(mitralWaves: readonly (readonly [number, number, number])[]): BeatTrace {
  const flowOf = (waves: readonly (readonly [number, number, number])[]) =>
    Float64Array.from({ length: 801 }, (_, time) =>
      waves.reduce((flow, [start, end, peak]) => {
        const since = (time - start + 800) % 800;
        return since < end - start ? flow + peak * Math.sin((Math.PI * since) / (end - start)) : flow;
      }, 0),
    );
  const flows_mLPerS = Array.from({ length: 6 }, () => new Float64Array(801));
  flows_mLPerS[VALVE.aortic] = flowOf([[250, 500, 400]]);
  flows_mLPerS[VALVE.mitral] = flowOf(mitralWaves);
  return { sampleCount: 801, interval_ms: 1, cycle_ms: 800, flows_mLPerS } as unknown as BeatTrace;
}

const EARLY = [600, 750, 450] as const;
const ATRIAL = [60, 160, 300] as const;

function wavesOf(beat: BeatTrace) {
  return measureFillingWaves(beat, findValveEvents(beat)!, 30);
}

describe("mitral flow", () => {
  test("an early and an atrial wave: events, ratio of peaks and filling time", () => {
    const beat = beatOf([EARLY, ATRIAL]);
    const events = findValveEvents(beat)!;
    expect(Math.abs(events.aorticOpening_ms - 250)).toBeLessThan(5);
    expect(Math.abs(events.aorticClosing_ms - 500)).toBeLessThan(5);
    expect(Math.abs(events.mitralClosing_ms - 160)).toBeLessThan(5);
    expect(Math.abs(events.mitralOpening_ms - 600)).toBeLessThan(5);
    const waves = wavesOf(beat);
    expect(waves).toMatchObject({ kind: "separate", earlyToAtrialRatio: expect.closeTo(1.5, 3) });
    expect(Math.abs(measureFillingTime_ms(beat) - 250)).toBeLessThan(10);
  });

  test("waves between which flow hardly falls are one", () => {
    expect(wavesOf(beatOf([[600, 940, 400]]))).toMatchObject({ kind: "fused", peakFlow_mLPerS: 400 });
  });

  test("a valve that opens when the atrium already contracts has no early wave of its own", () => {
    expect(wavesOf(beatOf([[52, 180, 400]]))).toMatchObject({ kind: "fused", peakFlow_mLPerS: expect.closeTo(400, 6) });
  });

  test("without an atrial wave only the early one is told", () => {
    expect(wavesOf(beatOf([EARLY]))).toEqual({ kind: "early-only", earlyFlow_mLPerS: expect.closeTo(450, 6) });
  });

  test("a valve that never opens leaves no events", () => {
    expect(findValveEvents(beatOf([]))).toBeUndefined();
  });
});
