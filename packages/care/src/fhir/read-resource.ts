import type { FactId } from "../facts/fact-catalog.ts";
import { type FactRecord, recordFact } from "../facts/fact-record.ts";
import {
  CONDITION_CODES,
  DEVICE_CODES,
  findRow,
  IMPLANT_CODES,
  INFARCTION_CODES,
  UNSPECIFIC_CODES,
} from "./fhir-codes.ts";
import { type PlacedResource, readElements } from "./fhir-resource.ts";
import { readOwnCode } from "./own-codes.ts";
import { readAllergy } from "./read-allergy.ts";
import { readObservation } from "./read-observation.ts";
import type { ResourceReading } from "./resource-reading.ts";
import { sayDay } from "./say-day.ts";

/** Facts that a Patient resource tells. */
export const PATIENT_FACTS: readonly FactId[] = ["sex", "birthDate", "deceased", "deceasedDate"];

const NOTHING: ResourceReading = { facts: [], remarks: [] };

/** The facts that one resource states; a kind that is not read states none and is kept as it is. */
export function readResource(placed: PlacedResource): ResourceReading {
  switch (placed.resource.resourceType) {
    case "Patient":
      return readPatient(placed);
    case "Observation":
      return { facts: readObservation(placed), remarks: [] };
    case "Condition":
      return readCondition(placed);
    case "Procedure":
      return { facts: readProcedure(placed), remarks: [] };
    case "Device":
      return { facts: readDevice(placed), remarks: [] };
    case "AllergyIntolerance":
      return readAllergy(placed);
    default:
      return NOTHING;
  }
}

function readPatient(placed: PlacedResource): ResourceReading {
  const { gender, birthDate, deceasedBoolean, deceasedDateTime } = readElements("Patient", placed);
  const origin = { kind: "imported", detail: placed.path } as const;
  const birth = sayDay(birthDate).date;
  const death = sayDay(deceasedDateTime).date;
  const hasDied = deceasedBoolean === true || deceasedDateTime !== undefined;
  const facts = [
    ...(gender === "female" || gender === "male" ? [recordFact("sex", gender, { origin })] : []),
    ...(birth === undefined ? [] : [recordFact("birthDate", birth, { origin })]),
    ...(hasDied ? [recordFact("deceased", true, { origin })] : []),
    ...(death === undefined ? [] : [recordFact("deceasedDate", death, { origin })]),
  ];
  const remarks = [
    ...(birthDate !== undefined && birth === undefined
      ? [{ path: `${placed.path}.birthDate`, text: `the day of birth is not told, only ${birthDate}` }]
      : []),
  ];
  return { facts, remarks };
}

/** A condition counts where it is not refuted; one that is over still tells of an infarction. */
function readCondition(placed: PlacedResource): ResourceReading {
  const { code, clinicalStatus, verificationStatus, onsetDateTime, recordedDate } = readElements("Condition", placed);
  if (hasCode(verificationStatus, ["refuted", "entered-in-error"])) return NOTHING;
  const isOver = hasCode(clinicalStatus, ["inactive", "remission", "resolved"]);
  const finding = (written: string) => ({
    ...sayDay(onsetDateTime ?? recordedDate),
    origin: { kind: "imported", detail: placed.path, code: written } as const,
  });
  const said = findRow(CONDITION_CODES, code);
  const infarction = findRow(INFARCTION_CODES, code);
  const day = sayDay(onsetDateTime).date;
  const unspecific = findRow(UNSPECIFIC_CODES, code);
  return {
    facts: [
      ...(said === undefined || (isOver && said.row.fact !== "priorInfarction")
        ? []
        : [recordFact(said.row.fact, said.row.value, finding(said.code))]),
      ...(infarction === undefined || day === undefined
        ? []
        : [recordFact("infarctionDate", day, finding(infarction.code))]),
    ],
    remarks:
      unspecific === undefined || isOver
        ? []
        : [{ path: placed.path, text: `${unspecific.row.text} (since ${day ?? "an unknown day"})` }],
  };
}

/** An implant that this program planned is no device from before it. A device that was once implanted is taken to be in place; nothing in the file says so, therefore it is inferred. */
function readProcedure(placed: PlacedResource): FactRecord[] {
  const { status, code, performedDateTime, performedPeriod } = readElements("Procedure", placed);
  const implant = findRow(IMPLANT_CODES, code);
  if (status !== "completed" || implant === undefined || readOwnCode("procedure", code) !== undefined) return [];
  const origin = { kind: "inferred", detail: `implant procedure at ${placed.path}`, code: implant.code } as const;
  const { fact, value } = implant.row;
  return [recordFact(fact, value, { ...sayDay(performedDateTime ?? performedPeriod?.start), origin })];
}

function readDevice(placed: PlacedResource): FactRecord[] {
  const { status, type } = readElements("Device", placed);
  const device = findRow(DEVICE_CODES, type);
  if (status !== "active" || device === undefined || readOwnCode("device-role", type) !== undefined) return [];
  const { fact, value } = device.row;
  return [recordFact(fact, value, { origin: { kind: "imported", detail: placed.path, code: device.code } })];
}

function hasCode(
  concept: { readonly coding?: readonly { readonly code?: string | undefined }[] | undefined } | undefined,
  codes: readonly string[],
): boolean {
  return (concept?.coding ?? []).some(({ code }) => code !== undefined && codes.includes(code));
}
