import { normalShareBelow } from "../numerics/normal-distribution.ts";

/** A log-normal law of thresholds. */
export interface ThresholdDistribution {
  readonly median_V: number;
  /** Standard deviation of ln(threshold). */
  readonly sigma_ln: number;
}

/** The log-normal law with a published mean and standard deviation: sigma^2 = ln(1 + (sd / mean)^2). */
export function fitThresholdDistribution(mean_V: number, sd_V: number): ThresholdDistribution {
  const variance = Math.log1p((sd_V / mean_V) ** 2);
  return { median_V: mean_V * Math.exp(-variance / 2), sigma_ln: Math.sqrt(variance) };
}

/** Share of thresholds at or below an amplitude. */
export function shareBelow({ median_V, sigma_ln }: ThresholdDistribution, amplitude_V: number): number {
  return normalShareBelow(Math.log(amplitude_V / median_V) / sigma_ln);
}

interface PublishedThreshold {
  readonly mean_V: number;
  readonly sd_V: number;
  readonly source: string;
}

const LIN = "Lin, PACE 2018 (n = 1097), against the RV coil at 0.5 ms";

/** Thresholds at 0.5 ms of quadripolar leads, mean and standard deviation. */
export const PUBLISHED_THRESHOLDS = {
  LV1: { mean_V: 1.06, sd_V: 0.97, source: LIN },
  LV2: { mean_V: 1.38, sd_V: 1.26, source: LIN },
  LV3: { mean_V: 1.51, sd_V: 1.33, source: LIN },
  LV4: { mean_V: 2.25, sd_V: 1.63, source: LIN },
  programmed: { mean_V: 1.1, sd_V: 0.8, source: "Crossley, Heart Rhythm 2015 (n = 1124)" },
} as const satisfies Record<string, PublishedThreshold>;
