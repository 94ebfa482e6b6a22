import { expect, test } from "vitest";
import {
  appendEvent,
  closeBuffer,
  countByKind,
  countEvents,
  createLogBuffer,
  cutBlock,
  expandLog,
} from "./event-log.ts";
import { isHeartMarker, MARKER, markerName } from "./marker.ts";

test("a block of two events that repeats three times expands to six, one duration apart", () => {
  const buffer = createLogBuffer();
  appendEvent(buffer, 1000, MARKER.AS, 0);
  appendEvent(buffer, 1150, MARKER.VP, 1);
  const block = cutBlock(buffer, [0, 2], { start_us: 900, duration_us: 800, repeatCount: 3 });
  const log = expandLog([block]);
  expect([...log.times_us]).toEqual([1000, 1150, 1800, 1950, 2600, 2750]);
  expect([...log.kinds]).toEqual([2, 2, 2].flatMap(() => [MARKER.AS, MARKER.VP]));
  expect([...log.details]).toEqual([0, 1, 0, 1, 0, 1]);
  expect(countEvents([block])).toBe(6);
  expect(countByKind([block])[MARKER.VP]).toBe(3);
});

test("a buffer keeps what it holds when it grows", () => {
  const buffer = createLogBuffer();
  for (let i = 0; i < 1000; i++) appendEvent(buffer, i, i % 50, i % 7);
  expect(buffer.count).toBe(1000);
  expect([buffer.times_us[999], buffer.kinds[999], buffer.details[999]]).toEqual([999, 49, 5]);
});

test("a closed buffer is one block with all it held", () => {
  const buffer = createLogBuffer();
  for (let i = 0; i < 70; i++) appendEvent(buffer, 10 * i, MARKER.AS, i % 7);
  const block = closeBuffer(buffer, 900);
  expect([block.start_us, block.duration_us, block.repeatCount]).toEqual([0, 900, 1]);
  expect([...block.offsets_us]).toEqual(Array.from({ length: 70 }, (_, i) => 10 * i));
  expect([block.kinds.length, block.details[69]]).toEqual([70, 6]);
});

test("markers have names, and the heart's are told from the generator's", () => {
  expect(markerName(MARKER.PVC)).toBe("PVC");
  expect(isHeartMarker(MARKER.VENTRICLE)).toBe(true);
  expect(isHeartMarker(MARKER.SHOCK)).toBe(false);
});
