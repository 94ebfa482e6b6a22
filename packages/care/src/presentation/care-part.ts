import { SOURCES, type SourceId } from "../figures/source-catalog.ts";

/** An answer of the care in words, part by part: the same for a terminal, a page in the browser and a printed one. */
export type CarePart =
  | { readonly kind: "text"; readonly heading: string | undefined; readonly text: string }
  | { readonly kind: "list"; readonly heading: string; readonly items: readonly string[] }
  | { readonly kind: "table"; readonly heading: string; readonly table: CareTable; readonly note: string | undefined }
  | { readonly kind: "trace"; readonly heading: string; readonly rows: readonly TracedRow[] };

export interface CareTable {
  readonly columns: readonly { readonly name: string; readonly isNumber: boolean }[];
  readonly rows: readonly (readonly string[])[];
  /** By column, in letters: where a terminal wraps longer cells; undefined leaves them as they are. */
  readonly widths: readonly (number | undefined)[];
}

/** One row of a clinical table with the criteria behind its answer. */
export interface TracedRow {
  readonly id: string;
  readonly text: string;
  readonly answer: string;
  readonly criteria: readonly { readonly answer: string; readonly text: string }[];
}

/** @param headers  one that ends in ":" stands over numbers */
export function careTable(
  headers: readonly string[],
  rows: readonly (readonly string[])[],
  widths: readonly (number | undefined)[] = [],
): CareTable {
  const columns = headers.map((header) => ({ name: header.replace(/:$/, ""), isNumber: header.endsWith(":") }));
  return { columns, rows, widths };
}

/** Those parts that there are. */
export function collectParts(parts: readonly (CarePart | undefined)[]): CarePart[] {
  return parts.filter((part) => part !== undefined);
}

export function textPart(text: string, heading?: string): CarePart {
  return { kind: "text", heading, text };
}

/** A heading with its lines; undefined where there are none. */
export function listPart(heading: string, items: readonly string[]): CarePart | undefined {
  return items.length === 0 ? undefined : { kind: "list", heading, items };
}

export function tablePart(heading: string, table: CareTable, note?: string): CarePart {
  return { kind: "table", heading, table, note };
}

/** The publications behind an answer, each once. */
export function sourcesPart(ids: readonly SourceId[]): CarePart | undefined {
  const unique = [...new Set(ids)].sort();
  return listPart(
    "Sources",
    unique.map((id) => `${id}: ${SOURCES[id].citation}`),
  );
}

/** "*" marks what nobody has confirmed in its source. */
export function mark(confirmed: boolean): string {
  return confirmed ? "" : "*";
}

export const MARK_NOTE = textPart("* not confirmed in its source");

/** A name of the tables in words: "advancedLifeSupport". */
export function spell(name: string): string {
  return name
    .replace(/([A-Z])/g, " $1")
    .toLowerCase()
    .replace(/^crt/, "CRT");
}
