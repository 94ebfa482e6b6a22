/**
 * The mesh types that every room shares. Structure of arrays; space is patient LPS in mm unless a function says
 * "heart frame"; indices are zero-based.
 */

/** Linear tetrahedra. Node i is points_mm[3i .. 3i+2]; every tetrahedron has positive volume (vertex order 0-1-2-3). */
export interface TetrahedralMesh {
  /** 3 · nodeCount, mm. */
  readonly points_mm: Float64Array;
  /** 4 · elementCount node indices. */
  readonly tetrahedra: Uint32Array;
}

/** Triangles, counter-clockwise seen from outside the muscle (normals point out of the muscle). */
export interface TriangleSurface {
  /** 3 · pointCount, mm. */
  readonly points_mm: Float64Array;
  /** 3 · triangleCount point indices. */
  readonly triangles: Uint32Array;
}

/** Which anatomical surface a boundary triangle belongs to. The numbers are those of the Cobiveco example data. */
export const SURFACE_LABEL = { base: 1, epicardium: 2, lvEndocardium: 3, rvEndocardium: 4 } as const;
export type SurfaceLabel = (typeof SURFACE_LABEL)[keyof typeof SURFACE_LABEL];

/** A closed surface of the ventricular muscle, one SurfaceLabel per triangle. */
export interface LabeledSurface extends TriangleSurface {
  /** triangleCount values of SURFACE_LABEL. */
  readonly labels: Uint8Array;
}

/** A tetrahedral heart and its labeled boundary; boundary triangles index the nodes of the same mesh. */
export interface HeartMesh extends TetrahedralMesh {
  /** 3 · boundaryTriangleCount node indices, outward. */
  readonly boundaryTriangles: Uint32Array;
  /** boundaryTriangleCount values of SURFACE_LABEL. */
  readonly boundaryLabels: Uint8Array;
}

export function countNodes(mesh: { readonly points_mm: Float64Array }): number {
  return mesh.points_mm.length / 3;
}

export function countTetrahedra(mesh: { readonly tetrahedra: Uint32Array }): number {
  return mesh.tetrahedra.length / 4;
}
