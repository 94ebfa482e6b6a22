import { encode } from "fast-png";
import { element } from "../svg/svg-markup.ts";
import { encodeBase64 } from "./base64.ts";

/** Red, green, blue and opacity, 0 to 255, row by row from the top. */
export interface Image {
  readonly width: number;
  readonly height: number;
  /** 4 · width · height. */
  readonly pixels: Uint8ClampedArray;
}

/**
 * The mean of blocks of factor x factor samples, colors weighted by opacity.
 *
 * @param image   width and height multiples of factor
 * @param factor  >= 1
 */
export function reduceImage(image: Image, factor: number): Image {
  if (factor === 1) return image;
  const width = Math.floor(image.width / factor);
  const height = Math.floor(image.height / factor);
  const pixels = new Uint8ClampedArray(4 * width * height);
  for (let row = 0; row < height; row++) {
    for (let column = 0; column < width; column++) {
      let [red, green, blue, opacity] = [0, 0, 0, 0];
      for (let y = 0; y < factor; y++) {
        for (let x = 0; x < factor; x++) {
          const at = 4 * ((row * factor + y) * image.width + column * factor + x);
          const weight = image.pixels[at + 3]!;
          red += weight * image.pixels[at]!;
          green += weight * image.pixels[at + 1]!;
          blue += weight * image.pixels[at + 2]!;
          opacity += weight;
        }
      }
      if (opacity === 0) continue;
      const out = 4 * (row * width + column);
      pixels[out] = roundLevel(red / opacity);
      pixels[out + 1] = roundLevel(green / opacity);
      pixels[out + 2] = roundLevel(blue / opacity);
      pixels[out + 3] = opacity / (factor * factor);
    }
  }
  return { width, height, pixels };
}

/** Steps of 3 of 255: not to be seen, and the compressor, which has no line filters, makes half the bytes of it. */
function roundLevel(value: number): number {
  return Math.min(255, 3 * Math.round(value / 3));
}

/** The image inside a picture, as a PNG that travels in the markup; it fills the rectangle given. */
export function drawImage(image: Image, x_px: number, y_px: number, width_px: number, height_px: number): string {
  const png = encode(
    { width: image.width, height: image.height, data: image.pixels, channels: 4 },
    { zlib: { level: 9 } },
  );
  return element("image", {
    x: x_px,
    y: y_px,
    width: width_px,
    height: height_px,
    href: `data:image/png;base64,${encodeBase64(png)}`,
  });
}
