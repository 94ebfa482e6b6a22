import type { FlatLog } from "../log/event-log.ts";
import { MARKER, ORIGIN } from "../log/marker.ts";

/** What happened in the heart whatever the generator could see of it. */
export interface HeartTally {
  readonly ventricularBeats: number;
  /** Deflections that no marker answered: they fell into blanking, or the mode does not look. */
  readonly unseenAtrial: number;
  readonly unseenVentricular: number;
  /** Pulses that captured nothing, by chamber: threshold, or muscle refractory. */
  readonly uncapturedAtrial: number;
  readonly uncapturedRight: number;
  readonly uncapturedLeft: number;
  readonly longestPause_ms: number;
  /** Ventricular intervals above 2 s. */
  readonly pausesOver2s: number;
}

const PAUSE_us = 2_000_000;

/** Counts the heart's side of a log; nothing here is a violation of the generator's properties. */
export function tallyHeart(log: FlatLog): HeartTally {
  const tally = {
    ventricularBeats: 0,
    unseenAtrial: 0,
    unseenVentricular: 0,
    uncapturedAtrial: 0,
    uncapturedRight: 0,
    uncapturedLeft: 0,
    longestPause_ms: 0,
    pausesOver2s: 0,
  };
  let lastBeat_us = 0;
  for (let i = 0; i < log.count; i++) {
    const kind = log.kinds[i]!;
    const isAnswered =
      i + 1 < log.count && log.times_us[i + 1] === log.times_us[i] && log.kinds[i + 1]! < MARKER.A_DEFLECTION;
    if (kind === MARKER.A_DEFLECTION && !isAnswered) tally.unseenAtrial++;
    if (kind === MARKER.V_DEFLECTION && !isAnswered) tally.unseenVentricular++;
    if (kind === MARKER.NO_CAPTURE) countUncaptured(tally, log.details[i]!);
    if (kind !== MARKER.VENTRICLE) continue;
    tally.ventricularBeats++;
    const interval_us = log.times_us[i]! - lastBeat_us;
    lastBeat_us = log.times_us[i]!;
    tally.longestPause_ms = Math.max(tally.longestPause_ms, interval_us / 1000);
    if (interval_us > PAUSE_us) tally.pausesOver2s++;
  }
  return tally;
}

function countUncaptured(
  tally: { uncapturedAtrial: number; uncapturedRight: number; uncapturedLeft: number },
  origin: number,
): void {
  if (origin === ORIGIN.ATRIAL_PACE) tally.uncapturedAtrial++;
  else if (origin === ORIGIN.RIGHT_PACE) tally.uncapturedRight++;
  else tally.uncapturedLeft++;
}
