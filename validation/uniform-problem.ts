import {
  buildEikonalOperator,
  centerOfElement,
  countNodes,
  countTetrahedra,
  createEikonalScratch,
  createPointSource,
  type EikonalOperator,
  interpolateAtLocation,
  joinSeeds,
  locateInMuscle,
  type Point_mm,
  type PointSourceOptions,
  type SourceSeeds,
  solveEikonalFast,
  type TetrahedralMesh,
} from "@tributary/model";

/** The problems with an exact solution: a mesh, one velocity rule, a source; solved by the fast solver. */

type Tensor = readonly [xx: number, xy: number, xz: number, yy: number, yz: number, zz: number];

/** D = v_t² I + (v_f² − v_t²) f fᵀ for a unit fiber. */
export function fiberTensor(along_mmPerMs: number, across_mmPerMs: number, [x, y, z]: Point_mm): Tensor {
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

/** D = v² I. */
export function isotropicTensor(velocity_mmPerMs: number): Tensor {
  return fiberTensor(velocity_mmPerMs, velocity_mmPerMs, [1, 0, 0]);
}

/** @param tensorAt  D of an element, from the z of its middle */
export function buildOperator(mesh: TetrahedralMesh, tensorAt: (z_mm: number) => Tensor): EikonalOperator {
  const tensor_mm2PerMs2 = new Float64Array(6 * countTetrahedra(mesh));
  for (let element = 0; element < countTetrahedra(mesh); element++) {
    const [, , z_mm] = centerOfElement(mesh, element);
    tensor_mm2PerMs2.set(tensorAt(z_mm), 6 * element);
  }
  return buildEikonalOperator(mesh, tensor_mm2PerMs2);
}

export function solveFromSeeds(operator: EikonalOperator, seeds: SourceSeeds): Float64Array {
  const times_ms = new Float64Array(countNodes(operator.mesh));
  solveEikonalFast(times_ms, operator, joinSeeds([seeds]), createEikonalScratch(operator));
  return times_ms;
}

export function solveFromPoint(operator: EikonalOperator, at_mm: Point_mm, options?: PointSourceOptions): Float64Array {
  const source = createPointSource(operator, at_mm, options);
  if (source.kind !== "placed") throw new Error(`the point source could not be placed: ${source.kind}`);
  return solveFromSeeds(operator, source);
}

/** The solution at a point, or at the point of the muscle nearest to it. */
export function timeAt(operator: EikonalOperator, times_ms: Float64Array, at_mm: Point_mm): number {
  const location = locateInMuscle(operator, at_mm);
  return location ? interpolateAtLocation(operator.mesh, times_ms, location) : Infinity;
}

/** A number as the tables print it. */
export function roundTo(value: number, digits: number): number {
  return Number(value.toFixed(digits));
}
