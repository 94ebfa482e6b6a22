import { importRecord } from "@tributary/care";
import { type Command, type CommandContext, EXIT_CODE, type OptionValues } from "../command.ts";
import { COMMON_OPTIONS_HELP } from "../input/input-options.ts";
import { readInputFile } from "../input/read-input-file.ts";
import { describeImport } from "../output/describe-import.ts";
import { describeOutcome } from "../output/describe-outcome.ts";
import { usage } from "../usage-error.ts";

type Action = (path: string, options: OptionValues, context: CommandContext) => Promise<number>;

const ACTIONS: Readonly<Record<string, Action>> = { import: importFile, validate: validateFile };

export const fhirCommand: Command = {
  name: "fhir",
  summary: "reads a patient's FHIR R4 record, and holds a file against the standard",
  help: [
    "tributary fhir import FILE [options]",
    "tributary fhir validate FILE [options]",
    "",
    "FILE is FHIR R4 in JSON: a Bundle of one patient, or one resource. Nothing is written and nothing is sent.",
    "",
    "import    its facts with date and code, with what disagrees, what is missing for indication and preparation, and what",
    "          is shown but never used and why",
    "validate  structure, constraints, required codes and references, each error with its place; --json prints an",
    "          OperationOutcome. Ends with 3 where the file is not valid.",
    "",
    COMMON_OPTIONS_HELP,
    "",
    "Example: tributary fhir import patient.json --json",
  ].join("\n"),
  mostPositionals: 2,
  endsAtOnce: true,
  options: {},
  run([name, path], options, context) {
    const names = Object.keys(ACTIONS)
      .map((known) => `"${known}"`)
      .join(", ");
    if (name === undefined) throw usage("tributary fhir", `no action is named; there are ${names}`);
    const action = Object.hasOwn(ACTIONS, name) ? ACTIONS[name] : undefined;
    if (action === undefined) throw usage("tributary fhir", `"${name}" is no action of it; there are ${names}`);
    if (path === undefined) throw usage(`tributary fhir ${name}`, "no file is named");
    return action(path, options, context);
  },
};

async function importFile(path: string, options: OptionValues, context: CommandContext): Promise<number> {
  const record = importRecord(readText(path), path);
  const { whole, ...findings } = record;
  context.print(
    options["json"] ? JSON.stringify({ file: path, ...findings }, undefined, 2) : describeImport(path, record),
  );
  return EXIT_CODE.ok;
}

/** The definitions of the standard are read only here. */
async function validateFile(path: string, options: OptionValues, context: CommandContext): Promise<number> {
  const { validateFhir } = await import("@tributary/care/validation");
  const validation = validateFhir(readText(path), path);
  context.print(options["json"] ? JSON.stringify(validation.outcome, undefined, 2) : describeOutcome(path, validation));
  return validation.isValid ? EXIT_CODE.ok : EXIT_CODE.badInput;
}

function readText(path: string): string {
  return new TextDecoder().decode(readInputFile(path).bytes);
}
