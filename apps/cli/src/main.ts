// The command line: finds the command, reads its options, renders its errors. Nothing is computed here.
import { parseArgs } from "node:util";
import { TributaryError } from "@tributary/model";
import { type Command, type CommandContext, EXIT_CODE, type OptionValues } from "./command.ts";
import { COMMANDS } from "./commands.ts";
import { createProgressLine } from "./output/progress-line.ts";
import { renderErrorJson, renderErrorText } from "./output/render-error.ts";

const COMMON_OPTIONS = {
  help: { type: "boolean", short: "h" },
  json: { type: "boolean" },
  quiet: { type: "boolean" },
} as const;

async function main(argv: readonly string[]): Promise<number> {
  const [name, ...rest] = argv;
  if (!name || name === "--help" || name === "-h" || name === "help") {
    process.stdout.write(`${describeCommands()}\n`);
    return name ? EXIT_CODE.ok : EXIT_CODE.usage;
  }
  const command = COMMANDS.find((candidate) => candidate.name === name);
  if (!command) {
    process.stderr.write(`tributary has no command "${name}".\n\n${describeCommands()}\n`);
    return EXIT_CODE.usage;
  }
  return runCommand(command, rest);
}

async function runCommand(command: Command, args: readonly string[]): Promise<number> {
  const wantsJson = args.includes("--json");
  const interruption = new AbortController();
  const onInterrupt = () => interruption.abort();
  process.once("SIGINT", onInterrupt);
  const progress = createProgressLine(process.stderr, args.includes("--quiet"));
  try {
    const { values, positionals } = readOptions(command, args);
    if (values["help"]) {
      process.stdout.write(`${command.help}\n`);
      return EXIT_CODE.ok;
    }
    const context: CommandContext = {
      print: (text) => {
        progress.clear();
        process.stdout.write(`${text}\n`);
      },
      progress,
      signal: interruption.signal,
    };
    return await command.run(positionals, values, context);
  } catch (error) {
    progress.clear();
    if (interruption.signal.aborted) {
      process.stderr.write("Interrupted; nothing was written.\n");
      return EXIT_CODE.interrupted;
    }
    return reportError(error, wantsJson, command);
  } finally {
    process.removeListener("SIGINT", onInterrupt);
  }
}

function readOptions(command: Command, args: readonly string[]): { values: OptionValues; positionals: string[] } {
  try {
    const parsed = parseArgs({
      args: [...args],
      options: { ...command.options, ...COMMON_OPTIONS },
      allowPositionals: true,
    });
    return { values: parsed.values as OptionValues, positionals: parsed.positionals };
  } catch (error) {
    throw new TributaryError({
      code: "usage",
      what: "The command was not understood.",
      where: `tributary ${command.name}`,
      why: (error as Error).message.split(". ")[0]!,
      fix: `See: tributary ${command.name} --help`,
    });
  }
}

function reportError(error: unknown, wantsJson: boolean, command: Command): number {
  if (!(error instanceof TributaryError)) {
    const text = error instanceof Error ? (error.stack ?? error.message) : String(error);
    process.stderr.write(
      `${text}\nThis is a defect in tributary ${command.name}; please report it with the input that caused it.\n`,
    );
    return EXIT_CODE.failed;
  }
  if (wantsJson) process.stdout.write(`${renderErrorJson(error)}\n`);
  else process.stderr.write(`${renderErrorText(error)}\n`);
  if (error.code === "usage") return EXIT_CODE.usage;
  return error.code === "cannot-write" ? EXIT_CODE.cannotWrite : EXIT_CODE.badInput;
}

function describeCommands(): string {
  const width = Math.max(...COMMANDS.map((command) => command.name.length));
  return [
    "tributary: plans a left-ventricular lead placed through the coronary veins.",
    "Research, planning and training use; not for diagnosis or live care.",
    "",
    "  tributary COMMAND [options]        tributary COMMAND --help",
    "",
    ...COMMANDS.map((command) => `  ${command.name.padEnd(width)}  ${command.summary}`),
    "",
    "Every command takes --json (results as JSON), --quiet (no progress) and --help.",
  ].join("\n");
}

process.exitCode = await main(process.argv.slice(2));
