/**
 * AV delays that follow conduction.
 *
 * "search": now and then a long AV delay, kept while conduction beats it. "negative-hysteresis": a ventricular sense in
 * the AV interval shortens the delay for a while. "intrinsic-offset": a short search measures conduction, the delay is
 * set an offset before it. "lv-fusion": with normal conduction and rate the left ventricle alone is paced at 70 % of the
 * conduction time, at least 40 ms before it; else both.
 *
 * Source: principles in Thibault, Heart Rhythm 2019, Int J Arrhythmia 2022 (table 2) and makers' pages; constants below
 * are from memory.
 */
import type { GeneratorState } from "./generator-state.ts";
import { type GeneratorTiming, SHORTEST_AV_DELAY_us } from "./generator-timing.ts";

const SEARCH_CYCLES = 3;
const FUSION_FRACTION = 0.7;
const FUSION_LEAD_us = 40_000;
/** Longest conduction from an atrial pace that counts as normal; after a sense it is shorter by the offset. */
const NORMAL_CONDUCTION_us = 250_000;
/** Shortest cycle of pacing for fusion: 100 a minute. */
const FUSION_CYCLE_us = 600_000;

/**
 * Takes up a ventricular event.
 *
 * @param conduction_us  from the atrial event to a sense in the AV interval, as if after an atrial pace; 0 for a pace
 */
export function advanceAvAlgorithm(state: GeneratorState, timing: GeneratorTiming, conduction_us: number): void {
  const { avAlgorithm } = timing.settings;
  if (avAlgorithm === "off") return;
  if (avAlgorithm === "search") advanceSearch(state, timing, conduction_us);
  else if (avAlgorithm === "negative-hysteresis") advanceNegativeHysteresis(state, timing, conduction_us);
  else advanceMeasurement(state, timing, conduction_us);
}

function advanceSearch(state: GeneratorState, timing: GeneratorTiming, conduction_us: number): void {
  if (state.algorithmAv_us < Infinity) {
    if (conduction_us > 0) return;
    state.algorithmAv_us = Infinity;
    state.algorithmCyclesLeft = timing.settings.avSearchInterval_cycles;
    return;
  }
  state.algorithmCyclesLeft--;
  if (state.algorithmCyclesLeft <= 0) state.algorithmAv_us = searchDelay_us(timing);
}

function advanceNegativeHysteresis(state: GeneratorState, timing: GeneratorTiming, conduction_us: number): void {
  if (conduction_us > 0) {
    const shortened_us = timing.pacedAvDelay_us - 1000 * timing.settings.avAlgorithmOffset_ms;
    state.algorithmAv_us = Math.max(SHORTEST_AV_DELAY_us, shortened_us);
    state.algorithmCyclesLeft = timing.settings.avSearchInterval_cycles;
  } else if (state.algorithmAv_us < Infinity) {
    state.algorithmCyclesLeft--;
    if (state.algorithmCyclesLeft <= 0) state.algorithmAv_us = Infinity;
  }
}

function advanceMeasurement(state: GeneratorState, timing: GeneratorTiming, conduction_us: number): void {
  if (state.searchCyclesLeft > 0) {
    // An AV interval that the upper rate holds open measures no conduction.
    if (conduction_us > 0 && conduction_us <= searchDelay_us(timing)) state.searchMeasured_us = conduction_us;
    state.searchCyclesLeft--;
    if (state.searchCyclesLeft === 0) settleDelay(state, timing);
    return;
  }
  state.algorithmCyclesLeft--;
  if (state.algorithmCyclesLeft > 0) return;
  state.searchCyclesLeft = SEARCH_CYCLES;
  state.searchMeasured_us = 0;
  state.leftOnly = 0;
  state.algorithmAv_us = searchDelay_us(timing);
}

function settleDelay(state: GeneratorState, timing: GeneratorTiming): void {
  const measured_us = state.searchMeasured_us;
  state.algorithmCyclesLeft = timing.settings.avSearchInterval_cycles;
  state.algorithmAv_us = Infinity;
  if (measured_us === 0) return;
  if (timing.settings.avAlgorithm === "intrinsic-offset") {
    const early_us = measured_us - 1000 * timing.settings.avAlgorithmOffset_ms;
    state.algorithmAv_us = Math.max(SHORTEST_AV_DELAY_us, early_us);
  } else if (measured_us <= NORMAL_CONDUCTION_us && state.ventricularInterval_us >= FUSION_CYCLE_us) {
    const early_us = Math.min(Math.round(FUSION_FRACTION * measured_us), measured_us - FUSION_LEAD_us);
    state.algorithmAv_us = Math.max(SHORTEST_AV_DELAY_us, early_us);
    state.leftOnly = 1;
  }
}

function searchDelay_us(timing: GeneratorTiming): number {
  return Math.max(timing.pacedAvDelay_us, 1000 * timing.settings.avSearchDelay_ms);
}
