import type { Table } from "./table.ts";

/** A header of names, then a row an index; numbers in full precision, empty where they are not finite. */
export function writeTableCsv({ columns }: Table): string {
  const rowCount = columns[0]?.values.length ?? 0;
  const lines = [columns.map(({ name }) => name).join(",")];
  for (let row = 0; row < rowCount; row++) {
    lines.push(columns.map(({ values }) => (Number.isFinite(values[row]) ? String(values[row]) : "")).join(","));
  }
  return `${lines.join("\n")}\n`;
}
