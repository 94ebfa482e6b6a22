import { importRecord } from "@tributary/care";
import { type Command, EXIT_CODE } from "../command.ts";
import { COMMON_OPTIONS_HELP } from "../input/input-options.ts";
import { readInputFile } from "../input/read-input-file.ts";
import { describeImport } from "../output/describe-import.ts";
import { usage } from "../usage-error.ts";

export const fhirCommand: Command = {
  name: "fhir",
  summary: "reads a patient's FHIR R4 record: what was found, missing, in conflict",
  help: [
    "tributary fhir import FILE [options]",
    "",
    "FILE is FHIR R4 in JSON: a Bundle of one patient, or one resource. Its facts are listed with date and code, with what",
    "disagrees, what is missing for indication and preparation, and what is shown but never used and why. Nothing is",
    "written and nothing is sent.",
    "",
    COMMON_OPTIONS_HELP,
    "",
    "Example: tributary fhir import patient.json --json",
  ].join("\n"),
  mostPositionals: 2,
  endsAtOnce: true,
  options: {},
  async run([action, path], options, context) {
    if (action === undefined) throw usage("tributary fhir", 'no action is named; there is "import"');
    if (action !== "import") throw usage("tributary fhir", `"${action}" is no action of it; there is "import"`);
    if (path === undefined) throw usage("tributary fhir import", "no file is named");
    const record = importRecord(new TextDecoder().decode(readInputFile(path).bytes), path);
    const { whole, ...findings } = record;
    context.print(
      options["json"] ? JSON.stringify({ file: path, ...findings }, undefined, 2) : describeImport(path, record),
    );
    return EXIT_CODE.ok;
  },
};
