import { availableParallelism } from "node:os";
import { DEFAULT_PHRENIC_MARGIN, type PhrenicMarginRule, TributaryError } from "@tributary/model";
import { checkWeights, DEFAULT_WEIGHTS, type ScoreWeights } from "@tributary/plan";
import type { OptionValues } from "../command.ts";
import { usage } from "../usage-error.ts";
import { readInputFile } from "./read-input-file.ts";

/** Options of every command that plans. */
export const PLAN_OPTIONS = {
  weights: { type: "string" },
  vector: { type: "string" },
  "phrenic-margin": { type: "string" },
  seed: { type: "string" },
  draws: { type: "string" },
  threads: { type: "string" },
} as const;

const DEFAULT_SEED = 1;
const LARGEST_SEED = 2 ** 32 - 1;
const MOST_THREADS = 256;
/** Fewer than ten give no 10th percentile. */
const DRAW_RANGE = [10, 10_000] as const;
const MARGIN_RANGE_V = [0, 10] as const;
const { leastDifference_V, leastRatio } = DEFAULT_PHRENIC_MARGIN;

export const PLAN_OPTIONS_HELP = [
  "  --weights FILE      weights of the score, JSON: a measure left out keeps its default, only ratios matter",
  '  --vector NAME       searches one vector only, cathode to anode: "LV1-LV2", "LV3-RVring", "LV1-can"',
  `  --phrenic-margin V  phrenic over capture threshold that a vector must keep, ${MARGIN_RANGE_V.join(" to ")} (default ${leastDifference_V}, or`,
  `                      ${leastRatio} times the threshold); 0: its output must not reach the nerve, no more`,
  `  --seed N            of calibration and draws (default ${DEFAULT_SEED}); the same seed gives the same plan`,
  `  --draws N           of what is not known, ${DRAW_RANGE.join(" to ")} (default 200): the spreads and shares of the plan`,
  "  --threads N         how many compute at once (default: one a processor); the plan does not depend on it",
].join("\n");

export interface PlanOptions {
  readonly weights: ScoreWeights;
  /** As typed; the lead decides whether it exists. */
  readonly vector: string | undefined;
  /** Undefined: that of the plan. */
  readonly phrenicMargin: PhrenicMarginRule | undefined;
  readonly seed: number;
  /** Undefined: as many as the plan makes by itself. */
  readonly drawCount: number | undefined;
  readonly threadCount: number;
}

/** @throws TributaryError "usage" naming the option; "bad-weights"; those of reading the file of weights */
export function readPlanOptions(options: OptionValues): PlanOptions {
  const { weights, vector } = options;
  return {
    weights: weights === undefined ? DEFAULT_WEIGHTS : readWeights(String(weights)),
    vector: vector === undefined ? undefined : String(vector),
    phrenicMargin: readMargin(options["phrenic-margin"]),
    seed: readWhole("--seed", options["seed"], [0, LARGEST_SEED]) ?? DEFAULT_SEED,
    drawCount: readWhole("--draws", options["draws"], DRAW_RANGE),
    threadCount: readWhole("--threads", options["threads"], [1, MOST_THREADS]) ?? availableParallelism(),
  };
}

function readWhole(
  name: string,
  value: string | boolean | undefined,
  [least, most]: readonly [number, number],
): number | undefined {
  if (value === undefined) return undefined;
  const text = String(value);
  const number = /^\d+$/.test(text) ? Number(text) : Number.NaN;
  if (number >= least && number <= most) return number;
  throw usage(name, `"${text}" is not a whole number from ${least} to ${most}`);
}

/** A difference that is asked for in volts; the ratio then excuses nothing. */
function readMargin(value: string | boolean | undefined): PhrenicMarginRule | undefined {
  if (value === undefined) return undefined;
  const [least_V, most_V] = MARGIN_RANGE_V;
  const margin_V = String(value).trim() === "" ? Number.NaN : Number(value);
  if (margin_V >= least_V && margin_V <= most_V) return { leastDifference_V: margin_V, leastRatio: Infinity };
  throw usage("--phrenic-margin", `"${value}" is not a number of volts from ${least_V} to ${most_V}`);
}

function readWeights(path: string): ScoreWeights {
  const { bytes } = readInputFile(path);
  return checkWeights(parseWeights(new TextDecoder().decode(bytes), path), path);
}

function parseWeights(text: string, path: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new TributaryError({
      code: "bad-weights",
      what: "The file of weights is not JSON.",
      where: path,
      why: (error as Error).message,
      fix: 'Write one object of numbers, for example { "resynchronization": 1, "phrenicMargin": 0.5 }.',
    });
  }
}
