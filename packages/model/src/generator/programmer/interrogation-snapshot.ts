/**
 * What a programmer reads of a generator at one moment.
 *
 * Plain values that JSON holds: no undefined that matters, no NaN, no Infinity. What was not measured, or is not known, is
 * absent. Moments are written as `normalizeTime` does.
 */
import type { TestVerdict } from "../implant-tests/judge-implant.ts";
import type { GeneratorSettings } from "../parameters/generator-settings.ts";
import type { Connector, ImplantIdentity, LeadPlace } from "../system/implanted-system.ts";
import type { PacingCounters } from "./count-pacing.ts";
import type { Episode } from "./list-episodes.ts";

export interface InterrogationSnapshot {
  readonly session: InterrogationSession;
  readonly generator: GeneratorReadout;
  /** Those that are connected, in the order of the ports. */
  readonly leads: readonly LeadReadout[];
  readonly chambers: ChamberReadouts;
  readonly shockImpedance_ohm?: number | undefined;
  readonly battery?: BatteryReadout | undefined;
  readonly pacing: PacingReadout;
  /** Of a foreign generator those that its message told. */
  readonly counters?: Partial<PacingCounters> | undefined;
  readonly episodes: readonly EpisodeReadout[];
  /** Of this program's generators all of them; of a foreign one those that its message told. */
  readonly settings: Partial<GeneratorSettings>;
  /** Last tests at implant or follow-up, judged. */
  readonly tests: readonly TestVerdict[];
}

export interface InterrogationSession {
  readonly time: string;
  readonly kind?: SessionKind | undefined;
}

type SessionKind =
  | "implant"
  | "in clinic"
  | "remote"
  | "remote, device-initiated"
  | "remote, scheduled"
  | "remote, patient-initiated";

export interface GeneratorReadout extends ImplantIdentity {
  readonly kind?: "pacemaker" | "ICD" | "CRT-P" | "CRT-D" | undefined;
}

export interface LeadReadout extends ImplantIdentity {
  readonly place?: LeadPlace | undefined;
  readonly connector?: Connector | undefined;
  readonly electrodeCount?: number | undefined;
}

export type PacedChamber = "RA" | "RV" | "LV";
export type ChamberReadouts = { readonly [chamber in PacedChamber]?: ChamberReadout | undefined };

export interface ChamberReadout {
  readonly signal_mV?: number | undefined;
  readonly threshold_V?: number | undefined;
  /** Highest amplitude that was tried, where not even that captured; then there is no threshold. */
  readonly noCaptureAt_V?: number | undefined;
  /** At which the threshold was measured. */
  readonly thresholdPulseWidth_ms?: number | undefined;
  readonly impedance_ohm?: number | undefined;
}

export interface BatteryReadout {
  readonly remaining_months?: number | undefined;
  readonly remaining_percent?: number | undefined;
  /** Mean drain with the pacing that was counted. */
  readonly current_uA?: number | undefined;
  readonly voltage_V?: number | undefined;
  readonly status?: "begin of service" | "replacement recommended" | undefined;
}

/** Shares of the beats counted between two moments; absent where there were none. */
export interface PacingReadout {
  readonly countedFrom?: string | undefined;
  readonly countedTo?: string | undefined;
  readonly atrialPaced_percent?: number | undefined;
  readonly ventricularPaced_percent?: number | undefined;
  /** Of ventricular beats: resynchronized as delivered. */
  readonly resynchronized_percent?: number | undefined;
  /** The same, as captured. */
  readonly effectivelyResynchronized_percent?: number | undefined;
}

export interface EpisodeReadout extends Pick<Episode, "kind"> {
  readonly start?: string | undefined;
  /** Absent where it still went on. */
  readonly duration_s?: number | undefined;
  readonly pulses?: number | undefined;
  readonly shocks?: number | undefined;
}
