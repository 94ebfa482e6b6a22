import { describe, expect, test } from "vitest";
import { type Figure, printFigure } from "./figure.ts";
import { chooseDenominator, countPeople } from "./natural-frequency.ts";

const HAZARD: Figure = {
  value: 0.75,
  unit: "1",
  low: 0.64,
  high: 0.87,
  n: 1798,
  horizon: { kind: "average", months: 40 },
  sourceId: "raft",
  locator: "primary end point",
  confirmed: true,
};

describe("a figure", () => {
  test("prints its interval, in the numbers of the language", () => {
    expect(printFigure(HAZARD, "clinician")).toBe("0.75 (0.64 to 0.87)");
    expect(printFigure(HAZARD, "clinician", "de-DE")).toBe("0,75 (0,64 bis 0,87)");
  });

  test("that is not confirmed is marked for the clinician and no number for the patient", () => {
    const unconfirmed = { ...HAZARD, confirmed: false };
    expect(printFigure(unconfirmed, "clinician")).toBe("0.75 (0.64 to 0.87) (unconfirmed)");
    expect(printFigure(unconfirmed, "patient")).toBeUndefined();
  });
});

describe("natural frequencies", () => {
  test("a table has one denominator: 1000 as soon as one value is under 1 %", () => {
    expect(chooseDenominator([2, 5.7, 10])).toBe(100);
    expect(chooseDenominator([2, 0.4, 10])).toBe(1000);
    expect(chooseDenominator([0, 5])).toBe(100);
  });

  test("0.4 % never prints as none", () => {
    expect(countPeople(0.4, 1000)).toEqual({ kind: "people", count: 4 });
    expect(countPeople(0.4, 100)).toEqual({ kind: "fewerThanOne" });
    expect(countPeople(0.01, 1000)).toEqual({ kind: "fewerThanOne" });
    expect(countPeople(0, 100)).toEqual({ kind: "people", count: 0 });
  });
});
