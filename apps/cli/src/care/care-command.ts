import { type ClinicalCase, type RecordState, readClinicalCase, readVariant, withRecord } from "@tributary/care";
import type { LoadedCase } from "@tributary/intake";
import { type Command, type CommandContext, EXIT_CODE, type OptionValues } from "../command.ts";
import { NO_INPUT_OPTIONS } from "../input/input-options.ts";
import { loadCase } from "../input/load-case.ts";
import { withRecordStore } from "../record/record-action.ts";
import { loadSettledCase } from "../record/recorded-case.ts";
import { readRecordedId } from "../record/recorded-id.ts";
import { readStoreFolder, STORE_OPTION, STORE_OPTION_HELP } from "../record/store-folder.ts";
import { usage } from "../usage-error.ts";
import { titleOf } from "./care-text.ts";
import { readDay } from "./read-day.ts";

/** What a command on the care is given: the case, and the day it is judged on. */
export interface CareInput {
  readonly clinical: ClinicalCase;
  readonly loaded: LoadedCase;
  /** It came from the record, with what was done, confirmed and seen. */
  readonly isOnRecord: boolean;
  /** Local date: that of the incision where the case has one, else today. */
  readonly asOf: string;
}

/** An answer for a program and for a reader. */
interface CareAnswer {
  readonly value: unknown;
  readonly text: string;
}

/** What tells one command on the care from the others. */
export interface CareFace {
  readonly name: string;
  readonly summary: string;
  /** Lines of `--help` on its own options; empty where it has none. */
  readonly optionsHelp: readonly string[];
  readonly options: Command["options"];
  readonly example: string;
  answer(input: CareInput, options: OptionValues, context: CommandContext): CareAnswer;
}

const CARE_OPTIONS = { ...STORE_OPTION, "as-of": { type: "string" }, variant: { type: "string" } } as const;

const CARE_OPTIONS_HELP = [
  "  --as-of DATE        day that is judged on, 2027-03-30 (default: that of the incision, else today)",
  "  --variant NAME      kind of implant, in place of that of the case: deNovoCrtD",
  STORE_OPTION_HELP,
  "  --json              results as JSON",
];

/** A command that answers a question on the care of one patient; it computes no heart and takes no time. */
export function createCareCommand(face: CareFace): Command {
  return {
    name: face.name,
    summary: face.summary,
    help: [
      `tributary ${face.name} CASE [options]`,
      "",
      "CASE is a case file, built-in, or record:ID for a case that is on record; clinical facts, drugs, variant and schedule",
      "stand in its clinical section.",
      "",
      ...face.optionsHelp,
      ...CARE_OPTIONS_HELP,
      "",
      `Example: ${face.example}`,
    ].join("\n"),
    mostPositionals: 1,
    endsAtOnce: true,
    options: { ...CARE_OPTIONS, ...face.options },
    async run([path], options, context) {
      if (!path) throw usage(`tributary ${face.name}`, "no case is named");
      const input = await readCareInput(path, options);
      const { value, text } = face.answer(input, options, context);
      context.print(options["json"] ? JSON.stringify(value, undefined, 2) : `${titleOf(input)}\n\n${text}`);
      return EXIT_CODE.ok;
    },
  };
}

/** The case of a command, with the kind of implant and the day that its options say. */
export async function readCareInput(path: string, options: OptionValues): Promise<CareInput> {
  const { loaded, state } = await readCase(path, options);
  const ofFile = readClinicalCase(loaded.case);
  const read = state === undefined ? ofFile : withRecord(ofFile, state);
  const variant =
    options["variant"] === undefined ? read.variant : readVariant(String(options["variant"]), "--variant");
  return {
    clinical: { ...read, variant },
    loaded,
    isOnRecord: state !== undefined,
    asOf: readDay(options["as-of"], read.schedule),
  };
}

async function readCase(
  path: string,
  options: OptionValues,
): Promise<{ readonly loaded: LoadedCase; readonly state?: RecordState }> {
  const caseId = readRecordedId(path);
  if (caseId === undefined) return { loaded: loadCase(path, NO_INPUT_OPTIONS) };
  return withRecordStore(readStoreFolder(options), (keeper) => loadSettledCase(keeper, caseId));
}
