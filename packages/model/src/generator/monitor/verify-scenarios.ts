/** Many random closed loops, each judged by every property: what was judged, what broke, and what the heart did meanwhile. */
import type { Random } from "../../numerics/random.ts";
import { drawScenario, type ScenarioShape } from "../closed-loop/draw-scenario.ts";
import { reduceScenario } from "../closed-loop/reduce-scenario.ts";
import { runStepped } from "../closed-loop/run-stepped.ts";
import type { Scenario } from "../closed-loop/scenario.ts";
import { expandLog } from "../log/event-log.ts";
import { judgeLog, type PropertyTally } from "./monitor-log.ts";
import type { Violation } from "./monitored-event.ts";
import { type HeartTally, tallyHeart } from "./tally-heart.ts";

/** A scenario that broke a property, and the simplest one found that still does. */
export interface BrokenScenario {
  /** Which of the scenarios of the seed. */
  readonly index: number;
  readonly violation: Violation;
  readonly reduced: Scenario;
}

export interface Verification {
  readonly scenarioCount: number;
  readonly eventCount: number;
  readonly properties: readonly PropertyTally[];
  readonly heart: HeartTally;
  /** The first ones, reduced. */
  readonly broken: readonly BrokenScenario[];
}

export interface VerificationOptions extends ScenarioShape {
  readonly scenarioCount: number;
  readonly onScenario?: (done: number) => void;
}

const MOST_REDUCED = 3;

/** @param random  each scenario is drawn from a stream of its own, so that one can be drawn again by itself */
export function verifyScenarios(random: Random, options: VerificationOptions): Verification {
  const sums = new Map<string, PropertyTally>();
  const broken: BrokenScenario[] = [];
  let heart: HeartTally | undefined;
  let eventCount = 0;
  for (let index = 0; index < options.scenarioCount; index++) {
    const scenario = drawScenario(random.stream(index), options);
    const blocks = runStepped(scenario);
    const log = expandLog(blocks);
    const { violations, tallies } = judgeLog(log, scenario.settings, 1000 * scenario.duration_ms);
    for (const tally of tallies) addTally(sums, tally);
    heart = addHeart(heart, tallyHeart(blocks));
    eventCount += log.count;
    const [violation] = violations;
    if (violation && broken.length < MOST_REDUCED)
      broken.push({
        index,
        violation,
        reduced: reduceScenario(scenario, (other) => breaks(other, violation.property)),
      });
    options.onScenario?.(index + 1);
  }
  return {
    scenarioCount: options.scenarioCount,
    eventCount,
    properties: [...sums.values()],
    heart: heart ?? tallyHeart([]),
    broken,
  };
}

function breaks(scenario: Scenario, property: string): boolean {
  const log = expandLog(runStepped(scenario));
  const { violations } = judgeLog(log, scenario.settings, 1000 * scenario.duration_ms);
  return violations.some((violation) => violation.property === property);
}

function addTally(sums: Map<string, PropertyTally>, { property, judged, exempted, broken }: PropertyTally): void {
  const sum = sums.get(property) ?? { property, judged: 0, exempted: 0, broken: 0 };
  sum.judged += judged;
  sum.exempted += exempted;
  sum.broken += broken;
  sums.set(property, sum);
}

/** Counts add up; of the longest pauses the longest counts. */
function addHeart(sum: HeartTally | undefined, own: HeartTally): HeartTally {
  if (!sum) return own;
  const names = Object.keys(own) as (keyof HeartTally)[];
  const added = Object.fromEntries(names.map((name) => [name, sum[name] + own[name]])) as unknown as HeartTally;
  return { ...added, longestPause_ms: Math.max(sum.longestPause_ms, own.longestPause_ms) };
}
