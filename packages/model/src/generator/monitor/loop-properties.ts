/** Properties of pacemaker-mediated tachycardia, judged with what the heart really did. */
import { MARKER, ORIGIN } from "../log/marker.ts";
import { breakIf, type Judgment, type Observer } from "./monitored-event.ts";
import type { MonitoredLimits } from "./monitored-limits.ts";
import { isFirstVentricularPulse, isVentricularSense } from "./pacing-history.ts";

const LONGEST_RUN = 20;
const SAME_VA_us = 16_000;
const SHORTEST_SENSED_AV_us = 30_000;

/**
 * PMT: with a rule on, no more than 20 cycles in a row of pace, retrograde beat within the criterion that is sensed, at a
 * constant VA; with it off the loop's interval is at least max(URI, VA + SAV), or LRI where that is shorter.
 */
export function observeLoops(limits: MonitoredLimits): Observer {
  let retrograde_us = -Infinity;
  let va_us = -Infinity;
  let run = 0;
  let tracked_us = -Infinity;
  return {
    property: "PMT",
    observe: (event, history) => {
      if (!limits.tracks || history.regime !== "permanent") return undefined;
      if (event.kind === MARKER.ATRIUM && event.detail === ORIGIN.RETROGRADE) retrograde_us = event.time_us;
      if (event.kind === MARKER.AP || isVentricularSense(event)) run = 0;
      if (event.kind === MARKER.AS) {
        const isLoop = event.time_us === retrograde_us && isPulse(history.lastVentricularKind);
        const nextVa_us = event.time_us - history.lastVentricular_us;
        const isSuspect = isLoop && nextVa_us < 1000 * limits.settings.pmtCriterion_ms;
        run = isSuspect ? (Math.abs(nextVa_us - va_us) <= SAME_VA_us ? run + 1 : 1) : 0;
        va_us = nextVa_us;
        tracked_us = isLoop ? event.time_us : -Infinity;
        if (!isLoop || limits.settings.pmtRule === "off") return undefined;
        return breakIf(run > LONGEST_RUN, () => `${run} cycles of a loop`);
      }
      if (isFirstVentricularPulse(event) && history.atrialSense_us === -Infinity) run = 0;
      if (event.kind === MARKER.TP || !isFirstVentricularPulse(event) || tracked_us < history.lastVentricular_us)
        return undefined;
      return judgeInterval(limits, event.time_us - history.lastVentricular_us, va_us);
    },
  };
}

function isPulse(kind: number): boolean {
  return kind === MARKER.VP || kind === MARKER.LP;
}

function judgeInterval(limits: MonitoredLimits, interval_us: number, va_us: number): Judgment {
  const { settings } = limits;
  const offset_ms = settings.sensedAvDelayOffset_ms === "off" ? 0 : settings.sensedAvDelayOffset_ms;
  const isFixed = settings.dynamicAvDelay === "off" && settings.avAlgorithm === "off";
  const sav_us = isFixed ? 1000 * (settings.fixedAvDelay_ms + offset_ms) : SHORTEST_SENSED_AV_us;
  const shortest_us = Math.min(limits.lri_us, Math.max(limits.uri_us, va_us + sav_us));
  const isEscape = settings.rateSmoothing_percent !== "off" || limits.hasSensor;
  if (isEscape) return "exempt";
  return breakIf(interval_us < shortest_us, () => `loop of ${interval_us} us, at least ${shortest_us} us`);
}
