import { TributaryError } from "../errors/tributary-error.ts";
import { countNodes, countTetrahedra, type TetrahedralMesh } from "../mesh/mesh.ts";
import { computeTensorExtremes, isZeroTensor } from "../numerics/symmetric-tensor.ts";
import type { EikonalSeeds } from "./eikonal-seeds.ts";

/** Slowest and fastest conduction that is taken as meant, mm/ms: from scar with residual strands to Purkinje fibers. */
const VELOCITY_RANGE_mmPerMs = [0.1, 4] as const;
/** Rounding allowed at both ends of the range of eigenvalues. */
const EIGENVALUE_TOLERANCE = 1e-6;

/**
 * Checks what an eikonal solver is given; the solvers themselves trust it.
 *
 * @throws TributaryError tensor-size, tensor-not-finite, velocity-out-of-range, seeds-missing, seeds-size,
 *   seed-node-out-of-range, seed-time-not-finite
 */
export function checkEikonalInput(mesh: TetrahedralMesh, tensor_mm2PerMs2: Float64Array, seeds: EikonalSeeds): void {
  checkTensor(tensor_mm2PerMs2, countTetrahedra(mesh));
  checkSeeds(seeds, countNodes(mesh));
}

function checkTensor(tensor_mm2PerMs2: Float64Array, elementCount: number): void {
  if (tensor_mm2PerMs2.length !== 6 * elementCount) {
    throw new TributaryError({
      code: "tensor-size",
      what: "The velocity tensor does not fit the mesh.",
      where: "tensor_mm2PerMs2",
      why: `${tensor_mm2PerMs2.length} numbers; the mesh has ${elementCount} elements, so 6 x ${elementCount} are needed`,
      fix: "Build the tensor from the fibers of this mesh.",
    });
  }
  for (let element = 0; element < elementCount; element++) {
    if (!isZeroTensor(tensor_mm2PerMs2, 6 * element)) checkElement(tensor_mm2PerMs2, element);
  }
}

function checkElement(tensor_mm2PerMs2: Float64Array, element: number): void {
  const [slowest, fastest] = VELOCITY_RANGE_mmPerMs;
  const numbers = tensor_mm2PerMs2.subarray(6 * element, 6 * element + 6);
  if (!numbers.every((number) => Number.isFinite(number))) {
    throw new TributaryError({
      code: "tensor-not-finite",
      what: "A velocity tensor holds something that is not a number.",
      where: `element ${element}`,
      why: `${[...numbers].join(", ")} mm²/ms²; six finite numbers are needed, all zero where nothing conducts`,
      fix: "Check the fibers and velocities of this element.",
    });
  }
  const [smallest, largest] = computeTensorExtremes(tensor_mm2PerMs2, 6 * element);
  if (smallest >= slowest ** 2 - EIGENVALUE_TOLERANCE && largest <= fastest ** 2 + EIGENVALUE_TOLERANCE) return;
  throw new TributaryError({
    code: "velocity-out-of-range",
    what: "A conduction velocity is outside the range of heart muscle.",
    where: `element ${element}`,
    why:
      `squared velocities from ${smallest.toPrecision(4)} to ${largest.toPrecision(4)} mm²/ms²; ` +
      `${slowest ** 2} to ${fastest ** 2} (${slowest} to ${fastest} mm/ms) are allowed`,
    fix: "Give velocities in mm/ms (m/s); for tissue that does not conduct set all six numbers to zero.",
  });
}

function checkSeeds({ nodes, sources, times_ms }: EikonalSeeds, nodeCount: number): void {
  if (nodes.length === 0) {
    throw new TributaryError({
      code: "seeds-missing",
      what: "Nothing starts the activation.",
      where: "seeds",
      why: "0 seeds; at least 1 is needed",
      fix: "Place a lead or an early-activation root on conducting muscle.",
    });
  }
  if (times_ms.length !== nodes.length || sources.length !== nodes.length) {
    throw new TributaryError({
      code: "seeds-size",
      what: "The seeds do not fit together.",
      where: "seeds",
      why: `${nodes.length} nodes, ${times_ms.length} times, ${sources.length} sources; the three must be equal`,
      fix: "Give each seed one node, one time and one source.",
    });
  }
  for (let i = 0; i < nodes.length; i++) {
    if (nodes[i]! >= nodeCount) {
      throw new TributaryError({
        code: "seed-node-out-of-range",
        what: "A seed names a node that the mesh does not have.",
        where: `seed ${i}`,
        why: `node ${nodes[i]}; the mesh has nodes 0 to ${nodeCount - 1}`,
        fix: "Take the seeds from this mesh; node numbers start at 0.",
      });
    }
    if (!Number.isFinite(times_ms[i]!)) {
      throw new TributaryError({
        code: "seed-time-not-finite",
        what: "A seed has no time.",
        where: `seed ${i}, node ${nodes[i]}`,
        why: `${times_ms[i]} ms; a finite time is needed`,
        fix: "Leave out sources that do not fire.",
      });
    }
  }
}
