import { createSettable } from "../state/observable.ts";
import { readPreference, writePreference } from "../state/preferences.ts";
import { english, type Messages } from "./english.ts";
import { german } from "./german.ts";

export const LANGUAGES = { en: "English", de: "Deutsch" } as const;
export type Language = keyof typeof LANGUAGES;

const MESSAGES: Readonly<Record<Language, Messages>> = { en: english, de: german };

function isLanguage(text: string | undefined): text is Language {
  return text !== undefined && Object.hasOwn(LANGUAGES, text);
}

function chooseLanguage(): Language {
  const wished = [readPreference("language"), ...navigator.languages.map((tag) => tag.slice(0, 2))];
  return wished.find(isLanguage) ?? "en";
}

export const language = createSettable<Language>(chooseLanguage());

function applyLanguage(): void {
  document.documentElement.lang = language.read();
}
applyLanguage();

export function chooseOtherLanguage(chosen: Language): void {
  writePreference("language", chosen);
  language.set(chosen);
  applyLanguage();
}

export function messagesOf(chosen: Language): Messages {
  return MESSAGES[chosen];
}
