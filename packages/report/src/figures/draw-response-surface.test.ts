import { describe, expect, test } from "vitest";
import { computeLightness, type Rgb } from "../color/color-map.ts";
import { findMarkupError } from "../svg/find-markup-error.fixture.ts";
import { drawResponseSurface, type ResponseSurfaceOptions } from "./draw-response-surface.ts";

const options: ResponseSurfaceOptions = {
  title: "Delays <1>",
  avDelays_ms: [100, 120],
  vvDelays_ms: [-20, 0, 20],
  quantities: [
    {
      label: "Total activation time, ms",
      values: [130, 120, 115, undefined, 118, 112],
      ends: ["shorter", "longer"],
      better: "low",
    },
    {
      label: "Change of stroke volume, %",
      values: [1.25, 2, 3, undefined, -4.04, 5],
      ends: ["less", "more"],
      better: "high",
      decimals: 1,
    },
  ],
  chosen: { avDelay_ms: 120, vvDelay_ms: 20 },
};
const picture = drawResponseSurface(options);

function parseColor(hexadecimal: string): Rgb {
  return [1, 3, 5].map((at) => Number.parseInt(hexadecimal.slice(at, at + 2), 16)) as unknown as Rgb;
}

describe("response surface", () => {
  test("is well-formed and the same twice", () => {
    expect(findMarkupError(picture.svg)).toBeUndefined();
    expect(drawResponseSurface(options).svg).toBe(picture.svg);
  });

  test("hatches what is not delivered, once in each panel and once in the key", () => {
    expect(picture.svg.match(/fill="url\(#undelivered-/g)!.length).toBe(3);
    expect(picture.svg).toContain("pulse not delivered");
  });

  test("frames the chosen setting in both panels and in the key", () => {
    expect(picture.svg.match(/stroke="#d55e00" stroke-width="2.8"/g)!.length).toBe(3);
  });

  test("frames nothing where the grid does not hold the setting", () => {
    const { svg } = drawResponseSurface({ ...options, chosen: { avDelay_ms: 110, vvDelay_ms: 20 } });
    expect(svg.match(/stroke="#d55e00" stroke-width="2.8"/g)!.length).toBe(1);
  });

  test("the better end is light in both panels, whichever it is", () => {
    const cells = [...picture.svg.matchAll(/stroke-width="0.8" fill="(#\w{6})"\/><text/g)].map((match) => match[1]!);
    const lightness = cells.map((color) => computeLightness(parseColor(color)));
    const [activation, stroke] = [lightness.slice(0, 5), lightness.slice(5, 10)];
    expect(activation.indexOf(Math.max(...activation))).toBe(4);
    expect(stroke.indexOf(Math.max(...stroke))).toBe(4);
  });

  test("says both quantities without their units", () => {
    expect(picture.description).toMatch(/^Total activation time and change of stroke volume over the AV delay/);
  });

  test("the table holds both quantities of every pair of delays", () => {
    expect(picture.table.columns.slice(1)).toEqual(["AV 100", "AV 120"]);
    expect(picture.table.rows).toEqual([
      ["−20", "130/1.3", "–"],
      ["0", "120/2.0", "118/−4.0"],
      ["20", "115/3.0", "112/5.0"],
    ]);
  });

  test("has one row and no AV axis without AV delays", () => {
    const [first, second] = options.quantities;
    const flat = drawResponseSurface({
      ...options,
      avDelays_ms: [],
      quantities: [
        { ...first, values: first.values.slice(0, 3) },
        { ...second, values: second.values.slice(0, 3) },
      ],
      chosen: { avDelay_ms: undefined, vvDelay_ms: 20 },
    });
    expect(flat.svg).not.toContain("AV delay, ms");
    expect(flat.table.rows.map((cells) => cells[1])).toEqual(["130/1.3", "120/2.0", "115/3.0"]);
    expect(flat.svg.match(/stroke="#d55e00" stroke-width="2.8"/g)!.length).toBe(3);
    expect(flat.height_px).toBeLessThan(picture.height_px);
  });
});
