/** Columns aligned with spaces; numbers (right-aligned) are told by the header's trailing ":". */
export function renderTextTable(headers: readonly string[], rows: readonly (readonly string[])[]): string {
  const titles = headers.map((header) => header.replace(/:$/, ""));
  const isRight = headers.map((header) => header.endsWith(":"));
  const widths = titles.map((title, column) =>
    Math.max(title.length, ...rows.map((row) => (row[column] ?? "").length)),
  );
  const renderRow = (cells: readonly string[]) =>
    cells
      .map((cell, column) => (isRight[column] ? cell.padStart(widths[column]!) : cell.padEnd(widths[column]!)))
      .join("  ")
      .trimEnd();
  return [renderRow(titles), widths.map((width) => "-".repeat(width)).join("  "), ...rows.map(renderRow)].join("\n");
}
