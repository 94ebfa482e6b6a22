import { type LengthUnit, millimetersPer } from "@tributary/model";

/** Lengths in mm from lengths in `unit`; a new array. Dividing where mm are the larger unit keeps whole numbers exact. */
export function millimetersFrom(lengths: ArrayLike<number>, unit: LengthUnit): Float64Array {
  const factor = millimetersPer(unit);
  const divisor = Math.round(1 / factor);
  if (factor >= 1) return Float64Array.from(lengths, (length) => length * factor);
  return Float64Array.from(lengths, (length) => length / divisor);
}

/** Lengths in `unit` from lengths in mm; a new array. */
export function lengthsFromMillimeters(lengths_mm: ArrayLike<number>, unit: LengthUnit): Float64Array {
  const factor = millimetersPer(unit);
  const multiplier = Math.round(1 / factor);
  if (factor >= 1) return Float64Array.from(lengths_mm, (length_mm) => length_mm / factor);
  return Float64Array.from(lengths_mm, (length_mm) => length_mm * multiplier);
}
