/** Direct oral anticoagulants: hours from the last dose to the incision. */
import type { FactId } from "../facts/fact-catalog.ts";
import { origin, type RuleOrigin } from "../rules/clinical-rule.ts";
import { type CreatinineClearance, checkClearance } from "./renal-function.ts";
import type { BleedingClass } from "./site-policy.ts";

export type Doac = "dabigatran" | "apixaban" | "rivaroxaban" | "edoxaban";

export interface DoacHoldRow extends RuleOrigin {
  readonly drugs: readonly Doac[];
  /** Clearance from which the row applies, up to the next one. */
  readonly from_mLPerMin: number;
  /** Undefined: the drug is not indicated at this clearance. */
  readonly hold_h: Readonly<Record<BleedingClass, number>> | undefined;
}

const EHRA = (confirmed: boolean) => origin("ehraDoac", "last intake before elective surgery", confirmed);
const XA: readonly Doac[] = ["apixaban", "rivaroxaban"];

function row(
  drugs: readonly Doac[],
  from_mLPerMin: number,
  low: number | undefined,
  high: number | undefined,
): DoacHoldRow {
  const hold_h = low === undefined || high === undefined ? undefined : { low, high };
  return { ...EHRA(!drugs.includes("edoxaban")), drugs, from_mLPerMin, hold_h };
}

function xaRows(drugs: readonly Doac[]): DoacHoldRow[] {
  return [row(drugs, 30, 24, 48), row(drugs, 15, 36, 48), row(drugs, 0, undefined, undefined)];
}

/** Edoxaban as rivaroxaban is from memory. */
export const DOAC_HOLD_ROWS: readonly DoacHoldRow[] = [
  row(["dabigatran"], 80, 24, 48),
  row(["dabigatran"], 50, 36, 72),
  row(["dabigatran"], 30, 48, 96),
  row(["dabigatran"], 0, undefined, undefined),
  ...xaRows(XA),
  ...xaRows(["edoxaban"]),
];

/** Hours after the procedure before which no restart is considered, with sound hemostasis; the high class from memory. */
export const DOAC_RESTART_h: Readonly<Record<BleedingClass, number>> = { low: 24, high: 48 };

export type DoacHold =
  | { readonly kind: "hold"; readonly hours: number; readonly bleedingClass: BleedingClass; readonly row: DoacHoldRow }
  /** The site has not decided the bleeding class: both rows are shown. */
  | { readonly kind: "bleedingClassOpen"; readonly row: DoacHoldRow }
  | { readonly kind: "escalate"; readonly row: DoacHoldRow };

/** Facts that the clearance is computed from. */
export const CLEARANCE_FACTS = ["age_years", "sex", "weight_kg", "creatinine_mgPerdL"] as const satisfies FactId[];

/**
 * How long a direct anticoagulant is held before the incision.
 *
 * @param clearance  Cockcroft-Gault with actual weight; an estimated GFR is refused
 * @param bleedingClass  undefined where the site has not decided
 */
export function findDoacHold(
  drug: Doac,
  clearance: CreatinineClearance,
  bleedingClass: BleedingClass | undefined,
): DoacHold {
  checkClearance(clearance);
  const rows = DOAC_HOLD_ROWS.filter(({ drugs }) => drugs.includes(drug));
  const row = rows.find(({ from_mLPerMin }) => clearance.value_mLPerMin >= from_mLPerMin)!;
  if (row.hold_h === undefined) return { kind: "escalate", row };
  if (bleedingClass === undefined) return { kind: "bleedingClassOpen", row };
  return { kind: "hold", hours: row.hold_h[bleedingClass], bleedingClass, row };
}
