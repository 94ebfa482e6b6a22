import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { suggestMultipointOutput, suggestOutput } from "./output-programming.ts";

describe("the output to program", () => {
  test.each([
    [0.3, 1.5],
    [0.8, 1.8],
    [0.85, 1.9],
    [2.2, 3.2],
    [2.25, 3.5],
    [3.6, 5],
    [6, 7],
  ])("a threshold of %d V is given %d V", (threshold_V, output_V) => {
    expect(suggestOutput(threshold_V)).toEqual({ kind: "programmable", output_V });
  });

  test("a threshold too high for any margin says what would be needed", () => {
    expect(suggestOutput(6.5)).toEqual({ kind: "beyondHighestOutput", needed_V: 7.5, highestOutput_V: 7 });
    expect(suggestOutput(Infinity).kind).toBe("beyondHighestOutput");
  });

  test("it is never below threshold plus margin", () => {
    fc.assert(
      fc.property(
        fc.double({ min: 0.1, max: 7, noNaN: true }),
        fc.double({ min: 0.5, max: 2.5, noNaN: true }),
        (threshold_V, margin_V) => {
          const suggestion = suggestOutput(threshold_V, margin_V);
          if (suggestion.kind === "programmable")
            expect(suggestion.output_V).toBeGreaterThanOrEqual(threshold_V + margin_V - 1e-6);
          else expect(threshold_V + margin_V).toBeGreaterThan(7);
        },
      ),
    );
  });

  test("multipoint pacing needs both cathodes and says which one fails", () => {
    expect(suggestMultipointOutput([0.8, 2])).toEqual({ kind: "programmable", outputs_V: [1.8, 3] });
    expect(suggestMultipointOutput([0.8, 9])).toEqual({ kind: "notPossible", cathode: "second" });
    expect(suggestMultipointOutput([Infinity, 1])).toEqual({ kind: "notPossible", cathode: "first" });
    expect(suggestMultipointOutput([8, 9])).toEqual({ kind: "notPossible", cathode: "both" });
  });
});
