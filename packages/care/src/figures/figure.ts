import type { SourceId } from "./source-catalog.ts";

/** When a figure was taken: during the stay, at a fixed time, or over a mean time of follow-up. */
export type Horizon =
  | { readonly kind: "inHospital" }
  | { readonly kind: "at"; readonly months: number }
  | { readonly kind: "average"; readonly months: number };

/**
 * A published number, with all that is needed to show it honestly. A number reaches a page for clinician or patient only
 * as one of these; one that is not confirmed in its source is never printed as a number to the patient.
 */
export interface Figure {
  readonly value: number;
  /** As printed: "%", "ms", "h", "1" for ratios. */
  readonly unit: string;
  /** 95 % confidence interval, or the range that was published; one or both may be missing. */
  readonly low?: number;
  readonly high?: number;
  /** People it was measured in. */
  readonly n?: number;
  readonly horizon?: Horizon;
  readonly sourceId: SourceId;
  /** Where in the source: table, arm, end point. */
  readonly locator: string;
  readonly confirmed: boolean;
}

export type Audience = "clinician" | "patient";

/**
 * A figure as text, or undefined where this reader must not see the number.
 *
 * @returns for the clinician always text, with a mark where it needs one; for the patient only what is confirmed
 */
export function printFigure(figure: Figure, audience: Audience, locale = "en-US"): string | undefined {
  if (audience === "patient" && !figure.confirmed) return undefined;
  const text = `${printValue(figure, locale)}${printInterval(figure, locale)}`;
  return figure.confirmed ? text : `${text} (unconfirmed)`;
}

function printValue({ value, unit }: Figure, locale: string): string {
  const shown = formatNumber(value, locale);
  return unit === "1" ? shown : `${shown} ${unit}`;
}

function printInterval({ low, high }: Figure, locale: string): string {
  if (low === undefined || high === undefined) return "";
  const to = locale.startsWith("de") ? "bis" : "to";
  return ` (${formatNumber(low, locale)} ${to} ${formatNumber(high, locale)})`;
}

/** When a figure was taken, for a clinician. */
export function describeHorizon(horizon: Horizon | undefined): string {
  if (horizon === undefined) return "not stated";
  if (horizon.kind === "inHospital") return "in hospital";
  const time = horizon.months === 1 ? "1 month" : `${horizon.months} months`;
  return horizon.kind === "at" ? `at ${time}` : `${time} on average`;
}

/** A number with at most two decimals, as the language writes it. */
export function formatNumber(value: number, locale = "en-US"): string {
  return new Intl.NumberFormat(locale, { maximumFractionDigits: 2, useGrouping: false }).format(value);
}
