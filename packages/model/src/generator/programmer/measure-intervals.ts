import type { LogBlock } from "../log/event-log.ts";
import { foldLog } from "../log/fold-log.ts";
import { MARKER, PACE_DETAIL } from "../log/marker.ts";

/** Intervals of one kind over a log. */
export interface IntervalSummary {
  readonly count: number;
  readonly mean_ms: number;
  readonly least_ms: number;
  readonly most_ms: number;
}

/** What a log holds of each interval; undefined where there is none. */
export interface LogIntervals {
  /** Between atrial events with an effect on timing. */
  readonly atrial: IntervalSummary | undefined;
  readonly ventricular: IntervalSummary | undefined;
  /** From the atrial sense, or the atrial pace, to the ventricular event that follows. */
  readonly sensedAv: IntervalSummary | undefined;
  readonly pacedAv: IntervalSummary | undefined;
}

interface Sum {
  count: number;
  total_us: number;
  least_us: number;
  most_us: number;
}

/** Measures the intervals of a log, run-length coded or not. */
export function measureIntervals(blocks: readonly LogBlock[]): LogIntervals {
  const sums = { atrial: createSum(), ventricular: createSum(), sensedAv: createSum(), pacedAv: createSum() };
  const last = { atrial_us: -Infinity, ventricular_us: -Infinity, av: undefined as "sensedAv" | "pacedAv" | undefined };
  foldLog(blocks, {
    skip: (by_us) => {
      last.atrial_us += by_us;
      last.ventricular_us += by_us;
    },
    visit: (time_us, kind, detail, weight) => {
      if (kind === MARKER.AS || kind === MARKER.AP) {
        addInterval(sums.atrial, time_us - last.atrial_us, weight);
        last.atrial_us = time_us;
        last.av = kind === MARKER.AS ? "sensedAv" : "pacedAv";
      } else if (isVentricularStart(kind, detail)) {
        addInterval(sums.ventricular, time_us - last.ventricular_us, weight);
        if (last.av) addInterval(sums[last.av], time_us - last.atrial_us, weight);
        last.ventricular_us = time_us;
        last.av = undefined;
      }
    },
  });
  return {
    atrial: summarize(sums.atrial),
    ventricular: summarize(sums.ventricular),
    sensedAv: summarize(sums.sensedAv),
    pacedAv: summarize(sums.pacedAv),
  };
}

/** Begins a ventricular event: a sense, or the first pulse that is not on top of one. */
function isVentricularStart(kind: number, detail: number): boolean {
  if (kind === MARKER.VS || kind === MARKER.PVC || kind === MARKER.SHOCK) return true;
  const isPulse = kind === MARKER.VP || kind === MARKER.LP || kind === MARKER.TP;
  return isPulse && (detail & (PACE_DETAIL.FURTHER | PACE_DETAIL.TRIGGERED)) === 0;
}

function createSum(): Sum {
  return { count: 0, total_us: 0, least_us: Infinity, most_us: -Infinity };
}

function addInterval(sum: Sum, interval_us: number, weight: number): void {
  if (interval_us === Infinity) return;
  sum.count += weight;
  sum.total_us += weight * interval_us;
  sum.least_us = Math.min(sum.least_us, interval_us);
  sum.most_us = Math.max(sum.most_us, interval_us);
}

function summarize({ count, total_us, least_us, most_us }: Sum): IntervalSummary | undefined {
  if (count === 0) return undefined;
  return { count, mean_ms: total_us / count / 1000, least_ms: least_us / 1000, most_ms: most_us / 1000 };
}
