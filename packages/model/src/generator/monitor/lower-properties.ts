/** Properties of what comes too late, or never: S4, S9, P1, P2. */
import { MARKER, PACE_DETAIL } from "../log/marker.ts";
import { breakIf, type MonitoredEvent, type Observer, type PacingHistory } from "./monitored-event.ts";
import {
  EMERGENCY_INTERVAL_us,
  MAGNET_INTERVAL_us,
  type MonitoredLimits,
  RATE_TOLERANCE_us,
} from "./monitored-limits.ts";
import { isVentricularEvent } from "./pacing-history.ts";

/** Begins an interval of the chamber that is paced at the lower rate. */
function isTimed(limits: MonitoredLimits, event: MonitoredEvent, regime: PacingHistory["regime"]): boolean {
  if (limits.pacesVentricle || regime === "pace-now") return isVentricularEvent(event);
  return event.kind === MARKER.AS || (event.kind === MARKER.AP && (event.detail & PACE_DETAIL.TRIGGERED) === 0);
}

/** The longest interval that is allowed from the last timed event on. */
interface LowerRateClock {
  start_us: number;
  allowed_us: number;
}

function createClock(limits: MonitoredLimits): LowerRateClock {
  return { start_us: 0, allowed_us: longestInterval_us(limits, "permanent", false) };
}

/** The regime may change within an interval; the longest of those in force counts. */
function followClock(
  clock: LowerRateClock,
  limits: MonitoredLimits,
  event: MonitoredEvent,
  history: PacingHistory,
): void {
  const { kind, time_us } = event;
  const inhibitsByNoise = limits.settings.noiseResponse === "inhibit";
  if (isTimed(limits, event, history.regime)) {
    const isSense = kind === MARKER.VS || kind === MARKER.PVC || kind === MARKER.AS;
    clock.start_us = time_us;
    clock.allowed_us = longestInterval_us(limits, history.regime, isSense);
  } else if (inhibitsByNoise && (kind === MARKER.VN || kind === MARKER.AN)) {
    const restarted_us = limits.noiseWindow_us + longestInterval_us(limits, history.regime, false);
    clock.allowed_us = Math.max(clock.allowed_us, time_us - clock.start_us + restarted_us);
  } else if (isRegimeMarker(kind)) {
    const renewed_us = time_us - clock.start_us + longestInterval_us(limits, regimeAfter(kind, history), true);
    clock.allowed_us = Math.max(clock.allowed_us, renewed_us);
  }
}

function longestInterval_us(limits: MonitoredLimits, regime: PacingHistory["regime"], bySense: boolean): number {
  if (regime === "pace-now") return EMERGENCY_INTERVAL_us;
  const { lri_us, hysteresis_us, settings, longestAv_us, pacesAtrium, pacesVentricle } = limits;
  const spontaneous_us = bySense && regime === "permanent" ? hysteresis_us : lri_us;
  const countsAtrium = settings.timingScheme === "atrial" && pacesAtrium && pacesVentricle;
  const longer_us = countsAtrium ? longestAv_us : limits.searchExtension_us;
  return (regime === "magnet" ? MAGNET_INTERVAL_us : spontaneous_us) + longer_us;
}

function isRegimeMarker(kind: number): boolean {
  return [MARKER.MAGNET_ON, MARKER.MAGNET_OFF, MARKER.PACE_NOW, MARKER.ATR_END, MARKER.ATR_FALLBACK].some(
    (marker) => marker === kind,
  );
}

function regimeAfter(kind: number, history: PacingHistory): PacingHistory["regime"] {
  if (kind === MARKER.MAGNET_ON) return "magnet";
  return kind === MARKER.PACE_NOW || history.regime === "pace-now" ? "pace-now" : "permanent";
}

function paces(limits: MonitoredLimits, { regime }: PacingHistory): boolean {
  return limits.pacesVentricle || limits.pacesAtrium || regime === "pace-now";
}

/** P2: two consecutive ventricular events (atrial in atrial modes) are at most the lower-rate interval apart. */
export function observeLowerRate(limits: MonitoredLimits): Observer {
  const clock = createClock(limits);
  return {
    property: "P2",
    observe: (event, history) => {
      const isPaced = paces(limits, history);
      const wait_us = event.time_us - clock.start_us;
      const { allowed_us } = clock;
      const isLate = isPaced && wait_us > allowed_us + RATE_TOLERANCE_us;
      const isJudged = isLate || isTimed(limits, event, history.regime);
      followClock(clock, limits, event, history);
      if (isLate) clock.start_us = event.time_us;
      if (!isJudged) return undefined;
      return isPaced ? breakIf(isLate, () => `nothing for ${wait_us} us, allowed ${allowed_us} us`) : "exempt";
    },
  };
}

/** P1: the machine never stops: to the end of the log something is due. */
export function observeLiveness(limits: MonitoredLimits): Observer {
  const clock = createClock(limits);
  return {
    property: "P1",
    observe: (event, history) => {
      followClock(clock, limits, event, history);
      return undefined;
    },
    finish: (end_us, history) => {
      const wait_us = end_us - clock.start_us;
      if (!paces(limits, history)) return "exempt";
      const isLate = wait_us > clock.allowed_us + RATE_TOLERANCE_us;
      return breakIf(isLate, () => `nothing for the last ${wait_us} us, allowed ${clock.allowed_us} us`);
    },
  };
}

/** S4: an escape comes at the lower-rate interval: no sooner unless the sensor, a fallback or smoothing asks for it. */
export function observeEscape(limits: MonitoredLimits): Observer {
  const { timingScheme, rateSmoothing_percent } = limits.settings;
  const isBoundBelow =
    !limits.hasSensor && rateSmoothing_percent === "off" && !(timingScheme === "atrial" && limits.isDual);
  let isMixed = false;
  return {
    property: "S4",
    observe: (event, history) => {
      const since_us = event.time_us - escapeStart_us(limits, event, history);
      const isPermanent = history.regime === "permanent" && !isMixed;
      if (isTimed(limits, event, history.regime)) isMixed = history.regime !== "permanent";
      if (isRegimeMarker(event.kind)) isMixed = true;
      if (since_us === Infinity) return undefined;
      if (!isBoundBelow || !isPermanent) return "exempt";
      const isEarly = since_us < limits.lri_us - RATE_TOLERANCE_us;
      return breakIf(isEarly, () => `escape ${since_us} us after the last event, LRI ${limits.lri_us} us`);
    },
  };
}

/** What an escape pace is counted from; -Infinity for any other event. */
function escapeStart_us(limits: MonitoredLimits, event: MonitoredEvent, history: PacingHistory): number {
  const isSpecial = (event.detail & ~(PACE_DETAIL.SENSOR | PACE_DETAIL.ASYNCHRONOUS)) !== 0;
  if (isSpecial) return -Infinity;
  if (!limits.pacesVentricle) return event.kind === MARKER.AP ? history.lastAtrial_us : -Infinity;
  if (event.kind !== MARKER.VP && event.kind !== MARKER.LP) return -Infinity;
  return history.lastVentricular_us;
}

/** S9: the interval after a sense is never longer than hysteresis allows, after a pace never longer than LRI. */
export function observeHysteresis(limits: MonitoredLimits): Observer {
  const clock = createClock(limits);
  const isOn = limits.hysteresis_us > limits.lri_us;
  return {
    property: "S9",
    observe: (event, history) => {
      const wait_us = event.time_us - clock.start_us;
      const { allowed_us } = clock;
      const isJudged = isOn && isTimed(limits, event, history.regime);
      followClock(clock, limits, event, history);
      if (!isJudged) return undefined;
      return breakIf(wait_us > allowed_us + RATE_TOLERANCE_us, () => `${wait_us} us, allowed ${allowed_us} us`);
    },
  };
}
