/** Contrast: how much the kidneys allow, who is checked afterwards, and premedication of an allergy. */
import type { TaskRule } from "../calendar/task.ts";
import type { FactId } from "../facts/fact-catalog.ts";
import type { FactRecord } from "../facts/fact-record.ts";
import { knownValue } from "../facts/resolve-fact.ts";
import { type RuleOrigin, unconfirmed } from "../rules/clinical-rule.ts";
import type { SitePolicy } from "./site-policy.ts";

export interface ContrastPlan {
  /** Milliliters of contrast medium, not milligrams of iodine; undefined where the filtration rate is not known. */
  readonly limit_mL: number | undefined;
  readonly isHighRisk: boolean | undefined;
  readonly missing: readonly FactId[];
  readonly remarks: readonly string[];
  readonly rules: readonly TaskRule[];
  readonly origin: RuleOrigin;
}

const CONTRAST = unconfirmed("kdigo", "contrast-associated acute kidney injury (from memory)");
const LOW_GFR_mLPerMinPer173m2 = 30;

/** Contrast limits and what follows from them for this patient. */
export function planContrast(records: readonly FactRecord[], policy: SitePolicy): ContrastPlan {
  const gfr = knownValue(records, "egfr_mLPerMinPer173m2");
  const isInjured = knownValue(records, "acuteKidneyInjury") === true;
  const isHighRisk = gfr === undefined ? (isInjured ? true : undefined) : gfr < LOW_GFR_mLPerMinPer173m2 || isInjured;
  return {
    limit_mL: gfr === undefined ? undefined : Math.round(policy.contrastRatio * gfr),
    isHighRisk,
    missing: gfr === undefined ? ["egfr_mLPerMinPer173m2"] : [],
    remarks: isHighRisk ? remarksOnRisk(knownValue(records, "congested")) : [],
    rules: [...(isHighRisk ? [CREATININE_AGAIN] : []), ...listPremedication(records)],
    origin: CONTRAST,
  };
}

const CREATININE_AGAIN: TaskRule = {
  ...CONTRAST,
  id: "creatinineAfterContrast",
  anchor: "incision",
  due: "PT48H",
  window: { from: "PT48H", to: "PT72H" },
  actor: "nurse",
  text: "creatinine after contrast: injury is a rise of 0.3 mg/dL in 48 h or to 1.5 times in 7 days",
};

function remarksOnRisk(isCongested: boolean | undefined): string[] {
  const fluid = isCongested === false ? "isotonic saline with caution" : "no extra fluid while congested";
  return [`dilute and spare contrast; carbon dioxide or wiring without contrast; ${fluid}`];
}

/** Steroid and antihistamine before contrast; from memory. */
const PREMEDICATION_h = [13, 7, 1];

function listPremedication(records: readonly FactRecord[]): TaskRule[] {
  const allergy = knownValue(records, "contrastAllergy");
  if (allergy !== "mild" && allergy !== "severe") return [];
  return PREMEDICATION_h.map((hours) => ({
    ...unconfirmed("acrContrast", "premedication (from memory)"),
    id: `premedication.${hours}h`,
    anchor: "incision",
    due: `-PT${hours}H`,
    actor: "nurse",
    text: `prednisone 50 mg${hours === 1 ? " and diphenhydramine 50 mg" : ""} for contrast allergy, as prescribed`,
    drug: "prednisone",
  }));
}

/** Urgent premedication, and what is no contrast allergy; shown beside the plan. */
export const CONTRAST_ALLERGY_REMARKS: readonly string[] = [
  "urgent: hydrocortisone 200 mg or methylprednisolone 40 mg intravenously now and every 4 h, from 4 to 5 h before (unconfirmed)",
  "an allergy to shellfish or a skin reaction to iodine is no contrast allergy",
];
