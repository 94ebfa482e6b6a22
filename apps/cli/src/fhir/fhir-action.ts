import type { Command, CommandContext, OptionValues } from "../command.ts";
import { readInputFile } from "../input/read-input-file.ts";

/** One thing that `tributary fhir` does with a file. */
export interface FhirAction {
  readonly name: string;
  /** Lines of `--help`. */
  readonly help: readonly string[];
  readonly options: Command["options"];
  /** @returns the exit code */
  run(path: string, options: OptionValues, context: CommandContext): Promise<number>;
}

export function readText(path: string): string {
  return new TextDecoder().decode(readInputFile(path).bytes);
}
