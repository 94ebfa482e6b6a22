/** Names of the field arrays that carry the labeled boundary of a tetrahedral mesh without loss. */
export const BOUNDARY_TRIANGLES_ARRAY = "boundaryTriangles";
export const BOUNDARY_LABELS_ARRAY = "boundaryLabels";
