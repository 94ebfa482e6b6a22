import { createRandom } from "@tributary/model";
import {
  type BrokenStep,
  createStepJudge,
  type Exploration,
  exploreStates,
  type GeneratorSettings,
  NOMINAL_CRT_SETTINGS,
  NOMINAL_SETTINGS,
  verifyScenarios,
} from "@tributary/model/generator";
import { type Command, EXIT_CODE } from "../command.ts";
import { COMMON_OPTIONS_HELP } from "../input/input-options.ts";
import { describeVerification } from "./describe-verification.ts";
import { readCount } from "./device-options.ts";

const DEFAULT = { scenarios: 1000, seed: 1, depth: 4 } as const;
const MOST_SCENARIOS = 1_000_000;
const DEEPEST = 12;
/** As much as fits the memory of a small computer. */
const STATE_LIMIT = 4e6;
const SHAPE = { duration_ms: 60_000, actionCount: 12 } as const;
const GRID_ms = 25;
const SCENARIO_SHARE = 0.7;

/** One generator, searched. */
export interface SearchedGenerator {
  readonly name: string;
  readonly exploration: Exploration;
  readonly stepCount: number;
  readonly brokenCount: number;
  readonly first: BrokenStep | undefined;
}

export const verifyDeviceCommand: Command = {
  name: "device verify",
  summary: "random closed loops judged by every safety property, and a bounded search of its states",
  help: [
    "tributary device verify [--scenarios N] [--seed N] [--depth N]",
    "",
    "Each scenario is a random generator, heart and script of 60 s; every property tells how often it",
    "was judged, exempted and broken, and a second list what the heart did meanwhile. A scenario that",
    "breaks one is reduced to what it needs for that. The search takes a dual-chamber and a",
    "resynchronization generator through every sense at every 25 ms and around each end of a timer.",
    "Ends with 1 where anything is broken.",
    "",
    `  --scenarios N       how many (default ${DEFAULT.scenarios}; 0 to ${MOST_SCENARIOS})`,
    `  --seed N            of the scenarios (default ${DEFAULT.seed})`,
    `  --depth N           senses in a row that are searched (default ${DEFAULT.depth}; 0 to ${DEEPEST}; each doubles the`,
    "                      states or more)",
    COMMON_OPTIONS_HELP,
    "",
    "Example: tributary device verify --scenarios 200 --depth 3",
  ].join("\n"),
  mostPositionals: 0,
  endsAtOnce: true,
  options: { scenarios: { type: "string" }, seed: { type: "string" }, depth: { type: "string" } },
  async run(_names, options, context) {
    const scenarioCount = readCount("--scenarios", options["scenarios"], [0, MOST_SCENARIOS]) ?? DEFAULT.scenarios;
    const seed = readCount("--seed", options["seed"], [0, 2 ** 32 - 1]) ?? DEFAULT.seed;
    const depth = readCount("--depth", options["depth"], [0, DEEPEST]) ?? DEFAULT.depth;
    const onScenario = (done: number) =>
      context.progress.update("scenarios", (SCENARIO_SHARE * done) / Math.max(1, scenarioCount));
    const verification = verifyScenarios(createRandom(seed), { ...SHAPE, scenarioCount, onScenario });
    context.progress.update("states", SCENARIO_SHARE);
    const searched = [
      searchGenerator("DDD", NOMINAL_SETTINGS, depth),
      searchGenerator("CRT", NOMINAL_CRT_SETTINGS, depth),
    ];
    context.progress.clear();
    const told = { seed, ...SHAPE, verification, depth, searched };
    context.print(options["json"] ? JSON.stringify(told, undefined, 2) : describeVerification(told));
    const isBroken = verification.broken.length > 0 || searched.some(({ brokenCount }) => brokenCount > 0);
    return isBroken ? EXIT_CODE.failed : EXIT_CODE.ok;
  },
};

function searchGenerator(name: string, settings: GeneratorSettings, depth: number): SearchedGenerator {
  const judge = createStepJudge(settings);
  let [stepCount, brokenCount] = [0, 0];
  let first: BrokenStep | undefined;
  const exploration = exploreStates(settings, { depth, grid_ms: GRID_ms, stateLimit: STATE_LIMIT }, (step) => {
    const broken = judge(step);
    stepCount++;
    if (!broken) return;
    brokenCount++;
    first ??= broken;
  });
  return { name, exploration, stepCount, brokenCount, first };
}
