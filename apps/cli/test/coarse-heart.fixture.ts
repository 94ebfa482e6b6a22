import { createUniformCells, NO_CELLS, VTK_CELL_TYPE, writeVtkXml } from "@tributary/formats";
import {
  applyPose,
  countTetrahedra,
  createParametricHeart,
  createPose,
  type HeartMesh,
  meshImplicitShape,
  SURFACE_LABEL,
} from "@tributary/model";
import { labelNodes } from "../src/output/label-nodes.ts";

/** A small heart with thick walls, so that 3 mm tetrahedra hold three nodes through each: whole, and quick to compute. */
export const COARSE_GEOMETRY = {
  lvDiameter_mm: 44,
  lvLength_mm: 72,
  lvWall_mm: 9,
  lvApicalWall_mm: 7,
  rvWall_mm: 6,
  rvToLvVolumeRatio: 0.8,
  rvApexFraction: 0.2,
  rvInsertion_rad: Math.PI / 3,
};

export interface CoarseHeart {
  readonly heart: HeartMesh;
  /** The tetrahedra with labels of their nodes, a .vtu file. */
  readonly vtu: Uint8Array;
  /** The labeled surface, a .vtp file. */
  readonly vtp: Uint8Array;
  /** Points of the epicardium down the lateral wall of the left ventricle, 5 mm apart: where a marginal vein runs. */
  readonly lateralLine_mm: readonly (readonly number[])[];
}

export function createCoarseHeart(): CoarseHeart {
  const { heart: unposed } = meshImplicitShape(createParametricHeart(COARSE_GEOMETRY).shape, { edgeLength_mm: 3 });
  const heart = applyPose(unposed, createPose({}));
  return { heart, vtu: writeGrid(heart), vtp: writeSurface(heart), lateralLine_mm: findLateralLine(unposed, heart) };
}

function writeGrid(heart: HeartMesh): Uint8Array {
  return writeVtkXml({
    kind: "unstructuredGrid",
    points: heart.points_mm,
    cells: createUniformCells(heart.tetrahedra, 4),
    cellTypes: new Uint8Array(countTetrahedra(heart)).fill(VTK_CELL_TYPE.tetra),
    pointData: [{ name: "class", componentCount: 1, values: labelNodes(heart) }],
    cellData: [],
    fieldData: [],
  });
}

function writeSurface({ points_mm, boundaryTriangles, boundaryLabels }: HeartMesh): Uint8Array {
  const newNumber = new Map<number, number>();
  for (const node of boundaryTriangles) if (!newNumber.has(node)) newNumber.set(node, newNumber.size);
  const points = Float64Array.from(
    [...newNumber.keys()].flatMap((node) => [...points_mm.subarray(3 * node, 3 * node + 3)]),
  );
  return writeVtkXml({
    kind: "polyData",
    points,
    polygons: createUniformCells(
      boundaryTriangles.map((node) => newNumber.get(node)!),
      3,
    ),
    vertices: NO_CELLS,
    lines: NO_CELLS,
    strips: NO_CELLS,
    pointData: [],
    cellData: [{ name: "class", componentCount: 1, values: boundaryLabels }],
    fieldData: [],
  });
}

/** The lateral wall looks to -x in the heart's own frame; its epicardial nodes there are taken from base to apex. */
function findLateralLine(unposed: HeartMesh, posed: HeartMesh): number[][] {
  const epicardial = new Set<number>();
  for (let i = 0; i < unposed.boundaryTriangles.length; i++) {
    const label = unposed.boundaryLabels[Math.floor(i / 3)];
    if (label === SURFACE_LABEL.epicardium) epicardial.add(unposed.boundaryTriangles[i]!);
  }
  const heights_mm = [15, 10, 5, 0, -5, -10, -15, -20, -25];
  return heights_mm.map((z) => {
    const misfit = (node: number) =>
      Math.abs(unposed.points_mm[3 * node + 2]! - z) + Math.abs(unposed.points_mm[3 * node + 1]!);
    const isLateral = (node: number) => unposed.points_mm[3 * node]! < 0;
    const nearest = [...epicardial]
      .filter(isLateral)
      .reduce((best, node) => (misfit(node) < misfit(best) ? node : best));
    return [...posed.points_mm.subarray(3 * nearest, 3 * nearest + 3)];
  });
}
