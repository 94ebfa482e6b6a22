import { describe, expect, test } from "vitest";
import { findVariant, PROCEDURE_VARIANTS } from "../procedure/variants.ts";
import { codeImplant } from "./code-implant.ts";

const numbersOf = (id: string) => {
  const coded = codeImplant(findVariant(id)!);
  return coded.kind === "proposed" ? coded.codes.map(({ number }) => number) : coded.kind;
};

describe("the numbers of an implant", () => {
  test.each([
    ["deNovoCrtP", ["33208", "33225"]],
    ["deNovoCrtPPermanentAf", ["33207", "33225"]],
    ["deNovoCrtD", ["33249", "33225"]],
    ["dualPacemakerToCrtP", ["33229", "33225"]],
    ["singlePacemakerToCrtPPermanentAf", ["33228", "33225"]],
    ["dualIcdToCrtD", ["33264", "33225"]],
    ["dualPacemakerToCrtD", ["33249", "33233", "33225"]],
  ])("of %s", (id, numbers) => {
    expect(numbersOf(id)).toEqual(numbers);
  });

  test("are left to a person where a right-sided lead comes beside an exchange", () => {
    expect(numbersOf("singleIcdToCrtD")).toBe("byAPerson");
    expect(numbersOf("singlePacemakerToCrtP")).toBe("byAPerson");
  });

  test("never hold the add-on alone, and no claim of them is wrong", () => {
    for (const variant of PROCEDURE_VARIANTS) {
      const coded = codeImplant(variant);
      if (coded.kind !== "proposed") continue;
      expect(coded.codes.length, variant.id).toBeGreaterThan(1);
      expect(
        coded.issues.filter(({ severity }) => severity === "error"),
        variant.id,
      ).toEqual([]);
    }
  });
});
