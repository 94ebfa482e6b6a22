import { TributaryError } from "@tributary/model";
import { DEVICE_CODES, findRow } from "../../fhir/fhir-codes.ts";
import type { FhirConcept, PlacedResource } from "../../fhir/fhir-resource.ts";
import { namesOf } from "../../fhir/read-bundle.ts";
import { GENERATOR_CODES, LEAD_CODES } from "../codes/identity-codes.ts";
import type { ReadItem, WrittenCode } from "../device-item.ts";
import { type ReadDevice, readDeviceElements } from "./device-elements.ts";
import { ELEMENT_OF_FIELD, FACT_OF_KIND, MDC_SYSTEM } from "./fhir-names.ts";
import { readAnswer, readConcept, readQuantity } from "./read-value.ts";

/** A Device of a bundle with its role; `instance` counts leads from 1. */
export interface FoundDevice {
  readonly placed: PlacedResource;
  readonly device: ReadDevice;
  readonly role: "generator" | "lead" | "other";
  readonly instance: number | undefined;
}

/**
 * The generator among the Devices of a bundle, and its leads.
 *
 * The generator is the one whose type says so; where none does, the only one that is part of no other and has no type.
 *
 * @throws TributaryError "exchange-several-devices" where two may be it
 */
export function findDevices(resources: readonly PlacedResource[]): FoundDevice[] {
  const devices = resources
    .filter(({ resource }) => resource.resourceType === "Device")
    .map((placed) => ({ placed, device: readDeviceElements("Device", placed) }));
  const whole = devices.filter(({ device }) => device.parent?.reference === undefined);
  const typed = whole.filter(({ device }) => listTypes(device).some((type) => readKind(type) !== undefined));
  const candidates = typed.length > 0 ? typed : whole.filter(({ device }) => listTypes(device).length === 0);
  if (candidates.length > 1) throw severalDevices(candidates.map(({ placed }) => placed.path));
  const generator = candidates[0];
  const names = generator ? namesOf(generator.placed) : [];
  let leads = 0;
  return devices.map(({ placed, device }) => {
    if (placed === generator?.placed) return { placed, device, role: "generator", instance: undefined };
    if (!names.includes(device.parent?.reference ?? "")) return { placed, device, role: "other", instance: undefined };
    leads++;
    return { placed, device, role: "lead", instance: leads };
  });
}

function listTypes({ type = [] }: ReadDevice): FhirConcept[] {
  return Array.isArray(type) ? type : [type];
}

/** What kind of generator a type says: by the standard, else by SNOMED CT. */
function readKind(type: FhirConcept): ReadItem["value"] | undefined {
  const { rule } = GENERATOR_CODES.kind;
  const mdc = type.coding?.find(({ system }) => system === MDC_SYSTEM);
  const isKnown = rule.kind === "choice" && rule.choices.some(({ number }) => String(number) === mdc?.code);
  if (isKnown) return readAnswer(type);
  const fact = findRow(DEVICE_CODES, type)?.row.value;
  const kind = Object.keys(FACT_OF_KIND).find((name) => FACT_OF_KIND[name] === fact);
  return kind === undefined ? undefined : { kind: "text", text: kind };
}

/** What a Device says of itself, as observations of the generator or of a lead. */
export function readDeviceItems({ placed: { path }, device, role, instance }: FoundDevice): ReadItem[] {
  const codes = role === "lead" ? LEAD_CODES : GENERATOR_CODES;
  const kind = role === "generator" ? listTypes(device).flatMap((type) => readKind(type) ?? [])[0] : undefined;
  const elements = Object.entries(ELEMENT_OF_FIELD).flatMap(([field, element]): ReadItem[] => {
    const text = device[element];
    const { number } = codes[field as keyof typeof ELEMENT_OF_FIELD];
    if (text === undefined) return [];
    return [{ place: `${path}.${element}`, code: mdc(number), instance, value: { kind: "text", text } }];
  });
  const properties = (device.property ?? []).map(({ type, valueQuantity, valueCode }, i): ReadItem => {
    const place = `${path}.property[${i}]`;
    const value = valueQuantity?.[0] ? readQuantity(valueQuantity[0]) : valueCode?.[0] && readAnswer(valueCode[0]);
    return { place, code: readConcept(type), instance, value: value ?? { kind: "none", why: "no value" } };
  });
  return [
    ...(kind ? [{ place: `${path}.type`, code: mdc(GENERATOR_CODES.kind.number), instance, value: kind }] : []),
    ...elements,
    ...properties,
  ];
}

/** The day of implantation that a DeviceUseStatement tells of a device. */
export function readImplantDate(path: string, day: string, { role, instance }: FoundDevice): ReadItem {
  const { number } = (role === "lead" ? LEAD_CODES : GENERATOR_CODES).implantDate;
  return { place: `${path}.timingDateTime`, code: mdc(number), instance, value: { kind: "moment", time: day } };
}

function mdc(number: number | undefined): WrittenCode {
  return { system: "MDC", number };
}

function severalDevices(paths: readonly string[]): TributaryError {
  return new TributaryError({
    code: "exchange-several-devices",
    what: "The file holds more than one generator.",
    where: paths.join(", "),
    why: "what an observation is of could only be guessed",
    fix: "Export one device a file.",
  });
}
