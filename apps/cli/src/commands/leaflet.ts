import { buildCaseLeaflet, buildLeafletPage, type Language } from "@tributary/care";
import { createCareCommand } from "../care/care-command.ts";
import { describeLeaflet } from "../care/describe-leaflet.ts";
import { PLAN_OPTION, PLAN_OPTION_HELP, readPlan } from "../care/read-plan.ts";
import {
  JURISDICTION_HELP,
  JURISDICTION_OPTION,
  readChoice,
  readJurisdiction,
  readPolicy,
  SITE_OPTIONS,
  SITE_OPTIONS_HELP,
} from "../care/site-options.ts";
import { writeFile } from "../output/write-file.ts";

const LANGUAGES: readonly Language[] = ["en", "de"];
/** Left open where the site has not said its number: to be written in by hand, never guessed. */
const BLANK = "______________";

export const leafletCommand = createCareCommand({
  name: "leaflet",
  summary: "what the patient wants to know, in plain words with this patient's facts and dates; English or German",
  optionsHelp: [
    "  --language en|de             default en",
    "  --html FILE                  writes the page, to be read on a screen or printed on A4 or A5",
    "  --emergency-number NUMBER    left out: a blank to be filled in by hand",
    "  --clinic-phone NUMBER        left out: a blank to be filled in by hand",
    "  --worry TEXT                 what the patient wrote, carried on to the clinician",
    PLAN_OPTION_HELP,
    JURISDICTION_HELP,
    SITE_OPTIONS_HELP,
  ],
  options: {
    language: { type: "string" },
    html: { type: "string" },
    "emergency-number": { type: "string" },
    "clinic-phone": { type: "string" },
    worry: { type: "string" },
    ...PLAN_OPTION,
    ...JURISDICTION_OPTION,
    ...SITE_OPTIONS,
  },
  example: "tributary leaflet built-in --language de --html out/leaflet.html",
  answer({ clinical, loaded, asOf }, options) {
    const { worry } = options;
    const leaflet = buildCaseLeaflet(clinical, {
      language: readChoice("language", options, LANGUAGES) ?? "en",
      asOf,
      policy: readPolicy(options),
      jurisdiction: readJurisdiction(options),
      contacts: {
        emergencyNumber: String(options["emergency-number"] ?? BLANK),
        clinicPhone: String(options["clinic-phone"] ?? BLANK),
      },
      worries: worry === undefined ? [] : [String(worry)],
      plan: readPlan(options, loaded),
    });
    const text = describeLeaflet(leaflet);
    if (options["html"] === undefined) return { value: leaflet, text };
    const path = writeFile(String(options["html"]), buildLeafletPage(leaflet));
    return { value: leaflet, text: `${text}\n\nWritten to ${path}` };
  },
});
