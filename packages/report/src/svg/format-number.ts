/** A number for people: given decimals at most, no trailing zeros, a true minus sign, "–" where there is none. */
export function formatNumber(value: number | undefined, decimals = 1): string {
  if (value === undefined || !Number.isFinite(value)) return "–";
  const text = value.toFixed(decimals);
  const trimmed = text.includes(".") ? text.replace(/\.?0+$/, "") : text;
  if (trimmed === "-0") return "0";
  return trimmed.startsWith("-") ? `−${trimmed.slice(1)}` : trimmed;
}

/** With exactly the decimals given: numbers below each other are read as one column. */
export function formatFixed(value: number | undefined, decimals: number): string {
  return value !== undefined && Number.isFinite(value)
    ? value
        .toFixed(decimals)
        .replace(/^-0(\.0*)?$/, "0$1")
        .replace("-", "−")
    : "–";
}

/** As many decimals as write the multiples of a step of one or two digits exactly: 0 for 5 and 25, 1 for 2.5. */
export function countDecimals(step: number): number {
  if (!(step > 0)) return 0;
  const decimals = Math.min(6, Math.max(0, -Math.floor(Math.log10(step) + 1e-9)));
  const scaled = step * 10 ** decimals;
  return Math.abs(scaled - Math.round(scaled)) < 1e-6 ? decimals : decimals + 1;
}

/** Significant digits, for tables of quantities of any size: 0.000123, 12.3, 1.2e6. */
export function formatSignificant(value: number | undefined, digits = 4): string {
  if (value === undefined || !Number.isFinite(value)) return "–";
  if (value === 0) return "0";
  const size = Math.abs(value);
  const text = size >= 1e6 || size < 1e-4 ? value.toExponential(digits - 1) : String(Number(value.toPrecision(digits)));
  return text.startsWith("-") ? `−${text.slice(1)}` : text;
}
