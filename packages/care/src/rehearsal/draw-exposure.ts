import type { Random } from "@tributary/model";
import { EXPOSURE_PARAMETERS } from "./exposure-parameters.ts";

/** X-ray of a part of a procedure, or of the whole. */
export interface Exposure {
  readonly fluoroscopy_min: number;
  readonly kermaAreaProduct_GyCm2: number;
}

/**
 * X-ray of one implant: time and dose of one draw, so that the longest is also the one with the most dose (assumed).
 *
 * Source: medians and quartiles of a nine-center registry; the fit is this program's.
 */
export function sampleExposure(random: Random): Exposure {
  const { fluoroscopyShift_min, fluoroscopyMedian_min, fluoroscopySpread_ln, leastFluoroscopy_min } =
    EXPOSURE_PARAMETERS;
  const { kermaAreaProductMedian_GyCm2, kermaAreaProductSpread_ln } = EXPOSURE_PARAMETERS;
  const normal = random.normal();
  const time_min =
    fluoroscopyShift_min.value + fluoroscopyMedian_min.value * Math.exp(fluoroscopySpread_ln.value * normal);
  return {
    fluoroscopy_min: Math.max(leastFluoroscopy_min.value, time_min),
    kermaAreaProduct_GyCm2: kermaAreaProductMedian_GyCm2.value * Math.exp(kermaAreaProductSpread_ln.value * normal),
  };
}

/** A run of contrast that is kept, at the dose rate of the procedure's fluoroscopy. */
export function exposeRun({ fluoroscopy_min, kermaAreaProduct_GyCm2 }: Exposure): Exposure {
  const { run_s, acquisitionDoseRatio } = EXPOSURE_PARAMETERS;
  const run_min = run_s.value / 60;
  return {
    fluoroscopy_min: run_min,
    kermaAreaProduct_GyCm2: (kermaAreaProduct_GyCm2 / fluoroscopy_min) * run_min * acquisitionDoseRatio.value,
  };
}

/** Air kerma at the reference point behind a kerma-area product, mGy. */
export function airKermaOf({ kermaAreaProduct_GyCm2 }: Exposure): number {
  return (1000 * kermaAreaProduct_GyCm2) / EXPOSURE_PARAMETERS.fieldArea_cm2.value;
}
