import type { OptionValues } from "../command.ts";
import { usage } from "../usage-error.ts";

/** Who operates and where, for modeled durations. */
export const OPERATOR_OPTIONS = {
  "operator-cases": { type: "string" },
  "center-pace": { type: "string" },
  seed: { type: "string" },
} as const;

const USUAL_CASES = 100;
const USUAL_PACE = 0.8;

export const OPERATOR_OPTIONS_HELP = [
  `  --operator-cases N           implants the operator has done (default ${USUAL_CASES})`,
  `  --center-pace RATIO          0.5 a fast center, ${USUAL_PACE} a usual one (default), 1.2 to 1.5 a teaching one`,
  "  --seed N                     of what is drawn (default 1); the same seed draws the same",
];

export interface Operator {
  readonly operatorCases: number;
  readonly centerRatio: number;
  readonly seed: number;
}

/** @throws TributaryError "usage" naming the option and its range */
export function readOperator(options: OptionValues): Operator {
  return {
    operatorCases: readNumber("operator-cases", options, [0, 100_000], true) ?? USUAL_CASES,
    centerRatio: readNumber("center-pace", options, [0.3, 3], false) ?? USUAL_PACE,
    seed: readNumber("seed", options, [0, 2 ** 32 - 1], true) ?? 1,
  };
}

function readNumber(
  name: string,
  options: OptionValues,
  [least, most]: readonly [number, number],
  isWhole: boolean,
): number | undefined {
  const value = options[name];
  if (value === undefined) return undefined;
  const number = String(value).trim() === "" ? Number.NaN : Number(value);
  if (number >= least && number <= most && (!isWhole || Number.isInteger(number))) return number;
  throw usage(`--${name}`, `"${value}" is not ${isWhole ? "a whole number" : "a number"} from ${least} to ${most}`);
}
