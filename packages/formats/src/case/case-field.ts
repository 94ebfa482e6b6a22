/** The kinds of fields a case has. Each carries its meaning into the published schema; quantities also unit and range. */

import { LENGTH_UNITS } from "@tributary/model";
import { z } from "zod";

/** Extra words of the published schema, beside those of JSON Schema. */
interface FieldNotes {
  /** Unit as printed; "1" for pure numbers. */
  readonly unit?: string;
  /** Why the range ends where it does. */
  readonly rangeReason?: string;
  /** True for a finding in the patient: never defaulted, listed as missing where it is absent. */
  readonly clinical?: true;
}

/** A number with unit and physiologic range, both ends allowed. */
export function quantity(
  meaning: string,
  unit: string,
  [minimum, maximum]: readonly [number, number],
  rangeReason: string,
) {
  return z.number().min(minimum).max(maximum).meta({ description: meaning, unit, rangeReason });
}

/** The same, as a finding in the patient. */
export function clinicalQuantity(
  meaning: string,
  unit: string,
  [minimum, maximum]: readonly [number, number],
  rangeReason: string,
) {
  const notes: FieldNotes = { unit, rangeReason, clinical: true };
  return z
    .number()
    .min(minimum)
    .max(maximum)
    .meta({ description: meaning, ...notes });
}

export function integer(meaning: string, [minimum, maximum]: readonly [number, number], rangeReason: string) {
  return z.int().min(minimum).max(maximum).meta({ description: meaning, unit: "1", rangeReason });
}

export function choice<const Options extends readonly string[]>(meaning: string, options: Options) {
  return z.enum(options).meta({ description: meaning });
}

export function text(meaning: string, maxLength = 200) {
  return z.string().min(1).max(maxLength).meta({ description: meaning });
}

/** A file that the case names; relative to the folder of the case file. */
export function filePath(meaning: string) {
  return z
    .string()
    .min(1)
    .max(1000)
    .meta({ description: `${meaning}; relative to the folder of the case file` });
}

export function kind<const Name extends string>(name: Name, meaning: string) {
  return z.literal(name).meta({ description: meaning });
}

/** A place in patient space. */
export function point_mm(meaning: string) {
  const coordinate = (axis: string) =>
    quantity(axis, "mm", [-5000, 5000], "within reach of a scanner's coordinate system").meta({ description: axis });
  return z
    .tuple([coordinate("x, to the patient's left"), coordinate("y, to the back"), coordinate("z, to the head")])
    .meta({ description: meaning, unit: "mm" });
}

/** The unit of a file whose format carries none. */
export const units = choice("Unit of length of the file, for formats that carry none", LENGTH_UNITS).exactOptional();
