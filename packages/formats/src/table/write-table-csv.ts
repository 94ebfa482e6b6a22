import type { Table, TableColumn } from "./table.ts";

/** A header of names, then a row an index; numbers in full precision, empty where they are not finite, texts quoted. */
export function writeTableCsv({ columns }: Table): string {
  const [first] = columns;
  const rowCount = first === undefined ? 0 : "values" in first ? first.values.length : first.texts.length;
  const lines = [columns.map(({ name }) => name).join(",")];
  for (let row = 0; row < rowCount; row++) lines.push(columns.map((column) => writeCell(column, row)).join(","));
  return `${lines.join("\n")}\n`;
}

function writeCell(column: TableColumn, row: number): string {
  if ("texts" in column) return `"${column.texts[row]!.replaceAll('"', '""')}"`;
  const value = column.values[row]!;
  return Number.isFinite(value) ? String(value) : "";
}
