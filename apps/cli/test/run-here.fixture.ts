import { parseArgs } from "node:util";
import { TributaryError } from "@tributary/model";
import { COMMANDS } from "../src/commands.ts";
import { renderErrorText } from "../src/output/render-error.ts";
import { exitCodeOf } from "../src/report-error.ts";
import type { CliRun } from "./run-cli.fixture.ts";

const SILENT = { update: () => {}, say: () => {}, clear: () => {} };

/** A command as `runCli` runs it, in this process: for what takes many short runs. A defect is thrown. */
export async function runHere(name: string, ...args: string[]): Promise<CliRun> {
  const command = COMMANDS.find((candidate) => candidate.name === name)!;
  const { values, positionals } = parseArgs({
    args,
    options: { ...command.options, json: { type: "boolean" } },
    allowPositionals: true,
  });
  let stdout = "";
  const print = (text: string) => {
    stdout += `${text}\n`;
  };
  try {
    const context = { print, progress: SILENT, signal: new AbortController().signal };
    const code = await command.run(positionals, values as Record<string, string | boolean | undefined>, context);
    return { code, stdout, stderr: "" };
  } catch (error) {
    if (!(error instanceof TributaryError)) throw error;
    return { code: exitCodeOf(error), stdout, stderr: `${renderErrorText(error)}\n` };
  }
}
