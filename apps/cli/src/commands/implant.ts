import {
  type ClinicalCase,
  describeProcedure,
  type ProcedureLog,
  readProcedureLog,
  readVariant,
  rehearseCase,
  scoreProcedure,
  writeProcedureLog,
} from "@tributary/care";
import { createCareCommand } from "../care/care-command.ts";
import { renderParts } from "../care/care-text.ts";
import { OPERATOR_OPTIONS, OPERATOR_OPTIONS_HELP, readOperator } from "../care/operator-options.ts";
import type { OptionValues } from "../command.ts";
import { readInputFile } from "../input/read-input-file.ts";
import { writeFile } from "../output/write-file.ts";

export const implantCommand = createCareCommand({
  name: "implant",
  summary: "rehearses the procedure step by step, with events at their published rates; shows a recording again",
  optionsHelp: [
    "  --confirm NAME               who read that this is not the medical record and monitors nobody; needed to start",
    "  --record FILE                writes the recording",
    "  --replay FILE                shows a recording in place of a rehearsal, checked move by move",
    ...OPERATOR_OPTIONS_HELP,
  ],
  options: { confirm: { type: "string" }, record: { type: "string" }, replay: { type: "string" }, ...OPERATOR_OPTIONS },
  example: 'tributary implant built-in --confirm "A. Learner" --seed 7',
  answer({ clinical }, options) {
    const log = options["replay"] === undefined ? rehearse(clinical, options) : replay(String(options["replay"]));
    const score = scoreProcedure(log);
    const text = renderParts(describeProcedure(log, readVariant(log.variantId, "the recording"), score));
    const value = { log, score };
    if (options["record"] === undefined) return { value, text };
    const path = writeFile(String(options["record"]), writeProcedureLog(log));
    return { value, text: `${text}\n\nWritten to ${path}` };
  },
});

function replay(path: string): ProcedureLog {
  const { name, bytes } = readInputFile(path);
  return readProcedureLog(new TextDecoder().decode(bytes), name);
}

function rehearse(clinical: ClinicalCase, options: OptionValues): ProcedureLog {
  return rehearseCase(clinical, {
    by: String(options["confirm"] ?? ""),
    startedAt: new Date().toISOString(),
    ...readOperator(options),
  });
}
