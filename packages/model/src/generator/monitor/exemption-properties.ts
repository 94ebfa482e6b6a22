/** Paces that claim an exemption must have the ground for it. */
import { MARKER, PACE_DETAIL } from "../log/marker.ts";
import { breakIf, type MonitoredEvent, type Observer, type PacingHistory } from "./monitored-event.ts";
import type { MonitoredLimits } from "./monitored-limits.ts";
import { isFirstVentricularPulse } from "./pacing-history.ts";

/** A pulse on top of a sense comes within this of it. */
const TRIGGER_us = 10_000;
/** The longest sequence of one event: multipoint 50 + 50 ms, or VV 100 ms. */
const SEQUENCE_us = 100_000;

const PULSES: readonly number[] = [MARKER.AP, MARKER.VP, MARKER.LP, MARKER.LP2];

export function observeExemptions(limits: MonitoredLimits): Observer {
  return {
    property: "exemption",
    observe: (event, history) => {
      if (!PULSES.includes(event.kind)) return undefined;
      if (!claims(event, EXEMPTIONS)) return undefined;
      const groundless = findGroundless(limits, event, history);
      return breakIf(groundless !== undefined, () => groundless!);
    },
  };
}

const EXEMPTIONS = PACE_DETAIL.ASYNCHRONOUS | PACE_DETAIL.SAFETY | PACE_DETAIL.TRIGGERED | PACE_DETAIL.FURTHER;

/** The first exemption that is claimed without ground. */
function findGroundless(limits: MonitoredLimits, event: MonitoredEvent, history: PacingHistory): string | undefined {
  if (claims(event, PACE_DETAIL.ASYNCHRONOUS) && !isBlind(limits, event, history)) return "asynchronous";
  if (claims(event, PACE_DETAIL.SAFETY) && !isSafety(limits, event, history)) return "safety pace";
  if (claims(event, PACE_DETAIL.TRIGGERED) && !isTriggered(event, history)) return "triggered pace";
  const isLate = event.time_us - history.lastVentricular_us > SEQUENCE_us;
  return claims(event, PACE_DETAIL.FURTHER) && isLate ? "further pulse" : undefined;
}

function claims(event: MonitoredEvent, detail: number): boolean {
  return (event.detail & detail) !== 0;
}

function isBlind(
  { heedsSenses, noiseWindow_us }: MonitoredLimits,
  event: MonitoredEvent,
  history: PacingHistory,
): boolean {
  if (!heedsSenses || history.regime === "magnet") return true;
  return isPartOfEvent(event, history) || event.time_us - history.lastNoiseReversion_us < noiseWindow_us;
}

/** Further pulses carry what the first one claimed. */
function isPartOfEvent(event: MonitoredEvent, history: PacingHistory): boolean {
  return claims(event, PACE_DETAIL.FURTHER) && event.time_us - history.lastVentricular_us <= SEQUENCE_us;
}

function isSafety({ settings }: MonitoredLimits, event: MonitoredEvent, history: PacingHistory): boolean {
  if (!isFirstVentricularPulse(event)) return isPartOfEvent(event, history);
  if (settings.safetyAvDelay_ms === "off" || history.atrialPace_us === -Infinity) return false;
  const isInTime = event.time_us - history.atrialPace_us <= 1000 * settings.safetyAvDelay_ms;
  const crosstalk_us = history.lastCrosstalk_us - history.atrialPace_us;
  return isInTime && crosstalk_us >= 1000 * settings.ventricularBlanking_ms;
}

function isTriggered(event: MonitoredEvent, history: PacingHistory): boolean {
  const sense_us = event.kind === MARKER.AP ? history.lastAtrial_us : history.lastVentricularSense_us;
  return event.time_us - sense_us <= TRIGGER_us;
}
