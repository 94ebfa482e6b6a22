import { describe, expect, test } from "vitest";
import { findMarkupError } from "../svg/find-markup-error.fixture.ts";
import { drawStrainCurves } from "./draw-strain-curves.ts";
import { createSampleBeats } from "./sample-beats.fixture.ts";

const { beats, patches } = createSampleBeats();
const picture = drawStrainCurves({ title: "Strain <1>", subtitle: "a & b", beats, patches });

describe("strain curves", () => {
  test("are well-formed and the same twice", () => {
    expect(findMarkupError(picture.svg)).toBeUndefined();
    expect(drawStrainCurves({ title: "Strain <1>", subtitle: "a & b", beats, patches }).svg).toBe(picture.svg);
  });

  test("one thin line a patch of the left ventricle in each beat, none of the right", () => {
    const left = patches.filter(({ wall }) => wall !== "rvFree").length;
    const thin = picture.svg.match(/ fill="none" stroke="#\w{6}" stroke-width="0.9"/g);
    expect(thin).toHaveLength(2 * left);
  });

  test("mark closing of the mitral and opening and closing of the aortic valve", () => {
    for (const code of ["MVC", "AVO", "AVC"])
      expect(picture.svg.match(new RegExp(`>${code}</text>`, "g"))).toHaveLength(2);
    expect(picture.svg).not.toContain(">MVO</text>");
  });

  test("the table shows the septal flash of the block, and less of it without", () => {
    const [, before, after] = picture.table.rows[0]!;
    expect(picture.table.rows[0]![0]).toMatch(/^Septal flash/);
    expect(Number(before)).toBeGreaterThan(2);
    expect(Number(after)).toBeLessThan(Number(before));
  });
});
