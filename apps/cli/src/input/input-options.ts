import { CONDUCTION_PATTERNS, type ConductionPattern, LENGTH_UNITS, type LengthUnit } from "@tributary/model";
import type { OptionValues } from "../command.ts";
import { usage } from "../usage-error.ts";

/** Options of every command that reads a case or a geometry file. */
export const INPUT_OPTIONS = {
  units: { type: "string" },
  pattern: { type: "string" },
  edge: { type: "string" },
} as const;

/** In what the case schema allows; finer is slow, coarser cannot hold three nodes through a wall. */
const EDGE_RANGE_mm = [0.6, 3] as const;

export const INPUT_OPTIONS_HELP = [
  "  --units um|mm|cm|m  unit of a heart file that carries none (a case says it itself)",
  `  --edge MM           mean edge of the tetrahedra, ${EDGE_RANGE_mm.join(" to ")} (default: that of the case, or 1.5)`,
  "  --pattern NAME      conduction of a heart file (a case says it itself; default lbbb):",
  `                      ${CONDUCTION_PATTERNS.join(", ")}`,
].join("\n");

export const COMMON_OPTIONS_HELP = "  --json, --quiet     results as JSON; no progress";

export interface InputOptions {
  readonly units: LengthUnit | undefined;
  readonly pattern: ConductionPattern | undefined;
  readonly edgeLength_mm: number | undefined;
  readonly source_mm: readonly [number, number, number] | undefined;
}

/** Of a case that is taken as it is. */
export const NO_INPUT_OPTIONS: InputOptions = {
  units: undefined,
  pattern: undefined,
  edgeLength_mm: undefined,
  source_mm: undefined,
};

/** @throws TributaryError "usage" naming the option */
export function readInputOptions(options: OptionValues): InputOptions {
  return {
    units: readChoice("--units", options["units"], LENGTH_UNITS),
    pattern: readChoice("--pattern", options["pattern"], CONDUCTION_PATTERNS),
    edgeLength_mm: options["edge"] === undefined ? undefined : readEdge(options["edge"]),
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

function readEdge(value: string | boolean): number {
  const edge_mm = readNumbers("--edge", value, 1)[0]!;
  const [low, high] = EDGE_RANGE_mm;
  if (edge_mm >= low && edge_mm <= high) return edge_mm;
  throw usage("--edge", `${edge_mm} mm is given; ${low} to ${high} mm is allowed`);
}

function readNumbers(name: string, value: string | boolean, count: number): number[] {
  const numbers = String(value).split(",").map(Number);
  if (numbers.length === count && numbers.every(Number.isFinite)) return numbers;
  throw usage(name, `"${value}" is not ${count === 1 ? "a number" : `${count} numbers with commas between`}`);
}
