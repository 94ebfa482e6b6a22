import { useMemo } from "react";
import { useObservable } from "../state/observable.ts";
import { language } from "./language.ts";

/** How numbers are written in the chosen language; a true minus sign, no thousands below 10 000. */
export interface Format {
  number(value: number, decimals?: number): string;
  /** Of a fraction. */
  percent(fraction: number): string;
  /** "+4", "−12", "0". */
  change(value: number, decimals?: number): string;
}

export function useFormat(): Format {
  const chosen = useObservable(language);
  return useMemo(() => createFormat(chosen), [chosen]);
}

function createFormat(locale: string): Format {
  const write = (value: number, options: Intl.NumberFormatOptions) =>
    new Intl.NumberFormat(locale, { useGrouping: "min2", ...options }).format(value).replace("-", "−");
  return {
    number: (value, decimals = 0) =>
      write(value, { minimumFractionDigits: decimals, maximumFractionDigits: decimals, signDisplay: "negative" }),
    percent: (fraction) => `${write(100 * fraction, { maximumFractionDigits: 0 })} %`,
    change: (value, decimals = 0) =>
      write(value, { minimumFractionDigits: decimals, maximumFractionDigits: decimals, signDisplay: "exceptZero" }),
  };
}
