import type { LineFigure, Picture } from "@tributary/report";

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

/** What one folder of validation/ reports. */
export interface ValidationCase {
  readonly id: string;
  readonly title: string;
  /** What is claimed. */
  readonly claims: string;
  /** What this case does not show. */
  readonly notShown: string;
  readonly rows: readonly ValidationRow[];
  readonly figures: readonly LineFigure[];
  /** Hearts, where curves do not say it. */
  readonly pictures?: readonly Picture[];
}
