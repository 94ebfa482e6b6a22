import {
  createUniformCells,
  VTK_CELL_TYPE,
  writeActivationDat,
  writeElem,
  writeLon,
  writePts,
  writeVtkXml,
} from "@tributary/formats";
import { countTetrahedra } from "@tributary/model";
import { buildActivationReport } from "@tributary/report";
import type { CaseRun } from "../run-case.ts";
import { summarizeRun } from "./describe-run.ts";
import type { OutputFolder } from "./output-folder.ts";
import { collectSurfaceArrays } from "./surface-arrays.ts";

/** Everything a run can leave: page, pictures, mesh with all maps (VTK), and the same for openCARP. */
export function writeRun(run: CaseRun, folder: OutputFolder): void {
  const report = buildActivationReport(createReportInput(run));
  folder.write("report.html", report.html);
  for (const [name, picture] of report.pictures) folder.write(name, picture.svg);
  folder.write("summary.json", `${JSON.stringify(summarizeRun(run), undefined, 2)}\n`);
  folder.write("activation.vtu", writeVtkXml(collectGrid(run)));
  writeOpencarp(run, folder);
}

/** What the report is built from; the page server uses it too. */
export function createReportInput(run: CaseRun): Parameters<typeof buildActivationReport>[0] {
  const { loaded, prepared, veins, lead, study, conduction, remarks } = run;
  return {
    title: loaded.case.title,
    prepared,
    veins,
    lead,
    study,
    conduction,
    missing: loaded.missing.map(({ meaning }) => meaning),
    remarks,
    provenance: [`Tributary 0.1.0, case ${loaded.case.id}`],
  };
}

function collectGrid({ prepared, study }: CaseRun) {
  const { heart, coordinates, fiber, segment, tissue } = prepared;
  const elementCount = countTetrahedra(heart);
  const surface = collectSurfaceArrays(heart);
  return {
    kind: "unstructuredGrid" as const,
    points: heart.points_mm,
    cells: createUniformCells(heart.tetrahedra, 4),
    cellTypes: new Uint8Array(elementCount).fill(VTK_CELL_TYPE.tetra),
    pointData: [
      ...surface.pointData,
      { name: "ab", componentCount: 1, values: Float32Array.from(coordinates.ab) },
      { name: "tm", componentCount: 1, values: Float32Array.from(coordinates.tm) },
      { name: "rtSin", componentCount: 1, values: Float32Array.from(coordinates.rtSin) },
      { name: "rtCos", componentCount: 1, values: Float32Array.from(coordinates.rtCos) },
      { name: "tv", componentCount: 1, values: coordinates.tv },
      ...study.maps.map(({ id, times_ms }) => ({
        name: `activation_ms ${id}`,
        componentCount: 1,
        // VTK readers differ on Infinity: nodes that no front reaches are written as -1, as openCARP does.
        values: Float32Array.from(times_ms, (time) => (time < Infinity ? time : -1)),
      })),
    ],
    fieldData: surface.fieldData,
    cellData: [
      { name: "fiber", componentCount: 3, values: Float32Array.from(fiber) },
      { name: "ahaSegment", componentCount: 1, values: segment },
      { name: "tissue", componentCount: 1, values: tissue },
    ],
  };
}

function writeOpencarp({ prepared, study }: CaseRun, folder: OutputFolder): void {
  const { heart, segment, fiber } = prepared;
  folder.write("heart.pts", writePts(heart.points_mm));
  folder.write("heart.elem", writeElem({ tetrahedra: heart.tetrahedra, tags: Int32Array.from(segment) }));
  folder.write("heart.lon", writeLon({ fiber, sheet: undefined }));
  for (const { id, times_ms } of study.maps) folder.write(`activation-${id}.dat`, writeActivationDat(times_ms));
}
