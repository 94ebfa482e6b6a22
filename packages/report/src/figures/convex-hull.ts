/**
 * The convex hull of points in the plane (Andrew's monotone chain).
 *
 * @param points  x0, y0, x1, y1, ...; at least three that are not on a line
 * @returns the corners in order, in the same form
 */
export function outlineHull(points: readonly number[]): number[] {
  const sorted = Array.from(
    { length: points.length / 2 },
    (_, i) => [points[2 * i]!, points[2 * i + 1]!] as const,
  ).sort((a, b) => a[0] - b[0] || a[1] - b[1]);
  const lower = chain(sorted);
  const upper = chain([...sorted].reverse());
  return [...lower.slice(0, -1), ...upper.slice(0, -1)].flat();
}

type Point = readonly [number, number];

function chain(points: readonly Point[]): Point[] {
  const kept: Point[] = [];
  for (const point of points) {
    while (kept.length >= 2 && turn(kept.at(-2)!, kept.at(-1)!, point) <= 0) kept.pop();
    kept.push(point);
  }
  return kept;
}

/** Above 0 for a turn to the left. */
function turn(a: Point, b: Point, c: Point): number {
  return (b[0] - a[0]) * (c[1] - a[1]) - (b[1] - a[1]) * (c[0] - a[0]);
}
