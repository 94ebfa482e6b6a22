import { readSchedule, type Schedule } from "../calendar/schedule.ts";
import type { Completion } from "../calendar/task.ts";
import type { FactRecord } from "../facts/fact-record.ts";
import type { FhirResource } from "../fhir/fhir-resource.ts";
import { importRecord } from "../fhir/import-record.ts";
import { ownExtension, readOwnCode } from "../fhir/own-codes.ts";
import { namesOf, readBundle } from "../fhir/read-bundle.ts";
import type {
  DeviceRole,
  HistoryDevice,
  ImplantRecord,
  LeadMeasurement,
  VisitRecord,
} from "../history/implant-history.ts";
import type { CareCourse } from "../journey/care-course.ts";
import type { ClinicalCase } from "../journey/clinical-case.ts";
import type { ClinicalEvent } from "../preparation/clinical-event.ts";
import type { PrescriberConfirmation } from "../preparation/plan-preparation.ts";
import { readProcedureLog } from "../procedure/log-file.ts";
import type { ProcedureLog } from "../procedure/procedure-log.ts";
import { findVariant } from "../procedure/variants.ts";
import type { StaffMember } from "../setting/judge-readiness.ts";
import { decodeText } from "./attachment.ts";
import { checkWritten } from "./check-written.ts";
import type { Journey, JourneyDocument } from "./journey.ts";
import { MEASURED_PARTS } from "./write-implant.ts";

/** What a file of FHIR holds of a journey; id and title of the case are not part of it. */
export interface ReadJourney extends Omit<Journey, "clinical" | "kept"> {
  readonly clinical: Omit<ClinicalCase, "id" | "title">;
}

/** The elements that are read of what this program wrote; all may be missing. */
interface Written extends FhirResource {
  readonly code?: unknown;
  readonly type?: unknown;
  readonly subject?: unknown;
  readonly encounter?: { readonly reference?: string };
  readonly extension?: readonly WrittenExtension[];
}
interface WrittenExtension {
  readonly url: string;
  readonly valueString?: string;
  readonly valueInstant?: string;
  readonly extension?: readonly WrittenExtension[];
}

/**
 * A journey from a transaction that `exportJourney` wrote; of another system's file the findings and drugs.
 *
 * @throws TributaryError as `importRecord`; "recording-invalid", "recording-refused"
 */
export function readJourney(text: string, file: string): ReadJourney {
  const { facts, drugs } = importRecord(text, file);
  const { resources } = readBundle(text, file);
  for (const placed of resources) checkWritten(placed);
  const byName = new Map(
    resources.flatMap((placed) => namesOf(placed).map((name) => [name, placed.resource as Written])),
  );
  const byPath = new Map(resources.map(({ path, resource }) => [path, resource as Written]));
  const all = resources.map(({ resource }) => resource as Written);
  const find = (type: string) => all.filter(({ resourceType }) => resourceType === type);
  const encounterOf = ({ origin }: FactRecord) => {
    const reference = byPath.get(origin.detail)?.encounter?.reference;
    return reference === undefined ? undefined : byName.get(reference);
  };
  const visits = find("Encounter").map((encounter) => readVisit(encounter, facts, encounterOf));
  const plan = find("CarePlan")[0];
  return {
    clinical: {
      records: facts.filter((record) => encounterOf(record) === undefined),
      drugs: drugs.map(({ name }) => name),
      variant: findVariant(readOwnCode("variant", find("ServiceRequest")[0]?.code) ?? ""),
      schedule: readPlannedTimes(plan),
      staff: readTeam(find("CareTeam")[0]),
      equipment: extensionsOf(plan, "equipment").map(({ valueString }) => valueString!),
      course: {
        completions: readCompletions(find("Task")),
        confirmations: readNested(plan, "confirmation") as readonly PrescriberConfirmation[],
        events: readNested(plan, "event") as readonly ClinicalEvent[],
        antiplateletHolds: find("Communication").flatMap(readHoldAsked),
        waivers: readNested(plan, "waiver") as CareCourse["waivers"],
        overrides: readNested(plan, "override") as CareCourse["overrides"],
      },
    },
    history: { implant: readImplant(find, byName), visits },
    ...readDocuments(find("DocumentReference"), file),
  };
}

function readVisit(
  encounter: Written,
  facts: readonly FactRecord[],
  encounterOf: (record: FactRecord) => Written | undefined,
): VisitRecord {
  const { period } = encounter as { readonly period?: { readonly start?: string } };
  return { date: period?.start ?? "", facts: facts.filter((record) => encounterOf(record) === encounter) };
}

function extensionsOf(resource: Written | undefined, name: string): readonly WrittenExtension[] {
  return (resource?.extension ?? []).filter(({ url }) => url === ownExtension(name));
}

function readPlannedTimes(plan: Written | undefined): Schedule | undefined {
  const parts = extensionsOf(plan, "schedule")[0]?.extension;
  if (parts === undefined) return undefined;
  const zone = parts.find(({ url }) => url === "zone")?.valueString ?? "";
  const anchors = parts.flatMap(({ url, valueInstant }) => (valueInstant === undefined ? [] : [[url, valueInstant]]));
  return readSchedule({ zone, anchors: Object.fromEntries(anchors) });
}

/** Extensions whose parts are texts, as objects. */
function readNested(resource: Written | undefined, name: string): unknown {
  return extensionsOf(resource, name).map(({ extension = [] }) =>
    Object.fromEntries(extension.map(({ url, valueString }) => [url, valueString])),
  );
}

function readHoldAsked(communication: Written): CareCourse["antiplateletHolds"] {
  const [drug, cardiologist] = ["drug", "cardiologist"].map(
    (name) => extensionsOf(communication, name)[0]?.valueString,
  );
  return drug === undefined || cardiologist === undefined ? [] : [{ drug, cardiologist }];
}

function readTeam(team: Written | undefined): StaffMember[] {
  const participants = (team?.["participant"] ?? []) as readonly (Written & {
    readonly role?: readonly unknown[];
    readonly member?: { readonly display?: string };
  })[];
  return participants.flatMap((participant) => {
    const role = readOwnCode("role", participant.role?.[0]) as StaffMember["role"] | undefined;
    const cover = extensionsOf(participant, "cover")[0]?.valueString;
    if (role === undefined) return [];
    return [
      {
        name: participant.member?.display ?? "",
        role,
        competences: extensionsOf(participant, "competence").map(({ valueString }) => valueString!),
        ...(cover === undefined ? {} : { cover }),
      },
    ];
  });
}

/** Tasks that a person recorded as done; those that the day of a finding says are done again from the finding. */
function readCompletions(tasks: readonly Written[]): Completion[] {
  return tasks.flatMap(({ code, executionPeriod, note }): Completion[] => {
    const taskId = readOwnCode("task", code);
    const by = (note as readonly { readonly authorString?: string }[] | undefined)?.[0]?.authorString;
    const at = (executionPeriod as { readonly end?: string } | undefined)?.end;
    return taskId === undefined || by === undefined || at === undefined ? [] : [{ taskId, at, by }];
  });
}

type Find = (type: string) => readonly Written[];
interface FocalDevice {
  readonly action?: { readonly coding?: readonly { readonly code?: string }[] };
  readonly manipulated: { readonly reference: string };
}

function readImplant(find: Find, byName: ReadonlyMap<string, Written>): ImplantRecord | undefined {
  const procedure = find("Procedure").find(({ code }) => readOwnCode("procedure", code) === "implant");
  const focal = (procedure?.["focalDevice"] ?? []) as readonly FocalDevice[];
  const used = (procedure?.["usedReference"] ?? []) as readonly { readonly reference: string }[];
  const devicesOf = (references: readonly { readonly reference: string }[]) =>
    references.flatMap(({ reference }) => readDevice(byName.get(reference), findPriorUse(find, reference)) ?? []);
  const focalOf = (action: string) =>
    devicesOf(focal.filter((one) => one.action?.coding?.[0]?.code === action).map(({ manipulated }) => manipulated));
  const implanted = focalOf("implanted");
  const date = readImplantDate(find, procedure);
  if (implanted.length === 0 || date === undefined) return undefined;
  const contrast = used.map(({ reference }) => byName.get(reference)).find((one) => one?.resourceType === "Substance");
  const contrast_mL = (contrast?.["instance"] as { quantity?: { value?: number } }[] | undefined)?.[0]?.quantity?.value;
  return {
    date,
    implanted,
    used: devicesOf(used),
    explanted: focalOf("explanted"),
    ...(contrast_mL === undefined ? {} : { contrast_mL }),
    measurements: find("Observation").flatMap((observation) => readMeasurement(observation) ?? []),
  };
}

/** The day on which the devices that stay were put in. */
function readImplantDate(find: Find, procedure: Written | undefined): string | undefined {
  const use = find("DeviceUseStatement").find(({ status }) => status === "active");
  const start = (use?.["timingPeriod"] as { readonly start?: string } | undefined)?.start;
  return start ?? (procedure?.["performedDateTime"] as string | undefined);
}

/** Since when a device that was taken out had been in the patient. */
function findPriorUse(find: Find, reference: string): string | undefined {
  const use = find("DeviceUseStatement").find(
    ({ status, device }) =>
      status === "completed" && (device as { readonly reference?: string })?.reference === reference,
  );
  return (use?.["timingPeriod"] as { readonly start?: string } | undefined)?.start;
}

function readDevice(device: Written | undefined, implantedOn: string | undefined): HistoryDevice | undefined {
  const role = readOwnCode("device-role", device?.type) as DeviceRole | undefined;
  if (device === undefined || role === undefined) return undefined;
  const { manufacturer, modelNumber, serialNumber, lotNumber, udiCarrier } = device as Record<string, unknown>;
  const parts = {
    manufacturer,
    model: modelNumber,
    serial: serialNumber,
    lot: lotNumber,
    implantedOn,
    udi: (udiCarrier as { carrierHRF?: string }[] | undefined)?.[0]?.carrierHRF,
  };
  const known = Object.entries(parts).filter(([, value]) => value !== undefined);
  return { role, ...Object.fromEntries(known) };
}

function readMeasurement({ code, component }: Written): LeadMeasurement | undefined {
  const lead = readOwnCode("measurement", code);
  if (lead === undefined || !Array.isArray(component)) return undefined;
  const partOf = (name: string) => component.find((part) => readOwnCode("measurement", part.code) === name);
  const values = MEASURED_PARTS.flatMap(([name]) => {
    const value = partOf(name)?.valueQuantity?.value;
    return value === undefined ? [] : [[name, value]];
  });
  return { lead, vector: partOf("vector")?.valueString, ...Object.fromEntries(values) } as LeadMeasurement;
}

interface WrittenAttachment {
  readonly title?: string;
  readonly language?: string;
  readonly data?: string;
}

function readDocuments(
  references: readonly Written[],
  file: string,
): { documents: JourneyDocument[]; recording: ProcedureLog | undefined } {
  const textsOf = (kind: string) =>
    references
      .filter(({ type }) => readOwnCode("document", type) === kind)
      .map(({ content }) => (content as { attachment: WrittenAttachment }[])[0]!.attachment);
  const recording = textsOf("recording")[0]?.data;
  return {
    documents: textsOf("page").map(({ title = "", language = "", data = "" }) => ({
      title,
      language,
      html: decodeText(data),
    })),
    recording: recording === undefined ? undefined : readProcedureLog(decodeText(recording), file),
  };
}
