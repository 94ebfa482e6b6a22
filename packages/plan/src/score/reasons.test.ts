import { expect, test } from "vitest";
import { DEFAULT_WEIGHTS } from "../weights.ts";
import { explainBest, explainRank, type ReasonInput } from "./reasons.ts";

const BEST: ReasonInput = {
  values: {
    resynchronization: 29,
    workBalance: 4,
    pressureRise: 18,
    electricalDelay: 0.78,
    viableMuscle: 1,
    captureMargin: 1.02,
    phrenicMargin: Infinity,
    reachAndStability: 0.76,
  },
  totalActivationTime_ms: 112,
  captureThreshold_V: 1.02,
  phrenicThreshold_V: Infinity,
};

function change(values: Partial<ReasonInput["values"]>, rest: Partial<ReasonInput> = {}): ReasonInput {
  return { ...BEST, ...rest, values: { ...BEST.values, ...values } };
}

test("the best site says what it changes and what it costs", () => {
  expect(explainBest(BEST, 158)).toBe(
    "Highest score: total activation 158 to 112 ms, muscle active at 78 % of the present QRS, threshold 1.0 V, phrenic nerve out of reach.",
  );
});

test("another site says what it loses most by weight, and what it has instead", () => {
  const own = change({ resynchronization: 20, reachAndStability: 1 }, { totalActivationTime_ms: 126 });
  expect(explainRank(own, BEST, DEFAULT_WEIGHTS)).toBe(
    "Behind the best mostly in resynchronization (126 against 112 ms); ahead in reach and stability (1.00 against 0.76).",
  );
});

test("a site whose score is within a hundredth is called nearly as good", () => {
  const own = change({ captureMargin: 1.12 }, { captureThreshold_V: 1.12 });
  expect(explainRank(own, BEST, DEFAULT_WEIGHTS)).toBe(
    "Nearly as good as the best; behind in capture threshold (1.12 against 1.02 V).",
  );
});

test("a site without any loss says so", () => {
  expect(explainRank(BEST, BEST, DEFAULT_WEIGHTS)).toBe("As good as the best in every measure that counts.");
});

test("a phrenic margin without bound is told as out of reach", () => {
  const own = change({ phrenicMargin: 0.5 }, { phrenicThreshold_V: 1.5 });
  expect(explainRank(own, BEST, DEFAULT_WEIGHTS)).toMatch(/phrenic margin \(0\.5 V against out of reach\)/);
});
