import fc from "fast-check";
import { decode } from "fast-png";
import { expect, test } from "vitest";
import { encodeBase64 } from "./base64.ts";
import { drawImage, reduceImage } from "./image.ts";

test("base64 is that of the platform, for any bytes", () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 40 }), (bytes) => {
      expect(encodeBase64(bytes)).toBe(Buffer.from(bytes).toString("base64"));
    }),
  );
});

test("reducing weighs colors by opacity, so that edges do not darken", () => {
  const pixels = new Uint8ClampedArray(16);
  pixels.set([201, 99, 42, 255], 0);
  const reduced = reduceImage({ width: 2, height: 2, pixels }, 2);
  expect([...reduced.pixels]).toEqual([201, 99, 42, 64]);
});

test("an image travels in the markup as the PNG it was", () => {
  const pixels = new Uint8ClampedArray([10, 20, 30, 255, 40, 50, 60, 0]);
  const markup = drawImage({ width: 2, height: 1, pixels }, 0, 0, 2, 1);
  const [, base64] = /href="data:image\/png;base64,([^"]+)"/.exec(markup)!;
  const png = decode(Buffer.from(base64!, "base64"));
  expect([png.width, png.height, ...png.data]).toEqual([2, 1, ...pixels]);
});
