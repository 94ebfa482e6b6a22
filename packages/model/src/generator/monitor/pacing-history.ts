import { MARKER, PACE_DETAIL } from "../log/marker.ts";
import type { MonitoredEvent, PacingHistory } from "./monitored-event.ts";

export function createPacingHistory(): PacingHistory {
  return {
    regime: "permanent",
    isSwitched: false,
    lastVentricular_us: -Infinity,
    lastVentricularKind: 0,
    previousVentricular_us: -Infinity,
    lastVentricularSense_us: -Infinity,
    atrialSense_us: -Infinity,
    atrialPace_us: -Infinity,
    lastAtrial_us: -Infinity,
    lastNoiseReversion_us: -Infinity,
    lastCrosstalk_us: -Infinity,
    isExtended: false,
    isAgainstLoop: false,
  };
}

/** A pulse in a ventricle that begins a ventricular event: not a further one, nor one on top of a sense. */
export function isFirstVentricularPulse({ kind, detail }: MonitoredEvent): boolean {
  if (kind !== MARKER.VP && kind !== MARKER.LP && kind !== MARKER.TP) return false;
  return (detail & (PACE_DETAIL.FURTHER | PACE_DETAIL.TRIGGERED)) === 0;
}

export function isVentricularSense({ kind }: MonitoredEvent): boolean {
  return kind === MARKER.VS || kind === MARKER.PVC;
}

/** Begins a ventricular cycle. */
export function isVentricularEvent(event: MonitoredEvent): boolean {
  return isVentricularSense(event) || isFirstVentricularPulse(event) || event.kind === MARKER.SHOCK;
}

/** Takes an event into the history. */
export function takeIntoHistory(history: PacingHistory, event: MonitoredEvent): void {
  takeMode(history, event);
  takeNoise(history, event);
  takeAtrium(history, event);
  if (event.kind === MARKER.PVARP_EXTENDED) history.isExtended = true;
  if (event.kind === MARKER.PMT_FOUND) history.isAgainstLoop = true;
  if (!isVentricularEvent(event)) return;
  const isNew = event.time_us !== history.lastVentricular_us;
  if (isNew) history.previousVentricular_us = history.lastVentricular_us;
  history.lastVentricular_us = event.time_us;
  history.lastVentricularKind = event.kind;
  if (isVentricularSense(event)) history.lastVentricularSense_us = event.time_us;
  history.atrialSense_us = -Infinity;
  history.atrialPace_us = -Infinity;
  history.isExtended = false;
  history.isAgainstLoop = false;
}

function takeMode(history: PacingHistory, { kind }: MonitoredEvent): void {
  if (kind === MARKER.ATR_FALLBACK) history.isSwitched = true;
  if (kind === MARKER.ATR_END) history.isSwitched = false;
  if (kind === MARKER.PACE_NOW) history.regime = "pace-now";
  if (kind === MARKER.MAGNET_ON) history.regime = "magnet";
  if (history.regime === "pace-now" || (history.regime === "magnet" && kind !== MARKER.MAGNET_OFF)) return;
  history.regime = history.isSwitched ? "fallback" : "permanent";
}

function takeNoise(history: PacingHistory, { kind, time_us }: MonitoredEvent): void {
  if (kind === MARKER.VN) history.lastNoiseReversion_us = time_us;
  if (kind === MARKER.VX) history.lastCrosstalk_us = time_us;
}

function takeAtrium(history: PacingHistory, { kind, time_us }: MonitoredEvent): void {
  if (kind === MARKER.AS) history.atrialSense_us = time_us;
  if (kind === MARKER.AP) {
    history.atrialPace_us = time_us;
  }
  if (kind === MARKER.AS || kind === MARKER.AP) history.lastAtrial_us = time_us;
}
