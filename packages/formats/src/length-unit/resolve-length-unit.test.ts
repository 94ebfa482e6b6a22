import { LENGTH_UNITS } from "@tributary/model";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { errorOf } from "../bytes/test-helpers.fixture.ts";
import { resolveLengthUnit } from "./resolve-length-unit.ts";
import { lengthsFromMillimeters, millimetersFrom } from "./scale-lengths.ts";

const spanning = (extent: number): Float64Array => Float64Array.of(5, 0, 0, 5, extent / 2, 0, 5, extent, 1);

describe("the unit of a file that carries none", () => {
  test("is the stated one, whatever the size", () => {
    const { unit, declared, statement } = resolveLengthUnit(spanning(3.3), "rabbit.node", "cm");
    expect([unit, declared]).toEqual(["cm", true]);
    expect(statement).toBe("rabbit.node: cm, as stated; 33 mm across");
  });

  test("is mm, and said, from 60 to 250 mm with both ends", () => {
    for (const extent of [60, 110, 250]) {
      const resolved = resolveLengthUnit(spanning(extent), "heart.stl", undefined);
      expect(resolved.unit).toBe("mm");
      expect(resolved.declared).toBe(false);
      expect(resolved.statement).toBe(
        `heart.stl: no unit stated; mm taken, since the largest extent is then ${extent} mm`,
      );
    }
  });

  test.each([
    [110_000, "um"],
    [12, "cm"],
    [3.3, "cm"],
    [0.11, "m"],
    [259, "mm"],
  ])("an extent of %d is refused and names %s", (extent, unit) => {
    const error = errorOf(() => resolveLengthUnit(spanning(extent), "heart.stl", undefined));
    expect(error.code).toBe("unit-not-stated");
    expect(error.fix).toContain(`--units ${unit} `);
    expect(error.why).toContain("60 to 250 mm");
  });

  test("lengths come back from any unit to a relative 1e-15", () => {
    const lengths = fc.array(fc.double({ min: -1e6, max: 1e6, noNaN: true }), { maxLength: 10 });
    fc.assert(
      fc.property(lengths, fc.constantFrom(...LENGTH_UNITS), (lengths_mm, unit) => {
        const back = millimetersFrom(lengthsFromMillimeters(lengths_mm, unit), unit);
        for (const [i, length_mm] of lengths_mm.entries()) {
          expect(Math.abs(back[i]! - length_mm)).toBeLessThanOrEqual(1e-15 * Math.abs(length_mm) + 1e-300);
        }
      }),
    );
  });
});
