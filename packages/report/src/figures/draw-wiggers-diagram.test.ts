import { describe, expect, test } from "vitest";
import { findMarkupError } from "../svg/find-markup-error.fixture.ts";
import { drawWiggersDiagram } from "./draw-wiggers-diagram.ts";
import { createSampleBeats } from "./sample-beats.fixture.ts";

const { beats } = createSampleBeats();
const picture = drawWiggersDiagram({ title: "Beat <1>", subtitle: "a & b", beats });
const row = (name: string) => picture.table.rows.find(([first]) => first === name)!.slice(1);

describe("Wiggers diagram", () => {
  test("is well-formed and the same twice", () => {
    expect(findMarkupError(picture.svg)).toBeUndefined();
    expect(drawWiggersDiagram({ title: "Beat <1>", subtitle: "a & b", beats }).svg).toBe(picture.svg);
  });

  test("names each valve event above both beats", () => {
    for (const code of ["MVC", "AVO", "AVC", "MVO"])
      expect(picture.svg.match(new RegExp(`>${code}</text>`, "g"))).toHaveLength(2);
    expect(picture.svg).toContain("MVC mitral valve closes, AVO aortic valve opens");
  });

  test("both beats run over the same times", () => {
    expect(picture.svg.match(/Time from right atrial activation, ms/g)).toHaveLength(2);
    expect(picture.svg.match(/>600<\/text>/g)).toHaveLength(2);
  });

  test("says after how long the ventricles follow the atrium", () => {
    expect(picture.svg).toContain("160 ms from right atrium to first ventricular front");
    expect(row("First ventricular front, ms")).toEqual(["160", "120"]);
  });

  test("the table has the events in the order of the beat", () => {
    const [closes, opens, ends, fills] = [
      "Mitral valve closes, ms",
      "Aortic valve opens, ms",
      "Aortic valve closes, ms",
      "Mitral valve opens, ms",
    ].map((name) => Number(row(name)[0]));
    expect(closes).toBeLessThan(opens!);
    expect(opens).toBeLessThan(ends!);
    expect(ends).toBeLessThan(fills!);
  });
});
