import type { EcgSignal, StandardLead, VoltageUnit } from "@tributary/model";

/** Units in which a table of samples may be written. */
export const ECG_UNITS = ["mV", "uV"] as const satisfies readonly VoltageUnit[];
export type EcgUnit = (typeof ECG_UNITS)[number];

/** What a file may leave unsaid; a file that says it itself must say the same. */
export interface EcgReadOptions {
  readonly samplingRate_Hz?: number | undefined;
  /** Of a CSV file; mV where nothing is stated. */
  readonly units?: EcgUnit | undefined;
}

/** What a file says about the recording besides its samples: "Sex: Female". */
export interface EcgLabel {
  /** Empty for a sentence without a name. */
  readonly name: string;
  readonly value: string;
}

/** A 12-lead ECG as read: all its beats. */
export interface EcgRecording {
  readonly ecg: EcgSignal;
  /** mV, each of ecg.sampleCount; as recorded, or derived from I and II where a limb lead was not recorded. */
  readonly twelveLeads: Readonly<Record<StandardLead, Float64Array>>;
  /** What was derived, left out or taken for granted; to be shown. */
  readonly remarks: readonly string[];
  readonly labels: readonly EcgLabel[];
}

/** One lead of a file before the leads are put in order. */
export interface FileLead {
  /** As the file spells it. */
  readonly name: string;
  readonly values_mV: Float64Array;
}

/** What every reader of a format gives: leads in the file's order, and how often they were sampled. */
export interface FileLeads {
  readonly fileName: string;
  readonly samplingRate_Hz: number;
  readonly leads: readonly FileLead[];
  readonly remarks: readonly string[];
  readonly labels: readonly EcgLabel[];
}
