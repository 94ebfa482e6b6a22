import {
  applyPose,
  assignAhaSegments,
  assignTissue,
  type BodyPose,
  checkViableMuscle,
  computeElementCoordinates,
  computeElementVolume,
  computeFibers,
  computeNodeVolumes,
  computeVentricularCoordinates,
  countTetrahedra,
  createParametricHeart,
  createSurfaceShape,
  findBodyPose,
  type HeartMesh,
  IDENTITY_POSE,
  type MeshReport,
  meshImplicitShape,
  placeValveOpenings,
  posePoint,
  type ValveOpening,
  type VentricularCoordinates,
  WALL,
  wallDepthFraction,
} from "@tributary/model";
import type { HeartOrigin, HeartSpecification } from "./heart-specification.ts";

/** A heart ready for electricity: muscle with coordinates, fibers, segments and tissue. Plain arrays throughout. */
export interface PreparedHeart {
  readonly heart: HeartMesh;
  readonly coordinates: VentricularCoordinates;
  /** 3 · elementCount unit vectors. */
  readonly fiber: Float64Array;
  /** elementCount; AHA segment 1-17, 0 in the free wall of the right ventricle. */
  readonly segment: Uint8Array;
  /** elementCount; WALL values. */
  readonly wall: Uint8Array;
  /** elementCount; TISSUE values. */
  readonly tissue: Uint8Array;
  /** elementCount. */
  readonly elementVolumes_mm3: Float64Array;
  /** nodeCount; they add to the volume of the mesh. */
  readonly nodeVolumes_mm3: Float64Array;
  /** Of our own mesher; undefined for an imported tetrahedral mesh. */
  readonly meshReport: MeshReport | undefined;
  /** How the mesh's axes lie in the body, and why it was turned if it was. */
  readonly body: BodyPose;
  /** Where the valves open, patient space; empty for an imported heart, whose base does not tell. */
  readonly valves: readonly ValveOpening[];
}

/** The stages of `prepareHeart`, in order, for progress. */
export const PREPARATION_STAGES = ["meshing", "coordinates", "fibers", "segments and scar"] as const;
export type PreparationStage = (typeof PREPARATION_STAGES)[number];

/**
 * From a specification to a heart ready for electricity.
 *
 * @param onStage  called as each stage begins
 * @throws TributaryError from the room that refuses its input (mesh, labels, scar)
 *
 * Cost: about 8 s for 100 000 nodes on one core, most of it the coordinates.
 */
export function prepareHeart(
  specification: HeartSpecification,
  onStage: (stage: PreparationStage) => void = () => {},
): PreparedHeart {
  const { origin } = specification;
  onStage("meshing");
  const { heart, meshReport, valves } = meshOrigin(origin);
  onStage("coordinates");
  const { ab, tm, rtSin, rtCos, tv, frame } = computeVentricularCoordinates(heart);
  const coordinates = { ab, tm, rtSin, rtCos, tv };
  onStage("fibers");
  const givenFiber = origin.kind === "tetrahedra" ? origin.fiber : undefined;
  const fiber = givenFiber ?? computeFibers(heart, specification.fiberAngles).fiber;
  onStage("segments and scar");
  const { segment, wall } = assignAhaSegments(heart, coordinates);
  const elementVolumes_mm3 = measureElementVolumes(heart);
  const tissue = layTissue(specification, { heart, coordinates, segment, wall, elementVolumes_mm3 });
  const nodeVolumes_mm3 = computeNodeVolumes(heart);
  const body = origin.kind === "parametric" ? POSED : findBodyPose(frame, origin.axes);
  return {
    heart,
    coordinates,
    fiber,
    segment,
    wall,
    tissue,
    elementVolumes_mm3,
    nodeVolumes_mm3,
    meshReport,
    body,
    valves,
  };
}

/** A parametric heart is meshed where its own pose puts it. */
const POSED: BodyPose = { pose: IDENTITY_POSE, remark: undefined };

type MeshedOrigin = Pick<PreparedHeart, "heart" | "meshReport" | "valves">;

function meshOrigin(origin: HeartOrigin): MeshedOrigin {
  if (origin.kind === "tetrahedra") return { heart: origin.heart, meshReport: undefined, valves: [] };
  const { edgeLength_mm, leastWallNodes = 3 } = origin;
  const options = { edgeLength_mm, leastWallNodes };
  if (origin.kind === "surface") {
    const { heart, report } = meshImplicitShape(createSurfaceShape(origin.surface), options);
    return { heart, meshReport: report, valves: [] };
  }
  const parametric = createParametricHeart(origin.geometry);
  const { heart, report } = meshImplicitShape(parametric.shape, options);
  const valves = placeValveOpenings(parametric).map((opening) => ({
    ...opening,
    center_mm: posePoint(origin.pose, opening.center_mm),
  }));
  return { heart: applyPose(heart, origin.pose), meshReport: report, valves };
}

type Muscle = Pick<PreparedHeart, "heart" | "coordinates" | "segment" | "wall" | "elementVolumes_mm3">;

function layTissue({ origin, scar }: HeartSpecification, muscle: Muscle): Uint8Array {
  const { heart, coordinates, segment, wall, elementVolumes_mm3 } = muscle;
  const { tm, tv } = computeElementCoordinates(heart, coordinates);
  const isSeptum = wall.map((value) => (value === WALL.septum ? 1 : 0));
  const depthFraction = Float64Array.from(tm, (value, element) =>
    wallDepthFraction(value, tv[element] === 1, isSeptum[element] === 1),
  );
  const places = { segment, depthFraction };
  const tissue = assignTissue(places, scar);
  if (origin.kind === "tetrahedra" && origin.tissue) {
    for (let element = 0; element < tissue.length; element++) {
      tissue[element] = Math.max(tissue[element]!, origin.tissue[element]!);
    }
  }
  checkViableMuscle(tissue, places, isSeptum, elementVolumes_mm3);
  return tissue;
}

function measureElementVolumes(heart: HeartMesh): Float64Array {
  const volumes_mm3 = new Float64Array(countTetrahedra(heart));
  for (let element = 0; element < volumes_mm3.length; element++)
    volumes_mm3[element] = computeElementVolume(heart, element);
  return volumes_mm3;
}
