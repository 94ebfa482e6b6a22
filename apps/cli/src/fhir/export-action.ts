import { basename } from "node:path";
import {
  deidentifyJourney,
  exportJourney,
  type FhirResource,
  importRecord,
  type Journey,
  type JourneyDocument,
  NO_HISTORY,
  readHistory,
  readProcedureLog,
} from "@tributary/care";
import packageInfo from "../../package.json" with { type: "json" };
import { readCareInput } from "../care/care-command.ts";
import {
  JURISDICTION_HELP,
  JURISDICTION_OPTION,
  readJurisdiction,
  readPolicy,
  SITE_OPTIONS,
  SITE_OPTIONS_HELP,
} from "../care/site-options.ts";
import { EXIT_CODE, type OptionValues } from "../command.ts";
import { writeFile } from "../output/write-file.ts";
import { STORE_OPTION, STORE_OPTION_HELP } from "../record/store-folder.ts";
import { traceCopy } from "../record/trace-copy.ts";
import { usage } from "../usage-error.ts";
import { type FhirAction, readText } from "./fhir-action.ts";

export const exportAction: FhirAction = {
  name: "export",
  help: [
    "tributary fhir export CASE --output FILE [options]",
    "  The whole journey as one transaction: findings, drugs, what guidelines say, the plan and its tasks, and what is",
    "  given of implant, visits and pages. Reading it gives the same journey back. A file of that name is replaced.",
    "  --history FILE      implant with its devices and measurements, visits with findings, as JSON",
    "  --recording FILE    a recording of `tributary implant --record`",
    "  --page FILE         a page that goes with it, such as that of `tributary leaflet --html`; may be given again",
    "  --keep FILE         FHIR R4 of another system, carried on unchanged",
    "  --deidentified NAME for research, the patient called NAME: no day, name, serial number or free text",
    "  --as-of DATE        day that the indication is judged on (default: that of the incision, else today)",
    JURISDICTION_HELP,
    SITE_OPTIONS_HELP,
    STORE_OPTION_HELP,
    "  --by NAME --why TEXT  of a case on record (record:ID): that a copy left is kept there",
  ],
  options: {
    output: { type: "string" },
    history: { type: "string" },
    recording: { type: "string" },
    page: { type: "string", multiple: true },
    keep: { type: "string" },
    deidentified: { type: "string" },
    "as-of": { type: "string" },
    ...JURISDICTION_OPTION,
    ...SITE_OPTIONS,
    ...STORE_OPTION,
    by: { type: "string" },
    why: { type: "string" },
  },
  async run(path, options, context) {
    if (options["output"] === undefined) throw usage("tributary fhir export", "--output FILE is not given");
    const { clinical, asOf } = await readCareInput(path, options);
    const journey: Journey = { clinical, ...readParts(options) };
    const pseudonym = options["deidentified"];
    const bundle =
      pseudonym === undefined
        ? exportJourney(journey, {
            asOf,
            policy: readPolicy(options),
            jurisdiction: readJurisdiction(options),
            written: { by: `Tributary ${packageInfo.version}`, at: new Date().toISOString() },
          })
        : deidentifyJourney(journey, String(pseudonym));
    await traceCopy(path, options, pseudonym === undefined ? "case" : "research");
    const file = writeFile(String(options["output"]), `${JSON.stringify(bundle, undefined, 2)}\n`);
    const counts = countResources(bundle);
    context.print(
      options["json"] ? JSON.stringify({ file, counts }, undefined, 2) : `Written to ${file}: ${say(counts)}`,
    );
    return EXIT_CODE.ok;
  },
};

function readParts(options: OptionValues): Omit<Journey, "clinical"> {
  const textOf = (name: string) => {
    const path = options[name];
    return path === undefined ? undefined : { text: readText(String(path)), path: String(path) };
  };
  const history = textOf("history");
  const recording = textOf("recording");
  const keep = textOf("keep");
  return {
    history: history === undefined ? NO_HISTORY : readHistory(history.text, history.path),
    recording: recording && readProcedureLog(recording.text, recording.path),
    documents: ((options["page"] ?? []) as unknown as readonly string[]).map(readPage),
    kept: keep === undefined ? [] : listKept(importRecord(keep.text, keep.path).whole),
  };
}

/** A page with the title and the language that it says itself. */
function readPage(path: string): JourneyDocument {
  const html = readText(path);
  return {
    title: /<title>([^<]*)<\/title>/.exec(html)?.[1] ?? basename(path),
    language: /<html[^>]*\blang="([a-zA-Z-]+)"/.exec(html)?.[1] ?? "en",
    html,
  };
}

function listKept(whole: FhirResource): FhirResource[] {
  const { entry } = whole as { readonly entry?: readonly { readonly resource?: FhirResource }[] };
  if (whole.resourceType !== "Bundle") return [whole];
  return (entry ?? []).flatMap(({ resource }) => resource ?? []);
}

function countResources({ entry }: FhirResource): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const { resource } of entry as { resource: FhirResource }[]) {
    counts[resource.resourceType] = (counts[resource.resourceType] ?? 0) + 1;
  }
  return counts;
}

function say(counts: Record<string, number>): string {
  return Object.entries(counts)
    .map(([type, count]) => `${count} ${type}`)
    .join(", ");
}
