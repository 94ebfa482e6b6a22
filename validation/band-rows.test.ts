import { describe, expect, test } from "vitest";
import { comparePublished, showBand, testBand } from "./band-rows.ts";

const NUMBER = { quantity: "rise", unit: "%", least: 10, most: 35, source: "a trial" };

describe("a number and its band", () => {
  test("is tested, ends included", () => {
    expect(testBand({ ...NUMBER, ours: 35 })).toMatchObject({ expected: "10 to 35", tolerance: "band", pass: true });
    expect(testBand({ ...NUMBER, ours: 35.1 }).pass).toBe(false);
    expect(testBand({ ...NUMBER, ours: Number.NaN }).pass).toBe(false);
  });

  test("is only shown where it is not comparable", () => {
    expect(showBand({ ...NUMBER, ours: 50 })).toMatchObject({ tolerance: "context", pass: true });
  });

  test("of a publication is tested while ours lies in it, and explained where it does not", () => {
    expect(comparePublished({ ...NUMBER, ours: 20 }, "other patients").tolerance).toBe("band");
    expect(comparePublished({ ...NUMBER, ours: 40 }, "other patients")).toMatchObject({
      quantity: "rise (outside by 5 points: other patients)",
      tolerance: "context",
    });
    expect(comparePublished({ ...NUMBER, ours: 40 })).toMatchObject({ tolerance: "band", pass: false });
    expect(comparePublished({ ...NUMBER, ours: Number.NaN }, "other patients").pass).toBe(false);
  });
});
