import {
  type ClinicalCase,
  drawRehearsal,
  knownValue,
  type ProcedureLog,
  playRehearsal,
  readProcedureLog,
  readVariant,
  requireVariant,
  scoreProcedure,
} from "@tributary/care";
import { TributaryError } from "@tributary/model";
import { createCareCommand } from "../care/care-command.ts";
import { describeProcedure } from "../care/describe-procedure.ts";
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
    const text = describeProcedure(log, readVariant(log.variantId, "the recording"), score);
    const value = { log, score };
    if (options["record"] === undefined) return { value, text };
    const path = writeFile(String(options["record"]), `${JSON.stringify(log, undefined, 2)}\n`);
    return { value, text: `${text}\n\nWritten to ${path}` };
  },
});

function replay(path: string): ProcedureLog {
  const { name, bytes } = readInputFile(path);
  return readProcedureLog(new TextDecoder().decode(bytes), name);
}

function rehearse(clinical: ClinicalCase, options: OptionValues): ProcedureLog {
  const sex = knownValue(clinical.records, "sex");
  if (sex === undefined) throw sexMissing(clinical.id);
  const input = {
    variant: requireVariant(clinical),
    sex,
    by: String(options["confirm"] ?? ""),
    startedAt: clinical.schedule?.anchors.sedation ?? new Date().toISOString(),
    ...readOperator(options),
  };
  const played = playRehearsal(input, drawRehearsal(input));
  if (played.kind === "accepted") return played.log;
  const [{ why, fix } = { why: "", fix: "" }] = played.reasons;
  throw new TributaryError({
    code: "rehearsal-refused",
    what: "The rehearsal was not started.",
    where: "--confirm",
    why,
    fix: `${fix} For example --confirm "A. Learner".`,
  });
}

function sexMissing(id: string): TributaryError {
  return new TributaryError({
    code: "rehearsal-sex-missing",
    what: "The rehearsal draws whether the lead fails, and the published rates differ by sex.",
    where: `${id}, patient.sex`,
    why: "nothing is given, and it is not guessed",
    fix: "State patient.sex in the case.",
  });
}
