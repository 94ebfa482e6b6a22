import type { Figure, Horizon } from "../figures/figure.ts";
import { countPeople, type Denominator, type PeopleCount } from "../figures/natural-frequency.ts";
import type { TrialEffect } from "./benefit-catalog.ts";

/**
 * What may be said of an effect.
 * fewer: the interval lies below 1, or the trial's main outcome was met. noClearDifference: the interval holds 1.
 * mainOutcomeMissed: the trial was negative on this outcome. notReported: no interval to judge by.
 */
export type EffectVerdict = "fewer" | "more" | "noClearDifference" | "mainOutcomeMissed" | "notReported";

export interface DescribedEffect {
  readonly effect: TrialEffect;
  readonly verdict: EffectVerdict;
  /** Both arms out of one denominator; undefined where the trial gave no percentages. */
  readonly people:
    | { readonly withCrt: PeopleCount; readonly without: PeopleCount; readonly denominator: Denominator }
    | undefined;
  /** Difference of the arms in percentage points, below 0 fewer with resynchronization. */
  readonly difference_pct: number | undefined;
  readonly horizon: Horizon | undefined;
}

/** An effect as both arms with the same denominator, and never a ratio without them where they are known. */
export function describeEffect(effect: TrialEffect, denominator: Denominator = 100): DescribedEffect {
  const { withCrt, without, ratio } = effect;
  const people = withCrt &&
    without && {
      withCrt: countPeople(withCrt.value, denominator),
      without: countPeople(without.value, denominator),
      denominator,
    };
  return {
    effect,
    verdict: judgeEffect(effect),
    people,
    difference_pct: withCrt && without && withCrt.value - without.value,
    horizon: (ratio ?? withCrt)?.horizon,
  };
}

function judgeEffect({ ratio, primary }: TrialEffect): EffectVerdict {
  if (primary === "missed") return "mainOutcomeMissed";
  if (ratio?.low === undefined || ratio.high === undefined) return "notReported";
  if (ratio.low < 1 && ratio.high > 1) return "noClearDifference";
  return ratio.high < 1 ? "fewer" : "more";
}

/** How many are treated for one who is better off by it; undefined where the arms are not known or do not differ. */
export function numberNeededToTreat({ withCrt, without }: TrialEffect): number | undefined {
  if (!withCrt || !without || without.value <= withCrt.value) return undefined;
  return Math.round(100 / (without.value - withCrt.value));
}

/** Whether the figures of an effect may be shown to a patient as numbers. */
export function isShownToPatient({ withCrt, without }: TrialEffect): boolean {
  return isConfirmed(withCrt) && isConfirmed(without);
}

function isConfirmed(figure: Figure | undefined): boolean {
  return figure?.confirmed === true;
}
