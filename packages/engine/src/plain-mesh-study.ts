import {
  buildEikonalOperator,
  buildVelocityTensor,
  checkEikonalInput,
  countTetrahedra,
  createPointSource,
  DEFAULT_VELOCITIES,
  joinSeeds,
  type PointSource,
  type TetrahedralMesh,
  TributaryError,
  type Vector3,
} from "@tributary/model";
import type { FieldSolver, RunOptions } from "./field-solver.ts";

/** A mesh of which nothing is known but its muscle, and at best its fibers. */
export interface PlainMuscle {
  readonly mesh: TetrahedralMesh;
  /** 3 · elementCount unit vectors; without them the muscle conducts alike in all directions. */
  readonly fiber: Float64Array | undefined;
}

/** The activation of plain muscle from one point. */
export interface PlainMeshStudy {
  /** nodeCount, ms; Infinity where unreached. */
  readonly times_ms: Float64Array;
  readonly source: PointSource["location"];
  /** Latest activation of what is reached. */
  readonly totalActivationTime_ms: number;
  readonly unreachedCount: number;
  readonly remarks: readonly string[];
}

/**
 * Activates plain muscle from one point, without fast layer, scar or roots: those need surface labels.
 *
 * @param source_mm  undefined: the node farthest from the middle of the mesh, and a remark says so
 * @throws TributaryError "no-conducting-muscle", and what `checkEikonalInput` refuses
 */
export async function studyPlainMesh(
  { mesh, fiber }: PlainMuscle,
  source_mm: Vector3 | undefined,
  solver: FieldSolver,
  options: RunOptions = {},
): Promise<PlainMeshStudy> {
  const tensor_mm2PerMs2 = buildPlainTensor(countTetrahedra(mesh), fiber);
  const source = createPointSource(buildEikonalOperator(mesh, tensor_mm2PerMs2), source_mm ?? findFarthestPoint(mesh));
  if (source.kind !== "placed") throw nothingConducts();
  checkEikonalInput(mesh, tensor_mm2PerMs2, joinSeeds([source]));
  const seeds = { nodes: source.nodes, times_ms: source.times_ms };
  const [field] = await solver.solve({ mesh, tensor_mm2PerMs2 }, [{ id: "source", seeds }], options);
  const { times_ms, unreachedCount } = field!;
  return {
    times_ms,
    source: source.location,
    totalActivationTime_ms: times_ms.reduce((latest, time) => (time < Infinity ? Math.max(latest, time) : latest), 0),
    unreachedCount,
    remarks: listChoices(fiber, source_mm),
  };
}

function buildPlainTensor(elementCount: number, fiber: Float64Array | undefined): Float64Array {
  const tensor = new Float64Array(6 * elementCount);
  const none = new Uint8Array(elementCount);
  const map = {
    fiber: fiber ?? new Float64Array(3 * elementCount),
    tissue: none,
    fast: none,
    septum: none,
    blocked: none,
  };
  const { acrossFiber_mmPerMs } = DEFAULT_VELOCITIES;
  const velocities = fiber ? DEFAULT_VELOCITIES : { ...DEFAULT_VELOCITIES, alongFiber_mmPerMs: acrossFiber_mmPerMs };
  buildVelocityTensor(tensor, map, velocities, false);
  return tensor;
}

/** The node farthest from the middle of the mesh: on ventricles, the apex or the rim. */
function findFarthestPoint({ points_mm }: TetrahedralMesh): Vector3 {
  const count = points_mm.length / 3;
  const middle = [0, 0, 0];
  for (let i = 0; i < points_mm.length; i++) middle[i % 3]! += points_mm[i]! / count;
  let farthest: Vector3 = [0, 0, 0];
  let largest_mm = -1;
  for (let at = 0; at < points_mm.length; at += 3) {
    const point: Vector3 = [points_mm[at]!, points_mm[at + 1]!, points_mm[at + 2]!];
    const distance_mm = Math.hypot(...point.map((value, axis) => value - middle[axis]!));
    if (distance_mm <= largest_mm) continue;
    largest_mm = distance_mm;
    farthest = point;
  }
  return farthest;
}

function listChoices(fiber: Float64Array | undefined, source_mm: Vector3 | undefined): string[] {
  const choices: string[] = [];
  const { acrossFiber_mmPerMs } = DEFAULT_VELOCITIES;
  if (!fiber) {
    choices.push(`No fibers are known: the muscle conducts at ${acrossFiber_mmPerMs} mm/ms in all directions.`);
  }
  if (!source_mm)
    choices.push("No source is given: activation starts at the node farthest from the middle of the mesh.");
  return choices;
}

function nothingConducts(): TributaryError {
  return new TributaryError({
    code: "no-conducting-muscle",
    what: "No muscle conducts, so nothing can be activated.",
    where: "mesh",
    why: "no element conducts",
    fix: "Check the mesh.",
  });
}
