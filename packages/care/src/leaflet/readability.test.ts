import { expect, test } from "vitest";
import {
  countSyllables,
  countText,
  fleschKincaidGrade,
  fleschReadingEase,
  smogGrade,
  wienerSachtextformel,
} from "./readability.ts";

test("100 words in 10 sentences with 140 syllables: grade 4.83, ease 78.2", () => {
  const count = { words: 100, sentences: 10, syllables: 140 };
  expect(fleschKincaidGrade(count)).toBeCloseTo(4.83, 2);
  expect(fleschReadingEase(count)).toBeCloseTo(78.2, 1);
});

test("20 long words in 30 sentences: SMOG 7.79", () => {
  expect(smogGrade({ longWords: 20, sentences: 30 })).toBeCloseTo(7.79, 2);
});

test("the Vienna formula: 10 % long, 20 % of seven letters, 50 % of one syllable, 10 words a sentence: 3.69", () => {
  const count = { sentences: 10, words: 100, syllables: 0, longWords: 10, sevenLetterWords: 20, oneSyllableWords: 50 };
  expect(wienerSachtextformel(count)).toBeCloseTo(3.691, 3);
});

test.each([
  ["Herz", 1],
  ["Blutgerinnsel", 4],
  ["Operation", 5],
  ["Schlüsselbein", 3],
  ["bequem", 2],
  ["Ärztin", 2],
  ["hinein", 2],
])("%s has %i syllables", (word, syllables) => {
  expect(countSyllables(word, "de")).toBe(syllables);
});

test("numbers, units of a number and terms count as one syllable, hyphenated words as one word", () => {
  const count = countText(["Your heart has 162 three-part tests."], "en");
  expect(count.words).toBe(6);
  expect(countSyllables("162", "en")).toBe(1);
  expect(countText(["the defibrillator"], "en", ["defibrillator"]).syllables).toBe(2);
});
