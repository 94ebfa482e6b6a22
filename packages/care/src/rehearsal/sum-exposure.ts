import { listRadiationRemarks, type RadiationRecord, type RadiationRemark } from "../procedure/radiation-record.ts";
import { airKermaOf } from "./draw-exposure.ts";
import { EXPOSURE_LEVELS } from "./exposure-parameters.ts";
import type { GuidedRehearsal } from "./guided-rehearsal.ts";

export type ExposureRemark = RadiationRemark | "overLevelTime" | "overLevelDose" | "callForHelp";

/** X-ray and contrast so far, against this patient's limit and the levels that others have published. */
export interface ExposureSum extends RadiationRecord {
  readonly runCount: number;
  /** Undefined where what it follows from is missing. */
  readonly contrastLimit_mL: number | undefined;
  readonly remarks: readonly ExposureRemark[];
}

export function sumExposure({ exposures, setup }: GuidedRehearsal): ExposureSum {
  const sum = exposures.reduce(
    (total, entry) => ({
      fluoroscopy_min: total.fluoroscopy_min + entry.fluoroscopy_min,
      kermaAreaProduct_GyCm2: total.kermaAreaProduct_GyCm2 + entry.kermaAreaProduct_GyCm2,
      contrast_mL: total.contrast_mL + entry.contrast_mL,
    }),
    { fluoroscopy_min: 0, kermaAreaProduct_GyCm2: 0, contrast_mL: 0 },
  );
  const record = { ...sum, airKerma_mGy: airKermaOf(sum) };
  return {
    ...record,
    runCount: exposures.filter(({ run }) => run !== undefined).length,
    contrastLimit_mL: setup.contrastLimit_mL,
    remarks: [...listRadiationRemarks(record, setup.contrastLimit_mL), ...compareWithLevels(sum)],
  };
}

function compareWithLevels(sum: Pick<RadiationRecord, "fluoroscopy_min" | "kermaAreaProduct_GyCm2">): ExposureRemark[] {
  const { fluoroscopy_min, kermaAreaProduct_GyCm2, callForHelp_min } = EXPOSURE_LEVELS;
  return [
    ...(sum.fluoroscopy_min > fluoroscopy_min.value ? (["overLevelTime"] as const) : []),
    ...(sum.kermaAreaProduct_GyCm2 > kermaAreaProduct_GyCm2.value ? (["overLevelDose"] as const) : []),
    ...(sum.fluoroscopy_min > callForHelp_min.value ? (["callForHelp"] as const) : []),
  ];
}
