import { describe, expect, test } from "vitest";
import { drawColorBar } from "./color-bar.ts";
import { chooseInkOn, computeLightness, formatColor, sampleColorMap, tabulateColorMap } from "./color-map.ts";
import { createColorScale, cssColorOf, listScaleLevels } from "./color-scale.ts";

describe("color maps", () => {
  test("lightness of white, black and mid gray is that of CIE 1976", () => {
    expect(computeLightness([255, 255, 255])).toBeCloseTo(100, 6);
    expect(computeLightness([0, 0, 0])).toBe(0);
    expect(computeLightness([119, 119, 119])).toBeCloseTo(50.03, 1);
  });

  test.each(["viridis", "cividis"] as const)("%s grows lighter all the way", (name) => {
    const lightness = Array.from({ length: 65 }, (_, i) => computeLightness(sampleColorMap(name, i / 64)));
    for (let i = 1; i < lightness.length; i++) expect(lightness[i]!).toBeGreaterThan(lightness[i - 1]!);
  });

  test("blues grow darker all the way", () => {
    const lightness = Array.from({ length: 33 }, (_, i) => computeLightness(sampleColorMap("blues", i / 32)));
    for (let i = 1; i < lightness.length; i++) expect(lightness[i]!).toBeLessThan(lightness[i - 1]!);
  });

  test("lat begins red, ends purple, and is lightest between", () => {
    const [early, middle, late] = [0, 0.4, 1].map((t) => sampleColorMap("lat", t));
    expect(early![0]).toBeGreaterThan(3 * early![1]);
    expect(late![2]).toBeGreaterThan(late![1]);
    expect(late![0]).toBeGreaterThan(late![1]);
    expect(computeLightness(middle!)).toBeGreaterThan(80);
  });

  test("fractions outside 0 to 1 take the ends; a table may run backward", () => {
    expect(sampleColorMap("viridis", -1)).toEqual(sampleColorMap("viridis", 0));
    expect([...tabulateColorMap("viridis", 3, true).slice(0, 3)]).toEqual([...sampleColorMap("viridis", 1)]);
    expect(formatColor(sampleColorMap("viridis", 0))).toBe("#440154");
  });

  test("ink on a color is the one that is seen", () => {
    expect(chooseInkOn([255, 240, 200])).not.toBe("#ffffff");
    expect(chooseInkOn([40, 10, 80])).toBe("#ffffff");
  });
});

describe("color scale and bar", () => {
  test("the ends lie on multiples of the step; missing values are passed over", () => {
    const scale = createColorScale([12, Number.NaN, 97, undefined, Number.POSITIVE_INFINITY], { step: 10 });
    expect([scale.low, scale.high]).toEqual([10, 100]);
    expect(listScaleLevels(scale)).toEqual([10, 20, 30, 40, 50, 60, 70, 80, 90, 100]);
  });

  test("a reversed scale gives early the light end", () => {
    const scale = createColorScale([0, 100], { reversed: true, step: 10 });
    expect(cssColorOf(scale, 0)).toBe("#fde725");
  });

  test("without any value, and with one value only, the scale still has a length", () => {
    expect(createColorScale([]).high).toBeGreaterThan(createColorScale([]).low);
    const one = createColorScale([5]);
    expect(one.high).toBeGreaterThan(one.low);
  });

  test("the bar says quantity, unit and direction, and has a number at every isochrone", () => {
    const scale = createColorScale([0, 50], { step: 10, reversed: true });
    const bar = drawColorBar(scale, {
      x_px: 0,
      y_px: 0,
      width_px: 400,
      label: "Activation time, ms",
      ends: ["early", "late"],
      noValueLabel: "scar",
    });
    expect(bar).toContain("Activation time, ms (early → late)");
    for (const tick of ["0", "10", "20", "30", "40", "50"]) expect(bar).toContain(`>${tick}</text>`);
    expect(bar.indexOf(">early<")).toBeLessThan(bar.indexOf(">late<"));
    expect(bar).toContain(">scar<");
  });

  test("a narrow bar leaves numbers out rather than let them touch", () => {
    const scale = createColorScale([0, 200], { step: 5 });
    const bar = drawColorBar(scale, { x_px: 0, y_px: 0, width_px: 120, label: "t", noValueLabel: undefined });
    expect(bar.match(/font-size="11"/g)!.length).toBeLessThanOrEqual(4);
  });

  test("ticks further apart than the isochrones are not rounded to them", () => {
    const scale = createColorScale([], { range: [0, 24], step: 2 });
    const bar = drawColorBar(scale, { x_px: 0, y_px: 0, width_px: 290, label: "dP/dt", noValueLabel: undefined });
    const ticks = [...bar.matchAll(/text-anchor="middle"[^>]*>([\d.]+)</g)].map(([, tick]) => Number(tick));
    const steps = ticks.slice(1).map((tick, i) => tick - ticks[i]!);
    expect(new Set(steps).size).toBe(1);
  });
});
