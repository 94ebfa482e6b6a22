import { expect, test } from "vitest";
import { schedulePulses } from "./schedule-pulses.ts";

const CONDUCTED = { intrinsicStart_ms: 150, rvSense_ms: 180 };

test("VV above 0 gives the left pulse at the AV delay and the right one later", () => {
  expect(schedulePulses(CONDUCTED, 120, 30)).toEqual({ lv_ms: 120, rv_ms: 150, intrinsic_ms: 150, isDelivered: true });
});

test("VV below 0 gives the right pulse at the AV delay and the left one later", () => {
  expect(schedulePulses(CONDUCTED, 120, -30)).toMatchObject({ lv_ms: 150, rv_ms: 120 });
});

test("a front sensed before the first pulse inhibits both pulses", () => {
  expect(schedulePulses(CONDUCTED, 190, 0)).toEqual({
    lv_ms: undefined,
    rv_ms: undefined,
    intrinsic_ms: 150,
    isDelivered: false,
  });
});

test("a front sensed in the millisecond of the pulse inhibits it", () => {
  expect(schedulePulses(CONDUCTED, 180, 0).isDelivered).toBe(false);
  expect(schedulePulses(CONDUCTED, 179, 0).isDelivered).toBe(true);
});

test("a front sensed after the first pulse does not inhibit the second", () => {
  expect(schedulePulses(CONDUCTED, 160, 60)).toMatchObject({ lv_ms: 160, rv_ms: 220, isDelivered: true });
});

test("without an atrial event there is no AV delay and no fusion", () => {
  expect(schedulePulses({ intrinsicStart_ms: undefined, rvSense_ms: undefined }, undefined, -20)).toEqual({
    lv_ms: 20,
    rv_ms: 0,
    intrinsic_ms: undefined,
    isDelivered: true,
  });
});
