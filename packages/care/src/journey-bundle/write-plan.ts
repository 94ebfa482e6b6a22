import type { Task, TaskTime } from "../calendar/task.ts";
import { DEVICE_CODES, IMPLANT_CODES } from "../fhir/fhir-codes.ts";
import { ownCode, ownConcept, ownExtension, ownSystem } from "../fhir/own-codes.ts";
import type { IndicationAssessment } from "../indication/assess-indication.ts";
import type { ClinicalCase } from "../journey/clinical-case.ts";
import type { ProcedureVariant } from "../procedure/variants.ts";
import type { FhirElement } from "./transaction.ts";
import type { DraftResource } from "./write-fact.ts";

/** What a device is called by the facts, for its public code. */
const KIND_OF_DEVICE = { "CRT-P": "crtP", "CRT-D": "crtD" } as const;

/** The public code of implanting a device, and this program's beside it, which keeps a reader from taking it for old. */
export function implantCoding({ device }: ProcedureVariant, name: string) {
  const row = IMPLANT_CODES.findLast(({ value }) => value === KIND_OF_DEVICE[device])!;
  return [
    { system: row.system, code: row.code },
    { system: ownSystem("procedure"), code: name },
  ];
}

export function deviceCoding(kind: string) {
  const row = DEVICE_CODES.find(({ value }) => value === kind);
  return row === undefined ? [] : [{ system: row.system, code: row.code }];
}

/** What is asked for: the implant, by whom it was found to be indicated on which findings. */
export function writeRequest(
  { variant, schedule }: ClinicalCase,
  subject: FhirElement,
  reasons: readonly FhirElement[],
  isDone: boolean,
): DraftResource | undefined {
  if (variant === undefined) return undefined;
  const incision = schedule?.anchors.incision;
  return {
    resourceType: "ServiceRequest",
    status: isDone ? "completed" : "active",
    intent: incision === undefined ? "proposal" : "plan",
    code: {
      coding: [...implantCoding(variant, "implant"), ...ownConcept("variant", variant.id).coding],
      text: variant.title,
    },
    subject,
    ...(incision === undefined ? {} : { occurrenceDateTime: incision }),
    ...(reasons.length === 0 ? {} : { reasonReference: reasons }),
  };
}

/** The plan of care: its times, what is in the room, its tasks. */
export function writeCarePlan(
  { schedule, equipment, title, course }: ClinicalCase,
  subject: FhirElement,
  careTeam: FhirElement | undefined,
  tasks: readonly FhirElement[],
): DraftResource {
  const anchors = Object.entries(schedule?.anchors ?? {}).map(([id, at]) => ({ url: id, valueInstant: at }));
  const extension = [
    ...(schedule === undefined
      ? []
      : [{ url: ownExtension("schedule"), extension: [{ url: "zone", valueString: schedule.zone }, ...anchors] }]),
    ...equipment.map((id) => ({ url: ownExtension("equipment"), valueString: id })),
    ...course.confirmations.map((confirmation) => nestExtension("confirmation", confirmation)),
    ...course.events.map((event) => nestExtension("event", event)),
    ...course.waivers.map((waiver) => nestExtension("waiver", waiver)),
    ...course.overrides.map((override) => nestExtension("override", override)),
  ];
  return {
    resourceType: "CarePlan",
    ...(extension.length === 0 ? {} : { extension }),
    status: "active",
    intent: "plan",
    title,
    subject,
    ...(careTeam === undefined ? {} : { careTeam: [careTeam] }),
    ...(tasks.length === 0 ? {} : { activity: tasks.map((reference) => ({ reference })) }),
  };
}

/** The parts of a confirmation or an event, each as text. */
function nestExtension(name: string, parts: object) {
  const extension = Object.entries(parts).map(([url, valueString]) => ({ url, valueString }));
  return { url: ownExtension(name), extension };
}

export function writeCareTeam({ staff }: ClinicalCase, subject: FhirElement): DraftResource | undefined {
  if (staff.length === 0) return undefined;
  return {
    resourceType: "CareTeam",
    status: "active",
    subject,
    participant: staff.map(({ name, role, competences, cover }) => ({
      extension: [
        ...competences.map((competence) => ({ url: ownExtension("competence"), valueString: competence })),
        ...(cover === undefined ? [] : [{ url: ownExtension("cover"), valueString: cover }]),
      ],
      role: [ownConcept("role", role)],
      member: { display: name },
    })),
  };
}

/** The time that is planned; nobody has agreed to it, so it is proposed. */
export function writeAppointment(
  { schedule }: ClinicalCase,
  patient: FhirElement,
  request: FhirElement,
): DraftResource | undefined {
  const start = schedule?.anchors.sedation ?? schedule?.anchors.incision;
  if (start === undefined) return undefined;
  return {
    resourceType: "Appointment",
    status: "proposed",
    basedOn: [request],
    participant: [{ actor: patient, required: "required", status: "needs-action" }],
    requestedPeriod: [{ start }],
  };
}

const TASK_STATUS: Readonly<Record<Task["status"], string>> = {
  open: "requested",
  waiting: "draft",
  done: "completed",
  outsideWindow: "completed",
  expired: "requested",
  blocked: "on-hold",
};

/** @param by  who recorded it as done; undefined where the day of a finding says it */
export function writeTask(
  task: Task,
  subject: FhirElement,
  request: FhirElement,
  by: string | undefined,
): DraftResource {
  const { rule, status, from, to, due, completion, blockedBecause } = task;
  const start = from === undefined ? undefined : sayTime(from);
  const end = sayTime(to ?? due);
  const why =
    blockedBecause ??
    { outsideWindow: "done outside its window", expired: "too old: to be done again" }[String(status)];
  return {
    resourceType: "Task",
    status: TASK_STATUS[status],
    ...(why === undefined ? {} : { statusReason: { text: why } }),
    intent: "plan",
    ...ownCode("task", rule.id, rule.text),
    focus: request,
    for: subject,
    ...(completion === undefined ? {} : { executionPeriod: { end: completion.at } }),
    ...(by === undefined ? {} : { note: [{ authorString: by, text: "done" }] }),
    ...(start === undefined && end === undefined
      ? {}
      : { restriction: { period: { ...(start && { start }), ...(end && { end }) } } }),
  };
}

function sayTime(time: TaskTime | undefined): string | undefined {
  return time?.kind === "day" ? time.date : time?.at;
}

/** What each guideline says of the patient; none is merged into one verdict. */
export function writeIndication(
  { guidelines }: IndicationAssessment,
  asOf: string,
  subject: FhirElement,
): DraftResource {
  return {
    resourceType: "ClinicalImpression",
    status: "completed",
    subject,
    effectiveDateTime: asOf,
    finding: guidelines.map(({ guideline, status }) => ({
      itemCodeableConcept: {
        coding: [...ownConcept("guideline", guideline).coding, ...ownConcept("indication", status).coding],
      },
    })),
  };
}
