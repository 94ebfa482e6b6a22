/**
 * Pacemaker-mediated tachycardia (PMT): a ventricular pace conducted back to the atrium is tracked to the next one.
 *
 * Rule "interval": 8 VP-AS intervals in a row below the criterion; the 9th pace gets a long PVARP for one cycle. It also
 * fires in sinus rhythm above 60 000 / (SAV + criterion): one dropped beat (Medtronic Academy).
 * Rule "av-change": 8 such intervals within ±25 ms of each other; then one AV interval is lengthened by 50 ms. In a loop
 * the next VP-AS is what it was, in sinus rhythm it is shorter by those 50 ms and the finding is rejected (Biotronik,
 * Stratos and Cylos technical manuals). After a rejection the rule rests for 8 cycles, assumed.
 */
import { appendEvent, type LogBuffer } from "../log/event-log.ts";
import { MARKER } from "../log/marker.ts";
import type { GeneratorState } from "./generator-state.ts";
import type { GeneratorTiming } from "./generator-timing.ts";

const SUSPECT_COUNT = 8;
const STABILITY_us = 25_000;
const AV_CHANGE_us = 50_000;
const REST_CYCLES = 8;

/** Takes up a tracked atrial sense. */
export function watchLoop(state: GeneratorState, timing: GeneratorTiming, time_us: number, out: LogBuffer): void {
  const { pmtRule, pmtCriterion_ms } = timing.settings;
  if (pmtRule === "off") return;
  if (state.lastVentricularWasPaced === 0) {
    forgetLoop(state);
    return;
  }
  const va_us = time_us - state.lastVentricular_us;
  const isSame = Math.abs(va_us - state.pmtVa_us) <= STABILITY_us;
  if (state.pmtTest === 1) judgeTest(state, isSame, time_us, out);
  else if (state.pmtLockout > 0) state.pmtLockout--;
  else countSuspect(state, pmtRule === "interval", va_us < 1000 * pmtCriterion_ms, isSame);
  state.pmtVa_us = va_us;
}

function judgeTest(state: GeneratorState, isSame: boolean, time_us: number, out: LogBuffer): void {
  state.pmtTest = 0;
  state.pmtCount = 0;
  if (isSame) {
    state.pmtPvarpDue = 1;
    return;
  }
  state.pmtLockout = REST_CYCLES;
  appendEvent(out, time_us, MARKER.PMT_REJECTED, 0);
}

function countSuspect(state: GeneratorState, byIntervalAlone: boolean, isShort: boolean, isSame: boolean): void {
  if (!isShort) state.pmtCount = 0;
  else if (byIntervalAlone || isSame || state.pmtCount === 0) state.pmtCount++;
  else state.pmtCount = 1;
  if (state.pmtCount < SUSPECT_COUNT) return;
  if (byIntervalAlone) {
    state.pmtPvarpDue = 1;
    state.pmtCount = 0;
  } else {
    state.pmtTest = 1;
    state.avPerturbation_us = AV_CHANGE_us;
  }
}

/** An atrial pace or a ventricular sense breaks the chain. */
export function forgetLoop(state: GeneratorState): void {
  state.pmtCount = 0;
  state.pmtTest = 0;
  state.pmtPvarpDue = 0;
  state.avPerturbation_us = 0;
}

/** PVARP after a ventricular pace, which may have to end a loop. */
export function pvarpAgainstLoop_us(
  state: GeneratorState,
  timing: GeneratorTiming,
  time_us: number,
  out: LogBuffer,
): number {
  state.avPerturbation_us = 0;
  if (state.pmtPvarpDue === 0) return timing.pvarp_us;
  state.pmtPvarpDue = 0;
  appendEvent(out, time_us, MARKER.PMT_FOUND, 0);
  return Math.max(timing.pvarp_us, 1000 * timing.settings.pmtPvarp_ms);
}
