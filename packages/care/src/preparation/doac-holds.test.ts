import { describe, expect, test } from "vitest";
import { DOAC_HOLD_ROWS, type Doac, findDoacHold } from "./doac-holds.ts";
import { estimateCreatinineClearance, estimateGfr } from "./renal-function.ts";

const clearance = (value_mLPerMin: number) => ({ kind: "cockcroftGault", value_mLPerMin }) as const;
const OLD_WOMAN = { age_years: 82, weight_kg: 58, sex: "female", creatinine_mgPerdL: 1.9 } as const;

describe("direct anticoagulants before the incision", () => {
  test.each<[Doac, number, number | undefined, number | undefined]>([
    ["dabigatran", 80, 24, 48],
    ["dabigatran", 79.9, 36, 72],
    ["dabigatran", 50, 36, 72],
    ["dabigatran", 49.9, 48, 96],
    ["dabigatran", 30, 48, 96],
    ["dabigatran", 29.9, undefined, undefined],
    ["apixaban", 30, 24, 48],
    ["rivaroxaban", 64.8, 24, 48],
    ["apixaban", 29.9, 36, 48],
    ["edoxaban", 15, 36, 48],
    ["apixaban", 14.9, undefined, undefined],
  ])("%s at %d mL/min: %s h, or %s h where bleeding risk is high", (drug, value, low, high) => {
    const hours = (bleedingClass: "low" | "high") => {
      const hold = findDoacHold(drug, clearance(value), bleedingClass);
      return hold.kind === "hold" ? hold.hours : undefined;
    };
    expect([hours("low"), hours("high")]).toEqual([low, high]);
  });

  test("82 years, 58 kg, creatinine 1.9: dabigatran is escalated, apixaban held 36 h", () => {
    const found = estimateCreatinineClearance(OLD_WOMAN);
    expect(findDoacHold("dabigatran", found, "low").kind).toBe("escalate");
    expect(findDoacHold("apixaban", found, "low")).toMatchObject({ kind: "hold", hours: 36 });
  });

  test("an estimated GFR of 26.0 in place of the clearance is refused", () => {
    // @ts-expect-error the table takes a creatinine clearance only
    expect(() => findDoacHold("apixaban", estimateGfr(OLD_WOMAN), "low")).toThrow(
      expect.objectContaining({ code: "renal-measure-mismatch" }),
    );
  });

  test("without the site's class both holds stay open", () => {
    const hold = findDoacHold("dabigatran", clearance(64.8), undefined);
    expect(hold).toMatchObject({ kind: "bleedingClassOpen", row: { hold_h: { low: 36, high: 72 } } });
  });

  test("only edoxaban's rows are unconfirmed", () => {
    for (const { drugs, confirmed } of DOAC_HOLD_ROWS) expect(confirmed).toBe(!drugs.includes("edoxaban"));
  });
});
