/** Radiation and contrast of a procedure, in the units they are recorded in. */
export interface RadiationRecord {
  readonly fluoroscopy_min: number;
  readonly kermaAreaProduct_GyCm2: number;
  /** At the reference point. */
  readonly airKerma_mGy: number;
  readonly contrast_mL: number;
}

/** Fluoroscopy time as machines print it, in seconds. */
export function fluoroscopyFromSeconds(fluoroscopy_s: number): number {
  return fluoroscopy_s / 60;
}

/** Kerma-area product as some machines print it, in centigray. */
export function kermaAreaFromCentigray(kermaAreaProduct_cGyCm2: number): number {
  return kermaAreaProduct_cGyCm2 / 100;
}

/** Air kerma from which the team is told; from memory. */
export const NOTIFY_mGy = 3000;
/** Air kerma from which the skin is looked at later; from memory. */
const FOLLOW_SKIN_mGy = 5000;

export type RadiationRemark = "notify" | "followSkin" | "contrastOverLimit";

/** What a record asks for; the limit of contrast is of milliliters of medium. */
export function listRadiationRemarks(record: RadiationRecord, contrastLimit_mL: number | undefined): RadiationRemark[] {
  const { airKerma_mGy, contrast_mL } = record;
  return [
    ...(airKerma_mGy >= FOLLOW_SKIN_mGy ? (["followSkin"] as const) : []),
    ...(airKerma_mGy >= NOTIFY_mGy ? (["notify"] as const) : []),
    ...(contrastLimit_mL !== undefined && contrast_mL > contrastLimit_mL ? (["contrastOverLimit"] as const) : []),
  ];
}
