import { appendEvent, type LogBuffer } from "../log/event-log.ts";
import { MARKER } from "../log/marker.ts";
import { resetZones } from "./detect.ts";
import type { Therapy } from "./tachycardia-settings.ts";
import { type TachycardiaState, THERAPY_PHASE } from "./tachycardia-state.ts";

/** A shock waits this long for a ventricular sense, then comes without one (from memory). */
const SYNCHRONY_us = 500_000;
/** Slow intervals in a row that end an episode or abort a charge; assumed. */
const EPISODE_END_COUNT = 8;
const ABORT_COUNT = 5;
/** Intervals whose mean is the tachycardia's cycle length. */
const CYCLE_COUNT = 4;

/** Starts the next therapy of the episode's zone; nothing where all have been given. */
export function startTherapy(state: TachycardiaState, time_us: number, refractory_us: number, out: LogBuffer): void {
  const therapies = state.settings.zones[state.episodeZone]!.therapies;
  while (state.therapyIndex < therapies.length && state.givenCount >= countOf(therapies[state.therapyIndex]!)) {
    state.therapyIndex++;
    state.givenCount = 0;
  }
  const therapy = therapies[state.therapyIndex];
  resetZones(state);
  if (!therapy) return;
  if (therapy.kind === "shock") {
    state.phase = THERAPY_PHASE.CHARGING;
    state.nextAt_us = time_us + Math.round((therapy.energy_J / state.settings.chargePower_W) * 1e6);
    appendEvent(out, time_us, MARKER.CHARGE_START, 0);
  } else startPacing(state, therapy, time_us, refractory_us);
}

function countOf(therapy: Therapy): number {
  return therapy.kind === "shock" ? therapy.count : therapy.sequenceCount;
}

/** The first pulse keeps its coupling to the last sense, but not within refractory of it. */
function startPacing(
  state: TachycardiaState,
  therapy: Exclude<Therapy, { kind: "shock" }>,
  time_us: number,
  refractory_us: number,
): void {
  const cycle = state.intervals_us.slice(-CYCLE_COUNT);
  const cycle_us = cycle.reduce((sum, value) => sum + value, 0) / cycle.length;
  const scan_us = therapy.kind === "burst" ? 1000 * therapy.decrement_ms * state.givenCount : 0;
  const shortest_us = 1000 * state.settings.shortestAtpInterval_ms;
  state.phase = THERAPY_PHASE.PACING;
  state.pulsesLeft = therapy.pulseCount;
  state.pulseInterval_us = Math.max(shortest_us, Math.round((cycle_us * therapy.cycle_percent) / 100) - scan_us);
  state.pulseDecrement_us = therapy.kind === "ramp" ? 1000 * therapy.decrement_ms : 0;
  state.nextAt_us = time_us + Math.max(state.pulseInterval_us, refractory_us);
}

/** A pulse was delivered: plans the next or ends the sequence. */
export function advancePacing(state: TachycardiaState, time_us: number): void {
  state.pulsesLeft--;
  if (state.pulsesLeft === 0) {
    endAttempt(state);
    return;
  }
  state.pulseInterval_us = Math.max(
    1000 * state.settings.shortestAtpInterval_ms,
    state.pulseInterval_us - state.pulseDecrement_us,
  );
  state.nextAt_us = time_us + state.pulseInterval_us;
}

/** The charge is done: the rhythm decides whether the shock is still wanted. */
export function endCharge(state: TachycardiaState, time_us: number, out: LogBuffer): void {
  if (state.slowRun >= ABORT_COUNT) {
    appendEvent(out, time_us, MARKER.CHARGE_ABORTED, 0);
    endAttempt(state);
    return;
  }
  appendEvent(out, time_us, MARKER.CHARGE_END, 0);
  state.phase = THERAPY_PHASE.WAITING_FOR_SENSE;
  state.nextAt_us = time_us + SYNCHRONY_us;
}

export function deliverShock(state: TachycardiaState, time_us: number, out: LogBuffer): void {
  appendEvent(out, time_us, MARKER.SHOCK, 0);
  endAttempt(state);
}

function endAttempt(state: TachycardiaState): void {
  state.givenCount++;
  state.phase = THERAPY_PHASE.NONE;
  state.nextAt_us = Infinity;
  state.intervals_us = [];
  state.slowRun = 0;
}

/** Ends the episode after enough slow intervals in a row. */
export function endEpisodeWhenSlow(state: TachycardiaState, time_us: number, out: LogBuffer): void {
  if (state.episodeZone < 0 || state.phase !== THERAPY_PHASE.NONE || state.slowRun < EPISODE_END_COUNT) return;
  appendEvent(out, time_us, MARKER.EPISODE_END, state.episodeZone);
  state.episodeZone = -1;
  state.therapyIndex = 0;
  state.givenCount = 0;
  resetZones(state);
}
