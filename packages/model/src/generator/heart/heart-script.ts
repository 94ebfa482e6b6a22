import type { LogBuffer } from "../log/event-log.ts";
import { ORIGIN } from "../log/marker.ts";
import { activateAtrium } from "./activate-atrium.ts";
import { activateVentricles } from "./activate-ventricles.ts";
import type { HeartState } from "./heart-state.ts";
import type { HeartTiming } from "./heart-timing.ts";
import { endAtrialTachycardia, endVentricularTachycardia } from "./receive-pulse.ts";
import type { RhythmSettings } from "./rhythm-parameters.ts";
import { DEFLECTION } from "./step-heart.ts";

/** What a scenario does to the heart. */
export type HeartAction =
  | { readonly kind: "pvc" | "pac" }
  /** Atrial fibrillation (spread above 0), flutter or tachycardia (spread 0). */
  | { readonly kind: "atrial-tachycardia"; readonly interval_ms: number; readonly spreadFraction: number }
  | { readonly kind: "atrial-tachycardia-end" }
  | { readonly kind: "ventricular-tachycardia"; readonly interval_ms: number }
  | { readonly kind: "ventricular-tachycardia-end" }
  | { readonly kind: "noise"; readonly channel: "A" | "V"; readonly interval_ms: number }
  | { readonly kind: "noise-end"; readonly channel: "A" | "V" }
  /** The heart changes from here on: rate, conduction, thresholds, amplitudes. */
  | { readonly kind: "rhythm"; readonly change: Partial<RhythmSettings> };

/** Does an action other than "rhythm", which changes the timing and not the state. Returns the deflection it makes. */
export function applyHeartAction(
  state: HeartState,
  timing: HeartTiming,
  time_us: number,
  action: Exclude<HeartAction, { kind: "rhythm" }>,
  out: LogBuffer,
): number {
  switch (action.kind) {
    case "pvc":
      activateVentricles(state, timing, time_us, ORIGIN.ECTOPIC, out);
      return DEFLECTION.NONE;
    case "pac":
      return activateAtrium(state, timing, time_us, ORIGIN.ECTOPIC, out) && timing.isPSeen
        ? DEFLECTION.A
        : DEFLECTION.NONE;
    case "atrial-tachycardia":
      state.fibrillationInterval_us = Math.round(1000 * action.interval_ms);
      state.fibrillationSpreadFraction = action.spreadFraction;
      state.fibrillationAt_us = time_us;
      state.sinusAt_us = Infinity;
      return DEFLECTION.NONE;
    case "atrial-tachycardia-end":
      endAtrialTachycardia(state, timing, time_us);
      return DEFLECTION.NONE;
    case "ventricular-tachycardia":
      state.focusInterval_us = Math.round(1000 * action.interval_ms);
      state.ventricularFocusAt_us = time_us;
      return DEFLECTION.NONE;
    case "ventricular-tachycardia-end":
      endVentricularTachycardia(state);
      return DEFLECTION.NONE;
    default:
      applyNoise(state, time_us, action);
      return DEFLECTION.NONE;
  }
}

function applyNoise(
  state: HeartState,
  time_us: number,
  action: Extract<HeartAction, { kind: "noise" | "noise-end" }>,
): void {
  const interval_us = action.kind === "noise" ? Math.round(1000 * action.interval_ms) : Infinity;
  const next_us = action.kind === "noise" ? time_us : Infinity;
  if (action.channel === "A") {
    state.atrialNoiseInterval_us = interval_us;
    state.atrialNoiseAt_us = next_us;
  } else {
    state.ventricularNoiseInterval_us = interval_us;
    state.ventricularNoiseAt_us = next_us;
  }
}
