import type { RhythmSettings } from "../heart/rhythm-parameters.ts";
import type { FlatLog } from "../log/event-log.ts";
import { MARKER, ORIGIN } from "../log/marker.ts";

/** A ventricular beat of the heart beside a generator. */
export interface StripBeat {
  readonly time_ms: number;
  /** As in ORIGIN. */
  readonly origin: number;
  /** Pulses that captured, the one that began the beat among them. */
  readonly rightPulse_ms: number | undefined;
  readonly leftPulse_ms: number | undefined;
  /** When the front is at each electrode. */
  readonly rightSite_ms: number;
  readonly leftSite_ms: number;
}

/** A pulse later than this after a beat's start belongs to another beat. */
const LATEST_PULSE_ms = 150;

/** The beats of a stretch of log, each with the pulses that captured in it. */
export function listBeats(log: FlatLog, rhythm: RhythmSettings): StripBeat[] {
  const beats: StripBeat[] = [];
  for (let i = 0; i < log.count; i++) {
    if (log.kinds[i] !== MARKER.VENTRICLE) continue;
    const time_ms = log.times_us[i]! / 1000;
    const origin = log.details[i]!;
    const rightPulse_ms = findCaptured(log, i, MARKER.VP, ORIGIN.RIGHT_PACE);
    const leftPulse_ms = findCaptured(log, i, MARKER.LP, ORIGIN.LEFT_PACE);
    const { pacedTransit_ms, rightToLeft_ms } = rhythm;
    const toLeft_ms = origin === ORIGIN.RIGHT_PACE ? pacedTransit_ms : rightToLeft_ms;
    beats.push({
      time_ms,
      origin,
      rightPulse_ms,
      leftPulse_ms,
      rightSite_ms: rightPulse_ms ?? (origin === ORIGIN.LEFT_PACE ? time_ms + pacedTransit_ms : time_ms),
      leftSite_ms: leftPulse_ms ?? time_ms + toLeft_ms,
    });
  }
  return beats;
}

/** The log has the pulses of an instant before what the heart makes of them. */
function findCaptured({ count, times_us, kinds, details }: FlatLog, beat: number, pulse: number, origin: number) {
  const start_us = times_us[beat]!;
  let from = beat;
  while (from > 0 && times_us[from - 1] === start_us) from--;
  for (let i = from; i < count && times_us[i]! - start_us <= 1000 * LATEST_PULSE_ms; i++) {
    if (kinds[i] !== pulse) continue;
    for (let j = i + 1; j < count && times_us[j] === times_us[i]; j++)
      if (kinds[j] === MARKER.NO_CAPTURE && details[j] === origin) return undefined;
    return times_us[i]! / 1000;
  }
  return undefined;
}
