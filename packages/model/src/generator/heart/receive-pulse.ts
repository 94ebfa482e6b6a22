import { appendEvent, type LogBuffer } from "../log/event-log.ts";
import { MARKER, ORIGIN, PACE_DETAIL } from "../log/marker.ts";
import { activateAtrium } from "./activate-atrium.ts";
import { activateVentricles } from "./activate-ventricles.ts";
import type { HeartState } from "./heart-state.ts";
import type { HeartTiming } from "./heart-timing.ts";

/**
 * What the heart makes of a marker of the generator: pulses capture or not, a shock ends every tachycardia.
 *
 * @param index  of the marker in the log, to which the heart's own markers are added
 */
export function receivePulse(state: HeartState, timing: HeartTiming, index: number, out: LogBuffer): void {
  const kind = out.kinds[index]!;
  const detail = out.details[index]!;
  const time_us = out.times_us[index]!;
  if (kind === MARKER.AP) receiveAtrialPulse(state, timing, time_us, out);
  else if (kind === MARKER.VP) receiveRightPulse(state, timing, time_us, out);
  else if (kind === MARKER.LP || kind === MARKER.LP2) receiveLeftPulse(state, timing, time_us, out);
  else if (kind === MARKER.TP && (detail & PACE_DETAIL.FURTHER) === 0)
    receiveAntitachycardiaPulse(state, timing, time_us, out);
  else if (kind === MARKER.SHOCK) receiveShock(state, timing, time_us, out);
}

function receiveAtrialPulse(state: HeartState, timing: HeartTiming, time_us: number, out: LogBuffer): void {
  if (timing.isCrosstalkSeen) state.crosstalkAt_us = time_us + timing.crosstalkDelay_us;
  const isExcitable = timing.capturesAtrium && state.fibrillationAt_us === Infinity;
  if (isExcitable && activateAtrium(state, timing, time_us, ORIGIN.ATRIAL_PACE, out)) return;
  appendEvent(out, time_us, MARKER.NO_CAPTURE, ORIGIN.ATRIAL_PACE);
}

/** A pulse captures unless its own site is refractory; before the front has come to it, it is fusion. */
function receiveRightPulse(state: HeartState, timing: HeartTiming, time_us: number, out: LogBuffer): void {
  const isAhead = state.rightSite_us > time_us;
  const isReady = isAhead || time_us - state.rightSite_us >= timing.ventricularRefractory_us;
  if (timing.capturesRight && isReady) {
    if (activateVentricles(state, timing, time_us, ORIGIN.RIGHT_PACE, out)) return;
    if (isAhead) {
      state.rightSite_us = time_us;
      state.rightDeflectionAt_us = Infinity;
      return;
    }
  }
  appendEvent(out, time_us, MARKER.NO_CAPTURE, ORIGIN.RIGHT_PACE);
}

function receiveLeftPulse(state: HeartState, timing: HeartTiming, time_us: number, out: LogBuffer): void {
  const isAhead = state.leftSite_us > time_us;
  const isReady = isAhead || time_us - state.leftSite_us >= timing.ventricularRefractory_us;
  if (timing.capturesLeft && isReady) {
    const isFirst = activateVentricles(state, timing, time_us, ORIGIN.LEFT_PACE, out);
    if (timing.capturesAtAnode && (isFirst || state.rightSite_us > time_us)) captureAtAnode(state, time_us);
    if (isFirst) return;
    if (isAhead) {
      state.leftSite_us = time_us;
      state.leftDeflectionAt_us = Infinity;
      return;
    }
  }
  appendEvent(out, time_us, MARKER.NO_CAPTURE, ORIGIN.LEFT_PACE);
}

/** The ring of the right-ventricular lead captures too: a later right-ventricular pulse finds refractory muscle. */
function captureAtAnode(state: HeartState, time_us: number): void {
  state.rightSite_us = time_us;
  state.rightDeflectionAt_us = Infinity;
}

/** Enough pulses that capture ahead of the focus end a tachycardia. */
function receiveAntitachycardiaPulse(state: HeartState, timing: HeartTiming, time_us: number, out: LogBuffer): void {
  const captured = timing.capturesRight && activateVentricles(state, timing, time_us, ORIGIN.RIGHT_PACE, out);
  if (!captured) {
    appendEvent(out, time_us, MARKER.NO_CAPTURE, ORIGIN.RIGHT_PACE);
    return;
  }
  state.capturedAtpPulses++;
  if (state.capturedAtpPulses >= timing.atpPulsesToEnd) endVentricularTachycardia(state);
}

/** Ends every tachycardia; the sinus node starts anew. */
function receiveShock(state: HeartState, timing: HeartTiming, time_us: number, out: LogBuffer): void {
  endVentricularTachycardia(state);
  endAtrialTachycardia(state, timing, time_us);
  appendEvent(out, time_us, MARKER.VENTRICLE, ORIGIN.SHOCK);
  state.lastVentricle_us = time_us;
  state.lastAtrium_us = time_us;
  state.lastNodeExit_us = time_us;
  state.rightSite_us = time_us;
  state.leftSite_us = time_us;
  state.conductedAt_us = Infinity;
  state.retrogradeAt_us = Infinity;
}

export function endVentricularTachycardia(state: HeartState): void {
  state.focusInterval_us = Infinity;
  state.ventricularFocusAt_us = Infinity;
  state.capturedAtpPulses = 0;
}

export function endAtrialTachycardia(state: HeartState, timing: HeartTiming, time_us: number): void {
  state.fibrillationInterval_us = Infinity;
  state.fibrillationAt_us = Infinity;
  state.sinusAt_us = time_us + timing.sinusInterval_us;
}
