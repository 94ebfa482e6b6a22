import type { FactRecord } from "../facts/fact-record.ts";
import type { Figure } from "../figures/figure.ts";
import { chooseDenominator, countPeople, type Denominator, type PeopleCount } from "../figures/natural-frequency.ts";
import { type CriterionTrace, evaluateCriterion } from "../rules/evaluate-criterion.ts";
import { RISKS, type Risk, type RiskModifier } from "./risk-catalog.ts";

export interface PatientRisk {
  readonly risk: Risk;
  /** The rate for this reader; undefined where it must not be a number. */
  readonly shown: Figure | undefined;
  readonly people: PeopleCount | undefined;
  readonly modifiers: readonly { readonly modifier: RiskModifier; readonly trace: CriterionTrace }[];
}

export interface RiskTable {
  /** One for all rows: 100, or 1000 if any rate is under 1 %. */
  readonly denominator: Denominator;
  readonly rows: readonly PatientRisk[];
}

export interface RiskSubject {
  readonly records: readonly FactRecord[];
  readonly device: "CRT-P" | "CRT-D";
  readonly isUpgrade: boolean;
}

/** The risks that concern this patient, as people of one denominator; for patients only confirmed rates are numbers. */
export function assessRisks(subject: RiskSubject, audience: "clinician" | "patient"): RiskTable {
  const risks = RISKS.filter(({ only }) => concerns(only, subject));
  const shown = risks.map((risk) =>
    listRates(risk, subject).find(({ confirmed }) => confirmed || audience === "clinician"),
  );
  const denominator = chooseDenominator(shown.flatMap((figure) => (figure ? [figure.value] : [])));
  const rows = risks.map((risk, i) => ({
    risk,
    shown: shown[i],
    people: shown[i] && countPeople(shown[i].value, denominator),
    modifiers: risk.modifiers.map((modifier) => ({
      modifier,
      trace: evaluateCriterion(modifier.when, subject.records),
    })),
  }));
  return { denominator, rows };
}

/** The rates of a risk, that of upgrades first for an upgrade. */
function listRates({ rates, upgradeRate }: Risk, { isUpgrade }: RiskSubject): readonly Figure[] {
  return isUpgrade && upgradeRate ? [upgradeRate, ...rates] : rates;
}

function concerns(only: Risk["only"], { device, isUpgrade }: RiskSubject): boolean {
  if (only === "defibrillator") return device === "CRT-D";
  return only === undefined || isUpgrade;
}

/** Which of 100 or 1000 places of an icon array are filled: grouped from one corner, row by row. */
export function fillIconArray(people: PeopleCount, denominator: Denominator): boolean[] {
  const count = people.kind === "people" ? people.count : 0;
  return Array.from({ length: denominator }, (_, i) => i < count);
}
