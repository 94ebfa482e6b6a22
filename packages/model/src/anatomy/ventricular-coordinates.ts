import { countNodes, type HeartMesh } from "../mesh/mesh.ts";
import { extendNodeField, splitMeshAtLevel } from "../mesh/split-mesh-at-level.ts";
import type { Vector3 } from "../numerics/vector3.ts";
import { computeApicobasal } from "./apicobasal-coordinate.ts";
import { computeHeartFrame, type HeartFrame } from "./heart-frame.ts";
import { computeRotational } from "./rotational-coordinate.ts";
import { assignRidgeBranches, findSeptalRidge } from "./septal-ridge.ts";
import { checkSurfaceLabels } from "./surface-labels-check.ts";
import { computeTransmural, solveTransventricular } from "./transmural-coordinate.ts";
import { createVentricularParts } from "./ventricular-parts.ts";

/** Place of every node in the ventricles; the names are those of `coordinate-conventions.ts`. */
export interface VentricularCoordinates {
  /** nodeCount; 0 apex .. 1 base. */
  readonly ab: Float64Array;
  /** nodeCount; 0 epicardium and middle surface of the septum .. 1 endocardium. */
  readonly tm: Float64Array;
  /** nodeCount; sine and cosine of 2π rt, so that interpolation does not see the jump from 1 to 0. */
  readonly rtSin: Float64Array;
  readonly rtCos: Float64Array;
  /** nodeCount; 0 left ventricle, 1 right ventricle. */
  readonly tv: Uint8Array;
}

/** The coordinates and what they were built on. */
export interface VentricularCoordinateSolution extends VentricularCoordinates {
  readonly frame: HeartFrame;
  /** The epicardial point on the edge of the septum that has ab = 0, mm. */
  readonly apex_mm: Vector3;
}

/**
 * Ventricular coordinates (ab, tm, rt, tv) of every node of a biventricular heart.
 *
 * tv: Laplace field, 0 on the LV and 1 on the RV endocardium, rounded. Its 0.5 level is the middle surface of the
 * septum; elements are split along it, so that the surface carries boundary values exactly, and the added nodes are
 * dropped at the end. tm: see `computeTransmural`. Ridge: the epicardial edge of the middle surface, anterior and
 * posterior of the apex; from it the 0.5 level of a second Laplace field separates free walls from the septum. rt: see
 * `computeRotational`. ab: see `computeApicobasal`.
 *
 * The apex (ab = 0) is by this definition the turning point of the septum's edge. Where the RV ends short of the LV, as
 * in the presets and in real hearts, the tip of the LV lies beyond it, in the free wall at ab of about 0.2.
 * Chirality is that of a normal human heart; see `HeartFrame` for what a mirrored mesh gives.
 *
 * @throws TributaryError "surface-labels-missing", "septal-ridge-open" or "laplace-not-converged"
 *
 * Accuracy: boundary values exact; inside first order in the edge length; see validation/coordinates.
 * Cost: five Laplace solves and six transport solves, about 5 s for 100 000 nodes on one core.
 * Source: Schuler et al., Med Image Anal 2021;74:102247. Departures: elements are split instead of remeshed; trajectory
 * distances are swept upwind instead of by least squares; ab is swept through the volume instead of fitted by splines
 * to contour lines.
 */
export function computeVentricularCoordinates(heart: HeartMesh): VentricularCoordinateSolution {
  checkSurfaceLabels(heart, ["base", "epicardium", "lvEndocardium", "rvEndocardium"], "Ventricular coordinates");
  const frame = computeHeartFrame(heart);
  const transventricular = solveTransventricular(heart);
  const halves = splitMeshAtLevel(heart, transventricular, 0.5);
  const ridge = findSeptalRidge(halves, frame);
  const { tm, separation } = computeTransmural(halves);
  const mesh = splitMeshAtLevel(halves, separation, 0.5);
  const branch = assignRidgeBranches(mesh.points_mm, mesh.isOnLevel, ridge);
  const tmOfParts = extendNodeField(tm, 1, mesh.newNodeEdges, mesh.newNodeFractions);
  const parts = createVentricularParts(mesh, branch, tmOfParts);
  const rtOfParts = computeRotational(parts);
  const abOfParts = computeApicobasal(parts, rtOfParts);
  const nodeCount = countNodes(heart);
  const rt = rtOfParts.subarray(0, nodeCount);
  return {
    ab: abOfParts.slice(0, nodeCount),
    tm: tm.slice(0, nodeCount),
    rtSin: Float64Array.from(rt, (value) => Math.sin(2 * Math.PI * value)),
    rtCos: Float64Array.from(rt, (value) => Math.cos(2 * Math.PI * value)),
    tv: Uint8Array.from(transventricular, (value) => (value > 0.5 ? 1 : 0)),
    frame,
    apex_mm: [
      mesh.points_mm[3 * ridge.apexNode]!,
      mesh.points_mm[3 * ridge.apexNode + 1]!,
      mesh.points_mm[3 * ridge.apexNode + 2]!,
    ],
  };
}
