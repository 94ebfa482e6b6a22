import type { ValidationRow } from "../validation-case.ts";

interface Comparison {
  readonly expected: number;
  readonly ours: number;
  readonly tolerance: number;
  readonly source: string;
}

/** A row that is tested. */
export function compare(quantity: string, unit: string, values: Comparison): ValidationRow {
  const { expected, ours, tolerance, source } = values;
  const pass = Math.abs(ours - expected) <= tolerance;
  return { quantity, unit, expected, ours, tolerance: `± ${tolerance}`, pass, source };
}

/** A row in percent that is shown and not tested. */
export function showShare(quantity: string, expected: number | string, ours: number, source: string): ValidationRow {
  return { quantity, unit: "%", expected, ours, tolerance: "context", pass: true, source };
}
