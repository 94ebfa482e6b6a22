import type { DetectionCounter } from "./tachycardia-settings.ts";
import { pushLast, type TachycardiaState, type ZoneState } from "./tachycardia-state.ts";

const DURATION_WINDOW = 10;
const DURATION_OPEN = 8;
const DURATION_KEEP = 6;

/** What an interval is to a zone. */
type IntervalClass = "slower" | "in" | "faster";

/**
 * Takes an interval into every zone's count.
 *
 * @returns the fastest zone whose count is full, or -1
 */
export function countInterval(state: TachycardiaState, interval_us: number, time_us: number): number {
  let found = -1;
  for (const [i, zone] of state.zones.entries()) {
    const next = state.zones[i + 1];
    const isFaster = next !== undefined && interval_us <= next.limit_us;
    const kind: IntervalClass = isFaster ? "faster" : interval_us <= zone.limit_us ? "in" : "slower";
    const isRedetection = state.episodeZone >= 0;
    if (isFull(zone, state.settings.zones[i]!.counter, kind, isRedetection, time_us) && kind !== "slower") found = i;
  }
  return found;
}

function isFull(
  zone: ZoneState,
  counter: DetectionCounter,
  kind: IntervalClass,
  isRedetection: boolean,
  time_us: number,
): boolean {
  switch (counter.kind) {
    case "consecutive":
      if (kind === "in") zone.count++;
      else if (kind === "slower") zone.count = 0;
      return kind === "in" && zone.count >= (isRedetection ? counter.redetectionCount : counter.count);
    case "up-down":
      if (kind === "in") zone.count++;
      else if (kind === "slower") zone.count = Math.max(0, zone.count - 1);
      return kind === "in" && zone.count >= (isRedetection ? counter.redetectionCount : counter.count);
    case "x-of-y":
      pushLast(zone.history, kind === "slower" ? 0 : 1, counter.y);
      return countFast(zone) >= (isRedetection ? counter.redetectionX : counter.x);
    case "duration":
      pushLast(zone.history, kind === "slower" ? 0 : 1, DURATION_WINDOW);
      return isDurationOver(zone, isRedetection ? counter.redetectionDuration_s : counter.duration_s, time_us);
  }
}

function isDurationOver(zone: ZoneState, duration_s: number, time_us: number): boolean {
  const fast = countFast(zone);
  if (zone.durationEndAt_us === Infinity) {
    if (fast >= DURATION_OPEN) zone.durationEndAt_us = time_us + Math.round(duration_s * 1e6);
  } else if (fast < DURATION_KEEP) zone.durationEndAt_us = Infinity;
  return time_us >= zone.durationEndAt_us;
}

function countFast(zone: ZoneState): number {
  return zone.history.reduce((sum, bit) => sum + bit, 0);
}

/** Forgets what was counted, after a therapy or at the end of an episode. */
export function resetZones(state: TachycardiaState): void {
  for (const zone of state.zones) {
    zone.count = 0;
    zone.history = [];
    zone.durationEndAt_us = Infinity;
  }
}
