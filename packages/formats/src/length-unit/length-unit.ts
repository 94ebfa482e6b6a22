/** The units of length that files and people use; inside the model lengths are mm. */
export const LENGTH_UNITS = ["um", "mm", "cm", "m"] as const;
export type LengthUnit = (typeof LENGTH_UNITS)[number];

const MM_PER_UNIT: Record<LengthUnit, number> = { um: 1e-3, mm: 1, cm: 10, m: 1000 };

/** Millimeters in one `unit`. */
export function millimetersPer(unit: LengthUnit): number {
  return MM_PER_UNIT[unit];
}
