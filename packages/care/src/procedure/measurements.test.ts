import { expect, test } from "vitest";
import { fluoroscopyFromSeconds, kermaAreaFromCentigray, listRadiationRemarks } from "./radiation-record.ts";
import { judgeMeasurement, phrenicRatio, TEST_CRITERIA } from "./test-criteria.ts";

test.each([
  ["lvThreshold_V", 1.5, "ideal"],
  ["lvThreshold_V", 2.5, "accepted"],
  ["lvThreshold_V", 2.6, "notAccepted"],
  ["rvSensing_mV", 4.9, "notAccepted"],
  ["rvSensing_mV", 5, "accepted"],
  ["rvSensing_mV", 7, "ideal"],
  ["pacingImpedance_ohm", 1001, "notAccepted"],
  ["qLv_ms", 95, "accepted"],
])("%s of %d: %s", (id, value, verdict) => {
  expect(judgeMeasurement(id, value)!.verdict).toBe(verdict);
});

test("a site may set its own threshold", () => {
  const own = TEST_CRITERIA.map((criterion) =>
    criterion.id === "lvThreshold_V" ? { ...criterion, high: 3 } : criterion,
  );
  expect(judgeMeasurement("lvThreshold_V", 2.9, own)!.verdict).toBe("accepted");
});

test("phrenic and capture threshold are compared at one pulse width only", () => {
  const capture = { threshold_V: 1, pulseWidth_ms: 0.5 };
  expect(phrenicRatio({ threshold_V: 4, pulseWidth_ms: 0.5 }, capture)).toBe(4);
  expect(phrenicRatio({ threshold_V: 4, pulseWidth_ms: 1 }, capture)).toBeUndefined();
});

test("837 s are 13.95 min, 4765 cGy cm2 are 47.65 Gy cm2", () => {
  expect(fluoroscopyFromSeconds(837)).toBeCloseTo(13.95, 10);
  expect(kermaAreaFromCentigray(4765)).toBeCloseTo(47.65, 10);
});

test("contrast is compared in milliliters with three times the filtration rate", () => {
  const record = { fluoroscopy_min: 12, kermaAreaProduct_GyCm2: 14, airKerma_mGy: 400, contrast_mL: 151 };
  expect(listRadiationRemarks(record, 150)).toEqual(["contrastOverLimit"]);
  expect(listRadiationRemarks({ ...record, airKerma_mGy: 5000 }, undefined)).toEqual(["followSkin", "notify"]);
});
