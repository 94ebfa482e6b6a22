import type { Random } from "../numerics/random.ts";
import { DEFAULT_PHRENIC, PHRENIC_PARAMETERS, type PhrenicParameters } from "./phrenic-parameters.ts";

/** One possible truth about how excitable this patient's nerve is: threshold log-normal, chronaxie evenly in its range. */
export function samplePhrenicParameters(random: Random): PhrenicParameters {
  const { referenceThreshold_V, thresholdSpread_ln } = DEFAULT_PHRENIC;
  const [low, high] = PHRENIC_PARAMETERS.chronaxie_ms.range;
  return {
    ...DEFAULT_PHRENIC,
    referenceThreshold_V: referenceThreshold_V * Math.exp(thresholdSpread_ln * random.normal()),
    chronaxie_ms: low + (high - low) * random.uniform(),
  };
}
