import { computeElementGradients } from "../mesh/element-gradient.ts";
import { countNodes, countTetrahedra, SURFACE_LABEL } from "../mesh/mesh.ts";
import type { SplitMesh } from "../mesh/split-mesh-at-level.ts";
import { assembleStiffness } from "../mesh/stiffness.ts";
import { markSurfaceNodes } from "../mesh/surface-nodes.ts";
import type { SparseMatrix } from "../numerics/sparse-matrix.ts";
import { solveField } from "./solve-field.ts";

/** A heart cut into free walls and septum, each into its LV and RV half, and what the last coordinates need of it. */
export interface VentricularParts {
  /** Split at the middle surface and at the ridge; `isAbove` marks the septum. */
  readonly mesh: SplitMesh;
  readonly stiffness: SparseMatrix;
  /** nodeCount; RIDGE_BRANCH of the nodes on the ridge surface. */
  readonly branch: Uint8Array;
  /** nodeCount; 1 on the transmural line through the apex, where anterior and posterior ridge meet. */
  readonly isApex: Uint8Array;
  /** nodeCount; Laplace field, 0 at the apex and 1 on the base. */
  readonly apexPotential: Float64Array;
  /** 3 · elementCount; gradients of the apex potential and of tm. */
  readonly apexGradient: Float64Array;
  readonly tmGradient: Float64Array;
}

export const RIDGE_BRANCH = { none: 0, anterior: 1, posterior: 2 } as const;

export function createVentricularParts(mesh: SplitMesh, branch: Uint8Array, tm: Float64Array): VentricularParts {
  const stiffness = assembleStiffness(mesh);
  const isApex = markApexNodes(mesh, branch);
  const isBase = markSurfaceNodes(mesh, SURFACE_LABEL.base);
  const given = new Float64Array(countNodes(mesh)).fill(Number.NaN);
  for (let node = 0; node < given.length; node++) {
    if (isBase[node]) given[node] = 1;
    else if (isApex[node]) given[node] = 0;
  }
  const apexPotential = solveField(stiffness, given, "the apicobasal coordinate");
  const apexGradient = new Float64Array(3 * countTetrahedra(mesh));
  const tmGradient = new Float64Array(3 * countTetrahedra(mesh));
  computeElementGradients(apexGradient, mesh, apexPotential);
  computeElementGradients(tmGradient, mesh, tm);
  return { mesh, stiffness, branch, isApex, apexPotential, apexGradient, tmGradient };
}

/** The anterior ridge nodes that share an element with a posterior one. */
function markApexNodes(mesh: SplitMesh, branch: Uint8Array): Uint8Array {
  const isApex = new Uint8Array(branch.length);
  for (let first = 0; first < mesh.tetrahedra.length; first += 4) {
    const corners = mesh.tetrahedra.subarray(first, first + 4);
    if (!corners.some((node) => branch[node] === RIDGE_BRANCH.posterior)) continue;
    for (const node of corners) if (branch[node] === RIDGE_BRANCH.anterior) isApex[node] = 1;
  }
  return isApex;
}

/** Below this sine of the angle between two gradients their cross product says nothing. */
const SMALLEST_SINE = 0.1;

/**
 * Direction a x b in every element, turned to agree with a guiding field; the guide itself where a and b are nearly
 * parallel.
 *
 * @param outDirection  written; 3 · elementCount, unit length except where the guide is taken
 * @param guide         3 · elementCount; gradient of a potential that rises along the wanted direction
 */
export function crossAlongGuide(
  outDirection: Float64Array,
  a: Float64Array,
  b: Float64Array,
  guide: Float64Array,
): void {
  for (let i = 0; i < outDirection.length; i += 3) {
    const x = a[i + 1]! * b[i + 2]! - a[i + 2]! * b[i + 1]!;
    const y = a[i + 2]! * b[i]! - a[i]! * b[i + 2]!;
    const z = a[i]! * b[i + 1]! - a[i + 1]! * b[i]!;
    const length = Math.sqrt(x * x + y * y + z * z);
    const scale = lengthAt(a, i) * lengthAt(b, i);
    const along = x * guide[i]! + y * guide[i + 1]! + z * guide[i + 2]!;
    const isUsable = length > SMALLEST_SINE * scale && along !== 0;
    const factor = Math.sign(along) / length;
    outDirection[i] = isUsable ? factor * x : guide[i]!;
    outDirection[i + 1] = isUsable ? factor * y : guide[i + 1]!;
    outDirection[i + 2] = isUsable ? factor * z : guide[i + 2]!;
  }
}

function lengthAt(vectors: Float64Array, i: number): number {
  const x = vectors[i]!;
  const y = vectors[i + 1]!;
  const z = vectors[i + 2]!;
  return Math.sqrt(x * x + y * y + z * z);
}

/** a / (a + b); `otherwise` where a node was reached from one side only or lies at distance 0 of both. */
export function shareOf(a: number, b: number, otherwise: number): number {
  const share = a / (a + b);
  return Number.isFinite(share) ? share : otherwise;
}
