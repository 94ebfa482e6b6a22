import { describeImport, factLabel, fillClinicalSection, type ImportedRecord, importRecord } from "@tributary/care";
import { formatCase } from "@tributary/formats";
import { renderParts } from "../care/care-text.ts";
import { EXIT_CODE, type OptionValues } from "../command.ts";
import { loadCase } from "../input/load-case.ts";
import { writeFile } from "../output/write-file.ts";
import { usage } from "../usage-error.ts";
import { type FhirAction, readText } from "./fhir-action.ts";

export const importAction: FhirAction = {
  name: "import",
  help: [
    "tributary fhir import FILE [--case CASE --output FILE]",
    "  The facts and drugs of a record with date and code, what disagrees, what is missing for indication and preparation,",
    "  what is shown but never used and why.",
    "  --case CASE         adds the newest findings and the drugs to the clinical section of this case,",
    "  --output FILE       and writes it as a case file of its own, beside the files it names",
  ],
  options: { case: { type: "string" }, output: { type: "string" } },
  async run(path, options, context) {
    const record = importRecord(readText(path), path);
    const note = writeCase(record, options);
    const { whole, ...findings } = record;
    context.print(
      options["json"]
        ? JSON.stringify({ file: path, ...findings }, undefined, 2)
        : [`${path}\n${renderParts(describeImport(record))}`, ...note].join("\n\n"),
    );
    return EXIT_CODE.ok;
  },
};

function writeCase(record: ImportedRecord, options: OptionValues): string[] {
  const { case: casePath, output } = options;
  if (casePath === undefined && output === undefined) return [];
  if (casePath === undefined || output === undefined) {
    throw usage("tributary fhir import", "--case and --output are given together");
  }
  const none = { units: undefined, pattern: undefined, edgeLength_mm: undefined, source_mm: undefined };
  const { case: value } = loadCase(String(casePath), none);
  const { section, leftOut } = fillClinicalSection(value.clinical ?? {}, record);
  const written = writeFile(String(output), formatCase({ ...value, clinical: section }));
  const inferred = leftOut.map((fact) => factLabel(fact)).join(", ");
  return [`Written to ${written}${inferred === "" ? "" : `; only inferred, and left out: ${inferred}`}`];
}
