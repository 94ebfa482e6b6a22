import { createByteBuilder, formatNumber } from "../bytes/byte-builder.ts";
import type { PlySurface } from "./read-ply.ts";

export interface PlyWriteOptions {
  /** Default binary_little_endian. */
  readonly format?: "ascii" | "binary_little_endian" | "binary_big_endian";
}

/** Writes a surface as PLY, coordinates and labels (property "label") as doubles, so that they read back unchanged. */
export function writePly(surface: PlySurface, options: PlyWriteOptions = {}): Uint8Array {
  const { points, triangles, pointLabels, triangleLabels } = surface;
  const format = options.format ?? "binary_little_endian";
  const pointCount = points.length / 3;
  const triangleCount = triangles.length / 3;
  const file = createByteBuilder();
  const label = "property double label\n";
  file.addText(
    `ply\nformat ${format} 1.0\ncomment written by tributary\nelement vertex ${pointCount}\n` +
      `property double x\nproperty double y\nproperty double z\n${pointLabels ? label : ""}` +
      `element face ${triangleCount}\nproperty list uchar int vertex_indices\n${triangleLabels ? label : ""}end_header\n`,
  );
  if (format === "ascii") {
    for (let point = 0; point < pointCount; point++) {
      const values = [...points.subarray(3 * point, 3 * point + 3), ...(pointLabels ? [pointLabels[point]!] : [])];
      file.addText(`${values.map(formatNumber).join(" ")}\n`);
    }
    for (let triangle = 0; triangle < triangleCount; triangle++) {
      const corners = triangles.subarray(3 * triangle, 3 * triangle + 3).join(" ");
      file.addText(`3 ${corners}${triangleLabels ? ` ${formatNumber(triangleLabels[triangle]!)}` : ""}\n`);
    }
    return file.finish();
  }
  file.addBytes(encodeValues(surface, format === "binary_little_endian"));
  return file.finish();
}

function encodeValues(surface: PlySurface, littleEndian: boolean): Uint8Array {
  const { points, triangles, pointLabels, triangleLabels } = surface;
  const pointCount = points.length / 3;
  const triangleCount = triangles.length / 3;
  const pointBytes = pointLabels ? 32 : 24;
  const triangleBytes = triangleLabels ? 21 : 13;
  const bytes = new Uint8Array(pointCount * pointBytes + triangleCount * triangleBytes);
  const view = new DataView(bytes.buffer);
  let at = 0;
  for (let point = 0; point < pointCount; point++) {
    for (let axis = 0; axis < 3; axis++) view.setFloat64(at + 8 * axis, points[3 * point + axis]!, littleEndian);
    if (pointLabels) view.setFloat64(at + 24, pointLabels[point]!, littleEndian);
    at += pointBytes;
  }
  for (let triangle = 0; triangle < triangleCount; triangle++) {
    view.setUint8(at, 3);
    for (let k = 0; k < 3; k++) view.setInt32(at + 1 + 4 * k, triangles[3 * triangle + k]!, littleEndian);
    if (triangleLabels) view.setFloat64(at + 13, triangleLabels[triangle]!, littleEndian);
    at += triangleBytes;
  }
  return bytes;
}
