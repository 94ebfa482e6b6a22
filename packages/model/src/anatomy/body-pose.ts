import { dot, multiply, type Vector3 } from "../numerics/vector3.ts";
import { radiansFromDegrees } from "../units/convert.ts";
import type { HeartFrame } from "./heart-frame.ts";
import { createPose, type Pose, posePoint } from "./pose.ts";

/** What is known of a file's axes: those of the patient (LPS), or not. */
export type FileAxes = "patient" | "unknown";

/** How a heart lies in the body. */
export interface BodyPose {
  /** From the mesh's own axes to patient space. */
  readonly pose: Pose;
  /** Undefined where the mesh is taken as it lies; else why it was turned, in a sentence. */
  readonly remark: string | undefined;
}

/** An apex farther than this from where apexes point tells that a file's axes are not the patient's; assumed. */
const LARGEST_APEX_ANGLE_rad = radiansFromDegrees(60);

export const IDENTITY_POSE: Pose = {
  rotation: Float64Array.of(1, 0, 0, 0, 1, 0, 0, 0, 1),
  translation_mm: [0, 0, 0],
};

/**
 * The pose of an imported heart in the body: as it lies when its axes are the patient's, else the usual pose.
 *
 * The usual pose turns the heart's own septal, anterior and basal axes into those of `createPose`, the center of the LV
 * endocardium to 0, 0, 0. Nothing computed inside the heart depends on it; views and leads on the body do.
 *
 * @param axes  as stated; undefined: judged by whether the apex points within 60 degrees of where it usually does
 */
export function findBodyPose(frame: HeartFrame, axes: FileAxes | undefined): BodyPose {
  if (axes === "patient") return { pose: IDENTITY_POSE, remark: undefined };
  const usual = createPose();
  const cosine = dot(frame.longAxis, columnOf(usual, 2));
  if (axes === undefined && cosine >= Math.cos(LARGEST_APEX_ANGLE_rad))
    return { pose: IDENTITY_POSE, remark: undefined };
  const reason =
    axes === "unknown" ? "The file's axes are not the patient's" : "The apex does not point left, forward and down";
  return {
    pose: turnInto(usual, frame),
    remark: `${reason}: pictures show the heart in the usual pose, not in this person's.`,
  };
}

/** usual · frameᵀ, with the LV center moved to the origin. */
function turnInto(usual: Pose, { septalAxis, anteriorAxis, longAxis, lvCenter_mm }: HeartFrame): Pose {
  const rotation = new Float64Array(9);
  const axes = [septalAxis, anteriorAxis, longAxis];
  for (let row = 0; row < 3; row++) {
    for (let column = 0; column < 3; column++) {
      for (let k = 0; k < 3; k++) rotation[3 * row + column]! += usual.rotation[3 * row + k]! * axes[k]![column]!;
    }
  }
  const center_mm = posePoint({ rotation, translation_mm: [0, 0, 0] }, lvCenter_mm);
  return { rotation, translation_mm: multiply(center_mm, -1) };
}

function columnOf({ rotation }: Pose, column: number): Vector3 {
  return [rotation[column]!, rotation[3 + column]!, rotation[6 + column]!];
}
