import type { Denominator, PeopleCount } from "../../figures/natural-frequency.ts";

/** Squares of a row, and the side of a square with the gap after it, in the picture's own unit. */
const ROW_LENGTH: Readonly<Record<Denominator, number>> = { 100: 10, 1000: 50 };
const SQUARE = 4;
const GAP = 1;
const PITCH = SQUARE + GAP;

/**
 * People as squares, filled from the top left corner and row by row, as SVG: one dashed line a row, for a thousand
 * squares by themselves would be a large page. The count stands beside it in words, so a reader by ear loses nothing.
 */
export function drawIconArray(people: PeopleCount, denominator: Denominator): string {
  const perRow = ROW_LENGTH[denominator];
  const rows = denominator / perRow;
  const count = people.kind === "people" ? people.count : 0;
  const [width, height] = [perRow * PITCH - GAP, rows * PITCH - GAP];
  return [
    `<svg class="people" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" aria-hidden="true" data-count="${count}">`,
    `<path class="all" d="${drawRows(denominator, perRow)}"/>`,
    count === 0 ? "" : `<path class="some" d="${drawRows(count, perRow)}"/>`,
    "</svg>",
  ].join("");
}

function drawRows(count: number, perRow: number): string {
  const rows = Math.ceil(count / perRow);
  return Array.from({ length: rows }, (_, row) => {
    const squares = Math.min(perRow, count - row * perRow);
    return `M0 ${row * PITCH + SQUARE / 2}h${squares * PITCH - GAP}`;
  }).join("");
}
