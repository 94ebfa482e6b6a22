import { JURISDICTION_OPTION, SITE_OPTIONS } from "../care/site-options.ts";
import { type Command, EXIT_CODE } from "../command.ts";
import { backupAction, restoreAction, verifyAction } from "../record/keep-safe.ts";
import { exportAction, importAction } from "../record/move-record.ts";
import { ENTRY_HELP, ENTRY_OPTIONS } from "../record/read-entry.ts";
import { listAction, showAction } from "../record/show-record.ts";
import { readStoreFolder, STORE_OPTION, STORE_OPTION_HELP } from "../record/store-folder.ts";
import { appendAction, createAction, eraseAction, settleAction } from "../record/write-record.ts";
import { usage } from "../usage-error.ts";

const ACTIONS = [
  createAction,
  listAction,
  showAction,
  appendAction,
  verifyAction,
  exportAction,
  importAction,
  settleAction,
  backupAction,
  restoreAction,
  eraseAction,
];

export const recordCommand: Command = {
  name: "record",
  summary: "keeps cases on this computer: every change with who, when and why, in a log that shows what was altered",
  help: [
    "tributary record ACTION [options]",
    "",
    ...ACTIONS.flatMap(({ name, usage: more, summary }) => [`  ${name} ${more}`.trimEnd(), `      ${summary}`]),
    "",
    "A case on record is a CASE of the commands on the care: tributary prepare record:ID",
    "",
    "An ENTRY of append is one of",
    ...ENTRY_HELP,
    "",
    "  --by NAME, --why TEXT        who writes, and the reason: with every change",
    "  --implant-date DATE          of export --deidentified, where the case does not say it",
    "  --upgrade-bleeding, --jurisdiction   of append --move, as for prepare and recover",
    STORE_OPTION_HELP,
    "  --json                       results as JSON",
    "",
    'Example: tributary record create built-in --by "Dr. Weiss" --why "referred for CRT"',
  ].join("\n"),
  mostPositionals: 2,
  endsAtOnce: true,
  options: {
    ...STORE_OPTION,
    ...ENTRY_OPTIONS,
    ...SITE_OPTIONS,
    ...JURISDICTION_OPTION,
    by: { type: "string" },
    why: { type: "string" },
    output: { type: "string" },
    to: { type: "string" },
    deidentified: { type: "boolean" },
    "implant-date": { type: "string" },
    "break-glass": { type: "boolean" },
    other: { type: "string" },
    reason: { type: "string" },
    yes: { type: "boolean" },
  },
  async run([name, subject], options, context) {
    const action = ACTIONS.find((candidate) => candidate.name === name);
    if (!action) {
      const names = ACTIONS.map((candidate) => candidate.name).join(", ");
      throw usage("tributary record", `${name === undefined ? "no action" : `"${name}"`} is given; there are ${names}`);
    }
    const input = { subject, options, folder: readStoreFolder(options), now: new Date().toISOString() };
    const { value, text, isFaulty = false } = await action.run(input);
    context.print(options["json"] ? JSON.stringify(value, undefined, 2) : text);
    return isFaulty ? EXIT_CODE.failed : EXIT_CODE.ok;
  },
};
