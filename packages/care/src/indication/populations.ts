/** Conditions that the tables of several guidelines share. */
import { all, any, atLeast, type Criterion, not, oneOf, yes } from "../rules/criterion.ts";

export const SINUS = oneOf("rhythm", "sinus");
export const ATRIAL_FIBRILLATION = oneOf("rhythm", "paroxysmalAf", "permanentAf");
export const PERMANENT_AF = oneOf("rhythm", "permanentAf");

/** Paced or unknown complexes are neither: "unknown" counts as missing, paced ones match none of the two. */
export const LBBB = oneOf("qrsMorphology", "LBBB");
export const NON_LBBB = oneOf("qrsMorphology", "RBBB", "IVCD", "fascicularBlock", "normal");

/** NYHA class IV counts only while the patient is ambulatory. */
const AMBULATORY_IV = all(nyha(4), yes("ambulatoryIv"));
export const NYHA_II_TO_IV = any(nyha(2), nyha(3), AMBULATORY_IV);
export const NYHA_III_TO_IV = any(nyha(3), AMBULATORY_IV);

/** Any of the NYHA classes given. */
export function nyha(...classes: number[]): Criterion {
  const exactly = (wanted: number): Criterion =>
    all(atLeast("nyhaClass", wanted), { op: "atMost", fact: "nyhaClass", limit: wanted });
  return classes.length === 1 ? exactly(classes[0]!) : any(...classes.map(exactly));
}

/** On guideline-directed medical therapy for at least three months. */
export const ON_MEDICAL_THERAPY = atLeast("gdmt_months", 3);

export const HIGH_DEGREE_BLOCK = oneOf("avBlock", "secondType2", "high", "complete");

/** A reason to pace the ventricle apart from dyssynchrony; judged before any rule on a narrow QRS. */
export const NEEDS_VENTRICULAR_PACING = any(HIGH_DEGREE_BLOCK, yes("pacingIndicated"), yes("avjAblationPlanned"));
export const NO_NEED_FOR_PACING = not(NEEDS_VENTRICULAR_PACING);

/** Ventricular pacing expected in at least 20 to 40 %: the band that the 2023 guideline leaves to judgment. */
export const SUBSTANTIAL_PACING: Criterion = {
  op: "atLeastBand",
  fact: "expectedVPacing_pct",
  low: 20,
  high: 40,
  judgedBy: "substantialVPacing",
};
