import { appendEvent, type LogBuffer } from "../log/event-log.ts";
import { MARKER, ORIGIN } from "../log/marker.ts";
import { drawUniform, type HeartState, spreadInterval_us } from "./heart-state.ts";
import type { HeartTiming } from "./heart-timing.ts";

/**
 * Activates the atrium unless it is refractory: resets the sinus node, and enters the AV node unless it came from there.
 *
 * @returns whether it was activated
 */
export function activateAtrium(
  state: HeartState,
  timing: HeartTiming,
  time_us: number,
  origin: number,
  out: LogBuffer,
): boolean {
  if (time_us - state.lastAtrium_us < timing.atrialRefractory_us && origin !== ORIGIN.FIBRILLATION) return false;
  state.lastAtrium_us = time_us;
  state.retrogradeAt_us = Infinity;
  appendEvent(out, time_us, MARKER.ATRIUM, origin);
  if (state.fibrillationAt_us === Infinity && origin !== ORIGIN.FIBRILLATION)
    state.sinusAt_us = time_us + spreadInterval_us(state, timing.sinusInterval_us, timing.sinusSpreadFraction);
  if (timing.isLeftFarFieldPSeen) state.leftFarFieldAt_us = time_us + timing.leftFarFieldPDelay_us;
  if (origin !== ORIGIN.RETROGRADE) enterNode(state, timing, time_us, origin);
  return true;
}

/** Conduction time grows as the node has had less rest; without enough of it the beat is blocked (Wenckebach). */
function enterNode(state: HeartState, timing: HeartTiming, time_us: number, origin: number): void {
  if (!timing.conductsAntegrade || state.conductedAt_us < Infinity) return;
  const rest_us = time_us - state.lastNodeExit_us;
  const concealed_us =
    origin === ORIGIN.FIBRILLATION && state.fibrillationSpreadFraction > 0
      ? Math.round(timing.concealedConduction_us * drawUniform(state))
      : 0;
  if (rest_us < timing.avRefractory_us + concealed_us) return;
  const decrement_us = timing.avDecrement_us * Math.exp(-rest_us / timing.avRecovery_us);
  state.conductedAt_us = time_us + timing.avConduction_us + Math.round(decrement_us);
}
