import { ECG_UNITS, type EcgReadOptions } from "@tributary/formats";
import type { OptionValues } from "../command.ts";
import { usage } from "../usage-error.ts";

/** Options of the command that measures an ECG. */
export const ECG_OPTIONS = { rate: { type: "string" }, units: { type: "string" }, sex: { type: "string" } } as const;

const SEXES = ["female", "male"] as const;
export type Sex = (typeof SEXES)[number];

export interface EcgOptions extends EcgReadOptions {
  /** As stated; a header may state it too. */
  readonly sex: Sex | undefined;
}

/** @throws TributaryError "usage" naming the option */
export function readEcgOptions({ rate, units, sex }: OptionValues): EcgOptions {
  return {
    samplingRate_Hz: rate === undefined ? undefined : readRate(String(rate)),
    units: units === undefined ? undefined : readChoice("--units", String(units), ECG_UNITS),
    sex: sex === undefined ? undefined : readChoice("--sex", String(sex), SEXES),
  };
}

function readRate(text: string): number {
  const rate = text.trim() === "" ? Number.NaN : Number(text);
  if (rate > 0 && Number.isFinite(rate)) return rate;
  throw usage("--rate", `"${text}" is not a number of samples a second`);
}

function readChoice<Choice extends string>(name: string, value: string, choices: readonly Choice[]): Choice {
  const found = choices.find((choice) => choice === value);
  if (found) return found;
  throw usage(name, `"${value}" is not one of ${choices.join(", ")}`);
}
