/** Defibrillator or not: what speaks for either, side by side. Shown, never decided here. */
import type { Figure } from "../figures/figure.ts";
import { type RuleOrigin, unconfirmed } from "../rules/clinical-rule.ts";
import { above, all, any, atLeast, atMost, below, type Criterion, oneOf, yes } from "../rules/criterion.ts";
import { nyha } from "./populations.ts";

export interface DeviceFactor extends RuleOrigin {
  readonly id: string;
  readonly favors: "CRT-D" | "CRT-P";
  readonly text: string;
  readonly when: Criterion;
}

const JUDGMENT = unconfirmed("esc21", "choice between CRT-P and CRT-D");
const PRIMARY_PREVENTION = any(
  all(atMost("lvef_pct", 35), nyha(2, 3)),
  all(atLeast("sinceInfarction_d", 40), atMost("lvef_pct", 30), nyha(1)),
);

export const DEVICE_FACTORS: readonly DeviceFactor[] = [
  {
    ...JUDGMENT,
    id: "ischemicScar",
    favors: "CRT-D",
    text: "ischemic cause",
    when: oneOf("etiology", "ischemic"),
  },
  { ...JUDGMENT, id: "younger", favors: "CRT-D", text: "younger than 70 years", when: below("age_years", 70) },
  { ...JUDGMENT, id: "nyhaIIorIII", favors: "CRT-D", text: "NYHA II or III", when: nyha(2, 3) },
  {
    ...JUDGMENT,
    id: "primaryPrevention",
    favors: "CRT-D",
    text: "meets the defibrillator rows of the US guideline",
    when: PRIMARY_PREVENTION,
  },
  { ...JUDGMENT, id: "lateEnhancement", favors: "CRT-D", text: "late enhancement on MRI", when: yes("scarOnMri") },
  {
    ...JUDGMENT,
    id: "priorVt",
    favors: "CRT-D",
    text: "ventricular tachycardia before",
    when: yes("priorVentricularTachycardia"),
  },
  { ...JUDGMENT, id: "nyhaIV", favors: "CRT-P", text: "NYHA IV", when: nyha(4) },
  { ...JUDGMENT, id: "older", favors: "CRT-P", text: "older than 80 years", when: above("age_years", 80) },
  {
    ...JUDGMENT,
    id: "noScar",
    favors: "CRT-P",
    text: "nonischemic without scar",
    when: all(oneOf("etiology", "nonischemic"), { op: "oneOf", fact: "scarOnMri", values: [false] }),
  },
  {
    ...JUDGMENT,
    id: "kidney",
    favors: "CRT-P",
    text: "estimated GFR below 30, or dialysis",
    when: any(below("egfr_mLPerMinPer173m2", 30), yes("dialysis")),
  },
  { ...JUDGMENT, id: "frailty", favors: "CRT-P", text: "frailty", when: yes("frailty") },
  { ...JUDGMENT, id: "symptoms", favors: "CRT-P", text: "the goal is relief of symptoms", when: yes("goalSymptoms") },
  { ...JUDGMENT, id: "palliative", favors: "CRT-P", text: "palliative horizon", when: yes("palliative") },
];

/** What trials say of the defibrillator in addition; shown beside the factors. */
export const DEVICE_EVIDENCE: readonly { readonly text: string; readonly figure: Figure }[] = [
  {
    text: "DANISH: death with a defibrillator against none, nonischemic",
    figure: {
      value: 0.87,
      unit: "1",
      low: 0.68,
      high: 1.12,
      sourceId: "danish",
      locator: "hazard ratio, death from any cause",
      confirmed: false,
    },
  },
  {
    text: "COMPANION: death with CRT-D against medical therapy",
    figure: {
      value: 0.64,
      unit: "1",
      n: 1520,
      horizon: { kind: "average", months: 16 },
      sourceId: "companion",
      locator: "hazard ratio, death from any cause, P 0.003",
      confirmed: true,
    },
  },
  {
    text: "COMPANION: death with CRT-P against medical therapy",
    figure: {
      value: 0.76,
      unit: "1",
      low: 0.58,
      high: 1.01,
      n: 1520,
      horizon: { kind: "average", months: 16 },
      sourceId: "companion",
      locator: "hazard ratio, death from any cause, P 0.059",
      confirmed: true,
    },
  },
];
