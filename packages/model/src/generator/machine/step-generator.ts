import { createLogBuffer, type LogBuffer } from "../log/event-log.ts";
import { senseAtrium } from "./atrial-sense.ts";
import { applyActivity, applyMagnet, paceNow } from "./control-generator.ts";
import { fireNextTimer, nextTimer_us } from "./fire-timer.ts";
import { copyGeneratorState, type GeneratorState } from "./generator-state.ts";
import type { GeneratorTiming } from "./generator-timing.ts";
import { senseLeftVentricle, senseVentricle } from "./ventricular-sense.ts";

/** What can happen to a generator. */
export type GeneratorEvent =
  | { readonly kind: "timer" }
  | { readonly kind: "A"; readonly time_us: number }
  | { readonly kind: "V"; readonly time_us: number }
  | { readonly kind: "LV"; readonly time_us: number }
  | { readonly kind: "magnet"; readonly time_us: number; readonly isOn: boolean }
  | { readonly kind: "pace-now"; readonly time_us: number }
  | { readonly kind: "activity"; readonly time_us: number; readonly activityFraction: number };

export interface GeneratorStep {
  readonly state: GeneratorState;
  /** Paces and markers, in order. */
  readonly out: LogBuffer;
  /** When to come back with a timer event, if nothing else happens. */
  readonly nextTimer_us: number;
}

/**
 * The generator as a pure function: state and event give a new state and what it did.
 *
 * Timers due before the event must have been fired by timer events; one that ends at the same instant has not.
 */
export function stepGenerator(state: GeneratorState, timing: GeneratorTiming, event: GeneratorEvent): GeneratorStep {
  const next = copyGeneratorState(state);
  const out = createLogBuffer();
  applyEvent(next, timing, event, out);
  return { state: next, out, nextTimer_us: nextTimer_us(next) };
}

function applyEvent(state: GeneratorState, timing: GeneratorTiming, event: GeneratorEvent, out: LogBuffer): void {
  if (event.kind === "timer") fireNextTimer(state, timing, out);
  else if (event.kind === "A") senseAtrium(state, timing, event.time_us, out);
  else if (event.kind === "V") senseVentricle(state, timing, event.time_us, out);
  else if (event.kind === "LV") senseLeftVentricle(state, timing, event.time_us, out);
  else if (event.kind === "magnet") applyMagnet(state, timing, event.time_us, event.isOn, out);
  else if (event.kind === "pace-now") paceNow(state, timing, event.time_us, out);
  else applyActivity(state, timing, event.activityFraction);
}
