import {
  buildCaseLeaflet,
  buildClinicianPage,
  buildLeafletPage,
  type ClinicalCase,
  DEFAULT_SITE_POLICY,
  deidentifyJourney,
  exportCalendar,
  exportJourney,
  type Journey,
  type Language,
  NO_HISTORY,
  type ProcedureLog,
  planCasePreparation,
  planCaseRecovery,
  type Task,
} from "@tributary/care";
import { writeTableCsv, writeTableParquet } from "@tributary/formats";
import type { Plan } from "@tributary/plan";
import { type DataTable, tabulateDelays, tabulateSites } from "@tributary/report";
import packageInfo from "../../../package.json" with { type: "json" };
import type { Messages } from "../../messages/english.ts";

type ExportId = keyof Messages["reportPage"]["names"];

/** A file that can be taken along; written when it is asked for. */
export interface ExportedFile {
  readonly id: ExportId;
  readonly group: "pages" | "tables" | "record";
  readonly name: string;
  readonly type: string;
  readonly write: () => Uint8Array<ArrayBuffer>;
}

interface ExportInput {
  readonly clinical: ClinicalCase;
  readonly asOf: string;
  readonly plan: Plan | undefined;
  /** Undefined until it is drawn. */
  readonly reportHtml: string | undefined;
  readonly recording: ProcedureLog | undefined;
  /** What the patient is called in research. */
  readonly pseudonym: string;
  /** Instant of the export. */
  readonly now: () => string;
}

const JURISDICTION = "EU";
/** Left open where nobody has said the number: to be written in by hand, never guessed. */
const BLANK = "______________";
const encode = (text: string) => new TextEncoder().encode(text);

/** Every file that this case can give now. */
export function listExports(input: ExportInput): ExportedFile[] {
  return [...listPages(input), ...listTables(input), ...listRecords(input)];
}

function listPages({ clinical, asOf, plan, reportHtml }: ExportInput): ExportedFile[] {
  const page = (id: ExportId, name: string, write: () => string): ExportedFile => ({
    id,
    group: "pages",
    name: `${clinical.id}-${name}.html`,
    type: "text/html",
    write: () => encode(write()),
  });
  const options = { asOf, policy: DEFAULT_SITE_POLICY, jurisdiction: JURISDICTION, plan } as const;
  const leaflet = (language: Language) =>
    buildLeafletPage(
      buildCaseLeaflet(clinical, {
        ...options,
        language,
        contacts: { emergencyNumber: BLANK, clinicPhone: BLANK },
        worries: [],
      }),
    );
  return [
    ...(reportHtml === undefined ? [] : [page("report", "report", () => reportHtml)]),
    page("clinician", "clinician", () => buildClinicianPage(clinical, options)),
    page("leafletEnglish", "leaflet-en", () => leaflet("en")),
    page("leafletGerman", "leaflet-de", () => leaflet("de")),
  ];
}

function listTables({ clinical, plan }: ExportInput): ExportedFile[] {
  if (plan === undefined) return [];
  const both = (csv: ExportId, parquet: ExportId, name: string, table: DataTable | undefined): ExportedFile[] => {
    if (table === undefined) return [];
    const file = { group: "tables", name: `${clinical.id}-${name}` } as const;
    return [
      { ...file, id: csv, name: `${file.name}.csv`, type: "text/csv", write: () => encode(writeTableCsv(table)) },
      {
        ...file,
        id: parquet,
        name: `${file.name}.parquet`,
        type: "application/vnd.apache.parquet",
        write: () => writeTableParquet(table),
      },
    ];
  };
  return [
    ...both("sitesCsv", "sitesParquet", "sites", tabulateSites(plan)),
    ...both("delaysCsv", "delaysParquet", "delays", tabulateDelays(plan)),
  ];
}

function listRecords(input: ExportInput): ExportedFile[] {
  const { clinical, asOf, recording, pseudonym, now } = input;
  const journey: Journey = { clinical, history: NO_HISTORY, recording, documents: [], kept: [] };
  const bundle = (id: ExportId, name: string, build: () => object): ExportedFile => ({
    id,
    group: "record",
    name: `${name}.fhir.json`,
    type: "application/fhir+json",
    write: () => encode(`${JSON.stringify(build(), undefined, 2)}\n`),
  });
  return [
    bundle("fhir", clinical.id, () =>
      exportJourney(journey, {
        asOf,
        policy: DEFAULT_SITE_POLICY,
        jurisdiction: JURISDICTION,
        written: { by: `Tributary ${packageInfo.version}`, at: now() },
      }),
    ),
    bundle("fhirResearch", pseudonym, () => deidentifyJourney(journey, pseudonym)),
    ...listCalendars(input),
  ];
}

function listCalendars({ clinical, now }: ExportInput): ExportedFile[] {
  const { schedule } = clinical;
  const tasks = listTasks(clinical);
  if (schedule === undefined || tasks.length === 0) return [];
  const calendar = (id: ExportId, audience: "patient" | "staff"): ExportedFile => ({
    id,
    group: "record",
    name: `${clinical.id}-${audience}.ics`,
    type: "text/calendar",
    write: () => {
      const options = { caseId: clinical.id, schedule, now: now(), audience, withDrugNames: false };
      return encode(exportCalendar(tasks, [], options).text);
    },
  });
  return [calendar("calendarStaff", "staff"), calendar("calendarPatient", "patient")];
}

/** Before and after the implant; none without a time of the procedure. */
function listTasks(clinical: ClinicalCase): readonly Task[] {
  if (clinical.variant === undefined || clinical.schedule?.anchors.incision === undefined) return [];
  const preparation = planCasePreparation(clinical, DEFAULT_SITE_POLICY);
  const { recovery } = planCaseRecovery(clinical, JURISDICTION);
  return [
    ...(preparation.kind === "tasks" ? preparation.tasks : []),
    ...(recovery.kind === "tasks" ? recovery.tasks : []),
  ];
}
