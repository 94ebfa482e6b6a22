import { expect, test } from "vitest";
import { BUILT_IN_CASE } from "./built-in-case.ts";
import { listSegmentScars, paintSegment, type SegmentScar } from "./edit-scar.ts";

const HALF: SegmentScar = { transmuralFraction: 0.5, from: "endocardium", tissue: "scar" };
const WHOLE: SegmentScar = { ...HALF, transmuralFraction: 1 };

test("segments that are painted alike are one region, as a report would give it", () => {
  const painted = paintSegment(paintSegment(BUILT_IN_CASE, 11, HALF), 5, HALF);
  expect(painted.scar).toEqual([{ by: "segments", segments: [5, 11], ...HALF }]);
});

test("a segment painted again has the new scar alone", () => {
  const painted = paintSegment(paintSegment(paintSegment(BUILT_IN_CASE, 5, HALF), 11, HALF), 5, WHOLE);
  expect(painted.scar).toEqual([
    { by: "segments", segments: [11], ...HALF },
    { by: "segments", segments: [5], ...WHOLE },
  ]);
  expect([...listSegmentScars(painted)]).toEqual([
    [11, HALF],
    [5, WHOLE],
  ]);
});

test("a healed segment leaves nothing behind, and [] says that there is no scar", () => {
  expect(paintSegment(paintSegment(BUILT_IN_CASE, 5, HALF), 5, undefined).scar).toEqual([]);
  const { scar: _, ...unknown } = BUILT_IN_CASE;
  expect(paintSegment(unknown, 5, undefined).scar).toEqual([]);
});

test("scar by element label is not touched", () => {
  const labels = { by: "elementLabel" as const, labels: [3], tissue: "borderZone" as const };
  const painted = paintSegment({ ...BUILT_IN_CASE, scar: [labels] }, 5, HALF);
  expect(painted.scar).toEqual([labels, { by: "segments", segments: [5], ...HALF }]);
  expect(paintSegment(painted, 5, undefined).scar).toEqual([labels]);
});
