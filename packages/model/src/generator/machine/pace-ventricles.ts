import { appendEvent, type LogBuffer } from "../log/event-log.ts";
import { MARKER, PACE_DETAIL } from "../log/marker.ts";
import type { GeneratorState } from "./generator-state.ts";
import { type GeneratorTiming, type PulsePlan, REGIME, RIGHT_PULSES } from "./generator-timing.ts";
import { startVentricularCycle } from "./ventricular-event.ts";

/** Sequences by number, as the state keeps them. */
const SEQUENCE = { RIGHT: 1, BIVENTRICULAR: 2, LEFT: 3 } as const;
const BACKUP = { NONE: 0, DUE: 1, SEEN: 2 } as const;
/** The right ventricle is blanked this long after a left-ventricular pulse alone, so that capture is seen; assumed. */
const BLANK_AFTER_LEFT_us = 30_000;

function pulsesOf(timing: GeneratorTiming, sequence: number): readonly PulsePlan[] {
  if (sequence === SEQUENCE.BIVENTRICULAR) return timing.biventricularPulses;
  return sequence === SEQUENCE.LEFT ? timing.leftPulses : RIGHT_PULSES;
}

/** Paces the ventricles as programmed and starts a cycle; the left pulse is withheld in its protection period. */
export function paceVentricles(
  state: GeneratorState,
  timing: GeneratorTiming,
  time_us: number,
  detail: number,
  out: LogBuffer,
): void {
  const wanted = chooseSequence(state, timing, time_us);
  const isProtected = wanted !== SEQUENCE.RIGHT && isLeftProtected(state, pulsesOf(timing, wanted), time_us);
  if (isProtected) appendEvent(out, time_us, MARKER.LW, 0);
  state.pulseSequence = isProtected ? SEQUENCE.RIGHT : wanted;
  state.pulseDetail = detail;
  state.pulseIndex = 0;
  emitNextPulse(state, timing, time_us, out);
  startVentricularCycle(state, timing, time_us, "pace", out);
  emitPulses(state, timing, time_us, out);
  watchBackup(state, timing, time_us);
}

function chooseSequence(state: GeneratorState, timing: GeneratorTiming, time_us: number): number {
  if (timing.pulses === RIGHT_PULSES || state.regime === REGIME.PACE_NOW) return SEQUENCE.RIGHT;
  const isLeftOnly = timing.pulses === timing.leftPulses || state.leftOnly === 1;
  const isBackupDue = state.backupState === BACKUP.DUE && time_us >= state.backupUntil_us;
  return isLeftOnly && !isBackupDue ? SEQUENCE.LEFT : SEQUENCE.BIVENTRICULAR;
}

function isLeftProtected(state: GeneratorState, pulses: readonly PulsePlan[], time_us: number): boolean {
  const left = pulses.find(({ site }) => site === "LV")!;
  return time_us + left.delay_us < state.leftProtectedUntil_us;
}

/** Delivers the further pulses of the event that are due now; the next one becomes a timer. */
export function emitPulses(state: GeneratorState, timing: GeneratorTiming, time_us: number, out: LogBuffer): void {
  while (state.nextPulseAt_us <= time_us) emitNextPulse(state, timing, time_us, out);
}

function emitNextPulse(state: GeneratorState, timing: GeneratorTiming, time_us: number, out: LogBuffer): void {
  const pulses = pulsesOf(timing, state.pulseSequence);
  const pulse = pulses[state.pulseIndex]!;
  const further = state.pulseIndex > 0 ? PACE_DETAIL.FURTHER : 0;
  emitPulse(state, timing, time_us, pulse, state.pulseDetail | further, out);
  state.pulseIndex++;
  const next = pulses[state.pulseIndex];
  state.nextPulseAt_us = next ? time_us + next.delay_us - pulse.delay_us : Infinity;
}

function emitPulse(
  state: GeneratorState,
  timing: GeneratorTiming,
  time_us: number,
  { site }: PulsePlan,
  detail: number,
  out: LogBuffer,
): void {
  if (site === "RV") appendEvent(out, time_us, MARKER.VP, detail);
  else appendEvent(out, time_us, site === "LV" ? MARKER.LP : MARKER.LP2, detail);
  if (site === "LV") state.leftProtectedUntil_us = time_us + timing.lvProtection_us;
  if ((detail & PACE_DETAIL.FURTHER) === 0) return;
  const blankUntil_us = time_us + timing.ventricularBlankingAfterPace_us;
  state.ventricularBlankUntil_us = Math.max(state.ventricularBlankUntil_us, blankUntil_us);
  state.ventricularRefractoryUntil_us = Math.max(state.ventricularRefractoryUntil_us, blankUntil_us);
  state.atrialPartialUntil_us = Math.max(state.atrialPartialUntil_us, time_us + timing.pvab_us);
}

/** After a left-ventricular pulse alone the right ventricle must be seen. */
function watchBackup(state: GeneratorState, timing: GeneratorTiming, time_us: number): void {
  if (state.pulseSequence !== SEQUENCE.LEFT) {
    state.backupState = BACKUP.NONE;
    return;
  }
  state.backupState = BACKUP.DUE;
  state.backupUntil_us = time_us + timing.lvOnlyBackup_us;
  state.ventricularBlankUntil_us = time_us + BLANK_AFTER_LEFT_us;
}

/** A right-ventricular deflection that shows capture of a left-ventricular pulse alone. */
export function noteRightVentricle(state: GeneratorState, time_us: number): void {
  if (state.backupState === BACKUP.DUE && time_us <= state.backupUntil_us) state.backupState = BACKUP.SEEN;
}

/** A left-ventricular (CRT) or right-ventricular (VVT) pulse on top of a sense; the cycle is the sense's. */
export function paceOnSense(state: GeneratorState, timing: GeneratorTiming, time_us: number, out: LogBuffer): void {
  if (timing.pulses === RIGHT_PULSES) {
    appendEvent(out, time_us, MARKER.VP, PACE_DETAIL.TRIGGERED);
    return;
  }
  if (time_us < state.leftProtectedUntil_us) {
    appendEvent(out, time_us, MARKER.LW, 0);
    return;
  }
  appendEvent(out, time_us, MARKER.LP, PACE_DETAIL.TRIGGERED);
  state.leftProtectedUntil_us = time_us + timing.lvProtection_us;
}
