import { type HeartMesh, SURFACE_LABEL, type SurfaceLabel, type TetrahedralMesh } from "../mesh/mesh.ts";
import { extractBoundaryTriangles } from "../mesh/mesh-topology.ts";

export interface EllipsoidShellOptions {
  /** Inner semi-axes, mm; the base is cut at half of `c_mm` above the center. */
  readonly a_mm: number;
  readonly c_mm: number;
  /** Wall thickness at the side and at the apex, mm. */
  readonly wall_mm: number;
  readonly apicalWall_mm: number;
  /** Cells around, from apex to base, and through the wall. */
  readonly cells: readonly [number, number, number];
}

/** Half-angle of the hole that stands for the pole, where a structured mesh would have flat elements. */
const POLE_ANGLE_rad = 0.03;

/**
 * A left ventricle as a structured shell between two ellipsoids of revolution, for tests against closed forms: apex at
 * -z, truncated, no right ventricle. The rim of the small hole at the pole carries no label.
 */
export function createEllipsoidShell(options: EllipsoidShellOptions): HeartMesh {
  const [around, along, through] = options.cells;
  const nodeAt = (i: number, j: number, k: number) => (i % around) + around * (j + (along + 1) * k);
  const points_mm = new Float64Array(3 * around * (along + 1) * (through + 1));
  for (let k = 0; k <= through; k++) {
    for (let j = 0; j <= along; j++) {
      for (let i = 0; i < around; i++) {
        points_mm.set(pointOfShell(options, i / around, j / along, k / through), 3 * nodeAt(i, j, k));
      }
    }
  }
  const tetrahedra: number[] = [];
  for (let k = 0; k < through; k++) {
    for (let j = 0; j < along; j++) {
      for (let i = 0; i < around; i++) {
        const corner = (step: readonly number[]) => nodeAt(i + step[0]!, j + step[1]!, k + step[2]!);
        for (const path of KUHN_PATHS) tetrahedra.push(...path.map(corner));
      }
    }
  }
  const mesh = { points_mm, tetrahedra: Uint32Array.from(tetrahedra) };
  return { ...mesh, ...labelShell(mesh, (node) => labelOfNode(node, around, along, through)) };
}

/** Point at a fraction of the turn (counter-clockwise from +x, seen from the base), of the way from apex to base, and of the wall. */
function pointOfShell(
  { a_mm, c_mm, wall_mm, apicalWall_mm }: EllipsoidShellOptions,
  turn: number,
  height: number,
  depth: number,
): [number, number, number] {
  const a = a_mm + depth * wall_mm;
  const c = c_mm + depth * apicalWall_mm;
  const top_rad = Math.acos(-c_mm / 2 / c);
  const polar_rad = POLE_ANGLE_rad + height * (top_rad - POLE_ANGLE_rad);
  const radius = a * Math.sin(polar_rad);
  return [radius * Math.cos(2 * Math.PI * turn), radius * Math.sin(2 * Math.PI * turn), -c * Math.cos(polar_rad)];
}

/** Corners of the six tetrahedra of a cell; positive because (around, along, through) is a left-handed triple. */
const KUHN_PATHS = [
  [0, 1, 2],
  [1, 2, 0],
  [2, 0, 1],
  [0, 2, 1],
  [2, 1, 0],
  [1, 0, 2],
].map((order, index) => {
  const corners = [[0, 0, 0]];
  for (const axis of order) corners.push(corners[corners.length - 1]!.map((value, i) => (i === axis ? 1 : value)));
  return index < 3 ? corners : [corners[0]!, corners[2]!, corners[1]!, corners[3]!];
});

/** Bits: 1 inner, 2 outer, 4 base. */
function labelOfNode(node: number, around: number, along: number, through: number): number {
  const j = Math.floor(node / around) % (along + 1);
  const k = Math.floor(node / (around * (along + 1)));
  return (k === 0 ? 1 : 0) | (k === through ? 2 : 0) | (j === along ? 4 : 0);
}

function labelShell(mesh: TetrahedralMesh, bitsOf: (node: number) => number) {
  const all = extractBoundaryTriangles(mesh);
  const triangles: number[] = [];
  const labels: SurfaceLabel[] = [];
  for (let i = 0; i < all.length; i += 3) {
    const nodes = [...all.subarray(i, i + 3)];
    const bits = nodes.reduce((shared, node) => shared & bitsOf(node), 7);
    if (bits === 0) continue;
    triangles.push(...nodes);
    labels.push(bits & 4 ? SURFACE_LABEL.base : bits & 1 ? SURFACE_LABEL.lvEndocardium : SURFACE_LABEL.epicardium);
  }
  return { boundaryTriangles: Uint32Array.from(triangles), boundaryLabels: Uint8Array.from(labels) };
}
