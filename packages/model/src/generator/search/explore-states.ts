/**
 * Bounded exhaustive search of the generator's states, without a heart: after every state the next sense may be atrial or
 * ventricular, at every grid time and 1 ms around every end of a timer or window; or none comes and the next timer fires.
 *
 * States are merged when mode, flags, counters and what is left of timers and windows agree. A timer's firing costs no
 * depth; a sense costs one.
 */
import { createLogBuffer, type FlatLog } from "../log/event-log.ts";
import { senseAtrium } from "../machine/atrial-sense.ts";
import { fireNextTimer, nextTimer_us } from "../machine/fire-timer.ts";
import {
  copyGeneratorState,
  createGeneratorState,
  type GeneratorState,
  TIMER_NAMES,
  WINDOW_NAMES,
} from "../machine/generator-state.ts";
import { compileTiming, type GeneratorTiming } from "../machine/generator-timing.ts";
import { senseVentricle } from "../machine/ventricular-sense.ts";
import type { GeneratorSettings } from "../parameters/generator-settings.ts";
import { writeLiveState } from "./live-state.ts";

export interface ExplorationOptions {
  /** Senses from the start. */
  readonly depth: number;
  readonly grid_ms: number;
  /** Gives up beyond this many states. */
  readonly stateLimit: number;
}

/** A step that was taken, for whoever judges it. */
export interface ExploredStep {
  readonly before: GeneratorState;
  readonly before_us: number;
  readonly after: GeneratorState;
  readonly out: FlatLog;
}

export interface Exploration {
  /** Different states. */
  readonly visited: number;
  /** Steps that led to a state already known. */
  readonly merged: number;
  /** New states at each depth. */
  readonly newAtDepth: readonly number[];
  /** True when the last depth added none: every reachable state has been visited. */
  readonly isClosed: boolean;
  readonly isCutOff: boolean;
}

interface Node {
  readonly state: GeneratorState;
  readonly now_us: number;
}

interface Search {
  readonly timing: GeneratorTiming;
  readonly options: ExplorationOptions;
  readonly seen: Set<number>;
  readonly scratch: number[];
  readonly judge: (step: ExploredStep) => void;
  merged: number;
}

const MARGIN_us = 1000;

/** @param judge  called with every step; throws or collects as it likes */
export function exploreStates(
  settings: GeneratorSettings,
  options: ExplorationOptions,
  judge: (step: ExploredStep) => void,
): Exploration {
  const timing = compileTiming(settings);
  const search: Search = { timing, options, seen: new Set(), scratch: [], judge, merged: 0 };
  let frontier: Node[] = [];
  visitWithTimers(search, { state: createGeneratorState(timing, 0), now_us: 0 }, frontier);
  const newAtDepth = [search.seen.size];
  for (let depth = 1; depth <= options.depth && newAtDepth.at(-1)! > 0 && !isFull(search); depth++) {
    const before = search.seen.size;
    // States of the last depth are counted and need not be kept.
    frontier = senseFromAll(search, frontier, depth < options.depth);
    newAtDepth.push(search.seen.size - before);
  }
  return {
    visited: search.seen.size,
    merged: search.merged,
    newAtDepth,
    isClosed: newAtDepth.at(-1) === 0,
    isCutOff: isFull(search),
  };
}

function isFull({ seen, options }: Search): boolean {
  return seen.size >= options.stateLimit;
}

/** Takes up a state if it is new, and all that firing timers leads to from it. */
function visitWithTimers(search: Search, start: Node, found: Node[] | undefined): void {
  for (let node: Node | undefined = start; node && isNew(search, node); ) {
    found?.push(node);
    node = fireFrom(search, node);
  }
}

function isNew(search: Search, { state, now_us }: Node): boolean {
  const count = writeLiveState(search.scratch, state, search.timing, now_us);
  const key = fingerprint(search.scratch, count);
  if (search.seen.has(key)) {
    search.merged++;
    return false;
  }
  search.seen.add(key);
  return true;
}

/** 53 bits of two hashes of the numbers; two of a million states fall together with a chance of one in ten thousand. */
function fingerprint(numbers: readonly number[], count: number): number {
  let low = 0x811c9dc5;
  let high = 0x1b873593;
  for (let i = 0; i < count; i++) {
    const value = Number.isFinite(numbers[i]!) ? Math.round(numbers[i]!) : 0x7fffffff;
    low = Math.imul(low ^ value, 0x01000193);
    low ^= low >>> 15;
    high = Math.imul(high ^ value, 0xcc9e2d51 | 1);
    high ^= high >>> 13;
  }
  return (high & 0x1fffff) * 4294967296 + (low >>> 0);
}

function fireFrom(search: Search, { state, now_us }: Node): Node | undefined {
  const time_us = nextTimer_us(state);
  if (time_us === Infinity) return undefined;
  const out = createLogBuffer();
  const after = copyGeneratorState(state);
  fireNextTimer(after, search.timing, out);
  search.judge({ before: state, before_us: now_us, after, out });
  return { state: after, now_us: time_us };
}

function senseFromAll(search: Search, nodes: readonly Node[], isKept: boolean): Node[] {
  const found: Node[] = [];
  const kept = isKept ? found : undefined;
  for (const node of nodes) {
    for (const time_us of listSenseTimes(node, search.options)) {
      visitWithTimers(search, senseFrom(search, node, time_us, senseAtrium), kept);
      visitWithTimers(search, senseFrom(search, node, time_us, senseVentricle), kept);
    }
    if (isFull(search)) break;
  }
  return found;
}

/** Grid times and 1 ms around each end, until the next timer fires; at that instant the sense comes first. */
function listSenseTimes({ state, now_us }: Node, { grid_ms }: ExplorationOptions): number[] {
  const last_us = nextTimer_us(state);
  const times = new Set<number>();
  for (let time_us = now_us + 1000 * grid_ms; time_us <= last_us && time_us < Infinity; time_us += 1000 * grid_ms)
    times.add(time_us);
  for (const name of [...TIMER_NAMES, ...WINDOW_NAMES]) {
    for (const offset_us of [-MARGIN_us, 0, MARGIN_us]) {
      const time_us = state[name] + offset_us;
      if (time_us > now_us && time_us <= last_us && time_us < Infinity) times.add(time_us);
    }
  }
  return [...times].sort((a, b) => a - b);
}

function senseFrom(search: Search, { state, now_us }: Node, time_us: number, sense: typeof senseAtrium): Node {
  const out = createLogBuffer();
  const after = copyGeneratorState(state);
  sense(after, search.timing, time_us, out);
  search.judge({ before: state, before_us: now_us, after, out });
  return { state: after, now_us: time_us };
}
