import { type PlainMeshStudy, studyPlainMesh } from "@tributary/engine";
import { createWorkerFieldSolver } from "@tributary/engine/node";
import { writeActivationDat, writeElem, writePts } from "@tributary/formats";
import type { LoadedCase, PlainMesh } from "@tributary/intake";
import { countNodes, countTetrahedra, measureActivationDifference } from "@tributary/model";
import type { CommandContext } from "../command.ts";
import type { InputOptions } from "../input/input-options.ts";
import { readActivationFile } from "../input/read-activation-file.ts";
import { describeDifference } from "../output/describe-difference.ts";
import type { OutputFolder } from "../output/output-folder.ts";
import { renderListItem } from "../output/wrap-text.ts";

interface PlainMeshOptions extends InputOptions {
  readonly folder: OutputFolder | undefined;
  readonly wantsJson: boolean;
  /** Another program's map to compare with. */
  readonly comparePath: string | undefined;
}

/** Activates a mesh without surface labels and writes what can be said of it. */
export async function activatePlainMesh(
  loaded: LoadedCase,
  plain: PlainMesh,
  { source_mm, folder, wantsJson, comparePath }: PlainMeshOptions,
  context: CommandContext,
): Promise<void> {
  const { mesh } = plain;
  const other = comparePath === undefined ? undefined : readActivationFile(comparePath, countNodes(mesh));
  const solver = createWorkerFieldSolver(1);
  try {
    const study = await studyPlainMesh(plain, source_mm, solver, { signal: context.signal });
    const difference = other && measureActivationDifference(study.times_ms, other);
    const summary = { ...summarize(loaded, plain, study), difference };
    folder?.write("activation.dat", writeActivationDat(study.times_ms));
    folder?.write("mesh.pts", writePts(mesh.points_mm));
    folder?.write("mesh.elem", writeElem({ tetrahedra: mesh.tetrahedra, tags: new Int32Array(summary.elementCount) }));
    folder?.write("summary.json", `${JSON.stringify(summary, undefined, 2)}\n`);
    context.print(wantsJson ? JSON.stringify(summary, undefined, 2) : describeSummary(loaded, summary));
    if (difference && !wantsJson) context.print(`\n${describeDifference("This map", comparePath!, difference)}`);
  } finally {
    await solver.close();
  }
}

function summarize(loaded: LoadedCase, { mesh, remarks }: PlainMesh, study: PlainMeshStudy) {
  return {
    id: loaded.case.id,
    nodeCount: countNodes(mesh),
    elementCount: countTetrahedra(mesh),
    source_mm: [...study.source.position_mm],
    totalActivationTime_ms: study.totalActivationTime_ms,
    unreachedNodeCount: study.unreachedCount,
    remarks: [...remarks, ...study.remarks],
  };
}

function describeSummary(loaded: LoadedCase, summary: ReturnType<typeof summarize>): string {
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
