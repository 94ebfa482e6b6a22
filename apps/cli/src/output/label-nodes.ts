import type { HeartMesh } from "@tributary/model";

/** The surface label of each node, 0 inside; where surfaces meet, the lowest label (the base first). */
export function labelNodes(heart: HeartMesh): Uint8Array {
  const labels = new Uint8Array(heart.points_mm.length / 3);
  for (let i = 0; i < heart.boundaryTriangles.length; i++) {
    const node = heart.boundaryTriangles[i]!;
    const label = heart.boundaryLabels[Math.floor(i / 3)]!;
    if (labels[node] === 0 || label < labels[node]!) labels[node] = label;
  }
  return labels;
}
