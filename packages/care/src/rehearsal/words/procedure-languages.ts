import type { Language } from "../../leaflet/readability.ts";
import { ENGLISH_PROCEDURE } from "./english.ts";
import { GERMAN_PROCEDURE } from "./german.ts";
import type { ProcedureWords } from "./procedure-words.ts";

export const PROCEDURE_WORDS: Readonly<Record<Language, ProcedureWords>> = {
  en: ENGLISH_PROCEDURE,
  de: GERMAN_PROCEDURE,
};
