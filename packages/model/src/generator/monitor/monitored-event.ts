import type { FlatLog } from "../log/event-log.ts";

/** One entry of the log. */
export interface MonitoredEvent {
  readonly time_us: number;
  readonly kind: number;
  readonly detail: number;
}

/** Something a property forbids. */
export interface Violation {
  /** "S1" to "S10", "P1" to "P3", "PMT", or "exemption" for one that was claimed without ground. */
  readonly property: string;
  readonly time_us: number;
  readonly what: string;
}

/** What a property says of an event: nothing at all, that it holds, that the event is exempt, or how it is broken. */
export type Judgment = undefined | "holds" | "exempt" | { readonly broken: string };

/** Watches for one property; events come in order. */
export interface Observer {
  readonly property: string;
  /** `history` does not yet know the event. */
  readonly observe: (event: MonitoredEvent, history: PacingHistory) => Judgment;
  /** Of the end of the log. */
  readonly finish?: (end_us: number, history: PacingHistory) => Judgment;
}

export function breakIf(isBroken: boolean, tell: () => string): Judgment {
  return isBroken ? { broken: tell() } : "holds";
}

/** What most properties refer to: the last events of each kind, and which mode is in force. */
export interface PacingHistory {
  regime: "permanent" | "fallback" | "magnet" | "pace-now";
  /** Between the markers of a mode switch. */
  isSwitched: boolean;
  /** Last ventricular event: sense outside refractory, or first pulse. */
  lastVentricular_us: number;
  lastVentricularKind: number;
  /** The one before it. */
  previousVentricular_us: number;
  lastVentricularSense_us: number;
  /** Last atrial sense or pace since the last ventricular event; -Infinity when none. */
  atrialSense_us: number;
  atrialPace_us: number;
  /** Last atrial event with an effect on timing, whatever came since. */
  lastAtrial_us: number;
  /** Last ventricular deflection in refractory or noise. */
  lastNoiseReversion_us: number;
  lastCrosstalk_us: number;
  /** Markers of the last ventricular event: its PVARP is extended, or set against a loop. */
  isExtended: boolean;
  isAgainstLoop: boolean;
}

export function eventAt(log: FlatLog, index: number): MonitoredEvent {
  return { time_us: log.times_us[index]!, kind: log.kinds[index]!, detail: log.details[index]! };
}
