import { LENGTH_UNITS, type LengthUnit, millimetersPer } from "@tributary/model";
import { createByteBuilder, formatNumber } from "../bytes/byte-builder.ts";
import { checkFileSize, errorMalformed } from "../bytes/format-error.ts";
import { parseNumber } from "../bytes/parse-number.ts";
import { createTextCursor, readLine } from "../bytes/text-cursor.ts";
import type { CenterlineBranch, Centerlines } from "./centerline.ts";
import { checkBranch, errorCenterline } from "./check-branch.ts";

interface Columns {
  readonly branch: number;
  /** Column and unit of x, y, z and the radius. */
  readonly lengths: readonly { readonly at: number; readonly unit: LengthUnit }[];
  /** 0.5 where the header says diameter. */
  readonly radiusFactor: number;
  readonly count: number;
}

const encoder = new TextEncoder();

/**
 * Reads vein centerlines from CSV with a header of branch, x_mm, y_mm, z_mm and radius_mm (or diameter_mm), in any
 * order. A length in another unit says so in its header: x_cm, radius_um. Rows of one branch stand together, from the
 * mouth on.
 *
 * @throws TributaryError `file-malformed` for a header or a row, with its line; `centerline-invalid` for a branch
 */
export function readCenterlineCsv(bytes: Uint8Array, fileName: string): Centerlines {
  checkFileSize(fileName, bytes.length);
  const cursor = createTextCursor(bytes, fileName);
  const columns = readColumns(splitCsvLine(readLine(cursor)?.replace(/^\uFEFF/, "") ?? ""), fileName);
  const branches: CenterlineBranch[] = [];
  const seen = new Set<string>();
  let current: { name: string; points: number[]; radii: number[] } | undefined;
  const finish = (): void => {
    if (!current) return;
    const { name, points, radii } = current;
    branches.push(
      checkBranch({ name, points_mm: Float64Array.from(points), radius_mm: Float64Array.from(radii) }, fileName),
    );
  };
  for (let line = 2, text = readLine(cursor); text !== undefined; line++, text = readLine(cursor)) {
    if (text.trim() === "") continue;
    const { name, lengths_mm } = readRow(splitCsvLine(text), columns, `${fileName}, line ${line}`);
    if (current?.name !== name) {
      finish();
      if (seen.has(name)) {
        throw errorMalformed(`${fileName}, line ${line}`, `branch "${name}" again`, "rows of one branch together");
      }
      seen.add(name);
      current = { name, points: [], radii: [] };
    }
    current.points.push(...lengths_mm.slice(0, 3));
    current.radii.push(lengths_mm[3]! * columns.radiusFactor);
  }
  finish();
  if (branches.length === 0) throw errorCenterline(fileName, "no rows", "at least one branch");
  return { branches };
}

/** Writes centerlines as the CSV above, in mm. */
export function writeCenterlineCsv(centerlines: Centerlines): Uint8Array {
  const file = createByteBuilder();
  file.addText("branch,x_mm,y_mm,z_mm,radius_mm\n");
  for (const { name, points_mm, radius_mm } of centerlines.branches) {
    const quoted = /[",\r\n]/.test(name) || name !== name.trim() ? `"${name.replace(/"/g, '""')}"` : name;
    for (const [point, radius] of radius_mm.entries()) {
      const values = [...points_mm.subarray(3 * point, 3 * point + 3), radius].map(formatNumber);
      file.addText(`${quoted},${values.join(",")}\n`);
    }
  }
  return file.finish();
}

function readColumns(header: readonly string[], fileName: string): Columns {
  const where = `${fileName}, line 1`;
  const expected = "branch,x_mm,y_mm,z_mm,radius_mm (units um, mm, cm, m; or diameter_mm)";
  const branch = header.indexOf("branch");
  const isDiameter = header.some((name) => name.startsWith("diameter_"));
  const wanted = ["x", "y", "z", isDiameter ? "diameter" : "radius"];
  const lengths = wanted.map((quantity) => {
    const found = header.flatMap((name, at) => {
      const unit = LENGTH_UNITS.find((candidate) => name === `${quantity}_${candidate}`);
      return unit ? [{ at, unit }] : [];
    });
    if (found.length !== 1) throw errorMalformed(where, `${found.length} columns for ${quantity}`, expected);
    return found[0]!;
  });
  if (branch < 0 || header.length !== 5)
    throw errorMalformed(where, JSON.stringify(header.join(",").slice(0, 80)), expected);
  return { branch, lengths, radiusFactor: isDiameter ? 0.5 : 1, count: header.length };
}

function readRow(cells: readonly string[], columns: Columns, where: string): { name: string; lengths_mm: number[] } {
  if (cells.length !== columns.count) throw errorMalformed(where, `${cells.length} values`, `${columns.count} values`);
  const name = cells[columns.branch]!;
  if (name === "") throw errorMalformed(where, "a row without a branch", "the name of its branch");
  const lengths_mm = columns.lengths.map(({ at, unit }) => {
    const bytes = encoder.encode(cells[at]!);
    const length = parseNumber(bytes, 0, bytes.length);
    if (length !== undefined) return length * millimetersPer(unit);
    throw errorMalformed(where, JSON.stringify(cells[at]!.slice(0, 40)), `a number in ${unit}`);
  });
  return { name, lengths_mm };
}

/** Values between commas; in quotes they may hold commas, and two quotes for one. Blanks around a value are dropped. */
function splitCsvLine(line: string): string[] {
  const cells: string[] = [];
  let cell = "";
  let quoted = false;
  let wasQuoted = false;
  for (let at = 0; at <= line.length; at++) {
    const character = line[at];
    if (character === undefined || (character === "," && !quoted)) {
      cells.push(wasQuoted ? cell : cell.trim());
      cell = "";
      wasQuoted = false;
    } else if (character === '"' && quoted && line[at + 1] === '"') {
      cell += '"';
      at++;
    } else if (character === '"' && (quoted || cell.trim() === "")) {
      quoted = !quoted;
      if (quoted) cell = "";
      wasQuoted = true;
    } else if (quoted || !wasQuoted) cell += character;
  }
  return cells;
}
