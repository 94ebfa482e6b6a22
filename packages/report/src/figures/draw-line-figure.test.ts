import { describe, expect, test } from "vitest";
import { findMarkupError } from "../svg/find-markup-error.fixture.ts";
import { drawLineFigure, drawScatter, type LineFigure } from "./draw-line-figure.ts";
import { createAxis } from "./line-axes.ts";

const figure: LineFigure = {
  kind: "lines",
  title: "Error & order",
  xLabel: "Edge length, mm",
  yLabel: "Error, ms",
  logX: true,
  logY: true,
  series: [
    { name: "ours", x: [0.5, 1, 2], y: [0.1, 0.2, 0.4] },
    { name: "published", x: [0.5, 1, 2], y: [0.11, 0, Number.NaN] },
  ],
};

describe("axes", () => {
  test("a linear axis ends on ticks and puts values in proportion", () => {
    const axis = createAxis([3, 97], false, 0, 100, 5);
    expect(axis.ticks.map(({ label }) => label)).toEqual(["0", "20", "40", "60", "80", "100"]);
    expect(axis.toPixel(50)).toBeCloseTo(50, 9);
  });

  test("a logarithmic axis puts equal ratios at equal distances and passes over what it cannot show", () => {
    const axis = createAxis([0.01, 0, -1, Number.NaN, 100], true, 0, 100, 5);
    expect(axis.toPixel(10) - axis.toPixel(1)).toBeCloseTo(axis.toPixel(1) - axis.toPixel(0.1), 9);
    expect(axis.ticks.map(({ value }) => value)).toEqual([0.01, 0.1, 1, 10, 100]);
  });

  test("an axis without values, or with one only, still has a length", () => {
    expect(Number.isFinite(createAxis([], false, 0, 100, 5).toPixel(0.5))).toBe(true);
    expect(createAxis([7], false, 0, 100, 5).toPixel(7)).toBeCloseTo(50, 6);
    expect(Number.isFinite(createAxis([7], true, 0, 100, 5).toPixel(7))).toBe(true);
  });
});

describe("the picture", () => {
  test("is well-formed, the same twice, with both labels and every name", () => {
    const { svg } = drawLineFigure(figure);
    expect(findMarkupError(svg)).toBeUndefined();
    expect(drawLineFigure(figure).svg).toBe(svg);
    for (const text of ["Edge length, mm", "Error, ms", "ours", "published", "Error &amp; order"])
      expect(svg).toContain(text);
    expect(svg).not.toContain("NaN");
  });

  test("the table has a column for each series where they share their x, missing values as missing", () => {
    expect(drawLineFigure(figure).table).toEqual({
      columns: ["Edge length, mm", "ours: Error, ms", "published: Error, ms"],
      rows: [
        ["0.5", "0.1", "0.11"],
        ["1", "0.2", "0"],
        ["2", "0.4", "–"],
      ],
    });
  });

  test("the table has a row for each point where they do not, and thins long series", () => {
    const x = Array.from({ length: 201 }, (_, i) => i);
    const series = [
      { name: "long", x, y: x },
      { name: "short", x: [1], y: [2] },
    ];
    const { rows } = drawLineFigure({ ...figure, logX: false, logY: false, series }).table;
    expect(rows.length).toBe(22);
    expect(rows[20]).toEqual(["long", "200", "200"]);
    expect(rows[21]).toEqual(["short", "1", "2"]);
  });

  test("a scatter draws one mark per point and no line", () => {
    const x = [1, 2, 3, 4];
    const { svg } = drawScatter({
      title: "Ours and theirs",
      xLabel: "a, ms",
      yLabel: "b, ms",
      identityLine: true,
      series: [{ name: "", x, y: x }],
    });
    expect(svg.match(/<circle/g)!.length).toBe(4);
  });
});
