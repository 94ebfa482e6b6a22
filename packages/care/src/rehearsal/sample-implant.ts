import type { Random } from "@tributary/model";
import { DURATION_PARAMETERS, FAILURE_CAUSES, FAILURE_RATES_pct, type FailureCause } from "./duration-parameters.ts";

export interface ImplantSubject {
  /** Undefined: drawn by the share of women among those the rates come from. */
  readonly sex: "female" | "male" | undefined;
  /** Implants the operator has done before; undefined: as in the registry. */
  readonly operatorCases: number | undefined;
}

export interface SampledImplant {
  readonly sex: "female" | "male";
  readonly failure: FailureCause | undefined;
  /** From incision to dressing. */
  readonly skinToSkin_min: number;
}

/**
 * One virtual implant with the times of a fast center: whether the lead fails, why, and how long it takes.
 *
 * Failure in 3.6 %, oftener in women; time 38.3 + LogN(ln 16.7, 1.36) min, after a failed cannulation 144 +- 37 min.
 * Source: Friedman 2023 for failure; Bisch 2010 for time (fit of this program).
 */
export function sampleImplant(random: Random, { sex: given, operatorCases }: ImplantSubject): SampledImplant {
  const sex = given ?? (random.uniform() < DURATION_PARAMETERS.femaleFraction.value ? "female" : "male");
  const failure = sampleFailure(random, sex, operatorCases);
  const skinToSkin_min = failure === "coronarySinus" ? sampleFailedCannulation(random) : sampleFastCenterTime(random);
  return { sex, failure, skinToSkin_min };
}

/** Time from incision to dressing in a fast center. */
export function sampleFastCenterTime(random: Random): number {
  const { bischShift_min, bischMedian_min, bischSpread_ln, longest_min } = DURATION_PARAMETERS;
  const time_min = bischShift_min.value + bischMedian_min.value * Math.exp(bischSpread_ln.value * random.normal());
  return Math.min(longest_min.value, time_min);
}

function sampleFailedCannulation(random: Random): number {
  const { failedCannulation_min, failedCannulationSpread_min, longest_min } = DURATION_PARAMETERS;
  const time_min = failedCannulation_min.value + failedCannulationSpread_min.value * random.normal();
  return Math.min(longest_min.value, Math.max(30, time_min));
}

/** The cause of failure, or undefined where the lead is placed. */
export function sampleFailure(
  random: Random,
  sex: "female" | "male",
  operatorCases: number | undefined,
): FailureCause | undefined {
  const ratio = failureRatio(sex);
  const draw = random.uniform();
  let sum = 0;
  for (const cause of FAILURE_CAUSES) {
    const ofOperator = cause === "coronarySinus" ? cannulationFailureRatio(operatorCases) : 1;
    sum += (FAILURE_RATES_pct[cause] / 100) * ratio * ofOperator;
    if (draw < sum) return cause;
  }
  return undefined;
}

/** How much oftener a lead fails in this sex than in all: from the odds ratio, so that the mean over both sexes stays. */
function failureRatio(sex: "female" | "male"): number {
  const overall = Object.values(FAILURE_RATES_pct).reduce((sum, rate) => sum + rate, 0) / 100;
  const male = solveMaleRate(overall);
  return (sex === "male" ? male : shiftByOdds(male)) / overall;
}

function shiftByOdds(rate: number): number {
  const odds = (rate / (1 - rate)) * DURATION_PARAMETERS.femaleFailureOddsRatio.value;
  return odds / (1 + odds);
}

/** The rate in men for which men and women together have the overall one; by bisection. */
function solveMaleRate(overall: number): number {
  const share = DURATION_PARAMETERS.femaleFraction.value;
  let [low, high] = [0, overall];
  for (let i = 0; i < 50; i++) {
    const middle = (low + high) / 2;
    const mean = (1 - share) * middle + share * shiftByOdds(middle);
    if (mean < overall) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}

function cannulationFailureRatio(operatorCases: number | undefined): number {
  if (operatorCases === undefined) return 1;
  const { noviceFailureExcessRatio, learningCases } = DURATION_PARAMETERS;
  return 1 + noviceFailureExcessRatio.value * Math.exp(-operatorCases / learningCases.value);
}
