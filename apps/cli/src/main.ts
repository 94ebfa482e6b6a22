// The command line: finds the command, reads its options, renders its errors. Nothing is computed here.
import { parseArgs } from "node:util";
import packageInfo from "../package.json" with { type: "json" };
import { type Command, type CommandContext, EXIT_CODE, type OptionValues } from "./command.ts";
import { COMMANDS } from "./commands.ts";
import { createProgressLine } from "./output/progress-line.ts";
import { interrupted, reportError } from "./report-error.ts";
import { usage } from "./usage-error.ts";

const COMMON_OPTIONS = {
  help: { type: "boolean", short: "h" },
  json: { type: "boolean" },
  quiet: { type: "boolean" },
} as const;

const INTERRUPTING_SIGNALS = ["SIGINT", "SIGTERM"] as const;

async function main(argv: readonly string[]): Promise<number> {
  const [name, ...rest] = argv;
  if (!name || name === "--help" || name === "-h" || (name === "help" && rest.length === 0)) {
    process.stdout.write(`${describeCommands()}\n`);
    return name ? EXIT_CODE.ok : EXIT_CODE.usage;
  }
  if (name === "--version") {
    process.stdout.write(`tributary ${packageInfo.version}\n`);
    return EXIT_CODE.ok;
  }
  const wanted = name === "help" ? rest[0]! : name;
  const command = COMMANDS.find((candidate) => candidate.name === wanted);
  if (command) return runCommand(...findSubcommand(command, name === "help" ? [...rest.slice(1), "--help"] : rest));
  const names = COMMANDS.map((candidate) => candidate.name).join(", ");
  return reportError(usage("tributary", `there is no command "${wanted}"; there are ${names}`), {
    wantsJson: rest.includes("--json"),
    commandName: wanted,
  });
}

/** The command that the next word names, where the command is a group. */
function findSubcommand(command: Command, args: readonly string[]): [Command, readonly string[]] {
  const found = command.subcommands?.find(({ name }) => name === `${command.name} ${args[0]}`);
  return found ? [found, args.slice(1)] : [command, args];
}

async function runCommand(command: Command, args: readonly string[]): Promise<number> {
  const interruption = new AbortController();
  const onInterrupt = () => interruption.abort();
  if (!command.endsAtOnce) for (const signal of INTERRUPTING_SIGNALS) process.on(signal, onInterrupt);
  const progress = createProgressLine(process.stderr, args.includes("--quiet"));
  try {
    const { values, positionals } = readOptions(command, args);
    if (values["help"]) {
      process.stdout.write(`${command.help}\n`);
      return EXIT_CODE.ok;
    }
    if (positionals.length > command.mostPositionals) {
      throw usage(`tributary ${command.name}`, `"${positionals[command.mostPositionals]}" is one name too many`);
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
    return reportError(interruption.signal.aborted ? interrupted(command) : error, {
      wantsJson: args.includes("--json"),
      commandName: command.name,
    });
  } finally {
    for (const signal of INTERRUPTING_SIGNALS) process.removeListener(signal, onInterrupt);
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
    const reason = (error as Error).message.split(". ")[0]!;
    throw usage(`tributary ${command.name}`, `${reason.charAt(0).toLowerCase()}${reason.slice(1)}`);
  }
}

function describeCommands(): string {
  const width = Math.max(...COMMANDS.map((command) => command.name.length));
  return [
    "tributary plans a left-ventricular lead placed through the coronary veins.",
    "Research, planning and training use; not for diagnosis or live care.",
    "",
    "Usage: tributary COMMAND [options]",
    "",
    ...COMMANDS.map((command) => `  ${command.name.padEnd(width)}  ${command.summary}`),
    "",
    "  --help     how a command is used, with an example: tributary activate --help",
    "  --json     results and errors as JSON on standard output",
    "  --quiet    no progress on standard error",
    "  --version  the version of the program",
    "",
    "Start with: tributary activate built-in --out out/first",
  ].join("\n");
}

/** A reader that has seen enough (`| head`) closes the pipe: no reason to stop, and none to complain. */
function ignoreClosedPipe(error: NodeJS.ErrnoException): void {
  if (error.code !== "EPIPE") throw error;
}

process.stdout.on("error", ignoreClosedPipe);
process.stderr.on("error", ignoreClosedPipe);
process.exitCode = await main(process.argv.slice(2));
