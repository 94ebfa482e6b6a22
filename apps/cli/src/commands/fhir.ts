import type { Command } from "../command.ts";
import { exportAction } from "../fhir/export-action.ts";
import type { FhirAction } from "../fhir/fhir-action.ts";
import { importAction } from "../fhir/import-action.ts";
import { validateAction } from "../fhir/validate-action.ts";
import { COMMON_OPTIONS_HELP } from "../input/input-options.ts";
import { usage } from "../usage-error.ts";

const ACTIONS: readonly FhirAction[] = [importAction, exportAction, validateAction];

export const fhirCommand: Command = {
  name: "fhir",
  summary: "reads and writes a patient's FHIR R4 record, and holds a file against the standard",
  help: [
    ...ACTIONS.flatMap(({ help }) => [...help, ""]),
    "FILE is FHIR R4 in JSON: a Bundle of one patient, or one resource. Nothing is sent.",
    "",
    COMMON_OPTIONS_HELP,
    "",
    "Example: tributary fhir import patient.json --json",
  ].join("\n"),
  mostPositionals: 2,
  endsAtOnce: true,
  options: Object.assign({}, ...ACTIONS.map(({ options }) => options)),
  run([name, path], options, context) {
    const names = ACTIONS.map((known) => `"${known.name}"`).join(", ");
    if (name === undefined) throw usage("tributary fhir", `no action is named; there are ${names}`);
    const action = ACTIONS.find((known) => known.name === name);
    if (action === undefined) throw usage("tributary fhir", `"${name}" is no action of it; there are ${names}`);
    if (path === undefined) throw usage(`tributary fhir ${name}`, "no file is named");
    const foreign = Object.keys(options).find((option) => isForeign(option, action));
    if (foreign !== undefined) throw usage(`tributary fhir ${name}`, `--${foreign} is no option of it`);
    return action.run(path, options, context);
  },
};

/** An option that another action takes and this one does not. */
function isForeign(option: string, action: FhirAction): boolean {
  return !Object.hasOwn(action.options, option) && ACTIONS.some(({ options }) => Object.hasOwn(options, option));
}
