import {
  countText,
  fleschKincaidGrade,
  type Language,
  listWords,
  smogGrade,
  wienerSachtextformel,
} from "./readability.ts";

/** A sentence as it will be read, with its numbers filled in. */
export interface ReadSentence {
  readonly text: string;
  readonly isListItem: boolean;
}

export interface Grade {
  readonly formula: "Flesch-Kincaid" | "SMOG" | "Wiener Sachtextformel";
  readonly limit: number;
  /** With the named terms out of the count, and with them in it; both are printed. */
  readonly withoutTerms: number;
  readonly withTerms: number;
}

export interface Readability {
  readonly grades: readonly Grade[];
  /** Sentences of more than 20 words, and of fewer than 4 outside lists. */
  readonly tooLong: readonly string[];
  readonly tooShort: readonly string[];
  readonly passes: boolean;
}

const MAXIMUM_SENTENCE_WORDS = 20;
const MINIMUM_SENTENCE_WORDS = 4;
/** As many terms may be kept out of the count. */
export const MAXIMUM_TERMS = 25;

/** Whether a text is easy enough for a patient: its grades and the length of its sentences. */
export function judgeReadability(
  sentences: readonly ReadSentence[],
  language: Language,
  terms: readonly string[],
): Readability {
  const texts = sentences.map(({ text }) => text);
  const [without, within] = [countText(texts, language, terms), countText(texts, language)];
  const grades: Grade[] =
    language === "en"
      ? [
          {
            formula: "Flesch-Kincaid",
            limit: 6,
            withoutTerms: fleschKincaidGrade(without),
            withTerms: fleschKincaidGrade(within),
          },
          { formula: "SMOG", limit: 8, withoutTerms: smogGrade(without), withTerms: smogGrade(within) },
        ]
      : [
          {
            formula: "Wiener Sachtextformel",
            limit: 6,
            withoutTerms: wienerSachtextformel(without),
            withTerms: wienerSachtextformel(within),
          },
        ];
  const tooLong = texts.filter((text) => listWords(text).length > MAXIMUM_SENTENCE_WORDS);
  const tooShort = sentences
    .filter(({ text, isListItem }) => !isListItem && listWords(text).length < MINIMUM_SENTENCE_WORDS)
    .map(({ text }) => text);
  const isEasy = grades.every(({ withoutTerms, limit }) => withoutTerms <= limit);
  return { grades, tooLong, tooShort, passes: isEasy && tooLong.length === 0 && tooShort.length === 0 };
}
