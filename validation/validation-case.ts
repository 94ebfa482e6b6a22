import type { Picture } from "@tributary/report";

/** One number of a validation case, beside what it should be. */
export interface ValidationRow {
  readonly quantity: string;
  /** As printed: "ms", "mm", "1" for pure numbers. */
  readonly unit: string;
  readonly expected: number | string;
  readonly ours: number | string;
  /** In words; "context" where the row is shown and not tested. */
  readonly tolerance: string;
  readonly pass: boolean;
  /** Where the expected value comes from. */
  readonly source: string;
}

/** Curves to draw, as plain values. */
interface Figure {
  readonly kind: "lines";
  readonly title: string;
  /** With unit: "edge length, mm". */
  readonly xLabel: string;
  readonly yLabel: string;
  readonly logX?: boolean;
  readonly logY?: boolean;
  readonly series: readonly { readonly name: string; readonly x: number[]; readonly y: number[] }[];
}

/** What one folder of validation/ reports. */
export interface ValidationCase {
  readonly id: string;
  readonly title: string;
  /** What is claimed. */
  readonly claims: string;
  /** What this case does not show. */
  readonly notShown: string;
  readonly rows: readonly ValidationRow[];
  readonly figures: readonly Figure[];
  /** Hearts, where curves do not say it. */
  readonly pictures?: readonly Picture[];
}
