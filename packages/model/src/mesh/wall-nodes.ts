import { type HeartMesh, SURFACE_LABEL } from "./mesh.ts";

const EPICARDIUM = 1;
const LV_ENDOCARDIUM = 2;
const RV_ENDOCARDIUM = 4;
const BASE = 8;

/**
 * Counts the elements with an edge that crosses a wall: from one of epicardium, LV endocardium, RV endocardium to another.
 *
 * None means that every way through a wall meets at least three nodes, so that times inside it are interpolated between
 * its surfaces. Nodes of the base count for none: at its rim the wall ends, cut off by up to a third of an edge.
 */
export function countWallCrossings(heart: HeartMesh): number {
  const surfaces = new Uint8Array(heart.points_mm.length / 3);
  for (let i = 0; i < heart.boundaryTriangles.length; i++) {
    surfaces[heart.boundaryTriangles[i]!]! |= surfaceBit(heart.boundaryLabels[Math.floor(i / 3)]!);
  }
  let count = 0;
  const { tetrahedra } = heart;
  for (let i = 0; i < tetrahedra.length; i += 4) {
    let joined = 0;
    for (let corner = i; corner < i + 4; corner++) {
      const surface = surfaces[tetrahedra[corner]!]!;
      if (surface < BASE) joined |= surface;
    }
    if ((joined & (joined - 1)) !== 0) count++;
  }
  return count;
}

function surfaceBit(label: number): number {
  if (label === SURFACE_LABEL.epicardium) return EPICARDIUM;
  if (label === SURFACE_LABEL.lvEndocardium) return LV_ENDOCARDIUM;
  return label === SURFACE_LABEL.rvEndocardium ? RV_ENDOCARDIUM : BASE;
}
