// The public API of @tributary/formats, by name, format by format.
export { buildBundleJsonSchema } from "./bundle/bundle-manifest.ts";
export type { CaseBundle } from "./bundle/case-bundle.ts";
export { readBundle } from "./bundle/read-bundle.ts";
export { writeBundle } from "./bundle/write-bundle.ts";
export { checkFileSize, MAX_FILE_BYTES } from "./bytes/format-error.ts";
export type { NumericArray, ScalarType } from "./bytes/scalar-type.ts";
export { computeSha256 } from "./bytes/sha256.ts";
export { buildCaseJsonSchema, findFieldSchema, type JsonSchemaNode } from "./case/case-json-schema.ts";
export { CASE_DEFAULTS, CASE_SCHEMA_VERSION, type Case } from "./case/case-schema.ts";
export {
  listMissingClinicalValues,
  listTakenDefaults,
  type MissingValue,
  type TakenDefault,
} from "./case/list-missing-clinical-values.ts";
export { formatCase, parseCase, type ReadCase, readCase } from "./case/parse-case.ts";
export { suggestKey } from "./case/suggest-key.ts";
export type { CenterlineBranch, Centerlines } from "./centerline/centerline.ts";
export { readCenterlineCsv, writeCenterlineCsv } from "./centerline/centerline-csv.ts";
export { readCenterlineVtk } from "./centerline/read-centerline-vtk.ts";
export { findSexLabel } from "./ecg/ecg-labels.ts";
export {
  ECG_UNITS,
  type EcgLabel,
  type EcgReadOptions,
  type EcgRecording,
  type EcgUnit,
} from "./ecg/ecg-recording.ts";
export { readEcg } from "./ecg/read-ecg.ts";
export { listWfdbFiles } from "./ecg/read-wfdb.ts";
export {
  HEART_EXTENT_mm,
  measureLargestExtent,
  type ResolvedLengthUnit,
  resolveLengthUnit,
} from "./length-unit/resolve-length-unit.ts";
export { type IgbData, type IgbWriteOptions, readIgb, writeIgb } from "./opencarp/igb.ts";
export { readActivationDat, readDat, writeActivationDat, writeDat } from "./opencarp/opencarp-activation.ts";
export {
  OPENCARP_LENGTH_UNIT,
  type OpencarpElements,
  type OpencarpFibers,
  type OpencarpVertices,
  readElem,
  readLon,
  readPts,
  readVtx,
  writeElem,
  writeLon,
  writePts,
  writeVtx,
} from "./opencarp/opencarp-mesh.ts";
export { buildPlanJsonSchema, planSchema } from "./plan/plan-schema.ts";
export { type PlyReadOptions, type PlySurface, readPly } from "./ply/read-ply.ts";
export { type PlyWriteOptions, writePly } from "./ply/write-ply.ts";
export { type IndexedTriangles, mergeEqualPoints } from "./stl/merge-equal-points.ts";
export { readStl } from "./stl/read-stl.ts";
export { writeStl } from "./stl/write-stl.ts";
export { labelTrianglesFromPoints } from "./surface-labels/label-triangles-from-points.ts";
export { type ImportedSurface, readSurface, type SurfaceReadOptions } from "./surfaces/read-surface.ts";
export type { Table } from "./table/table.ts";
export { writeTableCsv } from "./table/write-table-csv.ts";
export { writeTableParquet } from "./table/write-table-parquet.ts";
export {
  readTetgenFaces,
  readTetgenNodes,
  readTetgenTetrahedra,
  type TetgenFaces,
  type TetgenNodes,
  type TetgenTetrahedra,
  writeTetgenFaces,
  writeTetgenNodes,
  writeTetgenTetrahedra,
} from "./tetgen/tetgen.ts";
export { type ImportedTetrahedra, type NamedFile, readTetrahedra } from "./tetrahedra/read-tetrahedra.ts";
export {
  type CellArray,
  countAllCells,
  countCells,
  createUniformCells,
  type DataArray,
  findArray,
  NO_CELLS,
  VTK_CELL_TYPE,
  type VtkDataSet,
  type VtkPolyData,
  type VtkUnstructuredGrid,
} from "./vtk-data/vtk-data.ts";
export { readVtkLegacy } from "./vtk-legacy/read-vtk-legacy.ts";
export { type VtkLegacyWriteOptions, writeVtkLegacy } from "./vtk-legacy/write-vtk-legacy.ts";
export { readVtkXml } from "./vtk-xml/read-vtk-xml.ts";
export { type VtkXmlWriteOptions, writeVtkXml } from "./vtk-xml/write-vtk-xml.ts";
