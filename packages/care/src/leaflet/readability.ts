/**
 * How hard a text is to read.
 *
 * What counts: a word is what stands between spaces and holds a letter or a digit; a hyphenated one is one word; a number,
 * a unit and a named term count as words of one syllable. Each entry of a leaflet is one sentence, a list item too.
 */
import { syllable } from "syllable";

export type Language = "en" | "de";

export interface TextCount {
  readonly sentences: number;
  readonly words: number;
  readonly syllables: number;
  /** Words of three syllables or more. */
  readonly longWords: number;
  /** Words of more than six letters. */
  readonly sevenLetterWords: number;
  readonly oneSyllableWords: number;
}

/** Counts of a text whose sentences are given one by one. */
export function countText(sentences: readonly string[], language: Language, terms: readonly string[] = []): TextCount {
  const isTerm = new Set(terms.map((term) => term.toLowerCase()));
  const words = sentences.flatMap(listWords);
  const syllables = words.map((word) => (isTerm.has(word.toLowerCase()) ? 1 : countSyllables(word, language)));
  return {
    sentences: sentences.length,
    words: words.length,
    syllables: syllables.reduce((sum, count) => sum + count, 0),
    longWords: syllables.filter((count) => count >= 3).length,
    sevenLetterWords: words.filter((word) => !isTerm.has(word.toLowerCase()) && countLetters(word) > 6).length,
    oneSyllableWords: syllables.filter((count) => count === 1).length,
  };
}

/** The words of a sentence without the signs around them. */
export function listWords(sentence: string): string[] {
  return sentence
    .split(/\s+/)
    .map((word) => word.replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu, ""))
    .filter((word) => word !== "");
}

function countLetters(word: string): number {
  return [...word.matchAll(/\p{L}/gu)].length;
}

/** Syllables of a word, at least one; numbers count as one. */
export function countSyllables(word: string, language: Language): number {
  if (/\p{N}/u.test(word)) return 1;
  const parts = word.split("-");
  const count = language === "en" ? syllable : countGermanSyllables;
  return Math.max(
    1,
    parts.reduce((sum, part) => sum + Math.max(1, count(part)), 0),
  );
}

/** Groups of vowels, of which double vowels and diphthongs are one; u after q is none. */
function countGermanSyllables(word: string): number {
  const vowels = word
    .toLowerCase()
    .replaceAll("qu", "q")
    .match(/aa|ee|oo|ai|au|äu|ei|eu|ie|[aeiouyäöü]/g);
  return vowels?.length ?? 0;
}

/** Flesch-Kincaid grade. Source: Kincaid, US Navy 1975. */
export function fleschKincaidGrade({
  words,
  sentences,
  syllables,
}: Pick<TextCount, "words" | "sentences" | "syllables">) {
  return 0.39 * (words / sentences) + 11.8 * (syllables / words) - 15.59;
}

/** Flesch reading ease, 0 hard to 100 easy. */
export function fleschReadingEase({
  words,
  sentences,
  syllables,
}: Pick<TextCount, "words" | "sentences" | "syllables">) {
  return 206.835 - 1.015 * (words / sentences) - 84.6 * (syllables / words);
}

/** SMOG grade. Source: McLaughlin, Journal of Reading 1969. */
export function smogGrade({ longWords, sentences }: Pick<TextCount, "longWords" | "sentences">): number {
  return 1.043 * Math.sqrt((longWords * 30) / sentences) + 3.1291;
}

/** First Vienna formula, a school grade. Source: Bamberger and Vanecek, Vienna 1984. */
export function wienerSachtextformel(count: TextCount): number {
  const percent = (part: number) => (100 * part) / count.words;
  return (
    0.1935 * percent(count.longWords) +
    0.1672 * (count.words / count.sentences) +
    0.1297 * percent(count.sevenLetterWords) -
    0.0327 * percent(count.oneSyllableWords) -
    0.875
  );
}
