import type { Parameter } from "../units/parameter.ts";
import { type ParameterValues, takeValues } from "../units/parameter-values.ts";

export const PHRENIC_MARGIN_PARAMETERS = {
  /** Phrenic minus LV threshold. */
  leastDifference_V: {
    value: 3,
    unit: "V",
    range: [2, 4],
    source: "the reporting cut of a quadripolar series (Indian Heart J 2018)",
    confirmed: true,
  },
  /** Phrenic over LV threshold. */
  leastRatio: { value: 2.5, unit: "1", range: [2, 3], source: "from memory", confirmed: false },
} as const satisfies Record<string, Parameter>;

/** How far the nerve must be from the muscle's threshold; either figure is enough. */
export type PhrenicMarginRule = ParameterValues<typeof PHRENIC_MARGIN_PARAMETERS>;

export const DEFAULT_PHRENIC_MARGIN: PhrenicMarginRule = takeValues(PHRENIC_MARGIN_PARAMETERS);

export interface PhrenicMargin {
  /** Infinity where nothing reaches the nerve. */
  readonly difference_V: number;
  readonly ratio: number;
  /** Either rule is enough. */
  readonly isSafe: boolean;
}

/** The room between the threshold of the muscle and that of the nerve. */
export function measurePhrenicMargin(
  phrenicThreshold_V: number,
  captureThreshold_V: number,
  { leastDifference_V, leastRatio }: PhrenicMarginRule = DEFAULT_PHRENIC_MARGIN,
): PhrenicMargin {
  const difference_V = phrenicThreshold_V - captureThreshold_V;
  const ratio = phrenicThreshold_V / captureThreshold_V;
  return { difference_V, ratio, isSafe: difference_V >= leastDifference_V || ratio >= leastRatio };
}
