import { createRandom, type Random } from "@tributary/model";
import { quantile } from "@tributary/plan";
import type { Figure } from "../figures/figure.ts";
import { isSkinToSkin, listSteps } from "../procedure/procedure-steps.ts";
import type { ProcedureStep, StepId } from "../procedure/step.ts";
import type { ProcedureVariant } from "../procedure/variants.ts";
import { DURATION_PARAMETERS } from "./duration-parameters.ts";

export interface DurationInput {
  readonly variant: ProcedureVariant;
  /** Pace of the center: 0.5 a fast one, 0.8 a usual one, 1.2 to 1.5 an early or teaching one. */
  readonly centerRatio: number;
  /** Resynchronization implants the operator has done. */
  readonly operatorCases: number;
  readonly seed: number;
  readonly drawCount?: number;
}

/** 10th, 50th and 90th percentile. */
interface Spread {
  readonly low: number;
  readonly median: number;
  readonly high: number;
}

export interface ModeledDuration {
  /** From incision to dressing. */
  readonly skinToSkin_min: Spread;
  /** From the briefing to leaving the room. */
  readonly inRoom_min: Spread;
  /** Share of draws in which skin to skin takes more than three hours. */
  readonly overThreeHoursFraction: number;
  readonly steps: readonly { readonly id: StepId; readonly median_min: number }[];
}

/** Steps of the next day count for no time in the room. */
const OUTSIDE_ROOM: readonly StepId[] = ["chestFilm"];

/**
 * How long this procedure takes with this team, as a distribution: a model, not a promise.
 *
 * Each step is log-normal; difficult steps share one factor of the patient; center and experience scale all.
 */
export function modelDuration({
  variant,
  centerRatio,
  operatorCases,
  seed,
  drawCount = 2000,
}: DurationInput): ModeledDuration {
  const random = createRandom(seed);
  const scale = centerRatio * experienceRatio(operatorCases);
  const steps = listSteps(variant).filter(({ id }) => !OUTSIDE_ROOM.includes(id));
  const draws = Array.from({ length: drawCount }, () => sampleSteps(random, steps, scale));
  const sum = (times: readonly number[], counts: (id: StepId) => boolean) =>
    times.reduce((total, time, i) => total + (counts(steps[i]!.id) ? time : 0), 0);
  const skinToSkin = draws.map((times) => sum(times, isSkinToSkin));
  return {
    skinToSkin_min: spread(skinToSkin),
    inRoom_min: spread(draws.map((times) => sum(times, () => true))),
    overThreeHoursFraction: skinToSkin.filter((time) => time > 180).length / drawCount,
    steps: steps.map(({ id, median_min }) => ({ id, median_min: median_min * scale })),
  };
}

/** One duration for each step, minutes. */
export function sampleSteps(random: Random, steps: readonly ProcedureStep[], scale: number): number[] {
  const difficulty = Math.exp(DURATION_PARAMETERS.difficultySpread_ln.value * random.normal());
  return steps.map(({ median_min, spread_ln, sharesDifficulty }) => {
    const own = Math.exp(spread_ln * random.normal());
    return median_min * own * scale * (sharesDifficulty ? difficulty : 1);
  });
}

/** How much longer an operator with so few cases takes. */
export function experienceRatio(operatorCases: number): number {
  const { noviceExcessRatio, learningCases } = DURATION_PARAMETERS;
  return 1 + noviceExcessRatio.value * Math.exp(-operatorCases / learningCases.value);
}

function spread(values: readonly number[]): Spread {
  return { low: quantile(values, 0.1), median: quantile(values, 0.5), high: quantile(values, 0.9) };
}

/** What centers have published, to compare with. */
export const PUBLISHED_DURATIONS: readonly { readonly text: string; readonly figure: Figure }[] = [
  {
    text: "one fast center, skin to skin",
    figure: {
      value: 55,
      unit: "min",
      low: 45,
      high: 80,
      n: 106,
      sourceId: "bisch2010",
      locator: "median and quartiles",
      confirmed: true,
    },
  },
  {
    text: "biventricular arm of LBBP-RESYNC, total",
    figure: { value: 156, unit: "min", n: 20, sourceId: "lbbpResync", locator: "procedure time", confirmed: true },
  },
];
