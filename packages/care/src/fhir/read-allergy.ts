import { recordFact } from "../facts/fact-record.ts";
import { ALLERGY_SUBSTANCES, type AllergyFact, NO_ALLERGY_CODES, SEVERITIES } from "./allergy-codes.ts";
import { findRow } from "./fhir-codes.ts";
import { type FhirConcept, type PlacedResource, type ReadElements, readElements } from "./fhir-resource.ts";
import type { ResourceReading } from "./resource-reading.ts";
import { sayDay } from "./say-day.ts";

/** Allergies that the preparation asks about; any other is told, for a person to read. */
export function readAllergy(placed: PlacedResource): ResourceReading {
  const allergy = readElements("AllergyIntolerance", placed);
  const { code, clinicalStatus, verificationStatus } = allergy;
  const isVoid = [...(clinicalStatus?.coding ?? []), ...(verificationStatus?.coding ?? [])].some(
    (coding) => coding.code !== undefined && VOID.includes(coding.code),
  );
  if (isVoid) return { facts: [], remarks: [] };
  const none = findRow(NO_ALLERGY_CODES, code);
  if (none !== undefined) return readNone(allergy, placed.path, none.code);
  const found = findAllergy(code);
  if (found === undefined) {
    return {
      facts: [],
      remarks: [{ path: placed.path, text: `allergy that no rule asks about: ${sayConcept(code)}` }],
    };
  }
  const value = judgeSeverity(found.fact, allergy);
  const origin = { kind: "imported", detail: placed.path, ...(found.code && { code: found.code }) } as const;
  return {
    facts: [recordFact(found.fact, value, { ...sayDay(allergy.recordedDate ?? allergy.onsetDateTime), origin })],
    remarks:
      value === "unknown"
        ? [{ path: placed.path, text: `${sayConcept(code)}: how severe the allergy is is not said` }]
        : [],
  };
}

const VOID = ["inactive", "resolved", "refuted", "entered-in-error"];

function readNone(allergy: ReadElements<"AllergyIntolerance">, path: string, code: string): ResourceReading {
  const rest = { ...sayDay(allergy.recordedDate), origin: { kind: "imported", detail: path, code } as const };
  return {
    facts: [recordFact("betaLactamAllergy", "none", rest), recordFact("contrastAllergy", "none", rest)],
    remarks: [],
  };
}

/** By code, else by what the record calls it. */
function findAllergy(concept: FhirConcept | undefined): { fact: AllergyFact; code?: string } | undefined {
  const coded = findRow(ALLERGY_SUBSTANCES, concept);
  if (coded !== undefined) return { fact: coded.row.fact, code: coded.code };
  const named = ALLERGY_SUBSTANCES.find(({ words }) => words.test(sayConcept(concept)));
  return named && { fact: named.fact };
}

/** A severe reaction counts as severe whatever the criticality says. */
function judgeSeverity(fact: AllergyFact, { criticality, reaction = [] }: ReadElements<"AllergyIntolerance">) {
  const isSevere = reaction.some(({ severity }) => severity === "severe");
  const level = isSevere ? "high" : criticality;
  return SEVERITIES[fact].find(([, known]) => known === level)?.[0] ?? "unknown";
}

function sayConcept(concept: FhirConcept | undefined): string {
  const displays = (concept?.coding ?? []).map(({ display }) => display);
  return [concept?.text, ...displays].filter((text) => typeof text === "string").join(", ") || "without a name";
}
