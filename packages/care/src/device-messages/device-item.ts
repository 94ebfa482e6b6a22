import type { CodePlace, SectionId } from "./codes/sections.ts";

/** A field of a snapshot: of a number, a word, a moment, or whether. */
export type FieldValue = number | string | boolean;

/** A section as a flat record; several of one section are told apart by their instance, counted from 1. */
export interface SectionRecord {
  readonly section: SectionId;
  readonly instance?: number;
  readonly values: Readonly<Record<string, FieldValue>>;
}

/** One observation to be written. */
export interface DeviceItem extends CodePlace {
  readonly instance?: number;
  readonly value: FieldValue;
}

/** A value as it stands in a message, before it is known what it should be. */
export type WrittenValue =
  /** `unit` in UCUM, undefined where the message has none. */
  | { readonly kind: "number"; readonly value: number; readonly unit: string | undefined }
  | { readonly kind: "text"; readonly text: string }
  | { readonly kind: "flag"; readonly value: boolean }
  /** As ISO 8601, whole or in part. */
  | { readonly kind: "moment"; readonly time: string }
  | { readonly kind: "coded"; readonly code: WrittenCode; readonly text: string | undefined }
  /** Told without a value that could be taken, and why. */
  | { readonly kind: "none"; readonly why: string };

/** A code as it stands in a message. */
export interface WrittenCode {
  readonly system: "MDC" | "own" | "other";
  readonly number?: number | undefined;
  /** Reference id, or what else the message calls it. */
  readonly name?: string | undefined;
}

/** One observation as it was read. */
export interface ReadItem {
  /** Segment, or FHIRPath. */
  readonly place: string;
  readonly code: WrittenCode;
  readonly instance: number | undefined;
  readonly value: WrittenValue;
}

/** What a message tells and a snapshot does not hold. */
export interface UnreadItem {
  readonly place: string;
  readonly code: string;
  readonly text: string;
  readonly why: string;
}
