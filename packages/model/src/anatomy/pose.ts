import { TributaryError } from "../errors/tributary-error.ts";
import type { TetrahedralMesh } from "../mesh/mesh.ts";
import { cross, pointAt, type Vector3 } from "../numerics/vector3.ts";
import { radiansFromDegrees } from "../units/convert.ts";
import type { Parameter } from "../units/parameter.ts";

/** A rigid motion from the heart frame to patient space (LPS, mm): point' = rotation · point + translation. */
export interface Pose {
  /** Nine numbers by rows; its columns are the septal, anterior and basal directions in patient space. */
  readonly rotation: Float64Array;
  readonly translation_mm: Vector3;
}

export interface PoseOptions {
  /** How far the apex points to the left of straight ahead, seen from above, rad; 0 to 1.4; default 45 degrees. */
  readonly apexLeft_rad?: number;
  /** How far the apex points below the horizontal, rad; 0 to 1.4; default 35 degrees. */
  readonly caudalTilt_rad?: number;
  /** Turn of the heart about its long axis, right-handed about the direction to the base, rad; -0.8 to 0.8; default 0. */
  readonly roll_rad?: number;
  /** Where the center of the LV ellipsoid comes to lie, mm; default 0, 0, 0. */
  readonly translation_mm?: Vector3;
}

/** How a heart lies when nothing is known of the chest, and how far each angle may be chosen from that. */
export const POSE_PARAMETERS = {
  apexLeft_rad: { value: radiansFromDegrees(45), unit: "rad", range: [0, 1.4], source: "assumed", confirmed: false },
  caudalTilt_rad: {
    value: radiansFromDegrees(35),
    unit: "rad",
    range: [0, 1.4],
    source: "assumed; by CT 38.1 ± 7.8 degrees at 30-60 years, normal BMI (Br J Cardiol)",
    confirmed: false,
  },
  roll_rad: { value: 0, unit: "rad", range: [-0.8, 0.8], source: "assumed", confirmed: false },
} as const satisfies Record<string, Parameter>;

/**
 * The pose of a heart in the chest: apex to the left, forward and down, the right ventricle as far forward as it goes.
 *
 * With l = apexLeft and t = caudalTilt the apex points to (cos t sin l, -cos t cos l, -sin t) in LPS. The septal
 * direction is straight ahead (-y) made perpendicular to the long axis, then turned by `roll_rad` about it. At the
 * defaults the anterior wall then looks left and up and the lateral wall left and back.
 *
 * @throws TributaryError "pose-range"
 */
export function createPose(options: PoseOptions = {}): Pose {
  const {
    apexLeft_rad = POSE_PARAMETERS.apexLeft_rad.value,
    caudalTilt_rad = POSE_PARAMETERS.caudalTilt_rad.value,
    roll_rad = POSE_PARAMETERS.roll_rad.value,
  } = options;
  checkAngles({ apexLeft_rad, caudalTilt_rad, roll_rad });
  const level = Math.cos(caudalTilt_rad);
  const basal: Vector3 = [-level * Math.sin(apexLeft_rad), level * Math.cos(apexLeft_rad), Math.sin(caudalTilt_rad)];
  // Straight ahead is (0, -1, 0); its part along `basal` is taken away.
  const lengthAcross = Math.sqrt(1 - basal[1] ** 2);
  const ahead: Vector3 = [
    (basal[1] * basal[0]) / lengthAcross,
    (basal[1] * basal[1] - 1) / lengthAcross,
    (basal[1] * basal[2]) / lengthAcross,
  ];
  const aside = cross(basal, ahead);
  const [cos, sin] = [Math.cos(roll_rad), Math.sin(roll_rad)];
  const rotation = new Float64Array(9);
  for (let row = 0; row < 3; row++) {
    rotation[3 * row] = cos * ahead[row]! + sin * aside[row]!;
    rotation[3 * row + 1] = -sin * ahead[row]! + cos * aside[row]!;
    rotation[3 * row + 2] = basal[row]!;
  }
  return { rotation, translation_mm: options.translation_mm ?? [0, 0, 0] };
}

/** The mesh moved to patient space; what else it carries (tetrahedra, labels) is kept. */
export function applyPose<Mesh extends Pick<TetrahedralMesh, "points_mm">>(mesh: Mesh, pose: Pose): Mesh {
  const points_mm = new Float64Array(mesh.points_mm.length);
  for (let i = 0; i < points_mm.length; i += 3) {
    points_mm.set(posePoint(pose, pointAt(mesh.points_mm, i / 3)), i);
  }
  return { ...mesh, points_mm };
}

/** A point of the heart frame in patient space, mm. */
export function posePoint({ rotation: r, translation_mm }: Pose, [x, y, z]: Vector3): Vector3 {
  return [
    r[0]! * x + r[1]! * y + r[2]! * z + translation_mm[0],
    r[3]! * x + r[4]! * y + r[5]! * z + translation_mm[1],
    r[6]! * x + r[7]! * y + r[8]! * z + translation_mm[2],
  ];
}

function checkAngles(angles_rad: { readonly [Key in keyof typeof POSE_PARAMETERS]: number }): void {
  for (const name of ["apexLeft_rad", "caudalTilt_rad", "roll_rad"] as const) {
    const [low, high] = POSE_PARAMETERS[name].range;
    if (angles_rad[name] >= low && angles_rad[name] <= high) continue;
    throw new TributaryError({
      code: "pose-range",
      what: "The heart cannot lie like this in the chest.",
      where: name,
      why: `${angles_rad[name]} rad; the allowed range is ${low} to ${high} rad`,
      fix: "Give the angle in radians: 45 degrees are 0.785.",
    });
  }
}
