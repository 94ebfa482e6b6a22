import fc from "fast-check";
import { expect, test } from "vitest";
import { createIndexedHeap, popSmallest, pushOrRaise } from "./indexed-heap.ts";

test("entries come out by key, equal keys by index, whatever the order they went in", () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 5 }), { minLength: 1, maxLength: 40 }), fc.nat(), (start, salt) => {
      const keys = Float64Array.from(start);
      const heap = createIndexedHeap(keys.length);
      for (let i = 0; i < keys.length; i++) pushOrRaise(heap, keys, (i + salt) % keys.length);
      const lowered = salt % keys.length;
      keys[lowered] = -1;
      pushOrRaise(heap, keys, lowered);
      const popped: number[] = [];
      for (let index = popSmallest(heap, keys); index >= 0; index = popSmallest(heap, keys)) popped.push(index);
      const expected = [...keys.keys()].sort((a, b) => keys[a]! - keys[b]! || a - b);
      expect(popped).toEqual(expected);
    }),
  );
});
