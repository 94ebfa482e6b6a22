import { encodeUdi, readUdi } from "../coding/read-udi.ts";
import { ownCode, ownConcept, ownSystem } from "../fhir/own-codes.ts";
import {
  GENERATOR_ROLES,
  type HistoryDevice,
  type ImplantRecord,
  LEAD_ROLES,
  type LeadMeasurement,
} from "../history/implant-history.ts";
import { listStandingMoves, type ProcedureLog, RECORDING_NOTICE, replayProcedure } from "../procedure/procedure-log.ts";
import type { StepId } from "../procedure/step.ts";
import type { ProcedureVariant } from "../procedure/variants.ts";
import type { FhirElement, Transaction } from "./transaction.ts";
import { deviceCoding, implantCoding } from "./write-plan.ts";

const DEVICE_ACTION = "http://hl7.org/fhir/device-action";
const SNOMED = "http://snomed.info/sct";
const HEART = { coding: [{ system: SNOMED, code: "80891009" }] };
const UDI_ISSUERS = {
  GS1: "http://hl7.org/fhir/NamingSystem/gs1-di",
  HIBCC: "http://hl7.org/fhir/NamingSystem/hibcc",
  ICCBBA: "http://hl7.org/fhir/NamingSystem/iccbba-other-di",
} as const;
const UCUM = "http://unitsofmeasure.org";

/** Steps of a recording that are procedures of their own within the implant. */
const PART_STEPS: readonly StepId[] = ["venousAccess", "csCannulation", "venogram", "leadAdvance"];

export interface ImplantSource {
  readonly variant: ProcedureVariant;
  readonly implant: ImplantRecord | undefined;
  readonly recording: ProcedureLog | undefined;
}

/**
 * The implant as one tree of Procedures with its devices: what stays in the patient is in focalDevice, what was opened and
 * did not stay in usedReference, leads have their generator as parent, and what was taken out is inactive.
 */
export function writeImplant(transaction: Transaction, source: ImplantSource, request: FhirElement): void {
  const { implant } = source;
  const implanted = implant === undefined ? [] : writeSystem(transaction, implant, "implanted");
  const explanted = implant === undefined ? [] : writeSystem(transaction, implant, "explanted");
  const used = (implant?.used ?? []).map((device, i) =>
    transaction.add(`Device/used/${i}`, { ...writeDevice(device), status: "inactive" }),
  );
  const contrast = writeContrast(transaction, implant?.contrast_mL);
  const procedure = transaction.add("Procedure", {
    ...describeProcedure(source),
    subject: transaction.patient,
    basedOn: [request],
    bodySite: [HEART],
    ...listed("focalDevice", [
      ...implanted.map((manipulated) => ({ action: action("implanted"), manipulated })),
      ...explanted.map((manipulated) => ({ action: action("explanted"), manipulated })),
    ]),
    ...listed("usedReference", [...used, ...contrast]),
  });
  writeParts(transaction, source, procedure);
  writeEvents(transaction, source, procedure);
  if (implant !== undefined) writeMeasurements(transaction, implant, implanted);
}

function action(code: string) {
  return { coding: [{ system: DEVICE_ACTION, code }] };
}

function listed(element: string, items: readonly unknown[]) {
  return items.length === 0 ? {} : { [element]: items };
}

/** Devices that are or were in the patient, each with how long. */
function writeSystem(
  transaction: Transaction,
  implant: ImplantRecord,
  place: "implanted" | "explanted",
): FhirElement[] {
  const devices = implant[place];
  const status = place === "implanted" ? "active" : "inactive";
  const references: FhirElement[] = [];
  const at = devices.findIndex(({ role }) => (GENERATOR_ROLES as readonly string[]).includes(role));
  for (const [i, device] of devices.entries()) {
    const isLead = (LEAD_ROLES as readonly string[]).includes(device.role);
    const parent = isLead && at >= 0 ? references[at] : undefined;
    references.push(
      transaction.add(`Device/${place}/${i}`, {
        ...writeDevice(device),
        status,
        patient: transaction.patient,
        ...(parent === undefined ? {} : { parent }),
      }),
    );
  }
  for (const [i, device] of references.entries()) {
    const start = place === "implanted" ? implant.date : devices[i]!.implantedOn;
    const timingPeriod = { ...(start && { start }), ...(place === "explanted" && { end: implant.date }) };
    transaction.add(`DeviceUseStatement/${place}/${i}`, {
      resourceType: "DeviceUseStatement",
      status: place === "implanted" ? "active" : "completed",
      subject: transaction.patient,
      device,
      timingPeriod,
    });
  }
  return references;
}

function writeDevice({ role, manufacturer, model, serial, lot, udi }: HistoryDevice) {
  return {
    resourceType: "Device",
    ...(udi === undefined ? {} : { udiCarrier: [writeUdi(udi)] }),
    ...(manufacturer === undefined ? {} : { manufacturer }),
    ...(lot === undefined ? {} : { lotNumber: lot }),
    ...(serial === undefined ? {} : { serialNumber: serial }),
    ...(model === undefined ? {} : { modelNumber: model }),
    type: { coding: [...deviceCoding(role), { system: ownSystem("device-role"), code: role }] },
  };
}

function writeUdi(udi: string) {
  const { issuer, deviceIdentifier } = readUdi(udi, "udi");
  return {
    deviceIdentifier,
    issuer: UDI_ISSUERS[issuer],
    carrierHRF: udi,
    ...(issuer === "GS1" ? { carrierAIDC: btoa(encodeUdi(udi, "udi")) } : {}),
  };
}

function writeContrast(transaction: Transaction, contrast_mL: number | undefined): FhirElement[] {
  if (contrast_mL === undefined) return [];
  const quantity = { value: contrast_mL, unit: "mL", system: UCUM, code: "mL" };
  return [
    transaction.add("Substance/contrast", {
      resourceType: "Substance",
      code: { text: "iodinated contrast medium" },
      instance: [{ quantity }],
    }),
  ];
}

function describeProcedure({ variant, implant, recording }: ImplantSource) {
  const head = { resourceType: "Procedure", code: { coding: implantCoding(variant, "implant"), text: variant.title } };
  if (recording === undefined) return { ...head, status: "completed", performedDateTime: implant!.date };
  const { place, isEnded, context } = replayProcedure(recording);
  const moves = listStandingMoves(recording).map(({ move }) => move);
  const end = isEnded ? moves.at(-1)?.at : undefined;
  return {
    ...head,
    status: { finished: "completed", aborted: "stopped", postponed: "not-done" }[String(place)] ?? "in-progress",
    performedPeriod: { start: context.incisedAt ?? recording.startedAt, ...(end === undefined ? {} : { end }) },
    ...listed(
      "complication",
      context.complications.map(({ id }) => ownConcept("complication", id)),
    ),
    note: [{ text: RECORDING_NOTICE }],
  };
}

function writeParts(transaction: Transaction, { recording }: ImplantSource, whole: FhirElement): void {
  if (recording === undefined) return;
  const done = new Map<StepId, string>();
  for (const { move } of listStandingMoves(recording)) if (move.type === "complete") done.set(move.step, move.at);
  for (const step of PART_STEPS) {
    const at = done.get(step);
    if (at === undefined) continue;
    transaction.add(`Procedure/${step}`, {
      resourceType: "Procedure",
      partOf: [whole],
      status: "completed",
      ...ownCode("procedure", step),
      subject: transaction.patient,
      performedDateTime: at,
    });
  }
}

/** A recording is made for the bench, teaching or research: what came up in it did not happen to the patient. */
function writeEvents(transaction: Transaction, { recording }: ImplantSource, procedure: FhirElement): void {
  const complications = recording === undefined ? [] : replayProcedure(recording).context.complications;
  for (const [i, { id, at }] of complications.entries()) {
    transaction.add(`AdverseEvent/${i}`, {
      resourceType: "AdverseEvent",
      actuality: "potential",
      event: ownConcept("complication", id),
      subject: transaction.patient,
      date: at,
      suspectEntity: [{ instance: procedure }],
    });
  }
}

function writeMeasurements(transaction: Transaction, implant: ImplantRecord, implanted: readonly FhirElement[]): void {
  for (const [i, measurement] of implant.measurements.entries()) {
    const device = implanted[implant.implanted.findIndex(({ role }) => role === measurement.lead)];
    transaction.add(`Observation/measurement/${i}`, {
      resourceType: "Observation",
      status: "final",
      ...ownCode("measurement", measurement.lead),
      subject: transaction.patient,
      effectiveDateTime: implant.date,
      ...(device === undefined ? {} : { device }),
      component: [
        { ...ownCode("measurement", "vector"), valueString: measurement.vector },
        ...MEASURED_PARTS.flatMap(([part, unit]) => writePart(measurement, part, unit)),
      ],
    });
  }
}

/** Parts of a measurement with their UCUM units. */
export const MEASURED_PARTS = [
  ["threshold_V", "V"],
  ["pulseWidth_ms", "ms"],
  ["phrenic_V", "V"],
  ["impedance_ohm", "Ohm"],
  ["sensing_mV", "mV"],
] as const satisfies readonly (readonly [keyof LeadMeasurement, string])[];

function writePart(measurement: LeadMeasurement, part: (typeof MEASURED_PARTS)[number][0], unit: string) {
  const value = measurement[part];
  if (value === undefined) return [];
  return [{ ...ownCode("measurement", part), valueQuantity: { value, unit, system: UCUM, code: unit } }];
}
