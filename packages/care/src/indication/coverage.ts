/** US coverage of defibrillators (NCD 20.4, 2018): what has to be there, and what excludes. */
import { origin, type RuleOrigin } from "../rules/clinical-rule.ts";
import { all, any, atLeast, atMost, type Criterion, no, oneOf, yes } from "../rules/criterion.ts";
import { nyha, ON_MEDICAL_THERAPY } from "./populations.ts";

export interface CoverageRow extends RuleOrigin {
  readonly id: string;
  readonly text: string;
  /** Met: the condition for coverage holds. */
  readonly when: Criterion;
}

const NCD = (locator: string) => origin("ncd204", locator, true);
/** The waiting periods do not apply where a pacemaker is needed anyway. */
const PACING_ANYWAY = yes("pacingIndicated");

export const COVERAGE_ROWS: readonly CoverageRow[] = [
  {
    ...NCD("primary prevention"),
    id: "population",
    text: "LVEF up to 35 % with NYHA II or III, or prior infarction with LVEF up to 30 %",
    when: any(all(atMost("lvef_pct", 35), nyha(2, 3)), all(yes("priorInfarction"), atMost("lvef_pct", 30))),
  },
  {
    ...NCD("waiting periods"),
    id: "infarctionWait",
    text: "not within 40 days of an infarction",
    when: any(PACING_ANYWAY, no("priorInfarction"), atLeast("sinceInfarction_d", 40)),
  },
  {
    ...NCD("waiting periods"),
    id: "therapyWait",
    text: "nonischemic: at least three months of medical therapy",
    when: any(PACING_ANYWAY, oneOf("etiology", "ischemic"), ON_MEDICAL_THERAPY),
  },
  {
    ...NCD("exclusions"),
    id: "notRevascularizable",
    text: "no candidate for revascularization",
    when: no("revascularizationCandidate"),
  },
  { ...NCD("exclusions"), id: "noShock", text: "no cardiogenic shock", when: no("cardiogenicShock") },
  {
    ...NCD("exclusions"),
    id: "noBrainDamage",
    text: "no irreversible brain damage",
    when: no("irreversibleBrainDamage"),
  },
  { ...NCD("exclusions"), id: "survival", text: "life expectancy of a year or more", when: yes("survivalOverOneYear") },
  {
    ...NCD("shared decision"),
    id: "sharedDecision",
    text: "a formal shared-decision encounter before the first primary-prevention defibrillator",
    when: yes("sharedDecisionEncounter"),
  },
];
