/** The data sections of VTK legacy files: SCALARS, VECTORS, TENSORS, FIELD and their kin. */
import { errorMalformed } from "../bytes/format-error.ts";
import { nextWord, readCount, readInteger, readLine, readWord, skipBlanks } from "../bytes/text-cursor.ts";
import type { DataArray } from "../vtk-data/vtk-data.ts";
import {
  decodeName,
  expectKeyword,
  finishLine,
  type LegacyReading,
  readTypeName,
  readValues,
  whereInLegacy,
} from "./legacy-values.ts";

/** Components of the sections whose header is "KEYWORD name type". */
const FIXED_COMPONENTS: Record<string, number> = {
  VECTORS: 3,
  NORMALS: 3,
  TENSORS: 9,
  TENSORS6: 6,
  GLOBAL_IDS: 1,
  PEDIGREE_IDS: 1,
};

/** One section of POINT_DATA or CELL_DATA, its keyword already read; a look-up table gives no array. */
export function readAttributeSection(reading: LegacyReading, keyword: string, tupleCount: number): DataArray[] {
  if (keyword === "FIELD") return readField(reading);
  const known = keyword in FIXED_COMPONENTS || OTHER_SECTIONS.includes(keyword);
  if (!known) {
    const expected = [...Object.keys(FIXED_COMPONENTS), ...OTHER_SECTIONS, "FIELD"].join(", ");
    throw errorMalformed(whereInLegacy(reading), JSON.stringify(keyword.slice(0, 40)), expected);
  }
  const name = decodeName(readWord(reading.cursor, `the name of ${keyword}`));
  if (keyword === "SCALARS") return [readScalars(reading, name, tupleCount)];
  if (keyword === "LOOKUP_TABLE") {
    const size = readCount(reading.cursor, "the size of a look-up table", 4);
    readValues(reading, reading.isBinary ? "uint8" : "float32", 4 * size, name);
    return [];
  }
  if (keyword === "COLOR_SCALARS") {
    const componentCount = readInteger(reading.cursor, "a number of components", 1, 4);
    const type = reading.isBinary ? "uint8" : "float32";
    return [{ name, componentCount, values: readValues(reading, type, tupleCount * componentCount, name) }];
  }
  const componentCount =
    FIXED_COMPONENTS[keyword] ?? readInteger(reading.cursor, "a number of texture dimensions", 1, 3);
  const type = readTypeName(reading, name);
  return [{ name, componentCount, values: readValues(reading, type, tupleCount * componentCount, name) }];
}

const OTHER_SECTIONS: readonly string[] = ["SCALARS", "LOOKUP_TABLE", "COLOR_SCALARS", "TEXTURE_COORDINATES"];

/** A FIELD section: its own name, then arrays with name, components, tuples and type. */
export function readField(reading: LegacyReading): DataArray[] {
  const { cursor } = reading;
  readWord(cursor, "the name of the field");
  const arrayCount = readCount(cursor, "field arrays", 8);
  const arrays: DataArray[] = [];
  while (arrays.length < arrayCount) {
    const word = readWord(cursor, "the name of a field array");
    if (word === "METADATA") {
      skipMetadata(reading);
      continue;
    }
    const name = decodeName(word);
    const componentCount = readInteger(cursor, `the components of "${name}"`, 0, 10_000);
    const tupleCount = readInteger(cursor, `the tuples of "${name}"`, 0, 0xffff_ffff);
    const type = readTypeName(reading, name);
    arrays.push({ name, componentCount, values: readValues(reading, type, componentCount * tupleCount, name) });
  }
  return arrays;
}

/** Information keys that newer writers add; the block ends with an empty line. */
export function skipMetadata(reading: LegacyReading): void {
  finishLine(reading);
  for (let line = readLine(reading.cursor); line !== undefined && line.trim() !== ""; ) line = readLine(reading.cursor);
}

function readScalars(reading: LegacyReading, name: string, tupleCount: number): DataArray {
  const { cursor } = reading;
  const type = readTypeName(reading, name);
  const componentCount = skipBlanks(cursor) ? readInteger(cursor, `the components of "${name}"`, 1, 4) : 1;
  expectKeyword(reading, "LOOKUP_TABLE");
  nextWord(cursor);
  return { name, componentCount, values: readValues(reading, type, tupleCount * componentCount, name) };
}
