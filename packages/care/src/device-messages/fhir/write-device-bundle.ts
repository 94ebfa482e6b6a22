import type { InterrogationSnapshot } from "@tributary/model/generator";
import { DEVICE_CODES } from "../../fhir/fhir-codes.ts";
import { chooseAnswer } from "../choose-answer.ts";
import type { CodeOrigin } from "../codes/device-code.ts";
import { GENERATOR_CODES } from "../codes/identity-codes.ts";
import { SECTIONS, type SectionId } from "../codes/sections.ts";
import type { DeviceItem } from "../device-item.ts";
import { flattenSnapshot, listItems } from "../flatten-snapshot.ts";
import { NOTICE } from "../notice.ts";
import {
  BUNDLE_BASE,
  ELEMENT_OF_FIELD,
  FACT_OF_KIND,
  IDCO_CODING,
  INSTANCE_EXTENSION,
  MDC_SYSTEM,
  OWN_SYSTEM,
  UCUM_SYSTEM,
} from "./fhir-names.ts";

type Json = Readonly<Record<string, unknown>>;

const PATIENT = { reference: "Patient/patient" };
const GENERATOR_ID = "generator";
const REPORT = "interrogation";

/**
 * A snapshot as a FHIR R4 Bundle (collection) in the manner of the CardX-CIED guide.
 *
 * The generator and each lead are a Device, the leads with the generator as `parent`; dates of implantation stand in
 * DeviceUseStatement; every other value is a component of one Observation a section, and a DiagnosticReport holds them
 * together. The Patient is there to be referred to and says nothing.
 */
export function writeDeviceBundle(snapshot: InterrogationSnapshot): Json {
  const items = listItems(flattenSnapshot(snapshot));
  const of = (section: SectionId) => items.filter((item) => item.section === section);
  const leads = Map.groupBy(of("leads"), ({ instance = 1 }) => instance);
  const observations = (Object.keys(SECTIONS) as SectionId[])
    .filter((section) => section !== "generator" && section !== "leads")
    .flatMap((section) => writeObservation(section, of(section), snapshot.session.time));
  const resources: Json[] = [
    { resourceType: "Patient", id: "patient" },
    ...writeDevice(GENERATOR_ID, of("generator"), {}),
    ...[...leads].flatMap(([instance, told]) =>
      writeDevice(`lead-${instance}`, told, { parent: { reference: `Device/${GENERATOR_ID}` } }),
    ),
    ...observations,
    writeReport(observations, snapshot.session.time),
  ];
  const entry = resources.map((resource) => ({
    fullUrl: `${BUNDLE_BASE}/${resource["resourceType"]}/${resource["id"]}`,
    resource,
  }));
  return { resourceType: "Bundle", type: "collection", entry };
}

function writeDevice(id: string, items: readonly DeviceItem[], parent: Json): Json[] {
  const valueIn = (field: string) => items.find((item) => item.field === field)?.value;
  const elements = Object.entries(ELEMENT_OF_FIELD).flatMap(([field, element]) => {
    const value = valueIn(field);
    return value === undefined ? [] : [[element, value] as const];
  });
  const kind = valueIn("kind");
  const implantDate = valueIn("implantDate");
  const properties = items.filter(({ field }) => !(field in GENERATOR_CODES));
  const device = {
    resourceType: "Device",
    id,
    status: "active",
    ...Object.fromEntries(elements),
    ...(kind !== undefined && { type: writeKind(String(kind)) }),
    ...(properties.length > 0 && { property: properties.map(writeProperty) }),
    patient: PATIENT,
    ...parent,
  };
  if (implantDate === undefined) return [device];
  const use = {
    resourceType: "DeviceUseStatement",
    id: `${id}-use`,
    status: "active",
    subject: PATIENT,
    timingDateTime: implantDate,
    device: { reference: `Device/${id}` },
  };
  return [device, use];
}

function writeKind(kind: string): Json {
  const snomed = DEVICE_CODES.filter(({ value }) => value === FACT_OF_KIND[kind])
    .slice(0, 1)
    .map(({ system, code }) => ({ system, code }));
  return { coding: [writeCoding(chooseAnswer(GENERATOR_CODES.kind, kind)), ...snomed], text: kind };
}

function writeProperty({ code, value }: DeviceItem): Json {
  const type = writeConcept(code);
  if (code.rule.kind === "number") return { type, valueQuantity: [writeQuantity(Number(value), code.rule.unit)] };
  return { type, valueCode: [{ coding: [writeCoding(chooseAnswer(code, String(value)))], text: String(value) }] };
}

function writeObservation(section: SectionId, items: readonly DeviceItem[], time: string): Json[] {
  if (items.length === 0) return [];
  return [
    {
      resourceType: "Observation",
      id: section,
      status: "final",
      code: { coding: [IDCO_CODING, writeOwn(section)], text: SECTIONS[section].title },
      subject: PATIENT,
      effectiveDateTime: time,
      device: { reference: `Device/${GENERATOR_ID}` },
      component: items.map(writeComponent),
    },
  ];
}

function writeComponent({ code, instance, value }: DeviceItem): Json {
  return {
    ...(instance !== undefined && { extension: [{ url: INSTANCE_EXTENSION, valueInteger: instance }] }),
    code: writeConcept(code),
    ...writeValue({ code, value }),
  };
}

function writeValue({ code, value }: Pick<DeviceItem, "code" | "value">): Json {
  switch (code.rule.kind) {
    case "number":
      return typeof value === "number"
        ? { valueQuantity: writeQuantity(value, code.rule.unit) }
        : { valueString: String(value) };
    case "moment":
    case "day":
      return { valueDateTime: value };
    case "flag":
      return { valueBoolean: value };
    case "choice":
      return {
        valueCodeableConcept: { coding: [writeCoding(chooseAnswer(code, String(value)))], text: String(value) },
      };
    case "text":
      return { valueString: String(value) };
  }
}

function writeQuantity(value: number, unit: string): Json {
  return { value, unit, system: UCUM_SYSTEM, code: unit };
}

function writeConcept(code: CodeOrigin): Json {
  return { coding: [writeCoding(code)] };
}

/** The number only where it is confirmed; else the standard's name alone. */
function writeCoding({ system, number, referenceId, confirmed }: CodeOrigin): Json {
  if (system === "own") return writeOwn(referenceId);
  return { system: MDC_SYSTEM, ...(confirmed && { code: String(number) }), display: referenceId };
}

function writeOwn(code: string): Json {
  return { system: OWN_SYSTEM, code };
}

function writeReport(observations: readonly Json[], time: string): Json {
  return {
    resourceType: "DiagnosticReport",
    id: "report",
    status: "final",
    code: { coding: [writeOwn(REPORT)], text: "Interrogation of a cardiac device" },
    subject: PATIENT,
    effectiveDateTime: time,
    result: observations.map(({ id }) => ({ reference: `Observation/${id}` })),
    conclusion: NOTICE,
  };
}
