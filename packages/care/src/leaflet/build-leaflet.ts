import type { Plan } from "@tributary/plan";
import type { Schedule } from "../calendar/schedule.ts";
import type { Task } from "../calendar/task.ts";
import { findDrug } from "../drugs/find-drug.ts";
import { assessRisks, type PatientRisk, type RiskTable } from "../evidence/assess-risks.ts";
import type { FactRecord } from "../facts/fact-record.ts";
import { knownValue } from "../facts/resolve-fact.ts";
import type { Horizon } from "../figures/figure.ts";
import { listUrgentEvents, type UrgencyTier } from "../followup/urgency.ts";
import type { IndicationAssessment } from "../indication/assess-indication.ts";
import { judgeReadability, type Readability, type ReadSentence } from "./judge-readability.ts";
import { fillMessage, type LeafletPart, type LeafletValues, readParts } from "./leaflet-part.ts";
import { countPart, listFactValues, listScaleValues, listTrialValues, timePart } from "./leaflet-values.ts";
import {
  LEAFLET_SECTIONS,
  type LeafletCondition,
  type LeafletMessage,
  type LeafletSectionId,
  type MessageFile,
} from "./message-file.ts";
import { ENGLISH } from "./messages/english.ts";
import { GERMAN } from "./messages/german.ts";
import type { Language } from "./readability.ts";

export const MESSAGE_FILES: Readonly<Record<Language, MessageFile>> = { en: ENGLISH, de: GERMAN };

export interface LeafletInput {
  readonly language: Language;
  readonly records: readonly FactRecord[];
  readonly drugs: readonly string[];
  readonly device: "CRT-P" | "CRT-D";
  readonly isUpgrade: boolean;
  readonly indication: IndicationAssessment;
  /** Only the planned place is taken from it: nothing that was simulated reaches the patient. */
  readonly plan: Plan | undefined;
  readonly schedule: Schedule | undefined;
  readonly preparationTasks: readonly Task[];
  readonly recoveryTasks: readonly Task[];
  readonly contacts: { readonly emergencyNumber: string; readonly clinicPhone: string };
  /** The patient's own words, carried to the clinician. */
  readonly worries: readonly string[];
}

export interface LeafletSentence {
  readonly parts: readonly LeafletPart[];
  readonly isListItem: boolean;
}

export interface LeafletSection {
  readonly id: LeafletSectionId;
  readonly title: string;
  readonly sentences: readonly LeafletSentence[];
  readonly teachBack: string;
  readonly readability: Readability;
}

export interface Leaflet {
  readonly language: Language;
  readonly locale: string;
  readonly title: string;
  readonly notice: string;
  /** Undefined once a clinician has checked the words. */
  readonly notChecked: string | undefined;
  readonly translator: string;
  readonly sections: readonly LeafletSection[];
  readonly readability: Readability;
  readonly values: MessageFile["values"];
  readonly worries: MessageFile["worries"] & { readonly given: readonly string[] };
  readonly page: MessageFile["page"];
}

/**
 * The patient's version: every section in plain words, with this patient's facts and dates.
 *
 * Tasks that no prescriber has confirmed are left out; so is every number that is not confirmed in its source.
 */
export function buildLeaflet(input: LeafletInput): Leaflet {
  const file = MESSAGE_FILES[input.language];
  const context = { input, file, values: listValues(input, file), conditions: listConditions(input) };
  const sections = LEAFLET_SECTIONS.map((id) => buildSection(id, context));
  return {
    language: file.language,
    locale: file.locale,
    title: file.title,
    notice: file.notice,
    notChecked: file.reviewedBy === undefined ? file.notChecked : undefined,
    translator: file.translator,
    sections,
    readability: judge(
      sections.flatMap(({ sentences }) => sentences),
      file,
    ),
    values: file.values,
    worries: { ...file.worries, given: input.worries },
    page: file.page,
  };
}

interface Context {
  readonly input: LeafletInput;
  readonly file: MessageFile;
  readonly values: LeafletValues;
  readonly conditions: Readonly<Record<LeafletCondition, boolean>>;
}

function buildSection(id: LeafletSectionId, context: Context): LeafletSection {
  const { title, messages, teachBack } = context.file.sections[id];
  const sentences = messages.flatMap((message) => writeMessage(message, context));
  return { id, title, sentences, teachBack, readability: judge(sentences, context.file) };
}

function judge(sentences: readonly LeafletSentence[], { language, terms }: MessageFile): Readability {
  const read: ReadSentence[] = sentences.map(({ parts, isListItem }) => ({ text: readParts(parts), isListItem }));
  return judgeReadability(read, language, terms);
}

function writeMessage(message: LeafletMessage, context: Context): LeafletSentence[] {
  if ("list" in message) return writeList(message.list, context);
  if (message.only !== undefined && !context.conditions[message.only]) return [];
  const isListItem = "item" in message;
  return [{ parts: fillMessage(isListItem ? message.item : message.text, context.values), isListItem }];
}

type ListName = Extract<LeafletMessage, { list: unknown }>["list"];

function writeList(list: ListName, context: Context): LeafletSentence[] {
  const { input } = context;
  switch (list) {
    case "preparationTasks":
      return writeTasks(input.preparationTasks, context);
    case "recoveryTasks":
      return writeTasks(input.recoveryTasks, context);
    case "risks":
      return writeRisks(context);
    case "emergencies":
      return writeEvents("emergency", context);
    case "sameDayEvents":
      return writeEvents("sameDay", context);
  }
}

function writeTasks(tasks: readonly Task[], context: Context): LeafletSentence[] {
  return listPatientTasks(tasks).map(({ rule, due, confirmedTime }) => {
    const when = timePart(confirmedTime ?? due!, context.input.schedule!.zone, context.file);
    const drug: LeafletPart = { kind: "name", text: rule.drug ?? "" };
    return { parts: fillMessage(context.file.tasks[rule.patientMessage!], { when, drug }), isListItem: true };
  });
}

/** Tasks that a patient is told, in order of time: not done, dated, and confirmed where that is needed. */
function listPatientTasks(tasks: readonly Task[]): Task[] {
  return tasks
    .filter(
      ({ rule, due, status, isShownToPatient }) =>
        rule.patientMessage !== undefined && due !== undefined && isShownToPatient && status !== "done",
    )
    .sort((a, b) => (sortKey(a) < sortKey(b) ? -1 : 1));
}

function sortKey({ due, confirmedTime }: Task): string {
  const time = confirmedTime ?? due!;
  return time.kind === "day" ? time.date : time.at;
}

function writeRisks({ input, file }: Context): LeafletSentence[] {
  const table = assessRisks(input, "patient");
  return table.rows.map((row) => ({ parts: writeRisk(row, table, file), isListItem: true }));
}

function writeRisk({ risk, shown, people }: PatientRisk, { denominator }: RiskTable, file: MessageFile): LeafletPart[] {
  const name: LeafletPart = { kind: "name", text: file.risks[risk.id]! };
  if (shown === undefined || people === undefined) return fillMessage(file.riskWithoutNumber, { risk: name });
  const time: LeafletPart = { kind: "figure", figure: shown, text: nameTime(shown.horizon, file) };
  const of = { risk: name, denominator: countPart(denominator, file), time };
  if (people.kind === "fewerThanOne") return fillMessage(file.riskBelowOne, { ...of, one: countPart(1, file) });
  const figure = (count: number): LeafletPart => ({ ...countPart(count, file), kind: "figure", figure: shown });
  return fillMessage(file.riskWithNumber, {
    ...of,
    people: figure(people.count),
    others: figure(denominator - people.count),
  });
}

function nameTime(horizon: Horizon | undefined, file: MessageFile): string {
  const { inHospital, month, months } = file.riskTimes;
  if (horizon === undefined || horizon.kind === "inHospital") return inHospital;
  if (horizon.months === 1) return month;
  return readParts(fillMessage(months, { months: countPart(horizon.months, file) }));
}

function writeEvents(tier: UrgencyTier, { file, values, input }: Context): LeafletSentence[] {
  return listUrgentEvents(input.device)
    .filter((event) => event.noticedBy === "patient" && event.tier === tier)
    .map(({ id }) => ({ parts: fillMessage(file.events[id]!, values), isListItem: true }));
}

function listValues(input: LeafletInput, file: MessageFile): LeafletValues {
  const { guidelines } = input.indication;
  const count = (status: string) => guidelines.filter((judgment) => judgment.status === status).length;
  const incision = input.schedule?.anchors.incision;
  return {
    ...listScaleValues(file),
    ...listTrialValues(file),
    ...listFactValues(input.records, file),
    guideCount: countPart(guidelines.length, file),
    forCount: countPart(count("for"), file),
    openCount: countPart(count("cannotDecide"), file),
    emergencyNumber: { kind: "contact", text: input.contacts.emergencyNumber },
    clinicPhone: { kind: "contact", text: input.contacts.clinicPhone },
    ...(incision && { incisionDate: timePart({ kind: "instant", at: incision }, input.schedule!.zone, file) }),
    vitaminKAntagonist: { kind: "name", text: findVitaminKAntagonist(input.drugs) ?? "" },
    ...nameVein(input.plan, file),
  };
}

function findVitaminKAntagonist(drugs: readonly string[]): string | undefined {
  const found = drugs.map(findDrug).find((drug) => drug.kind === "known" && drug.drugClass === "vitaminKAntagonist");
  return found?.name;
}

function nameVein(plan: Plan | undefined, { veins }: MessageFile): LeafletValues {
  const vein = plan?.sites[0]?.vein;
  return vein === undefined ? {} : { vein: { kind: "name", text: veins[vein] ?? veins["other"]! } };
}

function listConditions(input: LeafletInput): Record<LeafletCondition, boolean> {
  const facts = listFactValues(input.records, MESSAGE_FILES[input.language]);
  const { guidelines, disagreements } = input.indication;
  return {
    isDefibrillator: input.device === "CRT-D",
    isPacemaker: input.device === "CRT-P",
    isUpgrade: input.isUpgrade,
    mayBePregnant: knownValue(input.records, "sex") !== "male",
    hasDate: input.schedule?.anchors.incision !== undefined,
    hasVein: input.plan?.sites[0] !== undefined,
    hasLvef: "lvef" in facts,
    lacksLvef: !("lvef" in facts),
    hasQrs: "qrs" in facts,
    lacksQrs: !("qrs" in facts),
    hasNyha: "nyha" in facts,
    lacksNyha: !("nyha" in facts),
    isUndecided: guidelines.some(({ status }) => status === "cannotDecide"),
    guidesDiffer: disagreements.length > 0,
    takesVitaminKAntagonist: findVitaminKAntagonist(input.drugs) !== undefined,
    hasPreparationTasks: listPatientTasks(input.preparationTasks).length > 0,
    hasRecoveryTasks: listPatientTasks(input.recoveryTasks).length > 0,
  };
}
