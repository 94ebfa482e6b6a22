import type { HeartOrigin, HeartSpecification } from "@tributary/engine";
import { CASE_DEFAULTS, type Case, readSurface } from "@tributary/formats";
import {
  checkSurface,
  createPose,
  findHeartPreset,
  HUMAN_FIBER_ANGLES,
  type LabeledSurface,
  radiansFromDegrees,
  scaleHeartGeometry,
  TributaryError,
} from "@tributary/model";
import type { LoadedCase } from "./load-case.ts";
import { nameFileInErrors } from "./name-file-in-errors.ts";
import { LABEL_ARRAYS, type PlainMesh, specifyTetrahedra } from "./specify-tetrahedra.ts";

/** A heart to be prepared, or a mesh without surface labels, which can only be activated from a point. */
export type SpecifiedHeart =
  | { readonly kind: "heart"; readonly specification: HeartSpecification; readonly remarks: readonly string[] }
  | PlainMesh;

/**
 * What the heart of a case is made from: degrees become radians, files become meshes, nothing is computed.
 *
 * @throws TributaryError of the reader or of the mesh check
 */
export function specifyHeart(loaded: LoadedCase): SpecifiedHeart {
  const { heart } = loaded.case;
  if (heart.kind === "preset") return complete(loaded, specifyPreset(loaded.case, heart));
  if (heart.kind === "surface") return complete(loaded, specifySurface(loaded, heart));
  const tetrahedra = specifyTetrahedra(loaded, heart);
  return tetrahedra.kind === "plainMesh" ? tetrahedra : complete(loaded, tetrahedra);
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
  const file = loaded.files.read(heart.file);
  const imported = readSurface(file.bytes, file.name, { unit: heart.units, labelArray: heart.labelArray });
  if (!imported.labels) throw missingLabels(file.name);
  const surface: LabeledSurface = { ...imported, labels: imported.labels };
  const checked = nameFileInErrors(file.name, () => checkSurface(surface));
  return {
    origin: {
      kind: "surface",
      surface: checked.surface,
      edgeLength_mm: edgeOf(loaded.case),
      ...(heart.axes ? { axes: heart.axes } : {}),
    },
    remarks: [imported.unit.statement, ...checked.remarks],
  };
}

function complete(
  { case: value }: LoadedCase,
  { origin, remarks }: { origin: HeartOrigin; remarks: readonly string[] },
): SpecifiedHeart {
  const { fibers } = value;
  const specification: HeartSpecification = {
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
  return { kind: "heart", specification, remarks };
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
