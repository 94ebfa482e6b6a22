import type { Completion, Task } from "../calendar/task.ts";
import { findDrug } from "../drugs/find-drug.ts";
import type { FactRecord } from "../facts/fact-record.ts";
import { knownValue } from "../facts/resolve-fact.ts";
import type { FhirResource } from "../fhir/fhir-resource.ts";
import { ownCode, ownConcept } from "../fhir/own-codes.ts";
import { PATIENT_FACTS } from "../fhir/read-resource.ts";
import { assessIndication } from "../indication/assess-indication.ts";
import { planCasePreparation, planCaseRecovery } from "../journey/case-tasks.ts";
import { encodeText } from "./attachment.ts";
import type { Journey, JourneyOptions } from "./journey.ts";
import { type FhirElement, openTransaction, type Transaction } from "./transaction.ts";
import { writeFact } from "./write-fact.ts";
import { writeImplant } from "./write-implant.ts";
import {
  writeAppointment,
  writeCarePlan,
  writeCareTeam,
  writeIndication,
  writeRequest,
  writeTask,
} from "./write-plan.ts";
import { writeConsent, writeHoldAsked, writeVisitReport } from "./write-told.ts";

/**
 * The whole way of a patient as one transaction of FHIR R4: who, findings, drugs, what guidelines say, what is asked for,
 * the plan with its tasks, the implant with its devices, visits and documents.
 *
 * `readJourney` gives the same journey back. Resources of other systems come first, as they are.
 *
 * @throws TributaryError "bad-udi"
 */
export function exportJourney(journey: Journey, options: JourneyOptions): FhirResource {
  const { clinical, history, recording, kept } = journey;
  const transaction = openTransaction(clinical.id, findPatientId(kept));
  for (const resource of kept) transaction.keep(resource);
  if (!kept.some(({ resourceType }) => resourceType === "Patient")) {
    transaction.add("Patient", { resourceType: "Patient", ...describePatient(clinical.records) });
  }
  const reasons = writeFindings(transaction, clinical.records);
  writeDrugs(transaction, clinical.drugs);
  const indication = assessIndication(clinical.records, options.asOf);
  const impression = transaction.add(
    "ClinicalImpression",
    writeIndication(indication, options.asOf, transaction.patient),
  );
  const isDone = history.implant !== undefined;
  const drafted = writeRequest(clinical, transaction.patient, reasons, isDone);
  const request = drafted && transaction.add("ServiceRequest", drafted);
  const plan = writePlan(transaction, journey, options, request);
  const consent = writeConsent(clinical.course, transaction.patient);
  if (consent !== undefined) transaction.add("Consent", consent);
  for (const hold of clinical.course.antiplateletHolds) {
    transaction.add(`Communication/${hold.drug}`, writeHoldAsked(hold, transaction.patient, request));
  }
  const appointment =
    isDone || request === undefined ? undefined : writeAppointment(clinical, transaction.patient, request);
  if (appointment !== undefined) transaction.add("Appointment", appointment);
  if (request !== undefined && clinical.variant !== undefined && (isDone || recording !== undefined)) {
    writeImplant(transaction, { variant: clinical.variant, implant: history.implant, recording }, request);
  }
  writeVisits(transaction, journey);
  writeDocuments(transaction, journey);
  writeProvenance(transaction, options, [impression, plan]);
  return transaction.build("transaction");
}

/** What the resources of another system call their patient. */
function findPatientId(kept: readonly FhirResource[]): string | undefined {
  const own = kept.find(({ resourceType }) => resourceType === "Patient")?.id;
  if (own !== undefined) return own;
  const named = kept.map(
    ({ subject, patient }) => ((subject ?? patient) as Partial<FhirElement> | undefined)?.reference,
  );
  return named.flatMap((reference) => /^Patient\/([A-Za-z0-9\-.]{1,64})$/.exec(reference ?? "")?.[1] ?? [])[0];
}

function describePatient(records: readonly FactRecord[]) {
  const gender = knownValue(records, "sex");
  const birthDate = knownValue(records, "birthDate");
  const deceasedDateTime = knownValue(records, "deceasedDate");
  return {
    ...(gender === undefined ? {} : { gender }),
    ...(birthDate === undefined ? {} : { birthDate }),
    ...(deceasedDateTime === undefined
      ? knownValue(records, "deceased") === true && { deceasedBoolean: true }
      : { deceasedDateTime }),
  };
}

/** Findings in their order, those with a date of their own also where the Patient tells them; the problems among them are the reasons of the request. */
function writeFindings(transaction: Transaction, records: readonly FactRecord[]): FhirElement[] {
  const findings = records.filter(({ fact, date }) => date !== undefined || !PATIENT_FACTS.includes(fact));
  return findings.flatMap((record, i) => {
    const resource = writeFact(record, transaction.patient);
    const reference = transaction.add(`finding/${i}`, resource);
    return resource.resourceType === "Condition" ? [reference] : [];
  });
}

function writeDrugs(transaction: Transaction, drugs: readonly string[]): void {
  for (const [i, name] of drugs.entries()) {
    const drug = findDrug(name);
    transaction.add(`MedicationStatement/${i}`, {
      resourceType: "MedicationStatement",
      status: "active",
      medicationCodeableConcept: drug.kind === "known" ? ownConcept("drug", drug.name, name) : { text: name },
      subject: transaction.patient,
    });
  }
}

function writePlan(
  transaction: Transaction,
  journey: Journey,
  options: JourneyOptions,
  request: FhirElement | undefined,
): FhirElement {
  const { clinical } = journey;
  const { patient } = transaction;
  const tasks = request === undefined ? [] : listTasks(journey, options);
  const isRecorded = ({ completion }: Task) =>
    completion !== undefined && clinical.course.completions.includes(completion);
  const references = tasks.map((task) =>
    transaction.add(
      `Task/${task.rule.id}`,
      writeTask(task, patient, request!, isRecorded(task) ? task.completion!.by : undefined),
    ),
  );
  writeOtherCompletions(transaction, clinical.course.completions, tasks);
  const drafted = writeCareTeam(clinical, patient);
  const careTeam = drafted && transaction.add("CareTeam", drafted);
  return transaction.add("CarePlan", writeCarePlan(clinical, patient, careTeam, references));
}

/** What was recorded as done without a plan that it is a task of. */
function writeOtherCompletions(
  transaction: Transaction,
  completions: readonly Completion[],
  tasks: readonly Task[],
): void {
  for (const { taskId, at, by } of completions) {
    if (tasks.some(({ rule }) => rule.id === taskId)) continue;
    transaction.add(`Task/${taskId}`, {
      resourceType: "Task",
      status: "completed",
      intent: "plan",
      ...ownCode("task", taskId),
      for: transaction.patient,
      executionPeriod: { end: at },
      note: [{ authorString: by, text: "done" }],
    });
  }
}

function listTasks({ clinical }: Journey, { policy, jurisdiction }: JourneyOptions): readonly Task[] {
  if (clinical.schedule?.anchors.incision === undefined) return [];
  const preparation = planCasePreparation(clinical, policy);
  const { recovery } = planCaseRecovery(clinical, jurisdiction);
  return [
    ...(preparation.kind === "tasks" ? preparation.tasks : []),
    ...(recovery.kind === "tasks" ? recovery.tasks : []),
  ];
}

const AMBULATORY = { system: "http://terminology.hl7.org/CodeSystem/v3-ActCode", code: "AMB" };

function writeVisits(transaction: Transaction, { history }: Journey): void {
  for (const [i, { date, facts }] of history.visits.entries()) {
    const encounter = transaction.add(`Encounter/${i}`, {
      resourceType: "Encounter",
      status: "finished",
      class: AMBULATORY,
      subject: transaction.patient,
      period: { start: date, end: date },
    });
    const findings = facts.map((record, k) => {
      const resource = writeFact(record, transaction.patient);
      const reference = transaction.add(`visit/${i}/${k}`, { ...resource, encounter });
      return { resource, reference };
    });
    const results = findings.filter(({ resource }) => resource.resourceType === "Observation");
    if (results.length === 0) continue;
    const report = writeVisitReport(
      history.visits[i]!,
      transaction.patient,
      encounter,
      results.map(({ reference }) => reference),
    );
    transaction.add(`DiagnosticReport/${i}`, report);
  }
}

/** Which tables said so: they are those of the version of the program. */
function writeProvenance(transaction: Transaction, { written }: JourneyOptions, target: readonly FhirElement[]): void {
  if (written === undefined) return;
  transaction.add("Provenance", {
    resourceType: "Provenance",
    target,
    recorded: written.at,
    agent: [{ who: { display: written.by } }],
  });
}

function writeDocuments(transaction: Transaction, { documents, recording }: Journey): void {
  for (const [i, { title, language, html }] of documents.entries()) {
    addDocument(transaction, `page/${i}`, "page", {
      contentType: "text/html",
      language,
      data: encodeText(html),
      title,
    });
  }
  if (recording === undefined) return;
  const data = encodeText(JSON.stringify(recording));
  addDocument(transaction, "recording", "recording", { contentType: "application/json", data });
}

function addDocument(transaction: Transaction, name: string, kind: string, attachment: object): void {
  transaction.add(`DocumentReference/${name}`, {
    resourceType: "DocumentReference",
    status: "current",
    type: ownConcept("document", kind),
    subject: transaction.patient,
    content: [{ attachment }],
  });
}
