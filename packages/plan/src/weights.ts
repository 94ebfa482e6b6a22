/**
 * The weights of the default score, all in this place. They are a judgment, not a measurement: a plan reports how often
 * the best site changes when they do. None is learned from outcomes.
 */
import { TributaryError } from "@tributary/model";
import { MEASURES, type Measure, type ScoreWeights } from "./plan.ts";

/** What each weight rests on; shown with the plan. */
export const WEIGHT_SOURCES: Readonly<Record<Measure, string>> = {
  resynchronization:
    "assumed the largest: fall of total activation time goes with acute hemodynamic response, rank correlation below -0.8 (Europace 2016, PMC5225964)",
  workBalance:
    "assumed: change of the septal to lateral work difference with reverse remodeling, r = 0.62 (Koopsen, BioMed Eng OnLine 2024, n = 45)",
  pressureRise: "assumed the least: dP/dt max with reverse remodeling, r = 0.34 only (Koopsen 2024)",
  electricalDelay:
    "assumed: Q-LV in the highest quartile, odds ratio 3.2 for reverse remodeling (Gold, Eur Heart J 2011;32:2516)",
  viableMuscle:
    "assumed: pacing in scar, hazard ratio 6.3 for cardiovascular death (Leyva, J Cardiovasc Magn Reson 2011;13:29)",
  captureMargin: "assumed: 94.4 % of programmed vectors at or below 2.5 V (Crossley, Heart Rhythm 2015)",
  phrenicMargin: "assumed: phrenic stimulation in 33-37 % of patients (Biffi, Heart Rhythm 2013)",
  reachAndStability: "assumed: dislodgement 1.7-10.6 % by lead and vein (Behar 2015; Biffi, Europace 2014)",
};

export const DEFAULT_WEIGHTS: ScoreWeights = {
  resynchronization: 0.2,
  workBalance: 0.15,
  pressureRise: 0.05,
  electricalDelay: 0.1,
  viableMuscle: 0.2,
  captureMargin: 0.1,
  phrenicMargin: 0.1,
  reachAndStability: 0.1,
};

/**
 * Weights as a person wrote them: a measure left out keeps its default; only their ratios matter.
 *
 * @throws TributaryError "bad-weights": not an object, an unknown measure, a negative or non-finite weight, all zero
 */
export function checkWeights(value: unknown, where = "weights"): ScoreWeights {
  if (typeof value !== "object" || value === null || Array.isArray(value)) {
    throw badWeights(where, "it is not an object of numbers");
  }
  const given = value as Record<string, unknown>;
  for (const [name, weight] of Object.entries(given)) {
    if (!MEASURES.includes(name as Measure)) {
      throw badWeights(`${where}.${name}`, `no such measure; known are ${MEASURES.join(", ")}`);
    }
    if (typeof weight !== "number" || !Number.isFinite(weight) || weight < 0) {
      throw badWeights(`${where}.${name}`, `${JSON.stringify(weight)}; a number of 0 or more is allowed`);
    }
  }
  const weights = { ...DEFAULT_WEIGHTS, ...(given as Partial<ScoreWeights>) };
  if (MEASURES.every((measure) => weights[measure] === 0)) throw badWeights(where, "all weights are 0");
  return weights;
}

/** Measures that only a circulation gives. */
const MECHANICAL_MEASURES = ["workBalance", "pressureRise"] as const satisfies readonly Measure[];

/** The weights without those of the circulation: before it was computed, or where it cannot be. */
export function weighElectrically(weights: ScoreWeights): ScoreWeights {
  return { ...weights, ...Object.fromEntries(MECHANICAL_MEASURES.map((measure) => [measure, 0])) };
}

/** All weight on one measure. */
export function weighOnly(measure: Measure): ScoreWeights {
  return Object.fromEntries(MEASURES.map((name) => [name, name === measure ? 1 : 0])) as Record<Measure, number>;
}

function badWeights(where: string, why: string): TributaryError {
  return new TributaryError({
    code: "bad-weights",
    what: "The sites cannot be scored with these weights.",
    where,
    why,
    fix: 'Give numbers of 0 or more, at least one above 0, for example { "resynchronization": 1, "phrenicMargin": 0.5 }.',
  });
}
