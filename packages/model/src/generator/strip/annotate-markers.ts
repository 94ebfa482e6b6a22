import type { FlatLog } from "../log/event-log.ts";
import { MARKER, PACE_DETAIL } from "../log/marker.ts";

/** One mark of the marker channel of a programmer's strip. */
export interface StripMark {
  readonly time_ms: number;
  readonly channel: "A" | "V";
  /** As printed: AS, AP, VS, BV; in parentheses where the sense was in refractory. */
  readonly label: string;
  readonly isPace: boolean;
  /** Counts for the intervals of its channel. */
  readonly isTimed: boolean;
}

/** A word over the strip: mode switch, loop, tachycardia. */
export interface StripNote {
  readonly time_ms: number;
  readonly text: string;
}

export interface StripAnnotation {
  readonly marks: readonly StripMark[];
  readonly notes: readonly StripNote[];
}

type SenseMark = Pick<StripMark, "channel" | "label" | "isTimed">;

const SENSES: Readonly<Record<number, SenseMark>> = {
  [MARKER.AS]: { channel: "A", label: "AS", isTimed: true },
  [MARKER.AR]: { channel: "A", label: "(AS)", isTimed: true },
  [MARKER.Ab]: { channel: "A", label: "Ab", isTimed: true },
  [MARKER.AN]: { channel: "A", label: "AN", isTimed: false },
  [MARKER.VS]: { channel: "V", label: "VS", isTimed: true },
  [MARKER.PVC]: { channel: "V", label: "PVC", isTimed: true },
  [MARKER.VR]: { channel: "V", label: "(VS)", isTimed: false },
  [MARKER.VN]: { channel: "V", label: "VN", isTimed: false },
  [MARKER.VX]: { channel: "V", label: "VX", isTimed: false },
};

const NOTES: Readonly<Record<number, string>> = {
  [MARKER.PVARP_EXTENDED]: "PVARP+",
  [MARKER.PMT_FOUND]: "PMT ended",
  [MARKER.PMT_REJECTED]: "PMT rejected",
  [MARKER.ATR_DURATION]: "ATR duration",
  [MARKER.ATR_FALLBACK]: "mode switch",
  [MARKER.ATR_END]: "mode switch ends",
  [MARKER.MAGNET_ON]: "magnet",
  [MARKER.MAGNET_OFF]: "magnet off",
  [MARKER.PACE_NOW]: "emergency pacing",
  [MARKER.TACHYCARDIA_FOUND]: "detection",
  [MARKER.SVT_FOUND]: "SVT",
  [MARKER.CHARGE_START]: "charge",
  [MARKER.CHARGE_END]: "charged",
  [MARKER.CHARGE_ABORTED]: "charge aborted",
  [MARKER.SHOCK]: "shock",
  [MARKER.EPISODE_END]: "episode ends",
  [MARKER.LW]: "LV withheld",
};

/** The longest sequence of pulses of one ventricular event: multipoint 50 + 50 ms, or VV 100 ms. */
const SEQUENCE_us = 100_000;

/**
 * Marks and words of a strip: pulses of both ventricles of one event are one mark, BV, where the first pulse falls; a
 * pulse on top of a sense is told after a slash.
 */
export function annotateMarkers(log: FlatLog): StripAnnotation {
  const marks: StripMark[] = [];
  const notes: StripNote[] = [];
  for (let i = 0; i < log.count; i++) {
    const [kind, time_ms] = [log.kinds[i]!, log.times_us[i]! / 1000];
    const sense = SENSES[kind];
    if (sense) marks.push({ time_ms, ...sense, label: labelTriggered(log, i, sense), isPace: false });
    else if (isFirstPulse(log, i)) marks.push({ time_ms, ...labelPace(log, i), isPace: true, isTimed: true });
    const text = NOTES[kind];
    if (text) notes.push({ time_ms, text });
  }
  return { marks, notes };
}

function isFirstPulse({ kinds, details }: FlatLog, i: number): boolean {
  const kind = kinds[i]!;
  if (kind === MARKER.AP) return (details[i]! & PACE_DETAIL.TRIGGERED) === 0;
  if (kind !== MARKER.VP && kind !== MARKER.LP && kind !== MARKER.TP) return false;
  return (details[i]! & (PACE_DETAIL.FURTHER | PACE_DETAIL.TRIGGERED)) === 0;
}

function labelPace(log: FlatLog, i: number): Pick<StripMark, "channel" | "label"> {
  const [kind, detail] = [log.kinds[i]!, log.details[i]!];
  if (kind === MARKER.AP) return { channel: "A", label: "AP" };
  if (kind === MARKER.TP) return { channel: "V", label: "TP" };
  const other = kind === MARKER.VP ? MARKER.LP : MARKER.VP;
  const chambers = hasFurtherPulse(log, i, other) ? "BV" : kind === MARKER.VP ? "VP" : "LV";
  return { channel: "V", label: (detail & PACE_DETAIL.SAFETY) === 0 ? chambers : `${chambers}s` };
}

function hasFurtherPulse({ count, times_us, kinds, details }: FlatLog, from: number, other: number): boolean {
  for (let i = from + 1; i < count && times_us[i]! - times_us[from]! <= SEQUENCE_us; i++)
    if (kinds[i] === other && (details[i]! & PACE_DETAIL.FURTHER) !== 0) return true;
  return false;
}

/** A sense that brings a pulse within the same sequence: "VS/LV". */
function labelTriggered({ count, times_us, kinds, details }: FlatLog, from: number, { label }: SenseMark): string {
  for (let i = from + 1; i < count && times_us[i]! - times_us[from]! <= SEQUENCE_us; i++) {
    if ((details[i]! & PACE_DETAIL.TRIGGERED) === 0) continue;
    if (kinds[i] === MARKER.LP) return `${label}/LV`;
    if (kinds[i] === MARKER.VP) return `${label}/VP`;
    if (kinds[i] === MARKER.AP) return `${label}/AP`;
  }
  return label;
}
