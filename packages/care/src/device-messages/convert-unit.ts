/** Factors from what a message may write to the unit of a code; both in UCUM. */
const FACTORS = {
  V: { V: 1, mV: 0.001 },
  mV: { mV: 1, V: 1000, uV: 0.001 },
  ms: { ms: 1, s: 1000, us: 0.001 },
  s: { s: 1, ms: 0.001, min: 60, h: 3600 },
  min: { min: 1, s: 1 / 60, h: 60 },
  mo: { mo: 1, a: 12 },
  Ohm: { Ohm: 1, kOhm: 1000 },
  uA: { uA: 1, mA: 1000 },
  W: { W: 1 },
  J: { J: 1 },
  "%": { "%": 1 },
  "/min": { "/min": 1, "{beats}/min": 1 },
  "1": { "1": 1, "": 1 },
} as const satisfies Record<string, Readonly<Record<string, number>>>;

/** As maps: a unit is a text of others, and "constructor" is no unit. */
const FACTORS_OF_UNIT = new Map(
  Object.entries(FACTORS).map(([unit, factors]) => [unit, new Map(Object.entries(factors))]),
);

/** Digits that a changed unit leaves; products of binary fractions have more, and none of them was measured. */
const KEPT_DIGITS = 12;

/** A value in the unit of its code; undefined where the unit it has is none of the same kind. */
export function convertUnit(value: number, from: string, to: string): number | undefined {
  const factor = FACTORS_OF_UNIT.get(to)?.get(from);
  if (factor === undefined || factor === 1) return factor && value;
  return Number((value * factor).toPrecision(KEPT_DIGITS));
}

/** Units that are taken for a code, for a person to read. */
export function listUnits(to: string): string {
  return [...(FACTORS_OF_UNIT.get(to)?.keys() ?? [])].map((unit) => unit || "none").join(", ");
}
