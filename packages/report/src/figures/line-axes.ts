import { countDecimals, formatNumber, formatSignificant } from "../svg/format-number.ts";
import { findNiceStep, listLogTicks, listMultiples } from "../svg/nice-ticks.ts";

/** One axis of a figure: where values lie, in pixels, and where its ticks are. */
export interface Axis {
  readonly toPixel: (value: number) => number;
  readonly ticks: readonly { readonly value: number; readonly label: string }[];
}

/**
 * An axis over values, its ends on ticks.
 *
 * Values that are not finite, and on a logarithmic axis those not above zero, are passed over.
 *
 * @param from_px, to_px  pixels of the low and the high end
 * @param count           wanted number of intervals of a linear axis
 */
export function createAxis(
  values: readonly number[],
  log: boolean,
  from_px: number,
  to_px: number,
  count: number,
  range?: readonly [low: number, high: number],
): Axis {
  const shown = (range ?? values).filter((value) => isShown(value, log));
  const [low, high] =
    shown.length === 0 ? [log ? 1 : 0, log ? 10 : 1] : [minimum(shown), -minimum(shown.map((v) => -v))];
  return log
    ? createLogAxis(low, high, from_px, to_px)
    : createLinearAxis(low, high, from_px, to_px, count, range !== undefined);
}

export function isShown(value: number, log: boolean): boolean {
  return Number.isFinite(value) && (!log || value > 0);
}

function createLinearAxis(
  low: number,
  high: number,
  from_px: number,
  to_px: number,
  count: number,
  exact: boolean,
): Axis {
  const [first, last] = high > low ? [low, high] : [low - 0.5, high + 0.5];
  const step = findNiceStep(last - first, count);
  const start = exact ? first : Math.floor(first / step + 1e-6) * step;
  const end = exact ? last : Math.ceil(last / step - 1e-6) * step;
  const decimals = countDecimals(step);
  return {
    toPixel: (value) => from_px + ((value - start) / (end - start)) * (to_px - from_px),
    ticks: listMultiples(start, end, step).map((value) => ({ value, label: formatNumber(value, decimals) })),
  };
}

function createLogAxis(low: number, high: number, from_px: number, to_px: number): Axis {
  const margin = Math.max(1.08, (high / low) ** 0.06);
  const [start, end] = [low / margin, high * margin];
  const span = Math.log10(end / start);
  return {
    toPixel: (value) => from_px + (Math.log10(value / start) / span) * (to_px - from_px),
    ticks: listLogTicks(start, end).map((value) => ({ value, label: formatLogTick(value) })),
  };
}

/** Powers of ten beyond a thousand or below a thousandth are written as such, with superscript digits. */
function formatLogTick(value: number): string {
  const exponent = Math.round(Math.log10(value));
  const isPower = Math.abs(value / 10 ** exponent - 1) < 1e-9;
  if (isPower && (exponent > 4 || exponent < -3)) return `10${toSuperscript(exponent)}`;
  return value >= 1e5 || value < 1e-4 ? formatSignificant(value, 2) : String(value);
}

function toSuperscript(exponent: number): string {
  return [...String(exponent)].map((digit) => (digit === "-" ? "⁻" : "⁰¹²³⁴⁵⁶⁷⁸⁹"[Number(digit)]!)).join("");
}

function minimum(values: readonly number[]): number {
  return values.reduce((least, value) => Math.min(least, value), Number.POSITIVE_INFINITY);
}
