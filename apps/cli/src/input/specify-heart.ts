import { join } from "node:path";
import type { HeartOrigin, HeartSpecification } from "@tributary/engine";
import {
  CASE_DEFAULTS,
  type Case,
  type ImportedTetrahedra,
  labelTrianglesFromPoints,
  readSurface,
  readTetrahedra,
} from "@tributary/formats";
import {
  checkSurface,
  checkTetrahedralMesh,
  createPose,
  extractBoundaryTriangles,
  findHeartPreset,
  type HeartMesh,
  HUMAN_FIBER_ANGLES,
  type LabelledSurface,
  radiansFromDegrees,
  scaleHeartGeometry,
  type TetrahedralMesh,
  TISSUE,
  TributaryError,
} from "@tributary/model";
import type { LoadedCase } from "./load-case.ts";
import { readInputFile } from "./read-input-file.ts";

/** A heart to be prepared, or a mesh without surface labels, which can only be activated from a point. */
export type SpecifiedHeart =
  | { readonly kind: "heart"; readonly specification: HeartSpecification; readonly remarks: readonly string[] }
  | {
      readonly kind: "plainMesh";
      readonly mesh: TetrahedralMesh;
      readonly fiber: Float64Array | undefined;
      readonly remarks: readonly string[];
    };

/**
 * What the heart of a case is made from: degrees become radians, files become meshes, nothing is computed.
 *
 * @throws TributaryError of the reader or of the mesh check
 */
export function specifyHeart(loaded: LoadedCase): SpecifiedHeart {
  const { heart } = loaded.case;
  if (heart.kind === "tetrahedra") return specifyTetrahedra(loaded, heart);
  const { origin, remarks } =
    heart.kind === "preset" ? specifyPreset(loaded.case, heart) : specifySurface(loaded, heart);
  return { kind: "heart", specification: completeSpecification(loaded.case, origin), remarks };
}

type HeartOfKind<Kind extends Case["heart"]["kind"]> = Extract<Case["heart"], { kind: Kind }>;

function specifyPreset(value: Case, heart: HeartOfKind<"preset">): { origin: HeartOrigin; remarks: string[] } {
  const { geometry } = findHeartPreset(heart.preset)!;
  const { apexLeft_deg, caudalTilt_deg, roll_deg } = heart.pose ?? {};
  const pose = createPose({
    ...(apexLeft_deg === undefined ? {} : { apexLeft_rad: radiansFromDegrees(apexLeft_deg) }),
    ...(caudalTilt_deg === undefined ? {} : { caudalTilt_rad: radiansFromDegrees(caudalTilt_deg) }),
    ...(roll_deg === undefined ? {} : { roll_rad: radiansFromDegrees(roll_deg) }),
  });
  return {
    origin: { kind: "parametric", geometry: scaleHeartGeometry(geometry, heart), pose, edgeLength_mm: edgeOf(value) },
    remarks: [],
  };
}

function specifySurface(loaded: LoadedCase, heart: HeartOfKind<"surface">): { origin: HeartOrigin; remarks: string[] } {
  const file = readInputFile(join(loaded.folder, heart.file));
  const imported = readSurface(file.bytes, file.name, { unit: heart.units, labelArray: heart.labelArray });
  if (!imported.labels) throw missingLabels(file.name);
  const surface: LabelledSurface = { ...imported, labels: imported.labels };
  const checked = checkSurface(surface);
  return {
    origin: { kind: "surface", surface: checked.surface, edgeLength_mm: edgeOf(loaded.case) },
    remarks: [imported.unit.statement, ...checked.remarks],
  };
}

function specifyTetrahedra(loaded: LoadedCase, heart: HeartOfKind<"tetrahedra">): SpecifiedHeart {
  const files = heart.files.map((file) => readInputFile(join(loaded.folder, file)));
  const imported = readTetrahedra(files, heart.units);
  const mesh = { points_mm: imported.points_mm, tetrahedra: imported.tetrahedra };
  checkTetrahedralMesh(mesh);
  const remarks = [imported.unit.statement];
  if (imported.mirroredOrder) remarks.push("All tetrahedra were numbered the other way round and have been turned.");
  const labelled = labelMesh(mesh, imported, heart.labelArray);
  const fiber = imported.fibers?.fiber;
  if (!labelled) {
    remarks.push("The mesh carries no surface labels: no coordinates, fibers of its own or veins can be computed.");
    return { kind: "plainMesh", mesh, fiber, remarks };
  }
  const tissue = tissueOfLabels(loaded.case, imported);
  const origin: HeartOrigin = {
    kind: "tetrahedra",
    heart: labelled,
    ...(fiber ? { fiber } : {}),
    ...(tissue ? { tissue } : {}),
  };
  return { kind: "heart", specification: completeSpecification(loaded.case, origin), remarks };
}

function completeSpecification(value: Case, origin: HeartOrigin): HeartSpecification {
  const { fibers } = value;
  return {
    origin,
    fiberAngles: fibers
      ? {
          alphaEndo_rad: radiansFromDegrees(fibers.alphaEndo_deg),
          alphaEpi_rad: radiansFromDegrees(fibers.alphaEpi_deg),
          betaEndo_rad: radiansFromDegrees(fibers.betaEndo_deg),
          betaEpi_rad: radiansFromDegrees(fibers.betaEpi_deg),
        }
      : HUMAN_FIBER_ANGLES,
    scar: (value.scar ?? []).filter((region) => region.by === "segments"),
  };
}

const LABEL_ARRAYS = ["class", "label", "labels", "region", "tag"];

function labelMesh(
  mesh: TetrahedralMesh,
  imported: ImportedTetrahedra,
  wanted: string | undefined,
): HeartMesh | undefined {
  const names = wanted ? [wanted] : LABEL_ARRAYS;
  const array = imported.pointData.find((candidate) => names.includes(candidate.name));
  if (!array) return undefined;
  const boundaryTriangles = extractBoundaryTriangles(mesh);
  return {
    ...mesh,
    boundaryTriangles,
    boundaryLabels: labelTrianglesFromPoints(onBoundary(array.values, boundaryTriangles), boundaryTriangles),
  };
}

/** Labels of inner nodes (0) are never read; they are made valid so that only the boundary is judged. */
function onBoundary(values: ArrayLike<number>, boundaryTriangles: Uint32Array): number[] {
  const isBoundary = new Uint8Array(values.length);
  for (const node of boundaryTriangles) isBoundary[node] = 1;
  return Array.from(values, (value, node) => (isBoundary[node] ? value : 1));
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

function edgeOf(value: Case): number {
  return value.edgeLength_mm ?? CASE_DEFAULTS.edgeLength_mm;
}

function missingLabels(fileName: string): TributaryError {
  return new TributaryError({
    code: "surface-labels-missing",
    what: "The surface does not say which part is base, epicardium or cavity.",
    where: fileName,
    why: `no array ${LABEL_ARRAYS.join(", ")} of points or triangles was found`,
    fix: "Add an array with 1 base, 2 epicardium, 3 LV endocardium, 4 RV endocardium, or name yours with heart.labelArray.",
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
