import { appendEvent, type LogBuffer } from "../log/event-log.ts";
import { MARKER, PACE_DETAIL } from "../log/marker.ts";
import { noteAtriumForTachycardia } from "../tachycardia/count-interval.ts";
import { sensedAvDelay_us } from "./av-delay.ts";
import { escapeInterval_us } from "./escape-interval.ts";
import type { GeneratorState } from "./generator-state.ts";
import type { GeneratorTiming } from "./generator-timing.ts";
import { countAtrialEvent } from "./mode-switch.ts";
import { restartAtrialCycle } from "./pace-atrium.ts";
import { watchLoop } from "./pacemaker-mediated-tachycardia.ts";

/**
 * A deflection at the atrial electrode, larger than the sensitivity.
 *
 * In order: absolute blanking (invisible), noise, partial blanking, refractory (PVARP, the AV interval, ARP), sense.
 */
export function senseAtrium(state: GeneratorState, timing: GeneratorTiming, time_us: number, out: LogBuffer): void {
  const behavior = timing.behaviors[state.regime]!;
  if (!behavior.seesAtrium || time_us < state.atrialBlankUntil_us) return;
  if (time_us < state.atrialNoiseUntil_us) {
    appendEvent(out, time_us, MARKER.AN, 0);
    state.atrialNoiseUntil_us = time_us + timing.noiseWindow_us;
    if (timing.noiseInhibits) holdAtrialEscape(state, timing, time_us);
    return;
  }
  noteAtriumForTachycardia(state, time_us);
  const isInAv = state.avEndAt_us < Infinity;
  const isPartial = time_us < state.atrialPartialUntil_us;
  if (isInAv || isPartial || time_us < state.atrialRefractoryUntil_us) {
    appendEvent(out, time_us, isPartial && !isInAv ? MARKER.Ab : MARKER.AR, 0);
    countRefractorySense(state, timing, time_us, isPartial && !isInAv, out);
    return;
  }
  acceptAtrialSense(state, timing, time_us, out);
}

function countRefractorySense(
  state: GeneratorState,
  timing: GeneratorTiming,
  time_us: number,
  isPartial: boolean,
  out: LogBuffer,
): void {
  state.atrialNoiseUntil_us = time_us + timing.noiseWindow_us;
  countAtrialEvent(state, timing, time_us, false, out);
  if (isPartial) return;
  state.atrialSinceVentricular = 1;
  const isDual = timing.behaviors[state.regime]!.isDual;
  if (timing.nonCompetitive_us > 0 && isDual && state.avEndAt_us === Infinity)
    state.nonCompetitiveUntil_us = time_us + timing.nonCompetitive_us;
}

function acceptAtrialSense(state: GeneratorState, timing: GeneratorTiming, time_us: number, out: LogBuffer): void {
  const behavior = timing.behaviors[state.regime]!;
  appendEvent(out, time_us, MARKER.AS, 0);
  countAtrialEvent(state, timing, time_us, false, out);
  state.atrialSinceVentricular = 1;
  if (!behavior.heedsAtrium) return;
  if (!behavior.isDual) {
    restartAtrialCycle(state, timing, time_us, true);
    state.lastAtrial_us = time_us;
    if (behavior.triggersAtrium) appendEvent(out, time_us, MARKER.AP, PACE_DETAIL.TRIGGERED);
    return;
  }
  state.lastAtrial_us = time_us;
  state.atrialTimedCycle = 1;
  state.atrialEscapeAt_us = Infinity;
  if (behavior.tracksAtrium) startSensedAvInterval(state, timing, time_us, out);
}

function startSensedAvInterval(state: GeneratorState, timing: GeneratorTiming, time_us: number, out: LogBuffer): void {
  watchLoop(state, timing, time_us, out);
  state.avStartedAt_us = time_us;
  state.avIsTracked = 1;
  const sensed_us = Math.max(time_us + sensedAvDelay_us(state, timing), state.upperRateUntil_us);
  const wanted_us = sensed_us + state.avPerturbation_us;
  // A sensor that asks for more than the upper rate does not make a tracked beat faster.
  const latest_us = Math.max(state.ventricularEscapeAt_us, state.upperRateUntil_us);
  state.avEndAt_us = Math.min(wanted_us, latest_us);
  state.ventricularEscapeAt_us = latest_us;
}

/** Noise that inhibits: the escape starts again from the last deflection. */
function holdAtrialEscape(state: GeneratorState, timing: GeneratorTiming, time_us: number): void {
  if (state.atrialEscapeAt_us === Infinity || timing.behaviors[state.regime]!.isDual) return;
  state.atrialEscapeAt_us = time_us + escapeInterval_us(state, timing, false);
}
