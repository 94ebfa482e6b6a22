import { wrapText } from "./wrap-text.ts";

/**
 * Columns aligned with spaces; numbers (right-aligned) are told by the header's trailing ":".
 *
 * @param widest  by column: where longer cells are wrapped at blanks; undefined leaves them as they are
 */
export function renderTextTable(
  headers: readonly string[],
  rows: readonly (readonly string[])[],
  widest: readonly (number | undefined)[] = [],
): string {
  const titles = headers.map((header) => header.replace(/:$/, ""));
  const isRight = headers.map((header) => header.endsWith(":"));
  const wrapped = rows.map((row) => titles.map((_, column) => wrapText(row[column] ?? "", widest[column] ?? Infinity)));
  const widths = titles.map((title, column) =>
    Math.max(title.length, ...wrapped.flatMap((row) => row[column]!.map((line) => line.length))),
  );
  const renderLine = (cells: readonly string[]) =>
    cells
      .map((cell, column) => (isRight[column] ? cell.padStart(widths[column]!) : cell.padEnd(widths[column]!)))
      .join("  ")
      .trimEnd();
  const renderRow = (row: readonly (readonly string[])[]) =>
    Array.from({ length: Math.max(...row.map((lines) => lines.length)) }, (_, line) =>
      renderLine(row.map((lines) => lines[line] ?? "")),
    );
  return [renderLine(titles), widths.map((width) => "-".repeat(width)).join("  "), ...wrapped.flatMap(renderRow)].join(
    "\n",
  );
}
