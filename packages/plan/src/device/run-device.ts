import {
  countEvents,
  countPacing,
  type Episode,
  expandLog,
  type HeartTally,
  type LogBlock,
  type LogIntervals,
  listEpisodes,
  measureIntervals,
  monitorLog,
  type PacingCounters,
  runSkipping,
  type Scenario,
  tallyHeart,
  type Violation,
} from "@tributary/model/generator";

/** A generator and a heart in a closed loop, and what came of it. */
export interface DeviceRun {
  readonly scenario: Scenario;
  readonly blocks: readonly LogBlock[];
  readonly eventCount: number;
  readonly counters: PacingCounters;
  readonly intervals: LogIntervals;
  readonly tally: HeartTally;
  readonly episodes: readonly Episode[];
  /** What broke a safety property; undefined where the log is too long to be judged event by event. */
  readonly violations: readonly Violation[] | undefined;
}

/** Logs of more events are not judged: some days. */
const MOST_JUDGED_EVENTS = 2e6;

/** Runs with steady rhythm skipped; the log is that of the stepped run. */
export function runDevice(scenario: Scenario): DeviceRun {
  const blocks = runSkipping(scenario);
  const eventCount = countEvents(blocks);
  const isJudged = eventCount <= MOST_JUDGED_EVENTS;
  return {
    scenario,
    blocks,
    eventCount,
    counters: countPacing(blocks),
    intervals: measureIntervals(blocks),
    tally: tallyHeart(blocks),
    episodes: listEpisodes(blocks),
    violations: isJudged ? monitorLog(expandLog(blocks), scenario.settings, 1000 * scenario.duration_ms) : undefined,
  };
}
