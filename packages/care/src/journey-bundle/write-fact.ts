import { FACTS, type FactDefinition, type FactId, factLabel } from "../facts/fact-catalog.ts";
import type { FactRecord } from "../facts/fact-record.ts";
import { ALLERGY_SUBSTANCES, type AllergyFact, isAllergyFact, SEVERITIES } from "../fhir/allergy-codes.ts";
import { ANSWERED_CODES, ANSWERS, CONDITION_CODES, MEASURED_CODES, type Said } from "../fhir/fhir-codes.ts";
import { ownConcept } from "../fhir/own-codes.ts";
import { UCUM_UNITS } from "../fhir/ucum-units.ts";
import type { FhirElement } from "./transaction.ts";

const TERMINOLOGY = "http://terminology.hl7.org/CodeSystem/";
const stateOf = (list: string, code: string) => ({ coding: [{ system: `${TERMINOLOGY}${list}`, code }] });
const PROBLEM_STATES = {
  clinicalStatus: stateOf("condition-clinical", "active"),
  verificationStatus: stateOf("condition-ver-status", "confirmed"),
};
const ALLERGY_STATES = {
  clinicalStatus: stateOf("allergyintolerance-clinical", "active"),
  verificationStatus: stateOf("allergyintolerance-verification", "confirmed"),
};
const UCUM = "http://unitsofmeasure.org";

/** A resource before it has an identifier. */
export interface DraftResource {
  readonly resourceType: string;
  readonly [element: string]: unknown;
}

/**
 * A finding as FHIR tells it: a problem as a Condition, an allergy as an AllergyIntolerance, all else as an Observation.
 * Codes of public systems come first, this program's own beside them: with those a finding comes back as it was.
 */
export function writeFact(record: FactRecord, patient: FhirElement): DraftResource {
  return writeProblem(record, patient) ?? writeAllergy(record, patient) ?? writeObservation(record, patient);
}

function writeProblem({ fact, value, date }: FactRecord, subject: FhirElement): DraftResource | undefined {
  const row = CONDITION_CODES.find((candidate) => candidate.fact === fact && candidate.value === value);
  if (row === undefined) return undefined;
  return {
    resourceType: "Condition",
    ...PROBLEM_STATES,
    code: { coding: [{ system: row.system, code: row.code }], text: sayFinding(fact, value) },
    subject,
    ...(date === undefined ? {} : { recordedDate: date }),
  };
}

function writeAllergy({ fact, value, date }: FactRecord, patient: FhirElement): DraftResource | undefined {
  if (!isAllergyFact(fact)) return undefined;
  const criticality = SEVERITIES[fact].find(([severity]) => severity === value)?.[1];
  if (criticality === undefined) return undefined;
  const { system, code } = ALLERGY_SUBSTANCES.find((row) => row.fact === (fact as AllergyFact))!;
  return {
    resourceType: "AllergyIntolerance",
    ...ALLERGY_STATES,
    criticality,
    code: { coding: [{ system, code }], text: factLabel(fact) },
    patient,
    ...(date === undefined ? {} : { recordedDate: date }),
  };
}

function writeObservation(record: FactRecord, subject: FhirElement): DraftResource {
  const { fact, date, method } = record;
  const own = ownConcept("fact", fact, factLabel(fact));
  const measured = MEASURED_CODES.find((row) => row.fact === fact && row.confirmed);
  const coding = fact === "nyhaClass" ? ANSWERED_CODES : measured === undefined ? [] : [measured];
  return {
    resourceType: "Observation",
    status: "final",
    code: { ...own, coding: [...coding.map(({ system, code }) => ({ system, code })), ...own.coding] },
    subject,
    ...(date === undefined ? {} : { effectiveDateTime: date }),
    ...(method === undefined ? {} : { method: { text: method } }),
    ...writeValue(record),
  };
}

function writeValue({ fact, value }: FactRecord): object {
  const definition: FactDefinition = FACTS[fact];
  if (fact === "nyhaClass") return { valueCodeableConcept: { coding: codingsOf(ANSWERS, fact, value) } };
  switch (definition.kind) {
    case "number": {
      const code = UCUM_UNITS[definition.unit]!;
      return { valueQuantity: { value, unit: definition.unit, system: UCUM, code } };
    }
    case "flag":
      return { valueBoolean: value };
    case "choice":
      return { valueCodeableConcept: ownConcept("fact-value", String(value)) };
    case "date":
      return { valueDateTime: value };
  }
}

function codingsOf(rows: readonly Said[], fact: FactId, value: FactRecord["value"]) {
  return rows.filter((row) => row.fact === fact && row.value === value).map(({ system, code }) => ({ system, code }));
}

function sayFinding(fact: FactId, value: FactRecord["value"]): string {
  return value === true ? factLabel(fact) : `${factLabel(fact)}: ${value}`;
}
