import type { Random } from "../numerics/random.ts";
import type { Parameter } from "../units/parameter.ts";
import { CAPTURE_PARAMETERS, type CaptureParameters, DEFAULT_CAPTURE } from "./capture-parameters.ts";

/**
 * One possible truth about how this patient's muscle and leads capture.
 *
 * The rheobase field is drawn from a log-normal law with `thresholdSpread_ln`, so that every threshold at a known
 * distance is; what is only known within a range is drawn evenly from it: chronaxie, fat, clearance, anodal ratio.
 */
export function sampleCaptureParameters(random: Random): CaptureParameters {
  const { rheobaseField_VPerMm, thresholdSpread_ln } = DEFAULT_CAPTURE;
  const { chronaxie_ms, fatRatio, clearanceRatio, anodalRatio } = CAPTURE_PARAMETERS;
  return {
    ...DEFAULT_CAPTURE,
    rheobaseField_VPerMm: rheobaseField_VPerMm * Math.exp(thresholdSpread_ln * random.normal()),
    chronaxie_ms: sampleEvenly(random, chronaxie_ms),
    fatRatio: sampleEvenly(random, fatRatio),
    clearanceRatio: sampleEvenly(random, clearanceRatio),
    anodalRatio: sampleEvenly(random, anodalRatio),
  };
}

/** Half the draws below the value, half above, evenly in each half of the range. */
function sampleEvenly(random: Random, { value, range: [low, high] }: Parameter): number {
  const u = random.uniform();
  return u < 0.5 ? low + 2 * u * (value - low) : value + (2 * u - 1) * (high - value);
}
