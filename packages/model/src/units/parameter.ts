/**
 * A number of the model with what is known about it. Every physiological or technical constant that shapes a result
 * is one of these, so that a report can show its source and a plan can sample its range.
 */
export interface Parameter {
  readonly value: number;
  /** Unit as printed: "m/s", "ms", "mm", "1" for pure numbers. */
  readonly unit: string;
  /** Lowest and highest plausible value, same unit. */
  readonly range: readonly [number, number];
  /** Author, journal, year; or "assumed" for a choice of ours. */
  readonly source: string;
  /** False when the figure was not confirmed in its source; shown as unconfirmed wherever it is shown. */
  readonly confirmed: boolean;
}
