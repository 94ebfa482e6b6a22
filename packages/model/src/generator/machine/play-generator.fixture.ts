import { createLogBuffer } from "../log/event-log.ts";
import { markerName } from "../log/marker.ts";
import { type GeneratorSettings, NOMINAL_SETTINGS } from "../parameters/generator-settings.ts";
import { senseAtrium } from "./atrial-sense.ts";
import { applyActivity, applyMagnet, paceNow } from "./control-generator.ts";
import { fireNextTimer, nextTimer_us } from "./fire-timer.ts";
import { createGeneratorState, type GeneratorState } from "./generator-state.ts";
import { compileTiming } from "./generator-timing.ts";
import { senseLeftVentricle, senseVentricle } from "./ventricular-sense.ts";

/** What a test does to a generator that has no heart: a time in ms and what is seen or done then. */
export type Stimulus = readonly [number, "A" | "V" | "LV" | "magnet on" | "magnet off" | "pace now" | "activity"];

interface PlayedEvent {
  readonly time_ms: number;
  readonly marker: string;
  readonly detail: number;
}

export interface Played {
  readonly events: readonly PlayedEvent[];
  readonly state: GeneratorState;
}

/** Runs a generator against a list of stimuli in order of time; times of the markers in ms. */
export function playGenerator(
  change: Partial<GeneratorSettings>,
  stimuli: readonly Stimulus[],
  until_ms: number,
): Played {
  const timing = compileTiming({ ...NOMINAL_SETTINGS, ...change });
  const state = createGeneratorState(timing, 0);
  const log = createLogBuffer();
  const act = {
    A: (time_us: number) => senseAtrium(state, timing, time_us, log),
    V: (time_us: number) => senseVentricle(state, timing, time_us, log),
    LV: (time_us: number) => senseLeftVentricle(state, timing, time_us, log),
    "magnet on": (time_us: number) => applyMagnet(state, timing, time_us, true, log),
    "magnet off": (time_us: number) => applyMagnet(state, timing, time_us, false, log),
    "pace now": (time_us: number) => paceNow(state, timing, time_us, log),
    activity: () => applyActivity(state, timing, 1),
  };
  for (const [time_ms, kind] of stimuli) {
    const time_us = Math.round(1000 * time_ms);
    while (nextTimer_us(state) < time_us) fireNextTimer(state, timing, log);
    act[kind](time_us);
  }
  while (nextTimer_us(state) <= 1000 * until_ms) fireNextTimer(state, timing, log);
  const events = Array.from({ length: log.count }, (_, i) => ({
    time_ms: log.times_us[i]! / 1000,
    marker: markerName(log.kinds[i]!),
    detail: log.details[i]!,
  }));
  return { events, state };
}

/** Times of one marker. */
export function timesOf({ events }: Played, marker: string): number[] {
  return events.filter((event) => event.marker === marker).map(({ time_ms }) => time_ms);
}

/** Every marker with its time: "AS 850", "VP 1000". */
export function tell({ events }: Played): string[] {
  return events.map(({ marker, time_ms }) => `${marker} ${time_ms}`);
}

/** The same stimulus every so often. */
export function repeatStimulus(kind: Stimulus[1], first_ms: number, interval_ms: number, count: number): Stimulus[] {
  return Array.from({ length: count }, (_, i) => [first_ms + i * interval_ms, kind] as const);
}

export function inOrder(...lists: readonly (readonly Stimulus[])[]): Stimulus[] {
  return lists.flat().sort(([a], [b]) => a - b);
}
