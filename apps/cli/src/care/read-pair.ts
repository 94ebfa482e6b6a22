import type { OptionValues } from "../command.ts";
import { usage } from "../usage-error.ts";

/** A value before and after, "180,140". @throws TributaryError "usage" naming the option and its range */
export function readPair(
  name: string,
  options: OptionValues,
  [least, most]: readonly [number, number],
): { readonly before: number; readonly after: number } | undefined {
  const text = options[name];
  if (text === undefined) return undefined;
  const [before = Number.NaN, after = Number.NaN, ...rest] = String(text).split(",").map(Number);
  if (rest.length === 0 && [before, after].every((value) => value >= least && value <= most)) return { before, after };
  throw usage(`--${name}`, `"${text}" is not two numbers from ${least} to ${most} with a comma between`);
}
