// The public API of @tributary/model, by name.
export { TributaryError, type TributaryErrorParts } from "./errors/tributary-error.ts";
export {
  countNodes,
  countTetrahedra,
  type HeartMesh,
  type LabelledSurface,
  SURFACE_LABEL,
  type SurfaceLabel,
  type TetrahedralMesh,
  type TriangleSurface,
} from "./mesh/mesh.ts";
export { createRandom, type Random } from "./numerics/random.ts";
