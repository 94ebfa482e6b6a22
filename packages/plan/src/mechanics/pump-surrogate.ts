import { fitGaussianProcess, type GaussianProcess, predictGaussianProcess } from "@tributary/model";
import { quantile } from "../statistics/statistics.ts";
import type { PumpFeatures } from "./pump-features.ts";
import type { PumpMeasure, PumpMeasures } from "./pump-measures.ts";
import { PUMP_MEASURES } from "./pump-measures.ts";

/** What the circulation would give for timings that were not simulated. */
export interface PumpSurrogate {
  predict(features: PumpFeatures): PumpMeasures;
  /** By measure: 90th percentile of the error when each simulated beat is predicted from the others. */
  readonly error: Readonly<Record<PumpMeasure, number>>;
  readonly beatCount: number;
}

/** Beats below this many say too little for a surrogate; assumed. */
const LEAST_BEATS = 12;

/** @returns undefined with too few beats */
export function fitPumpSurrogate(
  features: readonly PumpFeatures[],
  measures: readonly PumpMeasures[],
): PumpSurrogate | undefined {
  if (features.length < LEAST_BEATS) return undefined;
  const fits = PUMP_MEASURES.map((measure): [PumpMeasure, GaussianProcess, readonly number[]] => {
    const values = measures.map((own) => own[measure]);
    return [measure, fitGaussianProcess(features, values), values];
  });
  return {
    predict: (at) => collect(fits, ([, process]) => predictGaussianProcess(process, at).value),
    error: collect(fits, ([, { leaveOneOut }, values]) =>
      quantile(
        leaveOneOut.map((predicted, i) => Math.abs(predicted - values[i]!)),
        0.9,
      ),
    ),
    beatCount: features.length,
  };
}

function collect<Fit extends readonly [PumpMeasure, ...unknown[]]>(
  fits: readonly Fit[],
  read: (fit: Fit) => number,
): PumpMeasures {
  return Object.fromEntries(fits.map((fit) => [fit[0], read(fit)])) as Record<PumpMeasure, number>;
}
