import { computeElementGradients } from "../mesh/element-gradient.ts";
import { countNodes, countTetrahedra, type HeartMesh, SURFACE_LABEL } from "../mesh/mesh.ts";
import type { SplitMesh } from "../mesh/split-mesh-at-level.ts";
import { assembleStiffness } from "../mesh/stiffness.ts";
import { markSurfaceNodes } from "../mesh/surface-nodes.ts";
import { computeTransportDistances } from "../mesh/transport-distance.ts";
import { solveField } from "./solve-field.ts";
import { shareOf } from "./ventricular-parts.ts";

/** The Laplace field that is 0 on the LV and 1 on the RV endocardium; tv is its rounded value. nodeCount. */
export function solveTransventricular(heart: HeartMesh): Float64Array {
  const given = new Float64Array(countNodes(heart)).fill(Number.NaN);
  setWhere(given, markSurfaceNodes(heart, SURFACE_LABEL.lvEndocardium), 0);
  setWhere(given, markSurfaceNodes(heart, SURFACE_LABEL.rvEndocardium), 1);
  return solveField(assembleStiffness(heart), given, "the transventricular coordinate");
}

export interface TransmuralSolution {
  /** nodeCount. */
  readonly tm: Float64Array;
  /** nodeCount; Laplace field, 1 on the middle surface of the septum, 0 on the epicardium: above 0.5 is septum. */
  readonly separation: Float64Array;
}

/**
 * tm of every node of a heart split at the middle surface of its septum: d_outer / (d_outer + d_endo), where both are
 * lengths along the gradient of the Laplace field that is 0 on epicardium and middle surface and 1 on the endocardia.
 *
 * Source: Schuler et al., Med Image Anal 2021;74:102247, section 2.
 */
export function computeTransmural(halves: SplitMesh): TransmuralSolution {
  const nodeCount = countNodes(halves);
  const isEpicardial = markSurfaceNodes(halves, SURFACE_LABEL.epicardium);
  const isOuter = isEpicardial.map((value, node) => value | halves.isOnLevel[node]!);
  const isRvEndocardial = markSurfaceNodes(halves, SURFACE_LABEL.rvEndocardium);
  const isEndocardial = markSurfaceNodes(halves, SURFACE_LABEL.lvEndocardium).map(
    (value, node) => value | isRvEndocardial[node]!,
  );
  const stiffness = assembleStiffness(halves);
  const given = new Float64Array(nodeCount).fill(Number.NaN);
  setWhere(given, isEndocardial, 1);
  setWhere(given, isOuter, 0);
  const potential = solveField(stiffness, given, "the transmural coordinate");
  const direction = new Float64Array(3 * countTetrahedra(halves));
  computeElementGradients(direction, halves, potential);
  const field = { direction, potential };
  const { toLow_mm, toHigh_mm } = computeTransportDistances(halves, field, isOuter, isEndocardial);
  const tm = toLow_mm.map((distance_mm, node) => shareOf(distance_mm, toHigh_mm[node]!, potential[node]!));

  given.fill(Number.NaN);
  setWhere(given, halves.isOnLevel, 1);
  setWhere(given, isEpicardial, 0);
  for (let node = 0; node < nodeCount; node++) if (isEpicardial[node] && halves.isOnLevel[node]) given[node] = 0.5;
  return { tm, separation: solveField(stiffness, given, "the border of the septum") };
}

function setWhere(out: Float64Array, isMarked: Uint8Array, value: number): void {
  for (let node = 0; node < out.length; node++) if (isMarked[node]) out[node] = value;
}
