import { appendEvent, type LogBuffer } from "../log/event-log.ts";
import { MARKER } from "../log/marker.ts";
import type { GeneratorState } from "../machine/generator-state.ts";
import type { GeneratorTiming } from "../machine/generator-timing.ts";
import { countInterval } from "./detect.ts";
import { isVentricular } from "./discriminate.ts";
import { pushLast, type TachycardiaState, THERAPY_PHASE } from "./tachycardia-state.ts";
import { deliverShock, endEpisodeWhenSlow, startTherapy } from "./treat.ts";

const KEPT_INTERVALS = 12;
const KEPT_ATRIAL_INTERVALS = 10;
const KEPT_SLOW_INTERVALS = 4;

/**
 * Takes up a ventricular sense, refractory or not: counts its interval, and may find a tachycardia.
 *
 * @returns true when it is the sense that a shock waited for
 */
export function countTachycardiaInterval(
  generator: GeneratorState,
  timing: GeneratorTiming,
  time_us: number,
  out: LogBuffer,
): boolean {
  const state = generator.tachycardia;
  if (!state || state.phase === THERAPY_PHASE.PACING) return false;
  const interval_us = time_us - state.lastSense_us;
  state.lastSense_us = time_us;
  if (state.phase === THERAPY_PHASE.WAITING_FOR_SENSE) {
    deliverShock(state, time_us, out);
    return true;
  }
  if (interval_us === Infinity) noteSlowInterval(state, undefined, time_us, out);
  else takeInterval(state, timing, interval_us, time_us, out);
  return false;
}

function takeInterval(
  state: TachycardiaState,
  timing: GeneratorTiming,
  interval_us: number,
  time_us: number,
  out: LogBuffer,
): void {
  pushLast(state.intervals_us, interval_us, KEPT_INTERVALS);
  const zone = countInterval(state, interval_us, time_us);
  const slowest = state.zones[0];
  if (!slowest || interval_us > slowest.limit_us) noteSlowInterval(state, interval_us, time_us, out);
  else state.slowRun = 0;
  if (zone < 0 || state.phase !== THERAPY_PHASE.NONE) return;
  if (!acceptsZone(state, zone, time_us, out)) return;
  state.episodeZone = Math.max(zone, state.episodeZone);
  state.rejectedSince_us = -Infinity;
  appendEvent(out, time_us, MARKER.TACHYCARDIA_FOUND, zone);
  startTherapy(state, time_us, timing.ventricularRefractory_us, out);
}

function acceptsZone(state: TachycardiaState, zone: number, time_us: number, out: LogBuffer): boolean {
  if (state.episodeZone >= 0 || isVentricular(state, zone, time_us)) return true;
  if (state.rejectedSince_us === -Infinity) {
    state.rejectedSince_us = time_us;
    appendEvent(out, time_us, MARKER.SVT_FOUND, zone);
  }
  return false;
}

function noteSlowInterval(
  state: TachycardiaState,
  interval_us: number | undefined,
  time_us: number,
  out: LogBuffer,
): void {
  if (interval_us !== undefined) pushLast(state.slowIntervals_us, interval_us, KEPT_SLOW_INTERVALS);
  state.slowRun++;
  state.rejectedSince_us = -Infinity;
  endEpisodeWhenSlow(state, time_us, out);
}

/** A pace ends the interval that was being measured; it counts as slow. */
export function notePaceForTachycardia(generator: GeneratorState, time_us: number, out: LogBuffer): void {
  const state = generator.tachycardia;
  if (!state || state.phase === THERAPY_PHASE.PACING) return;
  state.lastSense_us = -Infinity;
  countInterval(state, Infinity, time_us);
  noteSlowInterval(state, undefined, time_us, out);
}

/** An atrial sense, for the comparison of rates. */
export function noteAtriumForTachycardia(generator: GeneratorState, time_us: number): void {
  const state = generator.tachycardia;
  if (!state) return;
  const interval_us = time_us - state.lastAtrial_us;
  if (interval_us < Infinity) pushLast(state.atrialIntervals_us, interval_us, KEPT_ATRIAL_INTERVALS);
  state.lastAtrial_us = time_us;
}
