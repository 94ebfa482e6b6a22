import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { recordFact, stateFacts } from "../facts/fact-record.ts";
import { all, any, atLeast, atMost, type Criterion, not, oneOf, yes } from "./criterion.ts";
import { evaluateCriterion } from "./evaluate-criterion.ts";

const judge = (criterion: Criterion, values: Parameters<typeof stateFacts>[0]) =>
  evaluateCriterion(criterion, stateFacts(values));

describe("a criterion", () => {
  test("compares raw values, boundaries included", () => {
    expect(judge(atMost("lvef_pct", 35), { lvef_pct: 35 }).truth).toBe("met");
    expect(judge(atMost("lvef_pct", 35), { lvef_pct: 35.1 }).truth).toBe("notMet");
    expect(judge(atLeast("qrsDuration_ms", 150), { qrsDuration_ms: 149 }).truth).toBe("notMet");
  });

  test("names a missing fact only where it could change the outcome", () => {
    const both = all(atMost("lvef_pct", 35), oneOf("rhythm", "sinus"));
    expect(judge(both, { lvef_pct: 50 })).toMatchObject({ truth: "notMet", missing: [] });
    expect(judge(both, { lvef_pct: 30 })).toMatchObject({ truth: "unknown", missing: ["rhythm"] });
    expect(judge(any(yes("pacingIndicated"), atMost("lvef_pct", 35)), { lvef_pct: 30 })).toMatchObject({
      truth: "met",
      missing: [],
    });
  });

  test("a conflict whose values agree is decided, one that matters is not", () => {
    const twoValues = (a: number, b: number) => [
      recordFact("lvef_pct", a, { date: "2026-01-01" }),
      recordFact("lvef_pct", b, { date: "2026-01-01" }),
    ];
    expect(evaluateCriterion(atMost("lvef_pct", 35), twoValues(42.8, 44.5)).truth).toBe("notMet");
    expect(evaluateCriterion(atMost("lvef_pct", 35), twoValues(35.5, 30))).toMatchObject({
      truth: "unknown",
      conflicts: ["lvef_pct"],
      observed: "35.5 % and 30 %",
    });
  });

  test("within a guideline's band the clinician decides", () => {
    const band: Criterion = {
      op: "atLeastBand",
      fact: "expectedVPacing_pct",
      low: 20,
      high: 40,
      judgedBy: "substantialVPacing",
    };
    expect(judge(band, { expectedVPacing_pct: 40 }).truth).toBe("met");
    expect(judge(band, { expectedVPacing_pct: 19 }).truth).toBe("notMet");
    expect(judge(band, { expectedVPacing_pct: 30 })).toMatchObject({
      truth: "unknown",
      missing: ["substantialVPacing"],
    });
    expect(judge(band, { expectedVPacing_pct: 30, substantialVPacing: true }).truth).toBe("met");
  });

  test("not (a or b) is (not a and not b), whatever is missing", () => {
    const lvef = fc.option(fc.double({ min: 5, max: 85, noNaN: true }), { nil: undefined });
    const isPaced = fc.option(fc.boolean(), { nil: undefined });
    fc.assert(
      fc.property(lvef, isPaced, (lvef_pct, pacingIndicated) => {
        const values = {
          ...(lvef_pct === undefined ? {} : { lvef_pct }),
          ...(pacingIndicated === undefined ? {} : { pacingIndicated }),
        };
        const a = atMost("lvef_pct", 35);
        const b = yes("pacingIndicated");
        expect(judge(not(any(a, b)), values).truth).toBe(judge(all(not(a), not(b)), values).truth);
      }),
    );
  });
});
