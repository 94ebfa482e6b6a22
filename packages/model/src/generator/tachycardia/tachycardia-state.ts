import { intervalFromRate_us } from "../machine/generator-timing.ts";
import type { TachycardiaSettings } from "./tachycardia-settings.ts";

/** Counting of one zone. */
export interface ZoneState {
  readonly limit_us: number;
  count: number;
  /** Newest last: 1 for an interval at or above the zone's rate; X of Y, and 8 of 10. */
  history: number[];
  /** End of the duration; Infinity when not running. */
  durationEndAt_us: number;
}

/** What is under way; a number for comparison. */
export const THERAPY_PHASE = { NONE: 0, PACING: 1, CHARGING: 2, WAITING_FOR_SENSE: 3 } as const;

export interface TachycardiaState {
  readonly settings: TachycardiaSettings;
  readonly zones: ZoneState[];
  /** Last ventricular sense; -Infinity after a pace. */
  lastSense_us: number;
  lastAtrial_us: number;
  /** Newest last, 12 at most. */
  intervals_us: number[];
  /** Newest last, 10 at most. */
  atrialIntervals_us: number[];
  /** The last intervals slower than every zone, newest last, 4 at most. */
  slowIntervals_us: number[];
  slowRun: number;
  /** -1 between episodes. */
  episodeZone: number;
  therapyIndex: number;
  /** Sequences or shocks of the therapy already given. */
  givenCount: number;
  phase: number;
  pulsesLeft: number;
  pulseInterval_us: number;
  pulseDecrement_us: number;
  /** Next antitachycardia pulse, end of charge, or latest time of the shock. */
  nextAt_us: number;
  /** First rejection as supraventricular; -Infinity when none. */
  rejectedSince_us: number;
}

export function createTachycardiaState(settings: TachycardiaSettings): TachycardiaState {
  return {
    settings,
    zones: settings.zones.map(({ rate_bpm }) => ({
      limit_us: intervalFromRate_us(rate_bpm),
      count: 0,
      history: [],
      durationEndAt_us: Infinity,
    })),
    lastSense_us: -Infinity,
    lastAtrial_us: -Infinity,
    intervals_us: [],
    atrialIntervals_us: [],
    slowIntervals_us: [],
    slowRun: 0,
    episodeZone: -1,
    therapyIndex: 0,
    givenCount: 0,
    phase: THERAPY_PHASE.NONE,
    pulsesLeft: 0,
    pulseInterval_us: 0,
    pulseDecrement_us: 0,
    nextAt_us: Infinity,
    rejectedSince_us: -Infinity,
  };
}

export function copyTachycardiaState(state: TachycardiaState): TachycardiaState {
  return {
    ...state,
    zones: state.zones.map((zone) => ({ ...zone, history: [...zone.history] })),
    intervals_us: [...state.intervals_us],
    atrialIntervals_us: [...state.atrialIntervals_us],
    slowIntervals_us: [...state.slowIntervals_us],
  };
}

/** Adds to the end of a list that keeps the last `length`. */
export function pushLast(list: number[], value: number, length: number): void {
  list.push(value);
  if (list.length > length) list.shift();
}

/** An age that makes no difference any more: intervals beyond it are all slow. */
const OLDEST_us = 10e6;
const COUNTED_SLOW_RUN = 8;

/** The state relative to now; see `writeGeneratorCanonical`. */
export function writeTachycardiaCanonical(
  out: number[],
  from: number,
  state: TachycardiaState,
  now_us: number,
): number {
  let at = from;
  const write = (value: number) => {
    out[at++] = value;
  };
  for (const zone of state.zones) {
    write(zone.count);
    write(zone.durationEndAt_us - now_us);
    write(zone.history.length);
    for (const bit of zone.history) write(bit);
  }
  write(Math.max(-OLDEST_us, state.lastSense_us - now_us));
  write(Math.max(-OLDEST_us, state.lastAtrial_us - now_us));
  for (const list of [state.intervals_us, state.atrialIntervals_us, state.slowIntervals_us]) {
    write(list.length);
    for (const value of list) write(value);
  }
  write(Math.min(COUNTED_SLOW_RUN, state.slowRun));
  write(state.episodeZone);
  write(state.therapyIndex);
  write(state.givenCount);
  write(state.phase);
  write(state.pulsesLeft);
  write(state.pulseInterval_us);
  write(state.pulseDecrement_us);
  write(state.nextAt_us - now_us);
  write(state.rejectedSince_us - now_us);
  return at;
}

/** Moves every time of the state. */
export function shiftTachycardiaState(state: TachycardiaState, by_us: number): void {
  for (const zone of state.zones) zone.durationEndAt_us += by_us;
  state.lastSense_us += by_us;
  state.lastAtrial_us += by_us;
  state.nextAt_us += by_us;
  state.rejectedSince_us += by_us;
}
