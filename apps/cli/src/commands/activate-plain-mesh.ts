import { createWorkerFieldSolver } from "@tributary/engine/node";
import { writeActivationDat, writeElem, writePts } from "@tributary/formats";
import {
  buildEikonalOperator,
  buildVelocityTensor,
  checkEikonalInput,
  countNodes,
  countTetrahedra,
  createPointSource,
  DEFAULT_VELOCITIES,
  joinSeeds,
  TributaryError,
} from "@tributary/model";
import type { CommandContext } from "../command.ts";
import type { InputOptions } from "../input/input-options.ts";
import type { LoadedCase } from "../input/load-case.ts";
import type { PlainMesh } from "../input/specify-tetrahedra.ts";
import type { OutputFolder } from "../output/output-folder.ts";
import { renderListItem } from "../output/wrap-text.ts";

interface PlainMeshOptions extends InputOptions {
  readonly folder: OutputFolder | undefined;
  readonly wantsJson: boolean;
}

/**
 * Activates a mesh of which nothing is known but its muscle: one source, no fast layer, fibers only where given.
 */
export async function activatePlainMesh(
  loaded: LoadedCase,
  { mesh, fiber, remarks }: PlainMesh,
  { source_mm, folder, wantsJson }: PlainMeshOptions,
  context: CommandContext,
): Promise<void> {
  const tensor_mm2PerMs2 = buildPlainTensor(countTetrahedra(mesh), fiber);
  const operator = buildEikonalOperator(mesh, tensor_mm2PerMs2);
  const start_mm = source_mm ?? findFarthestPoint(mesh.points_mm);
  const source = createPointSource(operator, start_mm);
  if (source.kind !== "placed") throw nothingConducts(loaded.case.id);
  checkEikonalInput(mesh, tensor_mm2PerMs2, joinSeeds([source]));
  const solver = createWorkerFieldSolver(1);
  try {
    const seeds = { nodes: source.nodes, times_ms: source.times_ms };
    const domain = { mesh, tensor_mm2PerMs2 };
    const [field] = await solver.solve(domain, [{ id: "source", seeds }], { signal: context.signal });
    const { times_ms, unreachedCount } = field!;
    const reached = times_ms.filter((time) => time < Infinity);
    const summary = {
      id: loaded.case.id,
      nodeCount: countNodes(mesh),
      elementCount: countTetrahedra(mesh),
      source_mm: [...source.location.position_mm],
      totalActivationTime_ms: reached.reduce((latest, time) => Math.max(latest, time), 0),
      unreachedNodeCount: unreachedCount,
      remarks: [...remarks, ...describeChoices(fiber, source_mm)],
    };
    folder?.write("activation.dat", writeActivationDat(times_ms));
    folder?.write("mesh.pts", writePts(mesh.points_mm));
    folder?.write("mesh.elem", writeElem({ tetrahedra: mesh.tetrahedra, tags: new Int32Array(summary.elementCount) }));
    folder?.write("summary.json", `${JSON.stringify(summary, undefined, 2)}\n`);
    context.print(wantsJson ? JSON.stringify(summary, undefined, 2) : describeSummary(loaded, summary));
  } finally {
    await solver.close();
  }
}

function buildPlainTensor(elementCount: number, fiber: Float64Array | undefined): Float64Array {
  const tensor = new Float64Array(6 * elementCount);
  const none = new Uint8Array(elementCount);
  const velocities = fiber
    ? DEFAULT_VELOCITIES
    : { ...DEFAULT_VELOCITIES, alongFiber_mmPerMs: DEFAULT_VELOCITIES.acrossFiber_mmPerMs };
  const map = {
    fiber: fiber ?? new Float64Array(3 * elementCount),
    tissue: none,
    fast: none,
    septum: none,
    blocked: none,
  };
  buildVelocityTensor(tensor, map, velocities, false);
  return tensor;
}

/** The node farthest from the middle of the mesh: on a ventricle, the apex or the rim. */
function findFarthestPoint(points_mm: Float64Array): [number, number, number] {
  const count = points_mm.length / 3;
  const middle = [0, 0, 0];
  for (let i = 0; i < points_mm.length; i++) middle[i % 3]! += points_mm[i]! / count;
  let farthest = 0;
  let largest = -1;
  for (let node = 0; node < count; node++) {
    const distance = Math.hypot(
      points_mm[3 * node]! - middle[0]!,
      points_mm[3 * node + 1]! - middle[1]!,
      points_mm[3 * node + 2]! - middle[2]!,
    );
    if (distance > largest) {
      largest = distance;
      farthest = node;
    }
  }
  return [points_mm[3 * farthest]!, points_mm[3 * farthest + 1]!, points_mm[3 * farthest + 2]!];
}

function describeChoices(fiber: Float64Array | undefined, source_mm: InputOptions["source_mm"]): string[] {
  const choices = [];
  if (!fiber)
    choices.push(
      `No fibers are known: the muscle conducts at ${DEFAULT_VELOCITIES.acrossFiber_mmPerMs} mm/ms in all directions.`,
    );
  if (!source_mm)
    choices.push("No source is given (--source): activation starts at the node farthest from the middle.");
  return choices;
}

function describeSummary(
  loaded: LoadedCase,
  summary: {
    nodeCount: number;
    elementCount: number;
    totalActivationTime_ms: number;
    unreachedNodeCount: number;
    source_mm: number[];
    remarks: string[];
  },
): string {
  return [
    loaded.case.title,
    "",
    `nodes                  ${summary.nodeCount}`,
    `tetrahedra             ${summary.elementCount}`,
    `source                 ${summary.source_mm.map((value) => value.toFixed(1)).join(", ")} mm`,
    `total activation time  ${summary.totalActivationTime_ms.toFixed(1)} ms`,
    `nodes not reached      ${summary.unreachedNodeCount}`,
    "",
    ...summary.remarks.map(renderListItem),
    "",
    "Research, planning and training use; not for diagnosis or live care.",
  ].join("\n");
}

function nothingConducts(where: string): TributaryError {
  return new TributaryError({
    code: "no-conducting-muscle",
    what: "No muscle conducts, so nothing can be activated.",
    where,
    why: "the mesh has no conducting element",
    fix: "Check the mesh.",
  });
}
