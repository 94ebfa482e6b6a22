import fc from "fast-check";
import { expect, test } from "vitest";
import { stackCallouts } from "./layout-callouts.ts";
import { overlaps, placeLabels } from "./place-labels.ts";

const request = (x_px: number, y_px: number, text: string) => ({ x_px, y_px, text, size_px: 11, clear_px: 5 });

test("a lone label stands on the right of its mark", () => {
  const [label] = placeLabels([request(50, 50, "LV1")], { width_px: 200, height_px: 100 });
  expect(label!.box.left).toBe(58);
  expect(label!.leader).toBe(false);
});

test("four electrodes of one lead get names that touch neither each other nor a mark", () => {
  const marks = [0, 1, 2, 3].map((i) => request(100 + 14 * i, 100 + 3 * i, `LV${i + 1}`));
  const labels = placeLabels(marks, { width_px: 300, height_px: 200 });
  for (const [i, { box }] of labels.entries()) {
    for (const other of labels.slice(i + 1)) expect(overlaps(box, other.box)).toBe(false);
    for (const [j, { x_px, y_px }] of marks.entries()) {
      if (i !== j)
        expect(overlaps(box, { left: x_px - 5, right: x_px + 5, top: y_px - 5, bottom: y_px + 5 })).toBe(false);
    }
  }
});

test("a label stays inside its frame", () => {
  const [label] = placeLabels([request(195, 50, "LV1")], { width_px: 200, height_px: 100 });
  expect(label!.box.right).toBeLessThanOrEqual(198);
});

test("covers what is avoided only where nothing else is free", () => {
  const avoided = [{ left: 54, right: 200, top: 0, bottom: 100 }];
  const [label] = placeLabels([request(50, 50, "LV1")], { width_px: 200, height_px: 100, avoided });
  expect(label!.box.right).toBeLessThan(54);
});

test("callouts keep their order and their distance, and stay in a margin that holds them", () => {
  fc.assert(
    fc.property(fc.array(fc.double({ min: 0, max: 300, noNaN: true }), { minLength: 1, maxLength: 8 }), (wishes) => {
      const middles = stackCallouts(wishes, 30, 0, 300);
      const sorted = middles.map((middle, i) => ({ middle, wish: wishes[i]! })).sort((a, b) => a.middle - b.middle);
      expect(sorted[0]!.middle).toBeGreaterThanOrEqual(15 - 1e-9);
      expect(sorted.at(-1)!.middle).toBeLessThanOrEqual(285 + 1e-9);
      for (let i = 1; i < sorted.length; i++) {
        expect(sorted[i]!.middle - sorted[i - 1]!.middle).toBeGreaterThanOrEqual(30 - 1e-9);
        expect(sorted[i]!.wish).toBeGreaterThanOrEqual(sorted[i - 1]!.wish);
      }
    }),
  );
});
