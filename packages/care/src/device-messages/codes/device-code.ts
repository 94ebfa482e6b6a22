/**
 * Codes of what a cardiac device tells: ISO/IEEE 11073-10103 ("MDC") where the standard has one, else a name of this
 * program.
 *
 * A number is `confirmed` if it was seen in a published message, guide or resource; only such numbers are written. A code
 * whose number is not confirmed, or not known, goes by its reference id alone. Numbers are 720896 plus the term; terms of a
 * chamber add 0 for the right atrium, 1 for the right and 3 for the left ventricle.
 */
export interface CodeOrigin {
  readonly system: "MDC" | "own";
  /** "MDC_IDC_..."; of our own codes section and field: "settings.vvDelay_ms". */
  readonly referenceId: string;
  readonly number?: number;
  /** Whether the number was seen in the source. */
  readonly confirmed: boolean;
  readonly source: string;
}

/** One of several answers. */
export interface Choice extends CodeOrigin {
  /** As the snapshot writes it. */
  readonly value: string;
}

/** What a value must be. */
export type ValueRule =
  | NumberValueRule
  | { readonly kind: "text" | "flag" | "moment" | "day" }
  | { readonly kind: "choice"; readonly choices: readonly Choice[] };

export interface NumberValueRule {
  readonly kind: "number";
  /** UCUM. */
  readonly unit: string;
  readonly least: number;
  readonly most: number;
  readonly mayBeOff?: boolean;
}

export interface DeviceCode extends CodeOrigin {
  readonly rule: ValueRule;
}

/** A code for every field of a record. */
export type CodesOf<T> = { readonly [field in keyof Required<T>]: DeviceCode };

export const CARDX = "HL7 CardX-CIED guide, build of 2026";
export const ICARDEA = "HL7 v2 samples of the iCARDEA project, about 2011";
export const BSX = "public parser of Boston Scientific HL7 messages (names paraphrased)";
export const MII = "cardiology module of the German Medical Informatics Initiative";
const INFERRED = "inferred from the same term of other chambers";
const FROM_MEMORY = "name from memory, number unknown";
const OWN = "this program";

export const TEXT: ValueRule = { kind: "text" };
export const FLAG: ValueRule = { kind: "flag" };
export const MOMENT: ValueRule = { kind: "moment" };
export const DAY: ValueRule = { kind: "day" };
export const COUNT = amount("1");
export const PERCENT = amount("%", 0, 100);

/** A number of 0 or more, unless said otherwise. */
export function amount(unit: string, least = 0, most = Number.MAX_VALUE): NumberValueRule {
  return { kind: "number", unit, least, most };
}

/** A code whose number was seen in a source. */
export function confirmed(referenceId: string, number: number, source: string, rule: ValueRule): DeviceCode {
  return { system: "MDC", referenceId, number, confirmed: true, source, rule };
}

/** A code whose number follows from others and was seen nowhere. */
export function inferred(referenceId: string, number: number, rule: ValueRule): DeviceCode {
  return { system: "MDC", referenceId, number, confirmed: false, source: INFERRED, rule };
}

/** A code of the standard whose number nobody could look up. */
export function numberless(referenceId: string, rule: ValueRule): DeviceCode {
  return { system: "MDC", referenceId, confirmed: false, source: FROM_MEMORY, rule };
}

/** A code of this program: the standard has none, or none that means the same. */
export function own(referenceId: string, rule: ValueRule): DeviceCode {
  return { system: "own", referenceId, confirmed: true, source: OWN, rule };
}

/** Our own codes for the fields of a section. */
export function ownCodes<Field extends string>(
  section: string,
  rules: Readonly<Record<Field, ValueRule>>,
): Record<Field, DeviceCode> {
  const codes = Object.entries<ValueRule>(rules).map(([field, rule]) => [field, own(`${section}.${field}`, rule)]);
  return Object.fromEntries(codes) as Record<Field, DeviceCode>;
}

/** Answers of the standard; those without a number go by their reference id. */
export function choices(
  source: string,
  ...answers: readonly (readonly [value: string, referenceId: string, number?: number])[]
): ValueRule {
  return {
    kind: "choice",
    choices: answers.map(([value, referenceId, number]) => ({
      value,
      system: "MDC",
      referenceId,
      ...(number === undefined ? { confirmed: false, source: FROM_MEMORY } : { number, confirmed: true, source }),
    })),
  };
}

/** Answers of this program. */
export function ownChoices(...values: readonly string[]): ValueRule {
  return {
    kind: "choice",
    choices: values.map((value) => ({ value, system: "own", referenceId: value, confirmed: true, source: OWN })),
  };
}
