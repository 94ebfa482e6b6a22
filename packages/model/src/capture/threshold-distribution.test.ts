import { expect, test } from "vitest";
import { fitThresholdDistribution, PUBLISHED_THRESHOLDS, shareBelow } from "./threshold-distribution.ts";

test.each([
  ["LV1", 0.78, 0.78, 0.93],
  ["LV2", 1.02, 0.78, 0.88],
  ["LV3", 1.13, 0.76, 0.85],
  ["LV4", 1.82, 0.65, 0.69],
  ["programmed", 0.89, 0.65, 0.944],
] as const)(
  "%s: a median of %d V, a spread of %d, and a share of %d at 2.5 V or less",
  (name, median_V, sigma_ln, share) => {
    const { mean_V, sd_V } = PUBLISHED_THRESHOLDS[name];
    const law = fitThresholdDistribution(mean_V, sd_V);
    expect(law.median_V).toBeCloseTo(median_V, 2);
    expect(law.sigma_ln).toBeCloseTo(sigma_ln, 2);
    expect(shareBelow(law, 2.5)).toBeCloseTo(share, 2);
  },
);

test("1.1 ± 0.8 V, log-normal, gives the 94.4 % at 2.5 V or less that were published with it", () => {
  expect(Math.abs(100 * shareBelow(fitThresholdDistribution(1.1, 0.8), 2.5) - 94.4)).toBeLessThan(0.3);
});
