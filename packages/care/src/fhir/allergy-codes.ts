import type { FactId, FactValue } from "../facts/fact-catalog.ts";
import type { CodeRow } from "./fhir-codes.ts";

/** Allergies that the rules of preparation ask about. */
export type AllergyFact = Extract<FactId, "betaLactamAllergy" | "contrastAllergy">;

export interface AllergyRow extends CodeRow {
  readonly fact: AllergyFact;
  /** Words by which a record in free text names it, in English and German. */
  readonly words: RegExp;
}

const SNOMED = "http://snomed.info/sct";
const RXNORM = "http://www.nlm.nih.gov/research/umls/rxnorm";
const BETA_LACTAM = /penicillin|amoxi|ampicillin|cef|ceph|beta.?lactam/i;
const CONTRAST = /contrast (?:media|medium|agent|dye)|iodinated contrast|kontrastmittel/i;

function row(fact: AllergyFact, words: RegExp, system: string, code: string): AllergyRow {
  return { fact, words, system, code, confirmed: false };
}

/** Substances and allergies to them; the numbers are from memory. The first of each fact is the one written. */
export const ALLERGY_SUBSTANCES: readonly AllergyRow[] = [
  row("betaLactamAllergy", BETA_LACTAM, SNOMED, "91936005"),
  row("betaLactamAllergy", BETA_LACTAM, SNOMED, "294505008"),
  row("betaLactamAllergy", BETA_LACTAM, SNOMED, "764146007"),
  row("betaLactamAllergy", BETA_LACTAM, RXNORM, "7980"),
  row("betaLactamAllergy", BETA_LACTAM, RXNORM, "723"),
  row("contrastAllergy", CONTRAST, SNOMED, "293637006"),
  row("contrastAllergy", CONTRAST, SNOMED, "385420005"),
];

/** "No known allergy", and "no known drug allergy". */
export const NO_ALLERGY_CODES: readonly CodeRow[] = ["716186003", "409137002"].map((code) => ({
  system: SNOMED,
  code,
  confirmed: false,
}));

/** What FHIR's criticality means for each fact; without one the severity stays open. */
export const SEVERITIES: Readonly<Record<AllergyFact, readonly (readonly [FactValue, "low" | "high"])[]>> = {
  betaLactamAllergy: [
    ["nonSevere", "low"],
    ["severe", "high"],
  ],
  contrastAllergy: [
    ["mild", "low"],
    ["severe", "high"],
  ],
};

export function isAllergyFact(fact: FactId): fact is AllergyFact {
  return Object.hasOwn(SEVERITIES, fact);
}
