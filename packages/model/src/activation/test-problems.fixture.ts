import { createBoxMesh } from "../mesh/box-mesh.ts";
import { countNodes, countTetrahedra, type TetrahedralMesh } from "../mesh/mesh.ts";
import { computeElementVolume } from "../mesh/mesh-volume.ts";
import type { Random } from "../numerics/random.ts";
import { createEikonalScratch, solveEikonalFast } from "./eikonal-fast.ts";
import { buildEikonalOperator, type EikonalOperator } from "./eikonal-operator.ts";
import { solveEikonalReference } from "./eikonal-reference.ts";
import { type EikonalSeeds, joinSeeds } from "./eikonal-seeds.ts";
import { createPointSource, type PointSource, type PointSourceOptions } from "./point-source.ts";

/** Meshes, tensors and the table of solvers that the tests of this room share. */

export interface TestProblem {
  readonly mesh: TetrahedralMesh;
  readonly tensor_mm2PerMs2: Float64Array;
  readonly operator: EikonalOperator;
}

/** Both solvers behind one call, so that every test body runs on each. */
export const SOLVERS = [
  {
    name: "reference",
    solve({ mesh, tensor_mm2PerMs2 }: TestProblem, seeds: EikonalSeeds): Float64Array {
      const times_ms = new Float64Array(countNodes(mesh));
      solveEikonalReference(times_ms, mesh, tensor_mm2PerMs2, seeds);
      return times_ms;
    },
  },
  {
    name: "fast",
    solve({ operator }: TestProblem, seeds: EikonalSeeds): Float64Array {
      const times_ms = new Float64Array(countNodes(operator.mesh));
      solveEikonalFast(times_ms, operator, seeds, createEikonalScratch(operator));
      return times_ms;
    },
  },
] as const;

type Tensor = readonly [xx: number, xy: number, xz: number, yy: number, yz: number, zz: number];

/** D = v_t² I + (v_f² − v_t²) f fᵀ for a fiber direction of any length. */
export function fiberTensor(along_mmPerMs: number, across_mmPerMs: number, fiber: readonly number[]): Tensor {
  const length = Math.hypot(...fiber);
  const [x, y, z] = fiber.map((value) => value / length) as [number, number, number];
  const across = across_mmPerMs ** 2;
  const extra = along_mmPerMs ** 2 - across;
  return [
    across + extra * x * x,
    extra * x * y,
    extra * x * z,
    across + extra * y * y,
    extra * y * z,
    across + extra * z * z,
  ];
}

/** @param tensorAt  D at an element, from the middle of it */
export function createProblem(
  mesh: TetrahedralMesh,
  tensorAt: (x: number, y: number, z: number) => Tensor,
): TestProblem {
  const tensor_mm2PerMs2 = new Float64Array(6 * countTetrahedra(mesh));
  for (let element = 0; element < countTetrahedra(mesh); element++) {
    const center = [0, 0, 0];
    for (const node of mesh.tetrahedra.subarray(4 * element, 4 * element + 4)) {
      for (let axis = 0; axis < 3; axis++) center[axis]! += mesh.points_mm[3 * node + axis]! / 4;
    }
    tensor_mm2PerMs2.set(tensorAt(center[0]!, center[1]!, center[2]!), 6 * element);
  }
  return { mesh, tensor_mm2PerMs2, operator: buildEikonalOperator(mesh, tensor_mm2PerMs2) };
}

/** A cube of 20 mm around the origin with fibers 30 degrees off x in the xy plane, 0.6 m/s along. */
export function createRotatedBox(edge_mm: number, across_mmPerMs = 0.3): TestProblem {
  const cells = Math.round(20 / edge_mm);
  const mesh = createBoxMesh({ size_mm: [20, 20, 20], cellCount: [cells, cells, cells], origin_mm: [-10, -10, -10] });
  const fiber = [Math.cos(Math.PI / 6), Math.sin(Math.PI / 6), 0];
  return createProblem(mesh, () => fiberTensor(0.6, across_mmPerMs, fiber));
}

/** A small box with jolted nodes and another random tensor in every element; obtuse corners in the metric abound. */
export function createRandomProblem(random: Random, cells: number): TestProblem {
  const box = createBoxMesh({ size_mm: [cells, cells, cells], cellCount: [cells, cells, cells] });
  let mesh = joltNodes(box, random, 0.5);
  if (hasInvertedElement(mesh)) mesh = joltNodes(box, random, 0.2);
  return createProblem(mesh, () => {
    const fiber = [random.normal(), random.normal(), random.normal()];
    return fiberTensor(0.2 + random.uniform(), 0.15 + 0.3 * random.uniform(), fiber);
  });
}

function joltNodes(mesh: TetrahedralMesh, random: Random, size: number): TetrahedralMesh {
  return {
    points_mm: mesh.points_mm.map((value) => value + size * (random.uniform() - 0.5)),
    tetrahedra: mesh.tetrahedra,
  };
}

function hasInvertedElement(mesh: TetrahedralMesh): boolean {
  for (let element = 0; element < countTetrahedra(mesh); element++) {
    if (computeElementVolume(mesh, element) < 1e-3) return true;
  }
  return false;
}

export function seedsAt(nodes: readonly number[], times_ms: readonly number[] = nodes.map(() => 0)): EikonalSeeds {
  return joinSeeds(nodes.map((node, i) => ({ nodes: [node], times_ms: [times_ms[i]!] })));
}

/** A point source that must be placeable. */
export function placeSource(
  problem: TestProblem,
  site: readonly [number, number, number] | number,
  options?: PointSourceOptions,
): PointSource {
  const source = createPointSource(problem.operator, site, options);
  if (source.kind !== "placed") throw new Error(source.kind);
  return source;
}

/** The node at a position that is a node. */
export function nodeAt({ mesh }: TestProblem, x: number, y: number, z: number): number {
  const { points_mm } = mesh;
  for (let node = 0; node < countNodes(mesh); node++) {
    const away = Math.hypot(points_mm[3 * node]! - x, points_mm[3 * node + 1]! - y, points_mm[3 * node + 2]! - z);
    if (away < 1e-9) return node;
  }
  throw new Error(`no node at ${x}, ${y}, ${z}`);
}

/** Largest a − b over all nodes. */
export function largestExcess(a: Float64Array, b: Float64Array): number {
  return a.reduce((largest, value, node) => Math.max(largest, value - b[node]!), -Infinity);
}
