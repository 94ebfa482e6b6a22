import { expect, test } from "vitest";
import { createBucketQueue, insertIntoBucket, takeFromBucket } from "./bucket-queue.ts";

test("an index is queued once, moves between buckets, and comes out of its last one", () => {
  const queue = createBucketQueue(5, 3);
  expect(queue.heads.length).toBe(4);
  expect(insertIntoBucket(queue, 2, 1)).toBe(1);
  expect(insertIntoBucket(queue, 4, 1)).toBe(1);
  expect(insertIntoBucket(queue, 3, 1)).toBe(1);
  expect(insertIntoBucket(queue, 4, 0)).toBe(0);
  expect(takeFromBucket(queue, 0)).toBe(4);
  expect(takeFromBucket(queue, 0)).toBe(-1);
  expect([takeFromBucket(queue, 1), takeFromBucket(queue, 1), takeFromBucket(queue, 1)]).toEqual([3, 2, -1]);
});

test("the ring wraps", () => {
  const queue = createBucketQueue(2, 4);
  insertIntoBucket(queue, 1, 6);
  expect(takeFromBucket(queue, 2)).toBe(1);
});
