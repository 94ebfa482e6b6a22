import { TributaryError } from "@tributary/model";

/** Creatinine clearance after Cockcroft and Gault: what drug tables ask for. */
export interface CreatinineClearance {
  readonly kind: "cockcroftGault";
  readonly value_mLPerMin: number;
}

/** Filtration rate normalized to body surface: for staging and contrast, never for a drug table. */
export interface EstimatedGfr {
  readonly kind: "ckdEpi2021";
  readonly value_mLPerMinPer173m2: number;
}

export interface RenalInput {
  readonly age_years: number;
  readonly sex: "female" | "male";
  readonly creatinine_mgPerdL: number;
}

const UMOL_PER_MG_dL = 88.4;

/** Creatinine from micromoles a liter to milligrams a deciliter. */
export function creatinineFromMicromoles(creatinine_umolPerL: number): number {
  return creatinine_umolPerL / UMOL_PER_MG_dL;
}

/**
 * Creatinine clearance, mL/min, with actual weight.
 *
 * (140 - age) weight / (72 creatinine), times 0.85 in women. Source: Cockcroft and Gault, Nephron 1976.
 */
export function estimateCreatinineClearance(input: RenalInput & { readonly weight_kg: number }): CreatinineClearance {
  const { age_years, sex, creatinine_mgPerdL, weight_kg } = input;
  const sexRatio = sex === "female" ? 0.85 : 1;
  const value_mLPerMin = ((140 - age_years) * weight_kg * sexRatio) / (72 * creatinine_mgPerdL);
  return { kind: "cockcroftGault", value_mLPerMin };
}

/**
 * Estimated filtration rate, mL/min per 1.73 m2, without race.
 *
 * 142 min(S/k, 1)^a max(S/k, 1)^-1.2 0.9938^age, times 1.012 in women. Source: Inker, N Engl J Med 2021;385:1737.
 */
export function estimateGfr({ age_years, sex, creatinine_mgPerdL }: RenalInput): EstimatedGfr {
  const [kappa, alpha, sexRatio] = sex === "female" ? [0.7, -0.241, 1.012] : [0.9, -0.302, 1];
  const ratio = creatinine_mgPerdL / kappa;
  const value = 142 * Math.min(ratio, 1) ** alpha * Math.max(ratio, 1) ** -1.2 * 0.9938 ** age_years * sexRatio;
  return { kind: "ckdEpi2021", value_mLPerMinPer173m2: value };
}

/** Body mass index beyond which clearance by actual weight is doubtful. */
const BMI_LIMITS_kgPerM2 = [18.5, 40] as const;

/** Whether the clearance has to be looked at twice, because the weight is far from usual. */
export function isWeightUnusual(weight_kg: number, height_cm: number): boolean {
  const bmi = weight_kg / (height_cm / 100) ** 2;
  return bmi < BMI_LIMITS_kgPerM2[0] || bmi > BMI_LIMITS_kgPerM2[1];
}

/**
 * Refuses a filtration rate where a clearance is due; the compiler does so too, this guards what comes from files.
 *
 * @throws TributaryError "renal-measure-mismatch"
 */
export function checkClearance(clearance: CreatinineClearance): void {
  if (clearance.kind === "cockcroftGault" && Number.isFinite(clearance.value_mLPerMin)) return;
  throw new TributaryError({
    code: "renal-measure-mismatch",
    what: "A drug table was asked with another measure of renal function than it is made for.",
    where: "creatinine clearance",
    why: `${JSON.stringify(clearance)}; the table needs Cockcroft-Gault in mL/min`,
    fix: "Compute the creatinine clearance from age, weight, sex and creatinine.",
  });
}
