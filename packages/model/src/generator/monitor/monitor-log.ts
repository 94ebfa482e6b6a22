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
import { eventAt, type Observer, type Violation } from "./monitored-event.ts";
import { deriveLimits } from "./monitored-limits.ts";
import { createPacingHistory, takeIntoHistory } from "./pacing-history.ts";
import { observeRefractory, observeTrackedRate, observeTracking, observeUpperRate } from "./upper-properties.ts";

/**
 * @param log     every event of the generator, and the heart's deflections
 * @param end_us  until when the generator ran
 * @returns violations in order of time; empty when every property holds
 */
export function monitorLog(log: FlatLog, settings: GeneratorSettings, end_us: number): Violation[] {
  const limits = deriveLimits(settings);
  const observers: Observer[] = [
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
  const history = createPacingHistory();
  const violations: Violation[] = [];
  for (let i = 0; i < log.count; i++) {
    const event = eventAt(log, i);
    for (const { property, observe } of observers) {
      const what = observe(event, history);
      if (what !== undefined) violations.push({ property, time_us: event.time_us, what });
    }
    takeIntoHistory(history, event);
  }
  for (const { property, finish } of observers) {
    const what = finish?.(end_us, history);
    if (what !== undefined) violations.push({ property, time_us: end_us, what });
  }
  return violations;
}
