/** Rows whose first cell is left empty where it says the same as the row above, so that groups are seen. */
export function blankRepeats(rows: readonly (readonly string[])[]): string[][] {
  return rows.map(([first = "", ...rest], row) => [rows[row - 1]?.[0] === first ? "" : first, ...rest]);
}
