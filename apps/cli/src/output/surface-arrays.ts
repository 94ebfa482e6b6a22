import type { DataArray } from "@tributary/formats";
import { BOUNDARY_LABELS_ARRAY, BOUNDARY_TRIANGLES_ARRAY } from "@tributary/intake";
import type { HeartMesh } from "@tributary/model";
import { labelNodes } from "./label-nodes.ts";

/**
 * The surface labels of a heart for a VTK grid: one a node, which every viewer shows, and one a boundary triangle, since
 * where two surfaces meet the labels of nodes do not tell those of triangles.
 */
export function collectSurfaceArrays(heart: HeartMesh): { pointData: DataArray[]; fieldData: DataArray[] } {
  return {
    pointData: [{ name: "class", componentCount: 1, values: labelNodes(heart) }],
    fieldData: [
      { name: BOUNDARY_TRIANGLES_ARRAY, componentCount: 3, values: heart.boundaryTriangles },
      { name: BOUNDARY_LABELS_ARRAY, componentCount: 1, values: heart.boundaryLabels },
    ],
  };
}
