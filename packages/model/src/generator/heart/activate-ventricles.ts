import { appendEvent, type LogBuffer } from "../log/event-log.ts";
import { MARKER, ORIGIN } from "../log/marker.ts";
import type { HeartState } from "./heart-state.ts";
import type { HeartTiming } from "./heart-timing.ts";

/**
 * Activates the ventricles unless they are refractory, and plans what follows: deflections at both electrodes, far field,
 * T wave, conduction back to the atrium.
 *
 * @returns whether they were activated
 */
export function activateVentricles(
  state: HeartState,
  timing: HeartTiming,
  time_us: number,
  origin: number,
  out: LogBuffer,
): boolean {
  if (time_us - state.lastVentricle_us < timing.ventricularRefractory_us) return false;
  state.lastVentricle_us = time_us;
  appendEvent(out, time_us, MARKER.VENTRICLE, origin);
  reachSites(state, timing, time_us, origin);
  if (timing.isFarFieldSeen) state.farFieldAt_us = time_us + timing.farFieldDelay_us;
  if (timing.isTSeen) state.tWaveAt_us = time_us + timing.tWaveDelay_us;
  if (origin !== ORIGIN.CONDUCTED) enterNodeFromBelow(state, timing, time_us);
  else state.lastNodeExit_us = time_us;
  if (state.focusInterval_us < Infinity) state.ventricularFocusAt_us = time_us + state.focusInterval_us;
  return true;
}

/** When the front comes to each electrode; a paced one sees its own pulse only. */
function reachSites(state: HeartState, timing: HeartTiming, time_us: number, origin: number): void {
  const isRightPace = origin === ORIGIN.RIGHT_PACE;
  const isLeftPace = origin === ORIGIN.LEFT_PACE;
  state.rightSite_us = isLeftPace ? time_us + timing.pacedTransit_us : time_us;
  state.leftSite_us = isLeftPace ? time_us : time_us + (isRightPace ? timing.pacedTransit_us : timing.rightToLeft_us);
  state.rightDeflectionAt_us = isRightPace || !timing.isRSeen ? Infinity : state.rightSite_us;
  state.leftDeflectionAt_us = isLeftPace || !timing.isLvRSeen ? Infinity : state.leftSite_us;
}

/** Meets a beat on its way down, or goes on to the atrium when the node has rested. */
function enterNodeFromBelow(state: HeartState, timing: HeartTiming, time_us: number): void {
  const hasRested = time_us - state.lastNodeExit_us >= timing.avRefractory_us;
  state.lastNodeExit_us = time_us;
  if (state.conductedAt_us < Infinity) {
    state.conductedAt_us = Infinity;
    return;
  }
  if (timing.conductsRetrograde && hasRested) state.retrogradeAt_us = time_us + timing.retrogradeConduction_us;
}
