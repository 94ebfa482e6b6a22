import { type DataArray, findArray, labelTrianglesFromPoints } from "@tributary/formats";
import { SURFACE_LABEL } from "@tributary/model";
import { BOUNDARY_LABELS_ARRAY, BOUNDARY_TRIANGLES_ARRAY } from "./boundary-arrays.ts";

/**
 * A label for each boundary triangle: as written by this program, triangle by triangle, or from the labels of its nodes.
 *
 * @param boundaryTriangles  3 · triangleCount node indices
 * @param nodeLabels         one for each node; those inside the muscle are not read
 * @param fieldData          of the file, which may hold the labels of triangles
 */
export function labelBoundary(
  boundaryTriangles: Uint32Array,
  nodeLabels: ArrayLike<number>,
  fieldData: readonly DataArray[],
): Uint8Array {
  return (
    readTriangleLabels(boundaryTriangles, fieldData) ??
    labelTrianglesFromPoints(onBoundary(nodeLabels, boundaryTriangles), boundaryTriangles)
  );
}

/** Undefined where there are none, or where they are of another boundary than the mesh now has. */
function readTriangleLabels(boundaryTriangles: Uint32Array, fieldData: readonly DataArray[]): Uint8Array | undefined {
  const triangles = findArray(fieldData, BOUNDARY_TRIANGLES_ARRAY)?.values;
  const given = findArray(fieldData, BOUNDARY_LABELS_ARRAY)?.values;
  if (triangles?.length !== boundaryTriangles.length || given?.length !== triangles.length / 3) return undefined;
  const labelOfTriangle = new Map<string, number>();
  for (let triangle = 0; triangle < given.length; triangle++)
    labelOfTriangle.set(nameTriangle(triangles, triangle), given[triangle]!);
  const labels = new Uint8Array(given.length);
  for (let triangle = 0; triangle < labels.length; triangle++) {
    const label = labelOfTriangle.get(nameTriangle(boundaryTriangles, triangle)) ?? 0;
    if (label < SURFACE_LABEL.base || label > SURFACE_LABEL.rvEndocardium) return undefined;
    labels[triangle] = label;
  }
  return labels;
}

/** The same for any order of the corners. */
function nameTriangle(triangles: ArrayLike<number>, triangle: number): string {
  const corners = [triangles[3 * triangle]!, triangles[3 * triangle + 1]!, triangles[3 * triangle + 2]!];
  return corners.sort((a, b) => a - b).join(" ");
}

/** Labels of inner nodes (0) are never read; they are made valid so that only the boundary is judged. */
function onBoundary(values: ArrayLike<number>, boundaryTriangles: Uint32Array): number[] {
  const isBoundary = new Uint8Array(values.length);
  for (const node of boundaryTriangles) isBoundary[node] = 1;
  return Array.from(values, (value, node) => (isBoundary[node] ? value : SURFACE_LABEL.base));
}
