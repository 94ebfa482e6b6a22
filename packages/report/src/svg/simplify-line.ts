/**
 * The points of a line that keep it within a tolerance (Douglas and Peucker, Cartographica 1973;10:112).
 *
 * @param points        x0, y0, x1, y1, ...
 * @param tolerance_px  largest distance of a point left out from the line drawn
 * @returns first and last point kept
 */
export function simplifyLine(points: readonly number[], tolerance_px: number): number[] {
  const count = points.length / 2;
  if (count < 3) return [...points];
  const isKept = new Uint8Array(count);
  isKept[0] = isKept[count - 1] = 1;
  const open: [number, number][] = [[0, count - 1]];
  for (let range = open.pop(); range !== undefined; range = open.pop()) {
    const [from, to] = range;
    const { index, away_px } = findFarthest(points, from, to);
    if (away_px <= tolerance_px) continue;
    isKept[index] = 1;
    open.push([from, index], [index, to]);
  }
  return points.filter((_, i) => isKept[i >> 1] === 1);
}

function findFarthest(points: readonly number[], from: number, to: number): { index: number; away_px: number } {
  const [x, y] = [points[2 * from]!, points[2 * from + 1]!];
  const [dx, dy] = [points[2 * to]! - x, points[2 * to + 1]! - y];
  const length = Math.hypot(dx, dy) || 1;
  let [index, away_px] = [from, 0];
  for (let i = from + 1; i < to; i++) {
    const away = Math.abs((points[2 * i]! - x) * dy - (points[2 * i + 1]! - y) * dx) / length;
    if (away > away_px) [index, away_px] = [i, away];
  }
  return { index, away_px };
}
