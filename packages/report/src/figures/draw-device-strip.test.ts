import { describe, expect, test } from "vitest";
import { findMarkupError } from "../svg/find-markup-error.fixture.ts";
import { drawDeviceStrip, measureStrip_ms } from "./draw-device-strip.ts";

const MARKS = [
  { time_ms: 1000, channel: "A", label: "AS", isPace: false, isTimed: true },
  { time_ms: 1120, channel: "V", label: "BV", isPace: true, isTimed: true },
  { time_ms: 1850, channel: "A", label: "AS", isPace: false, isTimed: true },
  { time_ms: 1970, channel: "V", label: "BV", isPace: true, isTimed: true },
] as const;

function draw(speed_mmPerS: 25 | 50, marks: readonly (typeof MARKS)[number][] = MARKS) {
  const values = new Float32Array(8000);
  values[2000] = 10;
  return drawDeviceStrip({
    title: "Strip <1>",
    start_ms: 0,
    speed_mmPerS,
    signals: [{ name: "RV EGM", start_ms: 0, values, unit: "mV", fullScale: 5, height_mm: 5, spikes_ms: [] }],
    annotation: { marks, notes: [{ time_ms: 3000, text: "mode switch" }] },
  });
}

/** Left ends of the strokes of pacing marks, px. */
function readPaces(svg: string): number[] {
  return [...svg.matchAll(/<line x1="([\d.]+)"[^>]*stroke-width="2\.2"/g)].map((match) => Number(match[1]));
}

describe("device strip", () => {
  test.each([25, 50] as const)("at %d mm/s a millimeter is 96 / 25.4 px, and times lie that far apart", (speed) => {
    const picture = draw(speed);
    expect(findMarkupError(picture.svg)).toBeUndefined();
    expect(picture.width_px).toBeCloseTo((180 * 96) / 25.4, 6);
    const [first, second] = readPaces(picture.svg);
    expect(second! - first!).toBeCloseTo(0.85 * speed * (96 / 25.4), 1);
    expect(picture.svg).toContain(`${speed} mm/s: a small square is ${1000 / speed} ms`);
    expect(measureStrip_ms(speed)).toBe(160_000 / speed);
  });

  test("has marks, words and the intervals of and between the chambers", () => {
    const { svg } = draw(25);
    for (const text of ["AS", "BV", "mode switch", "850", "120", "RV EGM", "1 mm/mV"])
      expect(svg).toContain(`>${text}</text>`);
  });

  test("its table holds every mark with the interval to the last of its chamber, and the words", () => {
    expect(draw(25).table.rows).toEqual([
      ["1.000", "AS", ""],
      ["1.120", "BV", ""],
      ["1.850", "AS", "850"],
      ["1.970", "BV", "850"],
      ["3.000", "mode switch", ""],
    ]);
  });

  test("where marks crowd, each keeps its stroke and those without room lose their label", () => {
    const crowd = Array.from({ length: 100 }, (_, i) => ({
      ...{ channel: "V", label: "VN", isPace: false, isTimed: false },
      time_ms: 1000 + 20 * i,
    }));
    const { svg } = draw(25, crowd as never);
    const labels = svg.match(/>VN<\/text>/g)!.length;
    expect(labels).toBeGreaterThan(10);
    expect(labels).toBeLessThan(60);
    expect(svg.match(/stroke-width="0\.7"/g)!.length).toBeGreaterThanOrEqual(100);
  });
});
