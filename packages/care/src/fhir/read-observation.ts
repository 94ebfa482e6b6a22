import { TributaryError } from "@tributary/model";
import { FACTS, type FactDefinition, type FactId, type FactValue } from "../facts/fact-catalog.ts";
import { type FactRecord, recordFact } from "../facts/fact-record.ts";
import { ANSWERED_CODES, ANSWERS, findRow, MEASURED_CODES, type Measured, OWN_MEASURED } from "./fhir-codes.ts";
import type { FhirQuantity, PlacedResource, ReadElements } from "./fhir-resource.ts";
import { readElements } from "./fhir-resource.ts";
import { ownSystem, readOwnCode } from "./own-codes.ts";
import { sayDay } from "./say-day.ts";

const UCUM = "http://unitsofmeasure.org";
const FINAL = ["final", "amended", "corrected"];

/** The facts that an Observation states; one that is not final, or cannot be true, is kept and never used. */
export function readObservation(placed: PlacedResource): FactRecord[] {
  const observation = readElements("Observation", placed);
  const { code, valueQuantity, valueCodeableConcept } = observation;
  const measured = findRow(MEASURED_CODES, code) ?? findRow(OWN_MEASURED, code);
  if (measured !== undefined && valueQuantity?.value !== undefined) {
    return [readMeasured(measured.row, measured.code, valueQuantity, observation, placed.path)];
  }
  const own = readOwn(observation);
  if (own !== undefined) {
    return [
      recordFact(own.fact, own.value, describeFinding(observation, placed.path, `${ownSystem("fact")}|${own.fact}`)),
    ];
  }
  const answer = findRow(ANSWERED_CODES, code) === undefined ? undefined : findRow(ANSWERS, valueCodeableConcept);
  if (answer === undefined) return [];
  const { fact, value } = answer.row;
  return [recordFact(fact, value, describeFinding(observation, placed.path, answer.code))];
}

/** A fact that is no number, as this program writes it; one that cannot be true is none. */
function readOwn({ code, valueBoolean, valueDateTime, valueCodeableConcept }: ReadElements<"Observation">) {
  const fact = readOwnCode("fact", code);
  if (fact === undefined || !Object.hasOwn(FACTS, fact)) return undefined;
  const definition: FactDefinition = FACTS[fact as FactId];
  const value = { flag: valueBoolean, date: valueDateTime, choice: readOwnCode("fact-value", valueCodeableConcept) }[
    definition.kind === "number" ? "flag" : definition.kind
  ];
  const isSound = definition.kind === "choice" ? definition.options.includes(String(value)) : value !== undefined;
  return definition.kind === "number" || !isSound ? undefined : { fact: fact as FactId, value: value as FactValue };
}

function readMeasured(
  { fact, factors }: Measured,
  code: string,
  quantity: FhirQuantity,
  observation: ReadElements<"Observation">,
  path: string,
): FactRecord {
  const unit = readUcum(quantity, `${path}.valueQuantity`);
  const factor = Object.hasOwn(factors, unit) ? factors[unit] : undefined;
  const original = `${quantity.comparator ?? ""}${quantity.value} ${unit}`;
  const value = quantity.value! * (factor ?? 1);
  const finding = describeFinding(observation, path, code);
  const doubts = [
    finding.excludedBecause,
    factor === undefined ? `the unit ${unit} is not one of ${Object.keys(factors).join(", ")}` : undefined,
    quantity.comparator === undefined ? undefined : `only a limit is told: ${original}`,
    factor === undefined || isInRange(FACTS[fact], value) ? undefined : "outside what can be true",
  ].filter((doubt) => doubt !== undefined);
  const excluded = doubts.length === 0 ? {} : { excludedBecause: doubts.join("; ") };
  return recordFact(fact, value, {
    ...finding,
    ...(factor === 1 && doubts.length === 0 ? {} : { original }),
    ...excluded,
  });
}

function describeFinding(
  { status, effectiveDateTime, effectivePeriod, method }: ReadElements<"Observation">,
  path: string,
  code: string,
) {
  return {
    ...sayDay(effectiveDateTime ?? effectivePeriod?.start),
    origin: { kind: "imported", detail: path, code },
    ...(method?.text === undefined ? {} : { method: method.text }),
    ...(FINAL.includes(status) ? {} : { excludedBecause: `its status is ${status}` }),
  } as const;
}

/** The UCUM unit of a quantity; free text and other systems are refused, for a guessed unit makes a wrong dose. */
function readUcum({ system, code, unit }: FhirQuantity, path: string): string {
  if (system === UCUM && code !== undefined && /^[!-~]+$/.test(code)) return code;
  throw new TributaryError({
    code: "fhir-unit",
    what: "A measured value has no unit in UCUM.",
    where: path,
    why: `system ${system ?? "missing"}, code ${code ?? "missing"}, unit ${unit ?? "missing"}`,
    fix: `Give system ${UCUM} and a UCUM code, such as mg/dL or umol/L.`,
  });
}

function isInRange(definition: FactDefinition, value: number): boolean {
  return definition.kind !== "number" || (value >= definition.range[0] && value <= definition.range[1]);
}
