import { readUdi } from "../coding/read-udi.ts";
import { findDrug } from "../drugs/find-drug.ts";
import { deriveFacts } from "../facts/derive-facts.ts";
import type { FactId } from "../facts/fact-catalog.ts";
import { knownValue } from "../facts/resolve-fact.ts";
import type { FhirResource } from "../fhir/fhir-resource.ts";
import { ownCode, ownConcept, ownExtension, ownSystem } from "../fhir/own-codes.ts";
import { PATIENT_FACTS } from "../fhir/read-resource.ts";
import type { HistoryDevice } from "../history/implant-history.ts";
import { replayProcedure } from "../procedure/procedure-log.ts";
import { PROCEDURE_STEPS } from "../procedure/procedure-steps.ts";
import { type DeidentifiedFact, type DeidentifiedTime, deidentifyFacts } from "../record/deidentify-facts.ts";
import type { Journey } from "./journey.ts";
import { openTransaction, type Transaction } from "./transaction.ts";
import { writeFact } from "./write-fact.ts";
import { deviceCoding, implantCoding } from "./write-plan.ts";

/**
 * A journey for research: no name, no day, no serial number, nothing that a person wrote. The implant has its year, every
 * other time is told in days from it; ages from 90 are one group; of a device its kind, maker and model are left.
 *
 * @param pseudonym  names the patient in the file; the case's own id never does
 */
export function deidentifyJourney(journey: Journey, pseudonym: string): FhirResource {
  const { clinical, history } = journey;
  const transaction = openTransaction(`research/${pseudonym}`, undefined);
  const gender = knownValue(clinical.records, "sex");
  const hasDied = knownValue(clinical.records, "deceased") === true;
  transaction.add("Patient", {
    resourceType: "Patient",
    ...(gender === undefined ? {} : { gender }),
    ...(hasDied ? { deceasedBoolean: true } : {}),
  });
  const implantDate = history.implant?.date;
  const records = implantDate === undefined ? clinical.records : deriveFacts(clinical.records, implantDate);
  const { facts } = deidentifyFacts([...records, ...history.visits.flatMap((visit) => visit.facts)], implantDate);
  for (const [i, fact] of facts.filter(isFinding).entries()) writeFinding(transaction, `finding/${i}`, fact);
  writeKnownDrugs(transaction, clinical.drugs);
  if (implantDate !== undefined) writeImplantOf(transaction, journey, implantDate.slice(0, 4));
  return transaction.build("collection");
}

/** What the Patient resource tells already is no finding; the day of death is one, in days from the implant. */
function isFinding({ fact, isExcluded }: DeidentifiedFact): boolean {
  return !isExcluded && (!PATIENT_FACTS.includes(fact) || fact === "deceasedDate");
}

function writeFinding(transaction: Transaction, name: string, { fact, value, time }: DeidentifiedFact): void {
  transaction.add(name, { ...describeFinding(transaction, fact, value), ...sayTime(time) });
}

/** A date has no value but its time, and a group of ages is no number. */
function describeFinding(transaction: Transaction, fact: FactId, value: DeidentifiedFact["value"]) {
  const { patient } = transaction;
  if (value !== undefined && value !== "90 or more") {
    return writeFact({ fact, value, origin: { kind: "stated", detail: "" } }, patient);
  }
  return {
    resourceType: "Observation",
    status: "final",
    ...ownCode("fact", fact),
    subject: patient,
    ...(value === undefined ? {} : { valueCodeableConcept: ownConcept("fact-value", "90OrMore") }),
  };
}

function sayTime(time: DeidentifiedTime | undefined) {
  if (time === undefined) return {};
  if ("year" in time) return { extension: [{ url: ownExtension("year"), valueInteger: time.year }] };
  return { extension: [{ url: ownExtension("days-from-implant"), valueInteger: time.daysFromImplant }] };
}

/** Drugs that no rule knows are free text and left out. */
function writeKnownDrugs(transaction: Transaction, drugs: readonly string[]): void {
  for (const drug of drugs.map(findDrug)) {
    if (drug.kind !== "known") continue;
    transaction.add(`MedicationStatement/${drug.name}`, {
      resourceType: "MedicationStatement",
      status: "active",
      medicationCodeableConcept: ownConcept("drug", drug.name),
      subject: transaction.patient,
    });
  }
}

function writeImplantOf(transaction: Transaction, { clinical, history, recording }: Journey, year: string): void {
  const { implanted, explanted } = history.implant!;
  const known = new Set(PROCEDURE_STEPS.flatMap(({ complications }) => complications));
  const events = recording === undefined ? [] : replayProcedure(recording).context.complications;
  const add = (action: string) => (device: HistoryDevice, i: number) => ({
    action: { coding: [{ system: "http://hl7.org/fhir/device-action", code: action }] },
    manipulated: transaction.add(`Device/${action}/${i}`, describeDevice(device)),
  });
  transaction.add("Procedure", {
    resourceType: "Procedure",
    status: "completed",
    code: {
      coding:
        clinical.variant === undefined
          ? ownConcept("procedure", "implant").coding
          : implantCoding(clinical.variant, "implant"),
    },
    subject: transaction.patient,
    performedDateTime: year,
    focalDevice: [...implanted.map(add("implanted")), ...explanted.map(add("explanted"))],
    ...(events.length === 0
      ? {}
      : { complication: events.map(({ id }) => ownConcept("complication", known.has(id) ? id : "other")) }),
  });
}

function describeDevice({ role, manufacturer, model, udi }: HistoryDevice) {
  const carrier = udi === undefined ? undefined : readUdi(udi, "udi");
  return {
    resourceType: "Device",
    ...(carrier?.issuer === "GS1" ? { udiCarrier: [{ deviceIdentifier: carrier.deviceIdentifier }] } : {}),
    ...(manufacturer === undefined ? {} : { manufacturer }),
    ...(model === undefined ? {} : { modelNumber: model }),
    type: { coding: [...deviceCoding(role), { system: ownSystem("device-role"), code: role }] },
  };
}
