/**
 * Judges a log by the safety properties S1 to S10 and the progress properties P1 to P3.
 *
 * Written from the properties' text and the settings; it knows nothing of how the generator works. Exempt are, and
 * nothing else: asynchronous, noise-reverted and magnet pacing from S1, S3, P3; safety pace, triggered pulse, further
 * pulse of a sequence and antitachycardia pacing from S3, P3; further and triggered pulse from S1. Hysteresis and
 * search for conduction lengthen the bound of S4 and P2 to their own; A-A timing by the AV delay; sensor pacing is bounded by MSR.
 *
 * Source: properties in the sense of Jiang, Pajic and Mangharam, TACAS 2012 and STTT 2013, and of the PACEMAKER System
 * Specification, 2007.
 */
import type { FlatLog } from "../log/event-log.ts";
import type { GeneratorSettings } from "../parameters/generator-settings.ts";
import { observeModeSwitchEnd, observePvarpReturn } from "./atrial-properties.ts";
import { observeAvInterval, observeDeadChannel, observeNoiseInhibition, observeSilence } from "./channel-properties.ts";
import { observeExemptions } from "./exemption-properties.ts";
import { observeLoops } from "./loop-properties.ts";
import { observeEscape, observeHysteresis, observeLiveness, observeLowerRate } from "./lower-properties.ts";
import { eventAt, type Judgment, type Observer, type Violation } from "./monitored-event.ts";
import { deriveLimits } from "./monitored-limits.ts";
import { createPacingHistory, takeIntoHistory } from "./pacing-history.ts";
import { observeRefractory, observeTrackedRate, observeTracking, observeUpperRate } from "./upper-properties.ts";

/** How often a property was looked at. */
export interface PropertyTally {
  /** "S1" to "S10", "P1" to "P3", "PMT", "exemption". */
  readonly property: string;
  judged: number;
  exempted: number;
  broken: number;
}

export interface LogJudgment {
  /** In order of time; empty when every property holds. */
  readonly violations: readonly Violation[];
  /** One a property, in the order of their names. */
  readonly tallies: readonly PropertyTally[];
}

/**
 * @param log     every event of the generator, and the heart's deflections
 * @param end_us  until when the generator ran
 */
export function judgeLog(log: FlatLog, settings: GeneratorSettings, end_us: number): LogJudgment {
  const observers = createObservers(settings);
  const history = createPacingHistory();
  const violations: Violation[] = [];
  const tallies = new Map<string, PropertyTally>(PROPERTIES.map((name) => [name, createTally(name)]));
  const take = (property: string, time_us: number, judgment: Judgment) => {
    if (judgment === undefined) return;
    const tally = tallies.get(property)!;
    if (judgment === "exempt") tally.exempted++;
    else tally.judged++;
    if (typeof judgment === "string") return;
    tally.broken++;
    violations.push({ property, time_us, what: judgment.broken });
  };
  for (let i = 0; i < log.count; i++) {
    const event = eventAt(log, i);
    for (const { property, observe } of observers) take(property, event.time_us, observe(event, history));
    takeIntoHistory(history, event);
  }
  for (const { property, finish } of observers) take(property, end_us, finish?.(end_us, history));
  return { violations, tallies: [...tallies.values()] };
}

/** What broke a property; see `judgeLog`. */
export function monitorLog(log: FlatLog, settings: GeneratorSettings, end_us: number): readonly Violation[] {
  return judgeLog(log, settings, end_us).violations;
}

const PROPERTIES = [
  ...["S1", "S2", "S3", "S4", "S5", "S6", "S7", "S8", "S9", "S10"],
  ...["P1", "P2", "P3", "exemption", "PMT"],
] as const;

function createTally(property: string): PropertyTally {
  return { property, judged: 0, exempted: 0, broken: 0 };
}

function createObservers(settings: GeneratorSettings): Observer[] {
  const limits = deriveLimits(settings);
  return [
    observeRefractory(limits),
    observeTracking(limits),
    observeTrackedRate(limits),
    observeEscape(limits),
    observeDeadChannel(limits),
    observeNoiseInhibition(limits),
    observeAvInterval(limits),
    observeModeSwitchEnd(limits),
    observePvarpReturn(limits),
    observeHysteresis(limits),
    observeSilence(limits),
    observeLiveness(limits),
    observeLowerRate(limits),
    observeUpperRate(limits),
    observeExemptions(limits),
    observeLoops(limits),
  ];
}
