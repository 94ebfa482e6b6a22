import { SURFACE_LABEL, TributaryError } from "@tributary/model";

/**
 * One surface label for each triangle from the labels of its three points: the label that most of them carry; where
 * all three differ, the smallest, so that base (1) wins over epicardium (2), LV endocardium (3) and RV endocardium (4).
 *
 * @param pointLabels  pointCount values of SURFACE_LABEL
 * @param triangles    3 · triangleCount point indices
 * @returns triangleCount values of SURFACE_LABEL
 * @throws TributaryError `surface-label-unknown` for a value that is no SURFACE_LABEL
 */
export function labelTrianglesFromPoints(pointLabels: ArrayLike<number>, triangles: Uint32Array): Uint8Array {
  const highest = SURFACE_LABEL.rvEndocardium;
  for (let point = 0; point < pointLabels.length; point++) {
    const label = pointLabels[point]!;
    if (Number.isInteger(label) && label >= SURFACE_LABEL.base && label <= highest) continue;
    throw new TributaryError({
      code: "surface-label-unknown",
      what: "A point carries a surface label that has no meaning.",
      where: `point ${point}`,
      why: `label ${label}; known are 1 base, 2 epicardium, 3 LV endocardium, 4 RV endocardium`,
      fix: "Name the array that holds these labels, or renumber it.",
    });
  }
  const labels = new Uint8Array(triangles.length / 3);
  for (let triangle = 0; triangle < labels.length; triangle++) {
    const a = pointLabels[triangles[3 * triangle]!]!;
    const b = pointLabels[triangles[3 * triangle + 1]!]!;
    const c = pointLabels[triangles[3 * triangle + 2]!]!;
    labels[triangle] = a === b || a === c ? a : b === c ? b : Math.min(a, b, c);
  }
  return labels;
}
