import { findLead, TributaryError } from "@tributary/model";
import { describe, expect, test } from "vitest";
import { specifyVector } from "./specify-vector.ts";

const LEAD = findLead("attain-performa-4298");

describe("a vector as typed", () => {
  test.each(["LV1 → LV2", "LV1-LV2", "lv1 -> lv2", "LV1 LV2", " LV1>LV2 "])("%j is LV1 → LV2", (typed) => {
    expect(specifyVector(typed, LEAD, "ring")).toBe("LV1 → LV2");
  });

  test("that the lead does not have is refused with the nearest names", () => {
    const attempt = () => specifyVector("LV1-RVcoil", LEAD, "ring");
    expect(attempt).toThrow(TributaryError);
    try {
      attempt();
    } catch (error) {
      const { code, why, fix } = error as TributaryError;
      expect(code).toBe("unknown-vector");
      expect(why).toContain("LV4-can");
      expect(fix).toMatch(/^Did you mean .*LV1-RVring/);
    }
  });
});
