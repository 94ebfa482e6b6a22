/** Tests before the procedure: how old they may be, within which limits, and whether this patient needs them. */
import type { TaskRule } from "../calendar/task.ts";
import type { FactId } from "../facts/fact-catalog.ts";
import { type RuleOrigin, unconfirmed } from "../rules/clinical-rule.ts";
import { all, type Criterion, oneOf, yes } from "../rules/criterion.ts";

/** Who needs a test: everybody, or those of whom a condition on the case holds. */
export type TestNeed = "always" | "upgrade" | "anticoagulated" | "vitaminKAntagonist" | Criterion;

export interface TestRule extends RuleOrigin {
  readonly id: string;
  readonly text: string;
  /** The fact that a result is recorded as; undefined for tests that are only done or not. */
  readonly fact?: FactId;
  readonly validity_d: number;
  /** Shorter validity for a group of patients. */
  readonly stricter?: { readonly need: TestNeed; readonly validity_d: number };
  /** Go limits, both allowed. */
  readonly low?: number;
  readonly high?: number;
  readonly need: TestNeed;
  readonly actor: TaskRule["actor"];
  readonly due: TaskRule["due"];
  readonly isMandatory: boolean;
}

const LIMITS = unconfirmed("practice", "limits and validity are site policy (from memory)");

export const TEST_RULES: readonly TestRule[] = [
  {
    ...LIMITS,
    id: "ecg",
    text: "12-lead ECG with QRS duration, morphology and PR",
    fact: "qrsDuration_ms",
    validity_d: 30,
    stricter: { need: "upgrade", validity_d: 0 },
    need: "always",
    actor: "clinic",
    due: "-P30D",
    isMandatory: true,
  },
  {
    ...LIMITS,
    id: "echo",
    text: "echocardiogram with LVEF, volumes and valves, on medical therapy",
    fact: "lvef_pct",
    validity_d: 180,
    need: "always",
    actor: "clinic",
    due: "-P30D",
    isMandatory: true,
  },
  {
    ...LIMITS,
    id: "hemoglobin",
    text: "hemoglobin",
    fact: "hemoglobin_gPerdL",
    validity_d: 30,
    stricter: { need: "anticoagulated", validity_d: 3 },
    low: 8,
    need: "always",
    actor: "clinic",
    due: "-P3D",
    isMandatory: true,
  },
  {
    ...LIMITS,
    id: "platelets",
    text: "platelets",
    fact: "platelets_e9PerL",
    validity_d: 30,
    stricter: { need: "anticoagulated", validity_d: 3 },
    low: 50,
    need: "always",
    actor: "clinic",
    due: "-P3D",
    isMandatory: true,
  },
  {
    ...LIMITS,
    id: "creatinine",
    text: "creatinine",
    fact: "creatinine_mgPerdL",
    validity_d: 30,
    need: "always",
    actor: "clinic",
    due: "-P7D",
    isMandatory: true,
  },
  {
    ...LIMITS,
    id: "potassium",
    text: "potassium",
    fact: "potassium_mmolPerL",
    validity_d: 7,
    low: 3.5,
    high: 5.5,
    need: "always",
    actor: "clinic",
    due: "-P7D",
    isMandatory: true,
  },
  {
    ...LIMITS,
    id: "inr",
    text: "INR",
    fact: "inr",
    validity_d: 0,
    need: "vitaminKAntagonist",
    actor: "nurse",
    due: "-PT2H",
    isMandatory: true,
  },
  {
    ...LIMITS,
    id: "glucose",
    text: "glucose",
    fact: "glucose_mmolPerL",
    validity_d: 0,
    high: 14,
    need: "always",
    actor: "nurse",
    due: "-PT2H",
    isMandatory: false,
  },
  {
    ...LIMITS,
    id: "bloodGroup",
    text: "blood group and antibody screen",
    validity_d: 3,
    need: "upgrade",
    actor: "clinic",
    due: "-P1D",
    isMandatory: true,
  },
  {
    ...LIMITS,
    id: "pregnancyTest",
    text: "hCG: negative, or an explicit plan",
    validity_d: 0,
    need: all(oneOf("sex", "female"), yes("childBearingPotential")),
    actor: "nurse",
    due: "-PT2H",
    isMandatory: true,
  },
  {
    ...LIMITS,
    id: "chestFilm",
    text: "chest film, two views",
    validity_d: 30,
    need: "always",
    actor: "clinic",
    due: "-P30D",
    isMandatory: true,
  },
  {
    ...LIMITS,
    id: "deviceCheck",
    text: "check of the device in place: dependency, every lead, advisories",
    validity_d: 30,
    need: "upgrade",
    actor: "clinic",
    due: "-P14D",
    isMandatory: true,
  },
  {
    ...LIMITS,
    id: "venogram",
    text: "venogram or ultrasound of the access side",
    validity_d: 90,
    need: "upgrade",
    actor: "clinic",
    due: "-P14D",
    isMandatory: true,
  },
  {
    ...LIMITS,
    id: "mrsaSwab",
    text: "MRSA swab",
    validity_d: 14,
    need: "always",
    actor: "clinic",
    due: "-P14D",
    isMandatory: false,
  },
  {
    ...LIMITS,
    id: "feverCheck",
    text: "no fever for 24 hours, skin of the chest looked at",
    validity_d: 0,
    need: "always",
    actor: "nurse",
    due: "-PT2H",
    isMandatory: true,
  },
  {
    ...LIMITS,
    id: "baseline",
    text: "NT-proBNP, six-minute walk, KCCQ or MLHFQ: needed to judge response later",
    validity_d: 30,
    need: "always",
    actor: "clinic",
    due: "-P30D",
    isMandatory: false,
  },
];
