import type { LogBlock } from "../log/event-log.ts";
import { foldLog } from "../log/fold-log.ts";
import { isHeartMarker, MARKER, ORIGIN } from "../log/marker.ts";

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

/** A deflection that no marker has answered yet. */
interface OpenDeflection {
  readonly kind: number;
  time_us: number;
  readonly weight: number;
}

/** Counts the heart's side of a log, run-length coded or not; nothing here is a violation of the generator's properties. */
export function tallyHeart(blocks: readonly LogBlock[]): HeartTally {
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
  let open: OpenDeflection | undefined;
  const closeUnseen = () => {
    if (open?.kind === MARKER.A_DEFLECTION) tally.unseenAtrial += open.weight;
    if (open?.kind === MARKER.V_DEFLECTION) tally.unseenVentricular += open.weight;
    open = undefined;
  };
  foldLog(blocks, {
    skip: (by_us) => {
      lastBeat_us += by_us;
      if (open) open.time_us += by_us;
    },
    visit: (time_us, kind, detail, weight) => {
      if (open && open.time_us === time_us && !isHeartMarker(kind)) open = undefined;
      else closeUnseen();
      if (kind === MARKER.A_DEFLECTION || kind === MARKER.V_DEFLECTION) open = { kind, time_us, weight };
      if (kind === MARKER.NO_CAPTURE) countUncaptured(tally, detail, weight);
      if (kind !== MARKER.VENTRICLE) return;
      tally.ventricularBeats += weight;
      const interval_us = time_us - lastBeat_us;
      lastBeat_us = time_us;
      tally.longestPause_ms = Math.max(tally.longestPause_ms, interval_us / 1000);
      if (interval_us > PAUSE_us) tally.pausesOver2s += weight;
    },
  });
  closeUnseen();
  return tally;
}

function countUncaptured(
  tally: { uncapturedAtrial: number; uncapturedRight: number; uncapturedLeft: number },
  origin: number,
  weight: number,
): void {
  if (origin === ORIGIN.ATRIAL_PACE) tally.uncapturedAtrial += weight;
  else if (origin === ORIGIN.RIGHT_PACE) tally.uncapturedRight += weight;
  else tally.uncapturedLeft += weight;
}
