/**
 * Runs a closed loop and skips steady rhythm.
 *
 * The loop is a function of its state and the script, and it reads times only as differences. So when the state,
 * written relative to now, is what it was some cycles ago, the events since then repeat until the script acts again:
 * they become one block, and the loop is moved to the last whole repeat. States are compared with one kept from earlier,
 * which is renewed after 1, 2, 4, 8, ... cycles (Brent, BIT 1980;20:176), so any period is found.
 */
import { cutBlock, type LogBlock } from "../log/event-log.ts";
import { MARKER, PACE_DETAIL } from "../log/marker.ts";
import { createLoopState, type LoopState, shiftLoop, writeLoopCanonical } from "./loop-state.ts";
import type { Scenario } from "./scenario.ts";
import { nextEvent_us, stepLoop } from "./step-loop.ts";

/** Cycles after which a kept state is renewed at the latest: longer periods are stepped. */
const LONGEST_PERIOD_cycles = 4096;

/** A state kept for comparison. */
interface Anchor {
  canonical: number[];
  /** From the anchor to the next event: unequal ones spare the comparison of states. */
  ahead_us: number;
  time_us: number;
  logIndex: number;
  cyclesSince: number;
  cyclesAllowed: number;
}

/**
 * @returns blocks that, expanded, are the log of `runStepped`, event for event
 *
 * Cost: linear in the events of what is not steady; a steady stretch costs three of its cycles, however long it is.
 */
export function runSkipping(scenario: Scenario): LogBlock[] {
  const loop = createLoopState(scenario);
  const end_us = Math.round(1000 * scenario.duration_ms);
  const blocks: LogBlock[] = [];
  const anchor = createAnchor();
  const canonical: number[] = [];
  let written = 0;
  let scriptIndex = 0;
  let seen = 0;
  while (nextEvent_us(loop) < end_us) {
    stepLoop(loop);
    const isBetweenInstants = nextEvent_us(loop) > loop.now_us;
    if (!isBetweenInstants || !hasCycleMark(loop, seen)) continue;
    seen = loop.log.count;
    if (loop.scriptIndex !== scriptIndex) {
      scriptIndex = loop.scriptIndex;
      forgetAnchor(anchor);
    }
    if (!isAtAnchor(anchor, canonical, loop)) {
      renewAnchor(anchor, loop);
      continue;
    }
    const duration_us = loop.now_us - anchor.time_us;
    const repeats = Math.floor((Math.min(end_us, loop.scriptAt_us) - 1 - loop.now_us) / duration_us);
    if (repeats < 1) continue;
    writePlain(blocks, loop, [written, anchor.logIndex]);
    const repeated = { start_us: anchor.time_us, duration_us, repeatCount: 1 + repeats };
    blocks.push(cutBlock(loop.log, [anchor.logIndex, loop.log.count], repeated));
    shiftLoop(loop, repeats * duration_us);
    loop.log.count = 0;
    written = 0;
    seen = 0;
    forgetAnchor(anchor);
  }
  writePlain(blocks, loop, [written, loop.log.count]);
  return blocks;
}

function createAnchor(): Anchor {
  return { canonical: [], ahead_us: 0, time_us: 0, logIndex: 0, cyclesSince: 0, cyclesAllowed: 1 };
}

function forgetAnchor(anchor: Anchor): void {
  anchor.canonical.length = 0;
  anchor.cyclesSince = 0;
  anchor.cyclesAllowed = 1;
}

/** @param canonical  scratch */
function isAtAnchor(anchor: Anchor, canonical: number[], loop: LoopState): boolean {
  if (anchor.canonical.length === 0 || nextEvent_us(loop) - loop.now_us !== anchor.ahead_us) return false;
  writeLoopCanonical(canonical, loop);
  return isEqual(anchor.canonical, canonical);
}

function renewAnchor(anchor: Anchor, loop: LoopState): void {
  anchor.cyclesSince++;
  if (anchor.canonical.length > 0 && anchor.cyclesSince < anchor.cyclesAllowed) return;
  writeLoopCanonical(anchor.canonical, loop);
  anchor.ahead_us = nextEvent_us(loop) - loop.now_us;
  anchor.time_us = loop.now_us;
  anchor.logIndex = loop.log.count;
  anchor.cyclesSince = 0;
  anchor.cyclesAllowed = Math.min(LONGEST_PERIOD_cycles, 2 * anchor.cyclesAllowed);
}

/** Whether the events from `from` on hold one that begins a cycle. */
function hasCycleMark({ log }: LoopState, from: number): boolean {
  for (let i = log.count - 1; i >= from; i--) {
    const kind = log.kinds[i]!;
    if (kind === MARKER.VS || kind === MARKER.PVC || kind === MARKER.AP) return true;
    if (kind === MARKER.VP || kind === MARKER.LP) return (log.details[i]! & PACE_DETAIL.FURTHER) === 0;
    if (kind === MARKER.VENTRICLE) return true;
  }
  return false;
}

function isEqual(a: readonly number[], b: readonly number[]): boolean {
  if (a.length !== b.length) return false;
  for (let i = 0; i < a.length; i++) if (a[i] !== b[i]) return false;
  return true;
}

function writePlain(blocks: LogBlock[], loop: LoopState, range: readonly [number, number]): void {
  if (range[0] === range[1]) return;
  const start_us = loop.log.times_us[range[0]]!;
  blocks.push(cutBlock(loop.log, range, { start_us, duration_us: 0, repeatCount: 1 }));
}
