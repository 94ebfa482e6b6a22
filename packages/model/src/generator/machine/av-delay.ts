import type { GeneratorState } from "./generator-state.ts";
import { type GeneratorTiming, SHORTEST_AV_DELAY_us } from "./generator-timing.ts";

/**
 * AV delay after an atrial pace: as programmed, or following the last cycle.
 *
 * AV = clamp(PAV · CCL / LRI, minimum, PAV) with the dynamic delay on. Nominal: CCL 1000 → 150, 800 → 120, 500 → 75,
 * 300 → 50 ms. An algorithm's delay goes before both.
 *
 * Source: PACEMAKER System Specification, 2007: last cycle times a stored factor, between fixed and minimum delay; the
 * factor is ours.
 */
export function pacedAvDelay_us(state: GeneratorState, timing: GeneratorTiming): number {
  if (state.algorithmAv_us < Infinity) return state.algorithmAv_us;
  if (!timing.isAvDynamic) return timing.pacedAvDelay_us;
  const scaled_us = Math.round((timing.pacedAvDelay_us * state.ventricularInterval_us) / timing.lowerInterval_us);
  return Math.min(timing.pacedAvDelay_us, Math.max(timing.minimumAvDelay_us, scaled_us));
}

/** AV delay after an atrial sense: SAV = PAV + offset. */
export function sensedAvDelay_us(state: GeneratorState, timing: GeneratorTiming): number {
  return Math.max(SHORTEST_AV_DELAY_us, pacedAvDelay_us(state, timing) + timing.sensedAvOffset_us);
}

/** What a search for conduction adds to the AV delay, and with it to the lower-rate interval of its cycles. */
export function searchExtension_us(state: GeneratorState, timing: GeneratorTiming): number {
  const isSearching = state.algorithmAv_us < Infinity && timing.behaviors[state.regime]!.isDual;
  return isSearching ? Math.max(0, state.algorithmAv_us - timing.pacedAvDelay_us) : 0;
}
