/** Properties of what comes too soon: S1, S2, S3, P3. */
import { MARKER, PACE_DETAIL } from "../log/marker.ts";
import { breakIf, type MonitoredEvent, type Observer, type PacingHistory } from "./monitored-event.ts";
import { EMERGENCY_INTERVAL_us, EMERGENCY_REFRACTORY_us, type MonitoredLimits } from "./monitored-limits.ts";
import { isFirstVentricularPulse } from "./pacing-history.ts";

function is(event: MonitoredEvent, detail: number): boolean {
  return (event.detail & detail) !== 0;
}

/** Any pulse in a ventricle, the further and the triggered ones too. */
function isVentricularPulse({ kind }: MonitoredEvent): boolean {
  return kind === MARKER.VP || kind === MARKER.LP || kind === MARKER.LP2 || kind === MARKER.TP;
}

/** Magnet, noise reversion and modes that heed nothing. */
function isAsynchronous(event: MonitoredEvent): boolean {
  return is(event, PACE_DETAIL.ASYNCHRONOUS);
}

/** S1: no ventricular pace within VRP of a ventricular sense. */
export function observeRefractory(limits: MonitoredLimits): Observer {
  return {
    property: "S1",
    observe: (event, history) => {
      if (!isVentricularPulse(event)) return undefined;
      if (!isFirstVentricularPulse(event) || isAsynchronous(event)) return "exempt";
      const since_us = event.time_us - history.lastVentricularSense_us;
      const vrp_us = history.regime === "pace-now" ? Math.min(EMERGENCY_REFRACTORY_us, limits.vrp_us) : limits.vrp_us;
      return breakIf(since_us < vrp_us, () => `pace ${since_us} us after a sense, VRP ${vrp_us} us`);
    },
  };
}

/** PVARP of the cycle under way: programmed, extended after a PVC, or set against a loop. */
export function pvarpOfCycle_us(limits: MonitoredLimits, history: PacingHistory): number {
  const extended_us = limits.pvarp_us + (history.isExtended ? limits.pvarpExtension_us : 0);
  return history.isAgainstLoop ? Math.max(extended_us, limits.pmtPvarp_us) : extended_us;
}

/** S2: an atrial deflection in PVARP never brings a ventricular pace. */
export function observeTracking(limits: MonitoredLimits): Observer {
  return {
    property: "S2",
    observe: (event, history) => {
      if (!isFirstVentricularPulse(event) || !is(event, PACE_DETAIL.TRACKED)) return undefined;
      const sense_us = history.atrialSense_us;
      if (sense_us === -Infinity) return { broken: "tracked pace without an atrial sense in its cycle" };
      const since_us = sense_us - history.lastVentricular_us;
      const pvarp_us = pvarpOfCycle_us(limits, history);
      return breakIf(since_us < pvarp_us, () => `tracked a sense ${since_us} us after V, PVARP ${pvarp_us} us`);
    },
  };
}

/** S3: from a ventricular event to a tracked pace at least URI. */
export function observeTrackedRate(limits: MonitoredLimits): Observer {
  return {
    property: "S3",
    observe: (event, history) => {
      if (!isVentricularPulse(event) || history.atrialSense_us === -Infinity || !limits.tracks) return undefined;
      if (!isRateLimited(event) || history.regime !== "permanent") return "exempt";
      const since_us = event.time_us - history.lastVentricular_us;
      return breakIf(since_us < limits.uri_us, () => `tracked pace ${since_us} us after V, URI ${limits.uri_us} us`);
    },
  };
}

/** P3: from a ventricular event to the next pace at least URI; with a sensor at least its shortest interval. */
export function observeUpperRate(limits: MonitoredLimits): Observer {
  return {
    property: "P3",
    observe: (event, history) => {
      if (!isVentricularPulse(event)) return undefined;
      if (!isRateLimited(event)) return "exempt";
      const sensor_us = limits.hasSensor ? limits.sensorInterval_us : Infinity;
      const emergency_us = history.regime === "pace-now" ? EMERGENCY_INTERVAL_us : Infinity;
      const limit_us = Math.min(limits.uri_us, sensor_us, emergency_us);
      const since_us = event.time_us - history.lastVentricular_us;
      return breakIf(since_us < limit_us, () => `pace ${since_us} us after V, limit ${limit_us} us`);
    },
  };
}

function isRateLimited(event: MonitoredEvent): boolean {
  if (!isFirstVentricularPulse(event) || event.kind === MARKER.TP) return false;
  return !isAsynchronous(event) && !is(event, PACE_DETAIL.SAFETY);
}
