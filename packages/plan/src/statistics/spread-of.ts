import type { Estimate } from "../plan.ts";
import { quantile } from "./statistics.ts";

/** Spread of drawn values themselves around a value. */
export function spreadOf(value: number, drawn: readonly number[]): Estimate {
  const low = quantile(drawn, 0.1);
  const high = quantile(drawn, 0.9);
  return {
    value,
    low: Number.isNaN(low) ? value : Math.min(value, low),
    high: Number.isNaN(high) ? value : Math.max(value, high),
  };
}
