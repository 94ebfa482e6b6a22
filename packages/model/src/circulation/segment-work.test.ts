import { expect, test } from "vitest";
import type { VentricularPatch } from "./circulation-parameters.ts";
import type { BeatTrace } from "./record-beat.ts";
import { measureSegmentWork_mJPerML } from "./segment-work.ts";

/** Shortening by 0.1 at 20 kPa and stretching by as much at `load_kPa`, with stress steps at constant length. */
const loop = (load_kPa: number) => ({
  strain: Float64Array.of(0, -0.1, -0.1, 0, 0),
  stress_kPa: Float64Array.of(20, 20, load_kPa, load_kPa, 20),
});

function measure(patches: readonly (Pick<VentricularPatch, "label" | "wall" | "wallShare"> & { load_kPa: number })[]) {
  const trace = {
    patchStrains: patches.map(({ load_kPa }) => loop(load_kPa).strain),
    patchStresses_kPa: patches.map(({ load_kPa }) => loop(load_kPa).stress_kPa),
  } as unknown as BeatTrace;
  return measureSegmentWork_mJPerML(
    trace,
    patches.map((patch) => ({ ...patch, activation_ms: 0, scarFraction: 0 })),
  );
}

test("work is the area between shortening and stretching: (20 - 5) kPa times 0.1", () => {
  const work = measure([{ label: "5", wall: "lvFree", wallShare: 1, load_kPa: 5 }]);
  expect(work[4]).toBeCloseTo(1.5, 12);
  expect(work.filter((value) => value !== undefined)).toHaveLength(1);
});

test("a patch stretched at a higher stress than it shortens at takes work up", () => {
  expect(measure([{ label: "9", wall: "septum", wallShare: 1, load_kPa: 30 }])[8]).toBeCloseTo(-1, 12);
});

test("parts of a segment count by their volume, a third of the muscle being septum", () => {
  const work = measure([
    { label: "17f", wall: "lvFree", wallShare: 0.1, load_kPa: 0 },
    { label: "17s", wall: "septum", wallShare: 0.1, load_kPa: 20 },
    { label: "11a", wall: "lvFree", wallShare: 0.3, load_kPa: 10 },
    { label: "11b", wall: "lvFree", wallShare: 0.1, load_kPa: 20 },
  ]);
  expect(work[16]).toBeCloseTo((2 * 2 + 0) / 3, 12);
  expect(work[10]).toBeCloseTo(0.75, 12);
});

test("the right ventricle and patches that name no segment are left out", () => {
  const work = measure([
    { label: "RV", wall: "rvFree", wallShare: 1, load_kPa: 5 },
    { label: "2.3", wall: "lvFree", wallShare: 1, load_kPa: 5 },
  ]);
  expect(work.every((value) => value === undefined)).toBe(true);
});
