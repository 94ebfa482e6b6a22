import { type BufferGeometry, CatmullRomCurve3, TubeGeometry, Vector3 } from "three";

const SIDES = 10;

/**
 * A tube along points, as wide as the radius at each of them.
 *
 * @param points_mm  3 · pointCount, at least two points
 * @param radius_mm  pointCount, or one for all
 */
export function createTubeGeometry(points_mm: Float32Array, radius_mm: Float32Array | number): BufferGeometry {
  const points = Array.from({ length: points_mm.length / 3 }, (_, i) => new Vector3().fromArray(points_mm, 3 * i));
  const segments = Math.max(2, points.length - 1);
  const tube = new TubeGeometry(new CatmullRomCurve3(points), segments, 1, SIDES);
  const position = tube.getAttribute("position");
  const normal = tube.getAttribute("normal");
  for (let vertex = 0; vertex < position.count; vertex++) {
    const along = Math.floor(vertex / (SIDES + 1)) / segments;
    const radius = typeof radius_mm === "number" ? radius_mm : sampleLinear(radius_mm, along);
    // A tube of radius 1 lies one normal away from its middle.
    position.setXYZ(
      vertex,
      position.getX(vertex) + (radius - 1) * normal.getX(vertex),
      position.getY(vertex) + (radius - 1) * normal.getY(vertex),
      position.getZ(vertex) + (radius - 1) * normal.getZ(vertex),
    );
  }
  return tube;
}

function sampleLinear(values: Float32Array, fraction: number): number {
  const at = fraction * (values.length - 1);
  const index = Math.min(values.length - 2, Math.floor(at));
  return values[index]! + (at - index) * (values[index + 1]! - values[index]!);
}
