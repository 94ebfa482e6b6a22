import { normalizeTime } from "@tributary/model/generator";
import { checkReferences } from "../../fhir/check-references.ts";
import type { PlacedResource } from "../../fhir/fhir-resource.ts";
import { namesOf, readBundle } from "../../fhir/read-bundle.ts";
import { assembleSnapshot, type ReadSnapshot, remarkPreliminary } from "../assemble-snapshot.ts";
import type { ReadItem, UnreadItem } from "../device-item.ts";
import { sayCode } from "../find-code.ts";
import { sayWritten } from "../interpret-value.ts";
import { type ReadObservation, readDeviceElements } from "./device-elements.ts";
import { DEVICE_EXTENSION } from "./fhir-names.ts";
import { type FoundDevice, findDevices, readDeviceItems, readImplantDate } from "./find-devices.ts";
import { readConcept, readFhirValue, readInstance } from "./read-value.ts";

/** Observations that stand; a preliminary one is what the device sent, until somebody looked at it. */
const STANDING = ["final", "amended", "corrected", "preliminary"];

/**
 * Reads what a device told from a FHIR R4 Bundle, or from one of the CardX-CIED guide (R5).
 *
 * Codes, devices and resources that are not known are kept and listed. All of a file is taken, or nothing.
 *
 * @param file  its name, for errors
 * @throws TributaryError those of `readBundle`, `checkReferences` and `assembleSnapshot`; "exchange-several-devices"
 */
export function readDeviceBundle(text: string, file: string): ReadSnapshot {
  const { resources } = readBundle(text, file);
  checkReferences(resources);
  const devices = findDevices(resources);
  const others = devices.filter(({ role }) => role === "other");
  const items = devices.filter((device) => !others.includes(device)).flatMap(readDeviceItems);
  const unread: UnreadItem[] = others.map(({ placed: { path } }) =>
    resourceUnread(path, "Device", "neither the generator nor one of its leads"),
  );
  for (const placed of resources) readRest(placed, devices, items, unread);
  const read = assembleSnapshot(items, readSessionTime(resources), file);
  const preliminary = resources.filter(({ resource }) => resource["status"] === "preliminary").length;
  return { ...read, unread: [...unread, ...read.unread], remarks: remarkPreliminary(preliminary) };
}

function readRest(
  placed: PlacedResource,
  devices: readonly FoundDevice[],
  items: ReadItem[],
  unread: UnreadItem[],
): void {
  const { path, resource } = placed;
  switch (resource.resourceType) {
    case "Device":
    case "DiagnosticReport":
    case "Patient":
      return;
    case "DeviceUseStatement": {
      const { device, timingDateTime } = readDeviceElements("DeviceUseStatement", placed);
      const used = findNamed(devices, device.reference);
      if (timingDateTime !== undefined && used && used.role !== "other")
        items.push(readImplantDate(path, timingDateTime, used));
      else unread.push(resourceUnread(path, "DeviceUseStatement", "no day, or not of this generator or a lead"));
      return;
    }
    case "Observation": {
      const observation = readDeviceElements("Observation", placed);
      const told = listObserved(path, observation);
      const why = whyUnread(observation, devices);
      if (why === undefined) items.push(...told);
      else
        unread.push(
          ...told.map(({ place, code, value }) => ({ place, code: sayCode(code), text: sayWritten(value), why })),
        );
      return;
    }
    default:
      unread.push(resourceUnread(path, resource.resourceType, "nothing is read from this kind of resource"));
  }
}

/** The components of an observation, and its own value where it has one. */
function listObserved(path: string, observation: ReadObservation): ReadItem[] {
  const components = (observation.component ?? []).map((component, i) => ({
    place: `${path}.component[${i}]`,
    code: readConcept(component.code),
    instance: readInstance(component),
    value: readFhirValue(component),
  }));
  if (components.length > 0) return components;
  return [{ place: path, code: readConcept(observation.code), instance: undefined, value: readFhirValue(observation) }];
}

/** The guide's extension names the implant where `device` is the monitor through which it was sent. */
function whyUnread(
  { status, device, extension = [] }: ReadObservation,
  devices: readonly FoundDevice[],
): string | undefined {
  if (!STANDING.includes(status)) return `its status is ${status}`;
  const implant = extension.find(({ url }) => url === DEVICE_EXTENSION)?.valueReference ?? device;
  return findNamed(devices, implant?.reference)?.role === "other" ? "of another device" : undefined;
}

function findNamed(devices: readonly FoundDevice[], reference: string | undefined): FoundDevice | undefined {
  return devices.find(({ placed }) => reference !== undefined && namesOf(placed).includes(reference));
}

/** That of the report; else the last of the observations. */
function readSessionTime(resources: readonly PlacedResource[]): string | undefined {
  const timesOf = (type: "DiagnosticReport" | "Observation") =>
    resources
      .filter(({ resource }) => resource.resourceType === type)
      .map((placed) => readDeviceElements(type, placed).effectiveDateTime)
      .filter((time) => time !== undefined && time.length > 10)
      .map((time) => normalizeTime(time!))
      .sort((a, b) => Date.parse(a) - Date.parse(b));
  return timesOf("DiagnosticReport").at(-1) ?? timesOf("Observation").at(-1);
}

function resourceUnread(place: string, type: string, why: string): UnreadItem {
  return { place, code: type, text: "", why };
}
