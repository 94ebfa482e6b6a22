/** Scores of questionnaires from answers by item number; their text is licensed and not here. */

/** Answers of the KCCQ-12 by item number; undefined or 6 where the item says "did not do": missing. */
export interface Kccq12Answers {
  /** 1a to 1c, 1 to 5; 6 counts as missing. */
  readonly item1: readonly [a?: number, b?: number, c?: number];
  /** 1 to 5. */
  readonly item2?: number;
  /** 1 to 7. */
  readonly item3?: number;
  /** 1 to 7. */
  readonly item4?: number;
  /** 1 to 5. */
  readonly item5?: number;
  readonly item6?: number;
  readonly item7?: number;
  /** 8a to 8c, 1 to 5; 6 counts as missing. */
  readonly item8: readonly [a?: number, b?: number, c?: number];
}

/** 0 worst to 100 best; undefined where too few items were answered. */
export interface Kccq12Score {
  readonly physicalLimitation: number | undefined;
  readonly symptomFrequency: number | undefined;
  readonly qualityOfLife: number | undefined;
  readonly socialLimitation: number | undefined;
  readonly summary: number | undefined;
}

/**
 * KCCQ-12: each domain rescaled to 0 to 100, the summary is the mean of those that have a value.
 *
 * Items of the symptom domain have scales of their own and are rescaled before they are averaged.
 * Source: Spertus and Jones, Circ Cardiovasc Qual Outcomes 2015;8:469.
 */
export function scoreKccq12(answers: Kccq12Answers): Kccq12Score {
  const { item1, item2, item3, item4, item5, item6, item7, item8 } = answers;
  const symptoms = [rescale(item2, 5), rescale(item3, 7), rescale(item4, 7), rescale(item5, 5)];
  const physicalLimitation = mean(item1.map(rescaleLimitation), 2);
  const symptomFrequency = mean(symptoms, 2);
  const qualityOfLife = mean([rescale(item6, 5), rescale(item7, 5)], 1);
  const socialLimitation = mean(item8.map(rescaleLimitation), 2);
  const summary = mean([physicalLimitation, symptomFrequency, qualityOfLife, socialLimitation], 1);
  return { physicalLimitation, symptomFrequency, qualityOfLife, socialLimitation, summary };
}

function rescale(answer: number | undefined, best: number): number | undefined {
  return answer === undefined ? undefined : (100 * (answer - 1)) / (best - 1);
}

const DID_NOT_DO = 6;

function rescaleLimitation(answer: number | undefined): number | undefined {
  return answer === DID_NOT_DO ? undefined : rescale(answer, 5);
}

function mean(values: readonly (number | undefined)[], needed: number): number | undefined {
  const given = values.filter((value) => value !== undefined);
  return given.length < needed ? undefined : given.reduce((sum, value) => sum + value, 0) / given.length;
}

/** A change of the summary that patients notice. */
const KCCQ_MEANINGFUL_CHANGE = 5;

export interface MlhfqScore {
  /** 0 best to 105 worst. */
  readonly total: number;
  readonly physical: number;
  readonly emotional: number;
}

/** Items of the two domains; which they are is from memory. */
const PHYSICAL_ITEMS = [2, 3, 4, 5, 6, 7, 12, 13];
const EMOTIONAL_ITEMS = [17, 18, 19, 20, 21];

/** MLHFQ from its 21 answers of 0 to 5, item 1 first; higher is worse. */
export function scoreMlhfq(answers: readonly number[]): MlhfqScore {
  const sum = (items: readonly number[]) => items.reduce((total, item) => total + answers[item - 1]!, 0);
  return {
    total: answers.reduce((total, answer) => total + answer, 0),
    physical: sum(PHYSICAL_ITEMS),
    emotional: sum(EMOTIONAL_ITEMS),
  };
}

export type ScoreChange = "better" | "worse" | "same";

/** Whether a change of a score is for the better: up in the KCCQ, down in the MLHFQ; less than 5 points is none. */
export function judgeScoreChange(instrument: "kccq12" | "mlhfq", before: number, after: number): ScoreChange {
  const gain = instrument === "kccq12" ? after - before : before - after;
  if (Math.abs(gain) < KCCQ_MEANINGFUL_CHANGE) return "same";
  return gain > 0 ? "better" : "worse";
}
