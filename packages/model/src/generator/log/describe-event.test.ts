import { expect, test } from "vitest";
import { describeEvent, MARKER_MEANING } from "./describe-event.ts";
import { isHeartMarker, MARKER, ORIGIN, PACE_DETAIL } from "./marker.ts";

test("pulses are told with all that they claim, activations with their origin", () => {
  expect(describeEvent(MARKER.LP, PACE_DETAIL.TRACKED | PACE_DETAIL.FURTHER)).toEqual({
    by: "generator",
    marker: "LP",
    detail: "tracked, further pulse",
  });
  expect(describeEvent(MARKER.VENTRICLE, ORIGIN.CONDUCTED)).toEqual({
    by: "heart",
    marker: "VENTRICLE",
    detail: "conducted",
  });
  expect(describeEvent(MARKER.AS, 0).detail).toBe("");
});

test("every marker of the generator has a meaning", () => {
  const own = Object.values(MARKER).filter((kind) => !isHeartMarker(kind));
  expect(own.filter((kind) => MARKER_MEANING[kind] === undefined)).toEqual([]);
});
