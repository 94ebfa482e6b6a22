import { suggestNames } from "../../errors/suggest-names.ts";
import { TributaryError } from "../../errors/tributary-error.ts";
import { DEFAULT_RHYTHM, RHYTHM_PARAMETERS, type RhythmSettings } from "./rhythm-parameters.ts";

/**
 * Checks each value of a change of the heart by itself: known name, right kind, in its plausible range.
 *
 * @throws TributaryError "unknown-rhythm-parameter", "rhythm-parameter-range"
 */
export function checkRhythm(change: Readonly<Record<string, unknown>>): Partial<RhythmSettings> {
  for (const [name, value] of Object.entries(change)) {
    if (!(name in DEFAULT_RHYTHM)) throw unknownParameter(name);
    const allowed = describeAllowed(name as keyof RhythmSettings);
    if (!allowed.accepts(value)) throw outOfRange(name, value, allowed.text);
  }
  return change as Partial<RhythmSettings>;
}

interface Allowed {
  readonly text: string;
  accepts(value: unknown): boolean;
}

function describeAllowed(name: keyof RhythmSettings): Allowed {
  if (typeof DEFAULT_RHYTHM[name] === "boolean")
    return { text: "true, false", accepts: (value) => typeof value === "boolean" };
  if (name === "atpPulsesToEnd")
    return { text: "a whole number from 0, never", accepts: (value) => value === "never" || isCount(value) };
  if (!(name in RHYTHM_PARAMETERS)) return { text: "a whole number from 0", accepts: isCount };
  const { range, unit } = RHYTHM_PARAMETERS[name as keyof typeof RHYTHM_PARAMETERS];
  const [low, high] = range;
  return {
    text: `${low} to ${high}${unit === "1" ? "" : ` ${unit}`}`,
    accepts: (value) => typeof value === "number" && value >= low && value <= high,
  };
}

function isCount(value: unknown): boolean {
  return typeof value === "number" && value >= 0 && Number.isInteger(value);
}

function unknownParameter(name: string): TributaryError {
  const near = suggestNames(name, Object.keys(DEFAULT_RHYTHM));
  return new TributaryError({
    code: "unknown-rhythm-parameter",
    what: `The heart has no parameter "${name}".`,
    where: `heart ${name}`,
    why: "names are those of the table of rhythm parameters, with their units",
    fix: near.length > 0 ? `Did you mean ${near.join(" or ")}?` : "Look the name up in docs/parameters.md.",
  });
}

function outOfRange(name: string, value: unknown, allowed: string): TributaryError {
  return new TributaryError({
    code: "rhythm-parameter-range",
    what: `${name} cannot be ${JSON.stringify(value)}.`,
    where: `heart ${name}`,
    why: `allowed: ${allowed}`,
    fix: "Give a value in that range.",
  });
}
