import { assessIndication, buildClinicianPage, summarizeCase } from "@tributary/care";
import { createCareCommand } from "../care/care-command.ts";
import { listPart } from "../care/care-text.ts";
import { PLAN_OPTION, PLAN_OPTION_HELP, readPlan } from "../care/read-plan.ts";
import {
  JURISDICTION_HELP,
  JURISDICTION_OPTION,
  readJurisdiction,
  readPolicy,
  SITE_OPTIONS,
  SITE_OPTIONS_HELP,
} from "../care/site-options.ts";
import { writeFile } from "../output/write-file.ts";

export const summaryCommand = createCareCommand({
  name: "summary",
  summary: "the case in a few sentences for a clinician; with --html the whole report as a page",
  optionsHelp: [
    "  --html FILE                  writes the clinician's report: indication, preparation, risks and benefits with icons,",
    "                               alternatives, follow-up; to be read on a screen or printed on A4",
    PLAN_OPTION_HELP,
    JURISDICTION_HELP,
    SITE_OPTIONS_HELP,
  ],
  options: { html: { type: "string" }, ...PLAN_OPTION, ...JURISDICTION_OPTION, ...SITE_OPTIONS },
  example: "tributary summary built-in --html out/clinician.html",
  answer({ clinical, loaded, asOf }, options) {
    const plan = readPlan(options, loaded);
    const { records, variant } = clinical;
    const sentences = summarizeCase({
      records,
      indication: assessIndication(records, asOf),
      plan,
      device: variant?.device,
    });
    const text = listPart(
      "Summary",
      sentences.map((sentence) => sentence.text),
    )!;
    if (options["html"] === undefined) return { value: sentences, text };
    const report = { asOf, policy: readPolicy(options), jurisdiction: readJurisdiction(options), plan };
    const path = writeFile(String(options["html"]), buildClinicianPage(clinical, report));
    return { value: sentences, text: `${text}\n\nWritten to ${path}` };
  },
});
