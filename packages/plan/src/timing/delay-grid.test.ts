import { describe, expect, test } from "vitest";
import { createDelayGrid, findIntrinsicStart_ms, timeRhythm } from "./delay-grid.ts";

const CONDUCTED = { kind: "conducted", prInterval_ms: 180 } as const;

describe("the rhythm's clock", () => {
  test("starts at the sensed atrial event, which comes after the P wave began", () => {
    expect(findIntrinsicStart_ms(CONDUCTED)).toBe(150);
    expect(timeRhythm(findIntrinsicStart_ms(CONDUCTED), 20)).toEqual({ intrinsicStart_ms: 150, rvSense_ms: 180 });
  });

  test("has no conducted beat to fuse with in atrial fibrillation, in AV block and without a PR interval", () => {
    const none = { intrinsicStart_ms: undefined, rvSense_ms: undefined };
    expect(timeRhythm(findIntrinsicStart_ms({ kind: "atrialFibrillation" }), 20)).toEqual(none);
    expect(timeRhythm(findIntrinsicStart_ms({ kind: "block" }), undefined)).toEqual(none);
    expect(timeRhythm(findIntrinsicStart_ms({ kind: "conducted", prInterval_ms: undefined }), 20)).toEqual(none);
  });

  test("never starts the conducted beat before the atrial event", () => {
    expect(findIntrinsicStart_ms({ kind: "conducted", prInterval_ms: 20 })).toBe(0);
  });
});

describe("the grid of delays", () => {
  test("runs from 40 ms to the first AV delay at which the pulses are inhibited", () => {
    expect(createDelayGrid({ intrinsicStart_ms: 150, rvSense_ms: 172 }).avDelays_ms).toEqual([
      40, 60, 80, 100, 120, 140, 160, 180,
    ]);
  });

  test("has VV delays from -80 to 80 ms with simultaneous pacing among them", () => {
    const { vvDelays_ms } = createDelayGrid({ intrinsicStart_ms: undefined, rvSense_ms: undefined });
    expect([vvDelays_ms[0], vvDelays_ms.at(-1), vvDelays_ms.includes(0)]).toEqual([-80, 80, true]);
  });

  test("has one row without an AV axis", () => {
    expect(createDelayGrid({ intrinsicStart_ms: undefined, rvSense_ms: undefined }).avDelays_ms).toEqual([undefined]);
  });
});
