import type { ParseArgsConfig } from "node:util";
import type { ProgressLine } from "./output/progress-line.ts";

/** Documented in docs/command-line.md; a script may rely on them. */
export const EXIT_CODE = { ok: 0, failed: 1, usage: 2, badInput: 3, cannotWrite: 4, interrupted: 130 } as const;

/** What a command is given besides its arguments; a test hands in its own. */
export interface CommandContext {
  /** Results, human or JSON; ends with a new line of its own. */
  print(text: string): void;
  /** Progress, on standard error. */
  readonly progress: ProgressLine;
  /** Aborted by Ctrl-C; long work stops and leaves nothing half-written. */
  readonly signal: AbortSignal;
}

export type OptionValues = Record<string, string | boolean | undefined>;

export interface Command {
  readonly name: string;
  /** One line for the list of commands. */
  readonly summary: string;
  /** The whole `--help` text: usage, options, one example. */
  readonly help: string;
  /** How many names may follow the command. */
  readonly mostPositionals: number;
  /** True for work in one go that writes no file: Ctrl-C then ends the process itself. */
  readonly endsAtOnce?: boolean;
  readonly options: NonNullable<ParseArgsConfig["options"]>;
  /** Commands of a group, named "device run"; the group itself then only shows its help. */
  readonly subcommands?: readonly Command[];
  /** Returns the exit code. */
  run(positionals: readonly string[], options: OptionValues, context: CommandContext): Promise<number>;
}
