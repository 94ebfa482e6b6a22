import type { LengthUnit } from "@tributary/model";
import { errorUnsupported } from "../bytes/format-error.ts";
import { millimetersFrom } from "../length-unit/scale-lengths.ts";
import { countCells, type DataArray, type VtkPolyData } from "../vtk-data/vtk-data.ts";
import { readVtkLegacy } from "../vtk-legacy/read-vtk-legacy.ts";
import { readVtkXml } from "../vtk-xml/read-vtk-xml.ts";
import type { CenterlineBranch, Centerlines } from "./centerline.ts";
import { checkBranch, errorCenterline } from "./check-branch.ts";

/** Point arrays that hold a radius, with the factor that makes it one; the third is the Vascular Modeling Toolkit's. */
const RADIUS_ARRAYS: Record<string, number> = {
  Radius: 1,
  radius: 1,
  MaximumInscribedSphereRadius: 1,
  Diameter: 0.5,
  diameter: 0.5,
};

/**
 * Reads vein centerlines from VTK poly data (.vtp, .vtk): every line cell is a branch, named "vein 1", "vein 2", … in
 * order; its radius is the one point array among Radius, radius, MaximumInscribedSphereRadius, Diameter and diameter
 * (halved).
 *
 * @param unit  of points and radius alike; mm unless stated, because a tree of veins has no size to guess by
 * @throws TributaryError `centerline-invalid` where there is no radius, more than one, or a branch that cannot be used
 */
export function readCenterlineVtk(bytes: Uint8Array, fileName: string, unit: LengthUnit = "mm"): Centerlines {
  const isLegacy = fileName.toLowerCase().endsWith(".vtk");
  const data = isLegacy ? readVtkLegacy(bytes, fileName) : readVtkXml(bytes, fileName);
  if (data.kind !== "polyData") {
    throw errorUnsupported(fileName, "an unstructured grid", "poly data with lines", "Export the lines as poly data.");
  }
  const { array, factor } = findRadius(data, fileName);
  const points_mm = millimetersFrom(data.points, unit);
  const radius_mm = millimetersFrom(array.values, unit).map((length_mm) => factor * length_mm);
  const lineCount = countCells(data.lines);
  if (lineCount === 0) throw errorCenterline(fileName, "no lines", "at least one polyline");
  const branches: CenterlineBranch[] = [];
  for (let line = 0; line < lineCount; line++) {
    const points = data.lines.connectivity.subarray(data.lines.offsets[line], data.lines.offsets[line + 1]);
    const branch = {
      name: `vein ${line + 1}`,
      points_mm: Float64Array.from([...points].flatMap((point) => [...points_mm.subarray(3 * point, 3 * point + 3)])),
      radius_mm: Float64Array.from(points, (point) => radius_mm[point]!),
    };
    branches.push(checkBranch(branch, fileName));
  }
  return { branches };
}

function findRadius(data: VtkPolyData, fileName: string): { array: DataArray; factor: number } {
  const known = Object.keys(RADIUS_ARRAYS).join(", ");
  const found = data.pointData.filter((array) => array.name in RADIUS_ARRAYS && array.componentCount === 1);
  const names = data.pointData.map((array) => array.name).join(", ") || "none";
  if (found.length === 1) return { array: found[0]!, factor: RADIUS_ARRAYS[found[0]!.name]! };
  if (found.length === 0) throw errorCenterline(fileName, `the point arrays ${names}`, `one of ${known}`);
  throw errorCenterline(fileName, `${found.map((array) => array.name).join(" and ")}`, `only one of ${known}`);
}
