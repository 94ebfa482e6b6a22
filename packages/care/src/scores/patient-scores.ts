/** Predicted walking distance and scores of response and mortality. */

export interface WalkInput {
  readonly sex: "female" | "male";
  readonly age_years: number;
  readonly height_cm: number;
  readonly weight_kg: number;
}

/**
 * Distance that a healthy person of this build walks in six minutes.
 *
 * Source: Enright and Sherrill, Am J Respir Crit Care Med 1998;158:1384.
 */
export function predictWalk_m({ sex, age_years, height_cm, weight_kg }: WalkInput): number {
  return sex === "male"
    ? 7.57 * height_cm - 5.02 * age_years - 1.76 * weight_kg - 309
    : 2.11 * height_cm - 2.29 * weight_kg - 5.78 * age_years + 667;
}

export interface ResponseScoreInput {
  readonly hasLbbb: boolean;
  readonly age_years: number;
  readonly isNonischemic: boolean;
  readonly lveddIndex_mmPerM2: number;
  readonly hasSeptalFlash: boolean;
}

/**
 * L2ANDS2, 0 to 7: likelihood of reverse remodeling. Age above 70 counts for response, as published.
 *
 * Above 5 the positive likelihood ratio is 5.6, below 2 the negative one 0.19; at most 4 goes with more events in two years.
 * Source: Brunet-Bernard, Am J Cardiol 2014 (n = 162 and 45).
 */
export function scoreL2ands2(input: ResponseScoreInput): number {
  return (
    (input.hasLbbb ? 2 : 0) +
    (input.age_years > 70 ? 1 : 0) +
    (input.isNonischemic ? 1 : 0) +
    (input.lveddIndex_mmPerM2 < 40 ? 1 : 0) +
    (input.hasSeptalFlash ? 2 : 0)
  );
}

export interface MortalityScoreInput {
  readonly lvef_pct: number;
  readonly hasAtrialFibrillation: boolean;
  readonly age_years: number;
  readonly egfr_mLPerMinPer173m2: number;
  readonly nyhaClass: number;
}

/** EAARN, 0 to 5: one point each; cut-offs unconfirmed. Source: Khatib, Eur J Heart Fail 2014. */
export function scoreEaarn(input: MortalityScoreInput): number {
  const points = [
    input.lvef_pct < 22,
    input.hasAtrialFibrillation,
    input.age_years >= 70,
    input.egfr_mLPerMinPer173m2 < 60,
    input.nyhaClass === 4,
  ];
  return points.filter(Boolean).length;
}
