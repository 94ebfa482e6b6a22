import type { BeatTrace } from "@tributary/model";
import { expect, test } from "vitest";
import { createBeatPanels } from "./beat-panel.ts";
import { createSampleBeats } from "./sample-beats.fixture.ts";
import { drawValveMarks, listValveMarks, writeValveKey } from "./valve-marks.ts";

const {
  beats: [beat],
} = createSampleBeats();

/** The beat with its flows replaced by none. */
const still: BeatTrace = { ...beat.trace, flows_mLPerS: beat.trace.flows_mLPerS.map((flow) => flow.map(() => 0)) };

test("events lie within the beat, in whatever beat they fall", () => {
  const late = 0.5 * beat.trace.cycle_ms;
  const shift = Math.round(late / beat.trace.interval_ms);
  const turn = (values: Float64Array) => values.map((_, i) => values[(i + shift) % (values.length - 1)]!);
  const turned = { ...beat.trace, flows_mLPerS: beat.trace.flows_mLPerS.map(turn) };
  for (const { time_ms } of listValveMarks(turned)) {
    expect(time_ms).toBeGreaterThanOrEqual(0);
    expect(time_ms).toBeLessThan(beat.trace.cycle_ms);
  }
});

test("valves that do not open are not marked", () => {
  expect(listValveMarks(still)).toEqual([]);
  expect(writeValveKey([])).toBe("");
});

test("codes of events close to each other stand side by side", () => {
  const [panel] = createBeatPanels([beat], [0, 1], { top_px: 0, bottom_px: 100, tickCount: 2 });
  const marks = [100, 102, 104].map((time_ms) => ({ code: "MVC" as const, meaning: "", time_ms }));
  const places = [...drawValveMarks([panel!], marks).matchAll(/<text x="([\d.]+)"/g)].map(([, x]) => Number(x));
  expect(places[1]! - places[0]!).toBeGreaterThan(20);
  expect(places[2]! - places[1]!).toBeGreaterThan(20);
});
