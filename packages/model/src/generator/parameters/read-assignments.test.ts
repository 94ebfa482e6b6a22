import { expect, test } from "vitest";
import { checkRhythm } from "../heart/check-rhythm.ts";
import { readAssignments } from "./read-assignments.ts";

function codeOf(act: () => unknown): string | undefined {
  try {
    act();
  } catch (error) {
    return (error as { code: string }).code;
  }
  return undefined;
}

test("numbers, words, truth values and vectors are read as such", () => {
  expect(readAssignments(["vvDelay_ms=-20", "mode = DDD", "lvVector=LV2->can", "conductsRetrograde=true"])).toEqual({
    vvDelay_ms: -20,
    mode: "DDD",
    lvVector: "LV2 → can",
    conductsRetrograde: true,
  });
});

test("a text without name or value, and a name twice, are refused", () => {
  for (const text of ["vvDelay_ms", "=20", "vvDelay_ms="])
    expect(codeOf(() => readAssignments([text]))).toBe("assignment-malformed");
  expect(codeOf(() => readAssignments(["a=1", "a=2"]))).toBe("assignment-repeated");
});

test("the heart takes values of its table within their ranges, and no other", () => {
  const change = { pacedTransit_ms: 150, conductsAntegrade: false, atpPulsesToEnd: "never", seed: 7 };
  expect(checkRhythm(change)).toEqual(change);
  expect(codeOf(() => checkRhythm({ pacedTransit_ms: 500 }))).toBe("rhythm-parameter-range");
  expect(codeOf(() => checkRhythm({ pacedTransit_ms: "long" }))).toBe("rhythm-parameter-range");
  expect(codeOf(() => checkRhythm({ conductsAntegrade: 1 }))).toBe("rhythm-parameter-range");
  expect(codeOf(() => checkRhythm({ seed: 1.5 }))).toBe("rhythm-parameter-range");
  expect(codeOf(() => checkRhythm({ pacedTransit: 150 }))).toBe("unknown-rhythm-parameter");
});
