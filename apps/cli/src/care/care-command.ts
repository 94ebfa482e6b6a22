import { type ClinicalCase, readClinicalCase, readVariant } from "@tributary/care";
import type { LoadedCase } from "@tributary/intake";
import { type Command, type CommandContext, EXIT_CODE, type OptionValues } from "../command.ts";
import { loadCase } from "../input/load-case.ts";
import { usage } from "../usage-error.ts";
import { titleOf } from "./care-text.ts";
import { readDay } from "./read-day.ts";

/** What a command on the care is given: the case, and the day it is judged on. */
export interface CareInput {
  readonly clinical: ClinicalCase;
  readonly loaded: LoadedCase;
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

const CARE_OPTIONS = { "as-of": { type: "string" }, variant: { type: "string" } } as const;

const CARE_OPTIONS_HELP = [
  "  --as-of DATE        day that is judged on, 2027-03-30 (default: that of the incision, else today)",
  "  --variant NAME      kind of implant, in place of that of the case: deNovoCrtD",
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
      "CASE is a case file or built-in; clinical facts, drugs, variant and schedule stand in its clinical section.",
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
      const input = readCareInput(path, options);
      const { value, text } = face.answer(input, options, context);
      context.print(options["json"] ? JSON.stringify(value, undefined, 2) : `${titleOf(input)}\n\n${text}`);
      return EXIT_CODE.ok;
    },
  };
}

/** The case of a command, with the kind of implant and the day that its options say. */
export function readCareInput(path: string, options: OptionValues): CareInput {
  const loaded = loadCase(path, {
    units: undefined,
    pattern: undefined,
    edgeLength_mm: undefined,
    source_mm: undefined,
  });
  const read = readClinicalCase(loaded.case);
  const variant =
    options["variant"] === undefined ? read.variant : readVariant(String(options["variant"]), "--variant");
  return { clinical: { ...read, variant }, loaded, asOf: readDay(options["as-of"], read.schedule) };
}
