import type { FactRecord } from "../facts/fact-record.ts";
import { knownValue } from "../facts/resolve-fact.ts";
import { estimateGfr } from "./renal-function.ts";

/** A reported filtration rate farther than this factor from that of the creatinine of the same day is not believed; assumed. */
const IMPLAUSIBLE_RATIO = 2;

/**
 * The records with those filtration rates excluded that cannot be true beside the creatinine of the same day: they are
 * still shown, and never used. Without age, sex or a creatinine of that day a rate is kept.
 */
export function excludeImplausibleGfr(records: readonly FactRecord[]): FactRecord[] {
  const age_years = knownValue(records, "age_years");
  const sex = knownValue(records, "sex");
  if (age_years === undefined || sex === undefined) return [...records];
  return records.map((record) => {
    if (record.fact !== "egfr_mLPerMinPer173m2") return record;
    const creatinine = records.find(
      ({ fact, date }) => fact === "creatinine_mgPerdL" && date !== undefined && date === record.date,
    );
    if (creatinine === undefined) return record;
    const creatinine_mgPerdL = creatinine.value as number;
    const expected = estimateGfr({ age_years, sex, creatinine_mgPerdL }).value_mLPerMinPer173m2;
    const ratio = (record.value as number) / expected;
    if (ratio < IMPLAUSIBLE_RATIO && ratio > 1 / IMPLAUSIBLE_RATIO) return record;
    const reason = `implausible beside creatinine ${Number(creatinine_mgPerdL.toPrecision(3))} mg/dL of the same day`;
    if (record.excludedBecause?.includes(reason)) return record;
    const reasons = record.excludedBecause === undefined ? reason : `${record.excludedBecause}; ${reason}`;
    return { ...record, excludedBecause: reasons };
  });
}
