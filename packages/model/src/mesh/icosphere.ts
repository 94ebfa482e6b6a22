import type { TriangleSurface } from "./mesh.ts";

const GOLDEN = (1 + Math.sqrt(5)) / 2;
const CORNERS = [
  [-1, GOLDEN, 0],
  [1, GOLDEN, 0],
  [-1, -GOLDEN, 0],
  [1, -GOLDEN, 0],
  [0, -1, GOLDEN],
  [0, 1, GOLDEN],
  [0, -1, -GOLDEN],
  [0, 1, -GOLDEN],
  [GOLDEN, 0, -1],
  [GOLDEN, 0, 1],
  [-GOLDEN, 0, -1],
  [-GOLDEN, 0, 1],
] as const;
const FACES = [
  [0, 11, 5],
  [0, 5, 1],
  [0, 1, 7],
  [0, 7, 10],
  [0, 10, 11],
  [1, 5, 9],
  [5, 11, 4],
  [11, 10, 2],
  [10, 7, 6],
  [7, 1, 8],
  [3, 9, 4],
  [3, 4, 2],
  [3, 2, 6],
  [3, 6, 8],
  [3, 8, 9],
  [4, 9, 5],
  [2, 4, 11],
  [6, 2, 10],
  [8, 6, 7],
  [9, 8, 1],
] as const;

/** A sphere of 20 · 4^levels triangles and 10 · 4^levels + 2 points, outward, all points on it. */
export function createIcosphere(radius_mm: number, levels: number): TriangleSurface {
  const points: (readonly number[])[] = CORNERS.map((corner) => pushOut(corner, radius_mm));
  let faces: (readonly number[])[] = FACES.map((face) => [...face]);
  for (let level = 0; level < levels; level++) {
    const middles = new Map<string, number>();
    const middleOf = (a: number, b: number) => {
      const key = `${Math.min(a, b)}-${Math.max(a, b)}`;
      const known = middles.get(key);
      if (known !== undefined) return known;
      points.push(
        pushOut(
          [0, 1, 2].map((axis) => points[a]![axis]! + points[b]![axis]!),
          radius_mm,
        ),
      );
      middles.set(key, points.length - 1);
      return points.length - 1;
    };
    faces = faces.flatMap(([a, b, c]) => {
      const [ab, bc, ca] = [middleOf(a!, b!), middleOf(b!, c!), middleOf(c!, a!)];
      return [
        [a!, ab, ca],
        [b!, bc, ab],
        [c!, ca, bc],
        [ab, bc, ca],
      ];
    });
  }
  return { points_mm: Float64Array.from(points.flat()), triangles: Uint32Array.from(faces.flat()) };
}

function pushOut(point: readonly number[], radius_mm: number): readonly number[] {
  const length = Math.hypot(...point);
  return point.map((value) => (radius_mm * value) / length);
}
