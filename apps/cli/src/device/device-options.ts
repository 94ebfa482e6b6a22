import { checkSettings, readAssignments } from "@tributary/model/generator";
import type { OptionValues } from "../command.ts";
import { usage } from "../usage-error.ts";

/** Options of every subcommand that programs a generator. */
export const PROGRAM_OPTIONS = {
  device: { type: "string" },
  set: { type: "string", multiple: true },
  confirm: { type: "string" },
} as const;

export const PROGRAM_OPTIONS_HELP = [
  "  --device CRT-P|CRT-D  generator (default: CRT-D where the right-ventricular lead of the case has a coil)",
  "  --set NAME=VALUE      programs a value, as often as wanted; all or none: vvDelay_ms=20, lvVector=LV2->can",
  "  --confirm ID,ID       confirms warnings that an earlier call named",
].join("\n");

export interface ProgramOptions {
  readonly device: "CRT-P" | "CRT-D" | undefined;
  readonly change: Readonly<Record<string, unknown>>;
  readonly confirmed: readonly string[];
}

export function readProgramOptions(options: OptionValues): ProgramOptions {
  const change = readAssignments(listTexts(options, "set"));
  // Each value by itself before anything is computed; together they are judged with the leads.
  checkSettings(change);
  return {
    device: readDevice(options["device"]),
    change,
    confirmed: options["confirm"] === undefined ? [] : String(options["confirm"]).split(","),
  };
}

/** The values of an option that may be given more than once: such an option is parsed to a list. */
export function listTexts(options: OptionValues, name: string): readonly string[] {
  return (options[name] as unknown as readonly string[] | undefined) ?? [];
}

/** A number of an option above 0 and at most `most`. */
export function readPositive(name: string, value: OptionValues[string], most: number): number | undefined {
  if (value === undefined) return undefined;
  const number = Number(value);
  if (number > 0 && number <= most) return number;
  throw usage(name, `"${value}" is given; a number above 0 and up to ${most} is allowed`);
}

/** A whole number of an option from `least` to `most`. */
export function readCount(
  name: string,
  value: OptionValues[string],
  [least, most]: readonly [number, number],
): number | undefined {
  if (value === undefined) return undefined;
  const number = Number(value);
  if (Number.isInteger(number) && number >= least && number <= most) return number;
  throw usage(name, `"${value}" is given; a whole number from ${least} to ${most} is allowed`);
}

/** The generator asked for; undefined where the case decides. */
export function readDevice(value: OptionValues[string]): ProgramOptions["device"] {
  if (value === undefined || value === "CRT-P" || value === "CRT-D") return value;
  throw usage("--device", `"${value}" is neither CRT-P nor CRT-D`);
}
