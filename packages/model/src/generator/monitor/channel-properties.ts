/** Properties of the channels: S5 (noise, dead channel), S6 (AV interval), S10 (modes that pace nothing). */
import { MARKER, PACE_DETAIL } from "../log/marker.ts";
import { breakIf, type Judgment, type MonitoredEvent, type Observer, type PacingHistory } from "./monitored-event.ts";
import type { MonitoredLimits } from "./monitored-limits.ts";
import { isFirstVentricularPulse, isVentricularSense } from "./pacing-history.ts";

const VENTRICULAR_ANSWERS: readonly number[] = [MARKER.VS, MARKER.PVC, MARKER.VR, MARKER.VN, MARKER.VX];
const ATRIAL_ANSWERS: readonly number[] = [MARKER.AS, MARKER.AR, MARKER.Ab, MARKER.AN];

/** S5: every deflection outside blanking is answered by a marker: no channel is silently dead. */
export function observeDeadChannel(limits: MonitoredLimits): Observer {
  let blankV_us = -Infinity;
  let blankA_us = -Infinity;
  let expected: readonly number[] | undefined;
  return {
    property: "S5",
    observe: (event, history) => {
      const before = expected;
      const isAnswered = before === undefined || before.includes(event.kind);
      expected = undefined;
      const isBlank = event.time_us < (event.kind === MARKER.A_DEFLECTION ? blankA_us : blankV_us);
      const answers = answersTo(event, limits, history);
      if (answers && !isBlank) expected = answers;
      blankV_us = Math.max(blankV_us, event.time_us + ventricularBlanking_us(limits, event));
      blankA_us = Math.max(blankA_us, event.time_us + atrialBlanking_us(limits, event));
      if (before !== undefined) return breakIf(!isAnswered, () => UNANSWERED);
      return isDeflection(event) && !expected ? "exempt" : undefined;
    },
    finish: () => (expected ? { broken: UNANSWERED } : undefined),
  };
}

const UNANSWERED = "a deflection outside blanking was not answered";

function isDeflection({ kind }: MonitoredEvent): boolean {
  return kind === MARKER.A_DEFLECTION || kind === MARKER.V_DEFLECTION;
}

/** Markers of which one must follow; undefined where the mode does not look at this channel. */
function answersTo(
  { kind }: MonitoredEvent,
  limits: MonitoredLimits,
  history: PacingHistory,
): readonly number[] | undefined {
  if (kind === MARKER.V_DEFLECTION && isWatchingVentricle(limits, history)) return VENTRICULAR_ANSWERS;
  if (kind === MARKER.A_DEFLECTION && isWatchingAtrium(limits, history)) return ATRIAL_ANSWERS;
  return undefined;
}

/** Pacing without heed, by magnet, is blind; the emergency mode sees the ventricle only. */
function isWatchingVentricle(limits: MonitoredLimits, { regime }: PacingHistory): boolean {
  return limits.sensesVentricle && regime !== "magnet";
}

function isWatchingAtrium(limits: MonitoredLimits, { regime }: PacingHistory): boolean {
  return limits.sensesAtrium && regime !== "magnet" && regime !== "pace-now";
}

function ventricularBlanking_us(limits: MonitoredLimits, event: MonitoredEvent): number {
  const { settings } = limits;
  if (isVentricularSense(event)) return 1000 * settings.ventricularBlankingAfterSense_ms;
  const isPulse = [MARKER.VP, MARKER.LP, MARKER.LP2, MARKER.TP, MARKER.SHOCK].some((kind) => kind === event.kind);
  if (isPulse) return 1000 * settings.ventricularBlankingAfterPace_ms;
  return event.kind === MARKER.AP && limits.isDual ? 1000 * settings.ventricularBlanking_ms : 0;
}

function atrialBlanking_us(limits: MonitoredLimits, event: MonitoredEvent): number {
  const { settings } = limits;
  if (event.kind === MARKER.AP) return 1000 * settings.atrialBlankingAfterPace_ms;
  const isVentricular = isFirstVentricularPulse(event) || isVentricularSense(event) || event.kind === MARKER.SHOCK;
  return isVentricular ? 1000 * settings.pvabAbsolute_ms : 0;
}

/** S5: where noise is to inhibit, no pace comes while it lasts. */
export function observeNoiseInhibition(limits: MonitoredLimits): Observer {
  return {
    property: "S5",
    observe: (event, history) => {
      if (limits.settings.noiseResponse !== "inhibit" || !limits.heedsSenses || history.regime === "magnet")
        return undefined;
      if (!isFirstVentricularPulse(event) || event.kind === MARKER.TP) return undefined;
      const since_us = event.time_us - history.lastNoiseReversion_us;
      return breakIf(since_us < limits.noiseWindow_us, () => `pace ${since_us} us after noise`);
    },
  };
}

/** S6: no atrial pace in an AV interval. */
export function observeAvInterval(limits: MonitoredLimits): Observer {
  let isOpen = false;
  return {
    property: "S6",
    observe: (event, history) => {
      const judgment = judgeAtrialPace(event, isOpen);
      if (opensAvInterval(limits, event, history)) isOpen = true;
      if (closesAvInterval(limits, event)) isOpen = false;
      return judgment;
    },
  };
}

function judgeAtrialPace({ kind, detail }: MonitoredEvent, isOpen: boolean): Judgment {
  if (kind !== MARKER.AP) return undefined;
  if ((detail & PACE_DETAIL.TRIGGERED) !== 0) return "exempt";
  return breakIf(isOpen, () => "atrial pace in an AV interval");
}

function opensAvInterval(limits: MonitoredLimits, { kind, detail }: MonitoredEvent, history: PacingHistory): boolean {
  if (kind === MARKER.AP) return limits.pacesVentricle && (detail & PACE_DETAIL.TRIGGERED) === 0;
  return kind === MARKER.AS && limits.tracks && history.regime === "permanent";
}

function closesAvInterval(limits: MonitoredLimits, event: MonitoredEvent): boolean {
  if (isFirstVentricularPulse(event) || isVentricularSense(event) || event.kind === MARKER.SHOCK) return true;
  if (event.kind === MARKER.VN) return limits.settings.noiseResponse === "inhibit";
  return event.kind === MARKER.PACE_NOW || (event.kind === MARKER.MAGNET_ON && !limits.pacesAtrium);
}

const PULSES: readonly number[] = [MARKER.AP, MARKER.VP, MARKER.LP, MARKER.LP2, MARKER.TP];

/** S10: modes Off and O.O emit no pulse. */
export function observeSilence(limits: MonitoredLimits): Observer {
  const isSilent = !limits.pacesAtrium && !limits.pacesVentricle;
  return {
    property: "S10",
    observe: (event, history) => {
      if (!isSilent) return undefined;
      const isPulse = PULSES.includes(event.kind);
      if (history.regime === "pace-now") return isPulse ? "exempt" : undefined;
      return breakIf(isPulse, () => "pulse in a mode that paces nothing");
    },
  };
}
