import { describe, expect, test } from "vitest";
import { findMarkupError } from "../svg/find-markup-error.fixture.ts";
import { drawPressureVolumeLoops } from "./draw-pressure-volume-loops.ts";
import { createSampleBeats } from "./sample-beats.fixture.ts";

const { beats } = createSampleBeats();
const picture = drawPressureVolumeLoops({ title: "Loops <1>", subtitle: "a & b", beats });

describe("pressure-volume loops", () => {
  test("are well-formed and the same twice", () => {
    expect(findMarkupError(picture.svg)).toBeUndefined();
    expect(drawPressureVolumeLoops({ title: "Loops <1>", subtitle: "a & b", beats }).svg).toBe(picture.svg);
  });

  test("close: four of them, left and right, before and after", () => {
    expect(picture.svg.match(/ d="M[^"]*Z" fill="#\w{6}" fill-opacity/g)).toHaveLength(4);
  });

  test("dot each valve event of the left ventricle, and name each once", () => {
    expect(picture.svg.match(/<circle /g)).toHaveLength(8);
    for (const code of ["MVC", "AVO", "AVC", "MVO"]) expect(picture.svg).toContain(`>${code}</text>`);
  });

  test("the table holds volumes in mL, pressures in mmHg and work", () => {
    const row = (name: string) => picture.table.rows.find(([first]) => first === name)!.slice(1);
    expect(picture.table.columns).toEqual(["Quantity", "Before <now>", "After & paced"]);
    expect(row("LV end-diastolic volume, mL")[0]).toBe("220");
    expect(row("LV ejection fraction, %")[0]).toBe("27");
    // The reference patient has 112 mmHg in the aortic root; the ventricle lies a little above.
    expect(Number(row("LV peak pressure, mmHg")[0])).toBeGreaterThan(112);
    expect(Number(row("LV peak pressure, mmHg")[0])).toBeLessThan(118);
    expect(Number(row("LV stroke work (area of the loop), mJ")[1])).toBeGreaterThan(
      Number(row("LV stroke work (area of the loop), mJ")[0]),
    );
  });

  test("a third beat is drawn between them, and an estimate in dashes, in its loops and its key", () => {
    const kept = { ...beats[1], name: "Kept", role: "frozen" } as const;
    const three = drawPressureVolumeLoops({
      title: "Three",
      beats: [beats[0], kept, { ...beats[1], isEstimate: true }],
    });
    expect(findMarkupError(three.svg)).toBeUndefined();
    expect(three.svg.match(/ d="M[^"]*Z" fill="#\w{6}" fill-opacity/g)).toHaveLength(6);
    expect(three.svg.match(/stroke-dasharray/g)).toHaveLength(3);
    expect(three.table.columns).toEqual(["Quantity", "Before <now>", "Kept", "After & paced"]);
  });

  test("one beat alone is drawn too", () => {
    const single = drawPressureVolumeLoops({ title: "Now", beats: [beats[0]] });
    expect(findMarkupError(single.svg)).toBeUndefined();
    expect(single.table.columns).toHaveLength(2);
  });
});
