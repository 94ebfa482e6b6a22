import { describe, expect, test } from "vitest";
import { stateFacts } from "../facts/fact-record.ts";
import { SOURCES } from "../figures/source-catalog.ts";
import { ALTERNATIVE_CELLS, type AlternativeCell } from "./alternatives.ts";
import { assessRisks, fillIconArray } from "./assess-risks.ts";
import { TRIAL_EFFECTS } from "./benefit-catalog.ts";
import { areComparable, compareAlternatives } from "./compare-alternatives.ts";
import { describeEffect, isShownToPatient, numberNeededToTreat } from "./describe-effect.ts";
import { ENVELOPE_RATIOS, estimateInfection_pct } from "./infection.ts";
import { RISKS } from "./risk-catalog.ts";

const find = (id: string) => TRIAL_EFFECTS.find((effect) => effect.id === id)!;
const PATIENT = { records: stateFacts({ sex: "female" }), device: "CRT-D", isUpgrade: false } as const;

describe("effects of trials", () => {
  test("RAFT: 33 and 40 of 100 over an average of 40 months, and the hazard ratio with its interval", () => {
    const { people, horizon, verdict, effect } = describeEffect(find("raft.primary"));
    expect(people).toEqual({
      withCrt: { kind: "people", count: 33 },
      without: { kind: "people", count: 40 },
      denominator: 100,
    });
    expect(horizon).toEqual({ kind: "average", months: 40 });
    expect(effect.ratio).toMatchObject({ value: 0.75, low: 0.64, high: 0.87 });
    expect(verdict).toBe("fewer");
  });

  test("MADIT-CRT: death shows no clear difference", () => {
    expect(describeEffect(find("madit.death")).verdict).toBe("noClearDifference");
  });

  test("REVERSE: a missed main outcome is not told as a benefit", () => {
    expect(describeEffect(find("reverse.primary")).verdict).toBe("mainOutcomeMissed");
  });

  test.each([
    ["raft.primary", 14],
    ["raft.death", 19],
    ["madit.primary", 12],
  ])("%s: one of %i is better off", (id, count) => {
    expect(numberNeededToTreat(find(id))).toBe(count);
  });

  test("what is from memory is no number for a patient", () => {
    expect(isShownToPatient(find("budapest.primary"))).toBe(false);
    expect(isShownToPatient(find("careHf.death"))).toBe(true);
  });

  test("no trial gives a ratio without a horizon", () => {
    for (const { ratio, withCrt, without } of TRIAL_EFFECTS) {
      for (const figure of [ratio, withCrt, without]) if (figure) expect(figure.horizon).toBeDefined();
      expect(withCrt === undefined).toBe(without === undefined);
    }
  });
});

describe("risks", () => {
  test("one denominator for the table, and what is under 1 % is never none", () => {
    const { denominator, rows } = assessRisks(PATIENT, "patient");
    expect(denominator).toBe(1000);
    const deaths = (isUpgrade: boolean) =>
      assessRisks({ ...PATIENT, isUpgrade }, "patient").rows.find(({ risk }) => risk.id === "death")!.people;
    expect(deaths(false)).toEqual({ kind: "people", count: 8 });
    expect(deaths(true)).toEqual({ kind: "people", count: 19 });
    expect(rows.find(({ risk }) => risk.id === "perforation")!.people).toEqual({ kind: "people", count: 3 });
  });

  test("a risk that is not confirmed is named without a number", () => {
    const shock = assessRisks(PATIENT, "patient").rows.find(({ risk }) => risk.id === "inappropriateShock")!;
    expect(shock).toMatchObject({ shown: undefined, people: undefined });
    const clinician = assessRisks(PATIENT, "clinician").rows.find(({ risk }) => risk.id === "inappropriateShock")!;
    expect(clinician.shown).toMatchObject({ confirmed: false });
  });

  test("shocks concern defibrillators, exchange figures upgrades", () => {
    const ids = (subject: Parameters<typeof assessRisks>[0]) =>
      assessRisks(subject, "clinician").rows.map(({ risk }) => risk.id);
    expect(ids({ ...PATIENT, device: "CRT-P" })).not.toContain("inappropriateShock");
    expect(ids(PATIENT)).not.toContain("upgradeComplication");
    expect(ids({ ...PATIENT, isUpgrade: true })).toContain("upgradeComplication");
  });

  test("a personal modifier stands beside its own row and changes no rate", () => {
    const row = assessRisks(PATIENT, "clinician").rows.find(({ risk }) => risk.id === "perforation")!;
    expect(row.modifiers[0]!.trace.truth).toBe("met");
    expect(row.modifiers[0]!.modifier.ratio.value).toBe(2.63);
    expect(row.shown!.value).toBe(0.32);
  });

  test("2.2 % with a hematoma give 1.85 % infection; bridging, which raises hematoma, raises it further", () => {
    expect(estimateInfection_pct(2.2)).toBeCloseTo(1.85, 2);
    const rates = RISKS.find(({ id }) => id === "hematoma")!.rates;
    const of = (locator: string) => rates.find((rate) => rate.locator.startsWith(locator))!.value;
    expect(of("heparin bridging")).toBeGreaterThan(of("warfarin continued"));
    expect(estimateInfection_pct(of("heparin bridging"))).toBeGreaterThan(
      estimateInfection_pct(of("warfarin continued")),
    );
  });

  test("an envelope acts in defibrillators and not in pacemakers", () => {
    expect(ENVELOPE_RATIOS["CRT-D"].high).toBeLessThan(1);
    expect(ENVELOPE_RATIOS["CRT-P"].value).toBe(1.02);
  });

  test("an icon array fills from one corner", () => {
    const icons = fillIconArray({ kind: "people", count: 33 }, 100);
    expect(icons.filter(Boolean)).toHaveLength(33);
    expect(icons.slice(0, 33).every(Boolean)).toBe(true);
    expect(fillIconArray({ kind: "fewerThanOne" }, 1000).some(Boolean)).toBe(false);
  });
});

describe("alternatives", () => {
  const matrix = compareAlternatives();
  const row = (outcome: string) => matrix.rows.find((candidate) => candidate.outcome === outcome)!;

  test("every outcome has a cell or nothing for every option", () => {
    for (const { cells } of matrix.rows) expect(cells).toHaveLength(matrix.options.length);
    expect(row("followUp").cells.every((cell) => cell === undefined)).toBe(true);
  });

  test("arms of one trial are side by side; another trial in the row makes it not comparable", () => {
    expect(row("heartFailureAdmission")).toMatchObject({ isComparable: true, comparable: ["icdOnly", "crt"] });
    expect(row("survival")).toMatchObject({ isComparable: false, comparable: ["medicalTherapy", "crt"] });
  });

  test("horizons may differ by a fifth, populations not at all", () => {
    const base = ALTERNATIVE_CELLS[0]!;
    const at = (months: number): AlternativeCell => ({
      ...base,
      figure: { ...base.figure, horizon: { kind: "average", months } },
    });
    expect(areComparable(at(30), at(36))).toBe(true);
    expect(areComparable(at(30), at(36.5))).toBe(false);
    expect(areComparable(at(30), { ...at(30), population: "others" })).toBe(false);
  });
});

test("every figure names a source of the catalog", () => {
  const figures = [
    ...RISKS.flatMap(({ rates, upgradeRate, modifiers }) => [
      ...rates,
      upgradeRate,
      ...modifiers.map(({ ratio }) => ratio),
    ]),
    ...TRIAL_EFFECTS.flatMap(({ withCrt, without, ratio }) => [withCrt, without, ratio]),
    ...ALTERNATIVE_CELLS.map(({ figure }) => figure),
  ].filter((figure) => figure !== undefined);
  for (const { sourceId, locator } of figures) {
    expect(SOURCES[sourceId]).toBeDefined();
    expect(locator).not.toBe("");
  }
});
