import { describe, expect, test } from "vitest";
import { findMarkupError } from "../svg/find-markup-error.fixture.ts";
import { drawResponseSurface } from "./draw-response-surface.ts";

const response = {
  avDelays_ms: [100, 120],
  vvDelays_ms: [-20, 0, 20],
  totalActivationTime_ms: [130, 120, 115, undefined, 118, 112],
  qrsDuration_ms: [150, 140, 135, undefined, 138, 131],
};
const options = { title: "Delays <1>", response, chosen: { avDelay_ms: 120, vvDelay_ms: 20 } };
const picture = drawResponseSurface(options);

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

  test("the table holds both times of every pair of delays", () => {
    expect(picture.table.columns.slice(1)).toEqual(["AV 100", "AV 120"]);
    expect(picture.table.rows).toEqual([
      ["−20", "130/150", "–"],
      ["0", "120/140", "118/138"],
      ["20", "115/135", "112/131"],
    ]);
  });

  test("has one row and no AV axis without AV delays", () => {
    const row = {
      avDelays_ms: [],
      vvDelays_ms: [-20, 0, 20],
      totalActivationTime_ms: [130, 120, 115],
      qrsDuration_ms: [150, 140, 135],
    };
    const flat = drawResponseSurface({ ...options, response: row, chosen: { avDelay_ms: undefined, vvDelay_ms: 20 } });
    expect(flat.svg).not.toContain("AV delay, ms");
    expect(flat.table.rows.map((cells) => cells[1])).toEqual(["130/150", "120/140", "115/135"]);
    expect(flat.svg.match(/stroke="#d55e00" stroke-width="2.8"/g)!.length).toBe(3);
    expect(flat.height_px).toBeLessThan(picture.height_px);
  });
});
