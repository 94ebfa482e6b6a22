import { describePreparation, planCasePreparation, requireSchedule } from "@tributary/care";
import { writeCalendar } from "../care/calendar-file.ts";
import { createCareCommand } from "../care/care-command.ts";
import { renderParts } from "../care/care-text.ts";
import { readChoice, readPolicy, SITE_OPTIONS, SITE_OPTIONS_HELP } from "../care/site-options.ts";

export const prepareCommand = createCareCommand({
  name: "prepare",
  summary: "dated tasks before an implant: fasting, drugs, tests, antibiotic, contrast; as a calendar file too",
  optionsHelp: [
    "  --calendar FILE.ics          writes the tasks for a calendar program; again: moved and dropped ones are told",
    "  --for patient|staff          whose calendar (default patient: neutral titles, nothing unconfirmed)",
    "  --drug-names                 drug names in the calendar",
    SITE_OPTIONS_HELP,
  ],
  options: {
    calendar: { type: "string" },
    for: { type: "string" },
    "drug-names": { type: "boolean" },
    ...SITE_OPTIONS,
  },
  example: "tributary prepare built-in --calendar out/preparation.ics",
  answer({ clinical, isOnRecord }, options) {
    const preparation = planCasePreparation(clinical, readPolicy(options));
    if (preparation.kind === "noTaskList") {
      return { value: preparation, text: `No task list: ${preparation.reason}.` };
    }
    const schedule = requireSchedule(clinical);
    const text = renderParts(describePreparation(preparation, schedule.zone, isOnRecord));
    if (options["calendar"] === undefined) return { value: preparation, text };
    const path = writeCalendar(String(options["calendar"]), preparation.tasks, {
      caseId: clinical.id,
      schedule,
      now: new Date().toISOString(),
      audience: readChoice("for", options, ["patient", "staff"] as const) ?? "patient",
      withDrugNames: options["drug-names"] === true,
    });
    return { value: preparation, text: `${text}\n\nWritten to ${path}` };
  },
});
