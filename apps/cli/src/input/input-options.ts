import {
  CONDUCTION_PATTERNS,
  type ConductionPattern,
  LENGTH_UNITS,
  type LengthUnit,
  TributaryError,
} from "@tributary/model";
import type { OptionValues } from "../command.ts";

/** Options of every command that reads a case or a geometry file. */
export const INPUT_OPTIONS = {
  units: { type: "string" },
  pattern: { type: "string" },
  edge: { type: "string" },
  source: { type: "string" },
} as const;

export const INPUT_OPTIONS_HELP = [
  "  --units um|mm|cm|m  unit of a geometry file that carries none",
  "  --edge MM           mean edge of the tetrahedra, 0.6 to 3 (default: that of the case, or 1.5)",
  `  --pattern NAME      for a geometry file: ${CONDUCTION_PATTERNS.join(", ")} (default lbbb)`,
  "  --source X,Y,Z      for a mesh without surface labels: where activation starts, mm",
].join("\n");

export interface InputOptions {
  readonly units: LengthUnit | undefined;
  readonly pattern: ConductionPattern | undefined;
  readonly edgeLength_mm: number | undefined;
  readonly source_mm: readonly [number, number, number] | undefined;
}

/** @throws TributaryError "usage" naming the option */
export function readInputOptions(options: OptionValues): InputOptions {
  return {
    units: readChoice("--units", options["units"], LENGTH_UNITS),
    pattern: readChoice("--pattern", options["pattern"], CONDUCTION_PATTERNS),
    edgeLength_mm: options["edge"] === undefined ? undefined : readNumbers("--edge", options["edge"], 1)[0],
    source_mm:
      options["source"] === undefined
        ? undefined
        : (readNumbers("--source", options["source"], 3) as unknown as [number, number, number]),
  };
}

function readChoice<Choice extends string>(
  name: string,
  value: string | boolean | undefined,
  choices: readonly Choice[],
): Choice | undefined {
  if (value === undefined) return undefined;
  const found = choices.find((choice) => choice === value);
  if (found) return found;
  throw usage(name, `"${value}" is not one of ${choices.join(", ")}`);
}

function readNumbers(name: string, value: string | boolean, count: number): number[] {
  const numbers = String(value).split(",").map(Number);
  if (numbers.length === count && numbers.every(Number.isFinite)) return numbers;
  throw usage(name, `"${value}" is not ${count === 1 ? "a number" : `${count} numbers with commas between`}`);
}

export function usage(where: string, why: string): TributaryError {
  return new TributaryError({
    code: "usage",
    what: "The command was not understood.",
    where,
    why,
    fix: "See --help of this command.",
  });
}
