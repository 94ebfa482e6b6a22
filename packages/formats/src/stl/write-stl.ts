import { createByteBuilder, formatNumber } from "../bytes/byte-builder.ts";
import type { IndexedTriangles } from "./merge-equal-points.ts";

/**
 * Writes triangles as STL: binary (coordinates rounded to 32-bit floats) or ascii (to the last bit). Normals are those
 * of the corner order; zero for a triangle without area.
 */
export function writeStl(surface: IndexedTriangles, options: { binary?: boolean } = {}): Uint8Array {
  return (options.binary ?? true) ? writeBinaryStl(surface) : writeAsciiStl(surface);
}

function writeBinaryStl({ points, triangles }: IndexedTriangles): Uint8Array {
  const triangleCount = triangles.length / 3;
  const bytes = new Uint8Array(84 + 50 * triangleCount);
  const view = new DataView(bytes.buffer);
  // Not "solid", by which readers tell ascii files.
  bytes.set(new TextEncoder().encode("binary STL written by tributary"));
  view.setUint32(80, triangleCount, true);
  for (let triangle = 0; triangle < triangleCount; triangle++) {
    const at = 84 + 50 * triangle;
    const values = [...normalOf(points, triangles, triangle), ...cornersOf(points, triangles, triangle)];
    for (const [k, value] of values.entries()) view.setFloat32(at + 4 * k, value, true);
  }
  return bytes;
}

function writeAsciiStl({ points, triangles }: IndexedTriangles): Uint8Array {
  const file = createByteBuilder();
  file.addText("solid tributary\n");
  for (let triangle = 0; triangle < triangles.length / 3; triangle++) {
    const corners = cornersOf(points, triangles, triangle).map(formatNumber);
    const lines = [0, 3, 6].map((k) => `vertex ${corners.slice(k, k + 3).join(" ")}\n`).join("");
    const normal = normalOf(points, triangles, triangle).map(formatNumber).join(" ");
    file.addText(`facet normal ${normal}\nouter loop\n${lines}endloop\nendfacet\n`);
  }
  file.addText("endsolid tributary\n");
  return file.finish();
}

function cornersOf(points: Float64Array, triangles: Uint32Array, triangle: number): number[] {
  return [...triangles.subarray(3 * triangle, 3 * triangle + 3)].flatMap((point) => [
    ...points.subarray(3 * point, 3 * point + 3),
  ]);
}

function normalOf(points: Float64Array, triangles: Uint32Array, triangle: number): number[] {
  const c = cornersOf(points, triangles, triangle);
  const [ux, uy, uz] = [c[3]! - c[0]!, c[4]! - c[1]!, c[5]! - c[2]!];
  const [vx, vy, vz] = [c[6]! - c[0]!, c[7]! - c[1]!, c[8]! - c[2]!];
  const normal = [uy * vz - uz * vy, uz * vx - ux * vz, ux * vy - uy * vx];
  const length = Math.hypot(...normal);
  return length > 0 && Number.isFinite(length) ? normal.map((n) => n / length) : [0, 0, 0];
}
