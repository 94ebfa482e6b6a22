import { deriveFacts } from "../facts/derive-facts.ts";
import { FACTS, type FactDefinition, type FactId, type FactValue } from "../facts/fact-catalog.ts";
import type { FactRecord } from "../facts/fact-record.ts";
import { daysBetween } from "../facts/resolve-fact.ts";

/** When something was, without a date: days from the implant (negative before it), or the year where there was none. */
export type DeidentifiedTime = { readonly daysFromImplant: number } | { readonly year: number };

/** A fact from which the patient cannot be found: no date, no free text, no place in a file. */
export interface DeidentifiedFact {
  readonly fact: FactId;
  /** Left out where the fact itself is a date: its time says it. */
  readonly value?: FactValue | typeof OLDEST_AGES;
  readonly time?: DeidentifiedTime;
  readonly code?: string;
  /** Kept, and not to be used: the source's value could not be true, or was not final. */
  readonly isExcluded: boolean;
}

export interface DeidentifiedRecord {
  readonly implantYear?: number;
  readonly facts: readonly DeidentifiedFact[];
}

/** Ages from 90 years are so rare that they name a person (United States, 45 CFR 164.514(b)(2)(i)(C)). */
const OLDEST_AGES = "90 or more";
const OLDEST_AGE_years = 90;
/** Codes of other systems may be a clinic's own and name it. */
const PUBLIC_SYSTEMS =
  /^http:\/\/(?:loinc\.org|snomed\.info\/sct|hl7\.org\/fhir\/sid\/[a-z0-9-]+|fhir\.de\/CodeSystem\/bfarm\/[a-z0-9-]+)\|/;

/**
 * The facts of a patient for research: dates become days from the implant, or years without one; the date of birth
 * becomes the age on the day of the implant; everything a person wrote is left out.
 *
 * @param implantDate  local date, "2026-03-09"; undefined where there was no implant
 */
export function deidentifyFacts(facts: readonly FactRecord[], implantDate?: string): DeidentifiedRecord {
  const aged = implantDate === undefined ? facts : deriveFacts(facts, implantDate);
  return {
    ...(implantDate === undefined ? {} : { implantYear: yearOf(implantDate) }),
    facts: aged.filter(({ fact }) => fact !== "birthDate").map((record) => deidentifyFact(record, implantDate)),
  };
}

function deidentifyFact(
  { fact, value, date, origin, excludedBecause }: FactRecord,
  implantDate?: string,
): DeidentifiedFact {
  const definition: FactDefinition = FACTS[fact];
  const isDate = definition.kind === "date";
  const day = isDate ? (value as string) : date;
  return {
    fact,
    ...(isDate ? {} : { value: groupAge(fact, value) }),
    ...(day === undefined ? {} : { time: tellTime(day, implantDate) }),
    ...(origin.code !== undefined && PUBLIC_SYSTEMS.test(origin.code) ? { code: origin.code } : {}),
    isExcluded: excludedBecause !== undefined,
  };
}

function groupAge(fact: FactId, value: FactValue): FactValue | typeof OLDEST_AGES {
  return fact === "age_years" && (value as number) >= OLDEST_AGE_years ? OLDEST_AGES : value;
}

/** A local date as it may be told. */
export function tellTime(day: string, implantDate: string | undefined): DeidentifiedTime {
  return implantDate === undefined ? { year: yearOf(day) } : { daysFromImplant: daysBetween(implantDate, day) };
}

function yearOf(date: string): number {
  return Number(date.slice(0, 4));
}
