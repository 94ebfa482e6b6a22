/** Properties of the atrial channel: S7 (end of a mode switch), S8 (end of an extended PVARP). */
import { MARKER } from "../log/marker.ts";
import { breakIf, type Judgment, type MonitoredEvent, type Observer } from "./monitored-event.ts";
import type { MonitoredLimits } from "./monitored-limits.ts";
import { isVentricularEvent } from "./pacing-history.ts";
import { pvarpOfCycle_us } from "./upper-properties.ts";

/** Slow atrial intervals, or ventricular events without any, after which a mode switch must be over. */
const SLOW_TO_END = 10;
const SILENCE_us = 2_000_000;

/** S7: a mode switch ends, at a ventricular event, once the atrium is slow. */
export function observeModeSwitchEnd(limits: MonitoredLimits): Observer {
  const fast_us = limits.settings.modeSwitchRule === "counter" ? counterInterval_us(limits) : limits.uri_us;
  let lastAtrial_us = -Infinity;
  let slow = 0;
  let isOverdue = false;
  return {
    property: "S7",
    observe: (event, { isSwitched, regime }) => {
      const isLate = isOverdue && event.kind !== MARKER.ATR_END && isSwitched && regime !== "magnet";
      const isJudged = isSwitched && isVentricularEvent(event);
      const isCounted = isAtrialForRate(event);
      if (isCounted) {
        slow = event.time_us - lastAtrial_us > fast_us || event.kind === MARKER.AP ? slow + 1 : 0;
        lastAtrial_us = event.time_us;
      } else if (isVentricularEvent(event) && event.time_us - lastAtrial_us > SILENCE_us) slow++;
      if (!isSwitched || event.kind === MARKER.ATR_END) slow = 0;
      isOverdue = !isCounted && isVentricularEvent(event) && slow > SLOW_TO_END;
      if (!isLate && !isJudged) return undefined;
      if (!isLate && regime === "magnet") return "exempt";
      return breakIf(isLate, () => "the mode switch goes on with a slow atrium");
    },
  };
}

function counterInterval_us({ settings }: MonitoredLimits): number {
  return Math.round(60_000_000 / settings.modeSwitchRate_ppm);
}

function isAtrialForRate({ kind }: MonitoredEvent): boolean {
  return kind === MARKER.AS || kind === MARKER.AR || kind === MARKER.Ab || kind === MARKER.AP;
}

/** S8: an atrial sense after PVARP, extended or not, is no refractory one; two cycles in a row are not extended. */
export function observePvarpReturn(limits: MonitoredLimits): Observer {
  let lastExtended_us = -Infinity;
  return {
    property: "S8",
    observe: (event, history) => {
      if (event.kind === MARKER.PVARP_EXTENDED) {
        const isInRow = lastExtended_us === history.previousVentricular_us;
        lastExtended_us = event.time_us;
        return breakIf(isInRow, () => "PVARP extended in two cycles in a row");
      }
      if (event.kind !== MARKER.AR) return undefined;
      if (history.regime !== "permanent") return "exempt";
      return limits.isDual ? judgeDual(limits, event, history) : judgeSingle(limits, event, history);
    },
  };
}

function judgeDual(
  limits: MonitoredLimits,
  { time_us }: MonitoredEvent,
  history: Parameters<Observer["observe"]>[1],
): Judgment {
  const isInAv = history.atrialPace_us > -Infinity || (limits.tracks && history.atrialSense_us > -Infinity);
  const since_us = time_us - history.lastVentricular_us;
  const pvarp_us = pvarpOfCycle_us(limits, history);
  if (isInAv) return "exempt";
  return breakIf(since_us >= pvarp_us, () => `refractory ${since_us} us after V, PVARP ${pvarp_us} us`);
}

function judgeSingle(
  limits: MonitoredLimits,
  { time_us }: MonitoredEvent,
  history: Parameters<Observer["observe"]>[1],
): Judgment {
  const since_us = time_us - history.lastAtrial_us;
  return breakIf(since_us >= limits.arp_us, () => `refractory ${since_us} us after A, ARP ${limits.arp_us} us`);
}
