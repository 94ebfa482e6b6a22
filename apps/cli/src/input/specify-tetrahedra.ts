import type { HeartOrigin } from "@tributary/engine";
import { type Case, type DataArray, type ImportedTetrahedra, readTetrahedra } from "@tributary/formats";
import {
  checkTetrahedralMesh,
  extractBoundaryTriangles,
  type HeartMesh,
  type TetrahedralMesh,
  TISSUE,
  TributaryError,
} from "@tributary/model";
import { dropUnusedNodes } from "./drop-unused-nodes.ts";
import { labelBoundary } from "./label-boundary.ts";
import type { LoadedCase } from "./load-case.ts";
import { nameFileInErrors } from "./name-file-in-errors.ts";

/** A mesh without surface labels: it can only be activated from a point. */
export interface PlainMesh {
  readonly kind: "plainMesh";
  readonly mesh: TetrahedralMesh;
  readonly fiber: Float64Array | undefined;
  readonly remarks: readonly string[];
}

interface LabeledMesh {
  readonly kind: "labeledMesh";
  readonly origin: HeartOrigin;
  readonly remarks: readonly string[];
}

/**
 * An imported tetrahedral mesh as it is, with what its files say of surfaces, fibers and tissue.
 *
 * @throws TributaryError of the reader, of the mesh check, or where an array that the case names is not there
 */
export function specifyTetrahedra(
  loaded: LoadedCase,
  heart: Extract<Case["heart"], { kind: "tetrahedra" }>,
): PlainMesh | LabeledMesh {
  const files = heart.files.map((file) => loaded.files.read(file));
  const fileName = files[0]!.name;
  const imported = readTetrahedra(files, heart.units);
  const mesh = { points_mm: imported.points_mm, tetrahedra: imported.tetrahedra };
  const { unusedNodeCount } = nameFileInErrors(fileName, () => checkTetrahedralMesh(mesh));
  const remarks = [imported.unit.statement];
  if (imported.mirroredOrder) remarks.push("All tetrahedra were numbered the other way round and have been turned.");
  if (loaded.case.edgeLength_mm !== undefined)
    remarks.push("The edge length has no effect: an imported tetrahedral mesh is used as it is.");
  const labeled = nameFileInErrors(fileName, () => labelMesh(mesh, imported, heart.labelArray));
  const fiber = findFibers(imported);
  if (unusedNodeCount > 0) remarks.push(describeUnusedNodes(unusedNodeCount, labeled ? "left out" : "not reached"));
  if (!labeled) {
    remarks.push(
      `The mesh carries no surface labels (point array ${LABEL_ARRAYS.join(", ")}): no coordinates, fibers of its own or veins can be computed.`,
    );
    return { kind: "plainMesh", mesh, fiber, remarks };
  }
  if (fiber) remarks.push("The fibers are those of the files.");
  const tissue = tissueOfLabels(loaded.case, imported);
  const origin: HeartOrigin = {
    kind: "tetrahedra",
    heart: labeled,
    ...(heart.axes ? { axes: heart.axes } : {}),
    ...(fiber ? { fiber } : {}),
    ...(tissue ? { tissue } : {}),
  };
  return { kind: "labeledMesh", origin, remarks };
}

function describeUnusedNodes(count: number, fate: "left out" | "not reached"): string {
  return count === 1
    ? `1 node belongs to no tetrahedron; it is ${fate}.`
    : `${count} nodes belong to no tetrahedron; they are ${fate}.`;
}

/** Names of the array of surface labels, where a case names none. */
export const LABEL_ARRAYS = ["class", "label", "labels", "region", "tag"];

function labelMesh(
  mesh: TetrahedralMesh,
  imported: ImportedTetrahedra,
  wanted: string | undefined,
): HeartMesh | undefined {
  const names = wanted ? [wanted] : LABEL_ARRAYS;
  const array = imported.pointData.find(({ name, componentCount }) => names.includes(name) && componentCount === 1);
  if (!array && wanted) throw missingLabelArray(wanted, imported.pointData);
  if (!array) return undefined;
  // The boundary is told by the file's own node numbers, before nodes are left out.
  const boundary = extractBoundaryTriangles(mesh);
  const boundaryLabels = labelBoundary(boundary, array.values, imported.fieldData);
  const { mesh: used, newNumbers } = dropUnusedNodes(mesh);
  return { ...used, boundaryTriangles: boundary.map((node) => newNumbers[node]!), boundaryLabels };
}

/** Directions of a .lon file, or of a cell array "fiber" as this program writes it; of length 1, or 0 where unknown. */
function findFibers(imported: ImportedTetrahedra): Float64Array | undefined {
  const isFiber = ({ name, componentCount }: DataArray) => name === "fiber" && componentCount === 3;
  const given = imported.fibers?.fiber ?? imported.cellData.find(isFiber)?.values;
  if (!given) return undefined;
  const fiber = Float64Array.from(given);
  for (let at = 0; at < fiber.length; at += 3) {
    const length = Math.hypot(fiber[at]!, fiber[at + 1]!, fiber[at + 2]!);
    for (let axis = 0; length > 0 && axis < 3; axis++) fiber[at + axis]! /= length;
  }
  return fiber;
}

function tissueOfLabels(value: Case, imported: ImportedTetrahedra): Uint8Array | undefined {
  const regions = (value.scar ?? []).filter((region) => region.by === "elementLabel");
  if (regions.length === 0) return undefined;
  const tissue = new Uint8Array(imported.tetrahedra.length / 4);
  for (const region of regions) {
    const labels = region.labelArray
      ? imported.cellData.find((array) => array.name === region.labelArray)?.values
      : imported.tags;
    if (!labels) throw missingElementLabels(region.labelArray);
    for (let element = 0; element < tissue.length; element++) {
      if (region.labels.includes(labels[element]!)) tissue[element] = Math.max(tissue[element]!, TISSUE[region.tissue]);
    }
  }
  return tissue;
}

function missingLabelArray(wanted: string, arrays: readonly DataArray[]): TributaryError {
  return new TributaryError({
    code: "label-array-missing",
    what: "The mesh has no array of surface labels by this name.",
    where: "heart.labelArray",
    why: `asked for "${wanted}"; the points carry ${arrays.map(({ name }) => name).join(", ") || "no arrays"}`,
    fix: "Name one of these arrays, or leave the name out for a mesh without surface labels.",
  });
}

function missingElementLabels(name: string | undefined): TributaryError {
  return new TributaryError({
    code: "element-labels-missing",
    what: "The mesh has no element labels to find the scar by.",
    where: "scar",
    why: name ? `there is no cell array "${name}"` : "the files carry no region tags",
    fix: "Name an array of the mesh with labelArray, or give the scar by segments.",
  });
}
