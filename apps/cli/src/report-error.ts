import { TributaryError } from "@tributary/model";
import { type Command, EXIT_CODE } from "./command.ts";
import { renderErrorJson, renderErrorText } from "./output/render-error.ts";

const EXIT_CODE_OF_ERROR: Record<string, number> = {
  usage: EXIT_CODE.usage,
  "cannot-write": EXIT_CODE.cannotWrite,
  "record-store-full": EXIT_CODE.cannotWrite,
  "record-store-disk": EXIT_CODE.cannotWrite,
  "record-store-read-only": EXIT_CODE.cannotWrite,
  interrupted: EXIT_CODE.interrupted,
  "internal-error": EXIT_CODE.failed,
};

/**
 * Renders an error for its reader, text on standard error or JSON on standard output.
 *
 * @returns the exit code that belongs to it
 */
export function reportError(
  error: unknown,
  { wantsJson, commandName }: { readonly wantsJson: boolean; readonly commandName: string },
): number {
  const isDefect = !(error instanceof TributaryError);
  const told = isDefect ? internalError(error, commandName) : error;
  if (isDefect && error instanceof Error) process.stderr.write(`${error.stack}\n`);
  if (wantsJson) process.stdout.write(`${renderErrorJson(told)}\n`);
  else process.stderr.write(`${renderErrorText(told)}\n`);
  return exitCodeOf(told);
}

export function exitCodeOf({ code }: TributaryError): number {
  return EXIT_CODE_OF_ERROR[code] ?? EXIT_CODE.badInput;
}

export function interrupted({ name }: Command): TributaryError {
  return new TributaryError({
    code: "interrupted",
    what: "The command was stopped before it was done.",
    where: `tributary ${name}`,
    why: "Ctrl-C, or another program's signal to end",
    fix: "Run it again; nothing was written, and older results are as they were.",
  });
}

function internalError(error: unknown, commandName: string): TributaryError {
  return new TributaryError({
    code: "internal-error",
    what: "The program has a defect.",
    where: `tributary ${commandName}`,
    why: error instanceof Error ? error.message : String(error),
    fix: "Please report it with the input that caused it; nothing was written.",
  });
}
