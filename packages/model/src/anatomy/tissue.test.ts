import { describe, expect, test } from "vitest";
import { assignTissue, checkViableMuscle, type ScarRegion, TISSUE, wallDepthFraction } from "./tissue.ts";

const PLACES = {
  segment: Uint8Array.from([5, 5, 5, 11, 0]),
  depthFraction: Float64Array.from([0.1, 0.5, 0.9, 0.1, 0.1]),
};

function region(changes: Partial<ScarRegion>): ScarRegion {
  return { segments: [5], transmuralFraction: 0.6, from: "endocardium", tissue: "scar", ...changes };
}

describe("wallDepthFraction", () => {
  test("runs 0 to 1 through a free wall and once through the whole septum", () => {
    expect([1, 0.5, 0].map((tm) => wallDepthFraction(tm, false, false))).toEqual([0, 0.5, 1]);
    expect([1, 0].map((tm) => wallDepthFraction(tm, false, true))).toEqual([0, 0.5]);
    expect([0, 1].map((tm) => wallDepthFraction(tm, true, true))).toEqual([0.5, 1]);
  });
});

describe("assignTissue", () => {
  test("a subendocardial scar takes the inner part of its segment only, never the right ventricle", () => {
    expect([...assignTissue(PLACES, [region({})])]).toEqual([2, 2, 0, 0, 0]);
    expect([...assignTissue(PLACES, [region({ from: "epicardium", transmuralFraction: 0.2 })])]).toEqual([
      0, 0, 2, 0, 0,
    ]);
  });

  test("the denser tissue wins in whatever order regions come", () => {
    const border = region({ tissue: "borderZone", transmuralFraction: 1 });
    expect([...assignTissue(PLACES, [region({}), border])]).toEqual([2, 2, 1, 0, 0]);
    expect([...assignTissue(PLACES, [border, region({})])]).toEqual([2, 2, 1, 0, 0]);
  });

  test("a segment 18 and a fraction above 1 are refused by name", () => {
    expect(() => assignTissue(PLACES, [region({ segments: [18] })])).toThrow(/segment 18/);
    expect(() => assignTissue(PLACES, [region({ transmuralFraction: 1.2 })])).toThrow(/1\.2/);
  });
});

describe("checkViableMuscle", () => {
  const isSeptum = Uint8Array.from([0, 0, 0, 1, 0]);
  const volumes_mm3 = Float64Array.from([1, 1, 1, 1, 1]);

  test("a scar through a whole wall is refused, naming the wall", () => {
    const tissue = assignTissue(PLACES, [region({ transmuralFraction: 1 })]);
    expect(tissue[2]).toBe(TISSUE.scar);
    expect(() => checkViableMuscle(tissue, PLACES, isSeptum, volumes_mm3)).toThrow(/LV free wall/);
  });

  test("a scar that leaves muscle passes", () => {
    const tissue = assignTissue(PLACES, [region({})]);
    expect(() => checkViableMuscle(tissue, PLACES, isSeptum, volumes_mm3)).not.toThrow();
  });
});
