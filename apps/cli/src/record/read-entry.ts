/** One entry for a case, as the command line says it. */
import {
  CASE_STATES,
  type CaseState,
  CLINICAL_EVENT_KINDS,
  type ClinicalCase,
  DEFAULT_SITE_POLICY,
  DISCHARGE_TASK_IDS,
  errorRecordRefused,
  findDrug,
  judgeReadiness,
  listEquipment,
  listOpenItems,
  moveCase,
  type OpenItems,
  planCasePreparation,
  planCaseRecovery,
  type RecordChange,
  type RecordState,
  readClinicalCase,
  readFact,
  readInstant,
  recordFact,
  requireSchedule,
  requireVariant,
  withRecord,
} from "@tributary/care";
import { specifyLead } from "@tributary/intake";
import packageInfo from "../../package.json" with { type: "json" };
import { readDay } from "../care/read-day.ts";
import { readChoice, readJurisdiction, readPolicy } from "../care/site-options.ts";
import type { OptionValues } from "../command.ts";
import { NO_INPUT_OPTIONS } from "../input/input-options.ts";
import { type FiledCase, loadCase } from "../input/load-case.ts";
import { usage } from "../usage-error.ts";
import { type ActionInput, requireText } from "./record-action.ts";
import { contentOfCase, type RecordedCase } from "./recorded-case.ts";

export const ENTRY_OPTIONS = {
  completion: { type: "string" },
  confirmation: { type: "string" },
  event: { type: "string" },
  hold: { type: "string" },
  waive: { type: "string" },
  override: { type: "string" },
  fact: { type: "string" },
  withdraw: { type: "string" },
  move: { type: "string" },
  "review-date": { type: "string" },
  case: { type: "string" },
  at: { type: "string" },
  prescriber: { type: "string" },
  cardiologist: { type: "string" },
  "last-dose": { type: "string" },
  restart: { type: "string" },
  drug: { type: "string" },
  date: { type: "string" },
} as const;

export const ENTRY_HELP = [
  "  --completion TASK            a task was done, by the name that `prepare record:ID` shows; --at INSTANT (default now)",
  "  --confirmation DRUG          a prescriber confirms a hold: --prescriber NAME --last-dose INSTANT --restart TEXT",
  `  --event KIND                 seen: ${CLINICAL_EVENT_KINDS.slice(0, 3).join(", ")},`,
  `                               ${CLINICAL_EVENT_KINDS.slice(3).join(", ")};`,
  "                               --drug DRUG for prescriberAgrees; --at INSTANT (default now)",
  "  --hold DRUG                  cardiology asks for the hold of an antiplatelet drug: --cardiologist NAME",
  "  --waive TEST                 a mandatory test is left out, for the reason of the entry",
  "  --override GAP               the writer answers for a gap of room or team, for the reason of the entry",
  "  --fact NAME=VALUE            a finding; --date 2026-11-27",
  "  --withdraw N                 what event N recorded does not count any more; it stays in the log",
  "  --move STATE                 the next state of the case, where the rules allow it; --review-date DATE for deferred:",
  `                               ${CASE_STATES.slice(0, 9).join(", ")},`,
  `                               ${CASE_STATES.slice(9).join(", ")}`,
  "  --case FILE                  the case file anew, with the files it names: after the procedure was moved",
];

export interface Entry {
  readonly change: RecordChange;
  /** Contents of the files that belong to it. */
  readonly contents: ReadonlyMap<string, Uint8Array>;
}

const KINDS = [
  "completion",
  "confirmation",
  "event",
  "hold",
  "waive",
  "override",
  "fact",
  "withdraw",
  "move",
  "case",
] as const;

/** @throws TributaryError "usage", and those of what the entry names */
export function readEntry({ loaded, state }: RecordedCase, { options, now }: ActionInput): Entry {
  const given = KINDS.filter((kind) => options[kind] !== undefined);
  if (given.length !== 1)
    throw usage("tributary record append", `give one of ${KINDS.map((kind) => `--${kind}`).join(", ")}`);
  const kind = given[0]!;
  const text = String(options[kind]);
  if (kind === "case") return readNewCase(text, loaded.case.id);
  const clinical = withRecord(readClinicalCase(loaded.case), state);
  const change = readChange(kind, text, { loaded, clinical, state, options, now });
  return { change, contents: new Map() };
}

interface EntryContext {
  readonly loaded: FiledCase;
  readonly clinical: ClinicalCase;
  readonly state: RecordState;
  readonly options: OptionValues;
  readonly now: string;
}

function readChange(kind: Exclude<(typeof KINDS)[number], "case">, text: string, context: EntryContext): RecordChange {
  const { options } = context;
  switch (kind) {
    case "completion":
      return { kind: "taskCompleted", completion: { taskId: readTask(text, context), ...readMoment(context) } };
    case "confirmation":
      return readConfirmation(text, context);
    case "event": {
      const found = readChoice("event", options, CLINICAL_EVENT_KINDS)!;
      const drug = options["drug"] === undefined ? {} : { drug: readDrug("drug", String(options["drug"]), context) };
      return { kind: "eventSeen", event: { kind: found, ...readMoment(context), ...drug } };
    }
    case "hold":
      return readHold(text, context);
    case "waive":
      return { kind: "testWaived", testId: readName("waive", text, listTestIds(context.clinical)) };
    case "override":
      return { kind: "gapOverridden", gapId: readName("override", text, listGapIds(context)) };
    case "fact":
      return readFinding(text, context);
    case "move":
      return readMove(readChoice("move", options, CASE_STATES)!, context);
    case "withdraw":
      return { kind: "withdrawn", sequence: readNumber(text) };
  }
}

/** When, and by whom: the person who writes saw or did it. */
function readMoment({ options, now }: EntryContext): { readonly at: string; readonly by: string } {
  const at = options["at"] === undefined ? now : readInstant(String(options["at"]), "--at");
  return { at, by: requireText(options, "by", "who did or saw it") };
}

/** A task that the case has before, around or after the implant, whatever the site decides on bleeding. */
function readTask(id: string, { clinical }: EntryContext): string {
  const ids = listTaskIds(clinical);
  if (ids.includes(id)) return id;
  throw usage("--completion", `"${id}" is no task of this case; its tasks are ${ids.join(", ")}`);
}

export function listTaskIds(clinical: ClinicalCase): string[] {
  const preparations = (["low", "high"] as const).map((upgradeBleedingClass) =>
    planCasePreparation(clinical, { ...DEFAULT_SITE_POLICY, upgradeBleedingClass }),
  );
  const { recovery } = planCaseRecovery(clinical, "EU");
  const tasks = [...preparations, recovery].flatMap((planned) => (planned.kind === "tasks" ? planned.tasks : []));
  return [...new Set(tasks.map(({ rule }) => rule.id)), ...DISCHARGE_TASK_IDS];
}

function readHold(name: string, context: EntryContext): RecordChange {
  const drug = readDrug("hold", name, context);
  const found = findDrug(drug);
  if (found.kind !== "known" || found.drugClass !== "p2y12Inhibitor") {
    throw usage("--hold", `${drug} is no antiplatelet drug that cardiology is asked about; see --confirmation`);
  }
  const cardiologist = requireText(context.options, "cardiologist", "which cardiologist asks for it");
  return { kind: "antiplateletHoldAsked", hold: { drug, cardiologist } };
}

/** Mandatory tests of the case. */
function listTestIds(clinical: ClinicalCase): string[] {
  const preparation = planCasePreparation(clinical, DEFAULT_SITE_POLICY);
  const tests = preparation.kind === "tasks" ? preparation.tests : [];
  return tests.filter(({ rule }) => rule.isMandatory).map(({ rule }) => rule.id);
}

/** What is missing in room and team now. */
function listGapIds({ loaded, clinical }: EntryContext): string[] {
  const { staff, equipment: present } = clinical;
  const { gaps } = judgeReadiness({ staff, present, equipment: listNeeded(loaded, clinical), overrides: [] });
  return gaps.map(({ id }) => id);
}

function readName(option: string, name: string, known: readonly string[]): string {
  if (known.includes(name)) return name;
  throw usage(`--${option}`, `"${name}" is none of ${known.join(", ") || "none"}`);
}

function readConfirmation(drug: string, context: EntryContext): RecordChange {
  const { clinical, options } = context;
  const confirmation = {
    drug: readDrug("confirmation", drug, context),
    prescriber: requireText(options, "prescriber", "who confirms"),
    lastDoseAt: readInstant(requireText(options, "last-dose", "the last dose before the procedure"), "--last-dose"),
    restart: requireText(options, "restart", "when and on which conditions it is restarted"),
    incisionAt: readInstant(requireSchedule(clinical).anchors.incision!, "clinical.schedule.anchors.incision"),
  };
  return { kind: "holdConfirmed", confirmation };
}

/** A drug of the patient's list, by the name that the tables give it. */
function readDrug(option: string, name: string, { clinical }: EntryContext): string {
  const listed = clinical.drugs.map((drug) => findDrug(drug).name);
  const { name: wanted } = findDrug(name);
  if (listed.includes(wanted)) return wanted;
  throw usage(`--${option}`, `"${name}" is not on the patient's list: ${listed.join(", ") || "it is empty"}`);
}

function readFinding(text: string, { options }: EntryContext): RecordChange {
  const [, name = "", value = ""] = /^([^=]+)=(.+)$/.exec(text) ?? [];
  if (name === "") throw usage("--fact", `"${text}" is not NAME=VALUE, for example creatinine_mgPerdL=1.4`);
  const date = options["date"] === undefined ? {} : { date: String(options["date"]) };
  const {
    fact,
    value: read,
    date: day,
  } = readFact({ fact: name, value: parseValue(value), ...date }, "--fact", "record");
  return { kind: "factsRecorded", facts: [recordFact(fact, read, day === undefined ? {} : { date: day })] };
}

function parseValue(text: string): number | boolean | string {
  if (text === "true" || text === "false") return text === "true";
  return text.trim() !== "" && Number.isFinite(Number(text)) ? Number(text) : text;
}

/** The step to another state. @throws TributaryError "record-refused" with everything that stands against it */
function readMove(to: CaseState, { loaded, clinical, state, options, now }: EntryContext): RecordChange {
  const from = state.caseState;
  const reviewDate =
    options["review-date"] === undefined ? {} : { reviewDate: readDay(options["review-date"], undefined) };
  const step = { from, to, ruleSetVersion: packageInfo.version, ...reviewDate };
  const asked = { ...step, by: String(options["by"]), at: now, reason: String(options["why"]) };
  const result = moveCase(
    asked,
    to === "ready" || to === "discharged" ? listOpen(loaded, clinical, options) : NOTHING_OPEN,
  );
  if (result.kind === "refused") throw errorRecordRefused(clinical.id, result.why);
  return { kind: "moved", ...step };
}

const NOTHING_OPEN = { beforeStart: [], beforeDischarge: [] };

function listOpen(loaded: FiledCase, clinical: ClinicalCase, options: OptionValues): OpenItems {
  const equipment = listNeeded(loaded, clinical);
  return listOpenItems(clinical, { policy: readPolicy(options), equipment, jurisdiction: readJurisdiction(options) });
}

/** What this implant needs in the room. */
function listNeeded(loaded: FiledCase, clinical: ClinicalCase) {
  const { device, existing } = requireVariant(clinical);
  return listEquipment({
    lead: specifyLead(loaded),
    plan: undefined,
    device,
    hasExistingSystem: existing !== "none",
  });
}

function readNumber(text: string): number {
  if (/^[1-9]\d{0,8}$/.test(text)) return Number(text);
  throw usage("--withdraw", `"${text}" is no number of an event`);
}

function readNewCase(path: string, caseId: string): Entry {
  const loaded = loadCase(path, NO_INPUT_OPTIONS);
  if (loaded.case.id !== caseId) throw usage("--case", `"${path}" is the case ${loaded.case.id}, not ${caseId}`);
  const { files, contents } = contentOfCase(loaded);
  return { change: { kind: "caseFiled", files }, contents };
}
