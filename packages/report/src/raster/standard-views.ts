import { addScaled, cross, dot, normalize, radiansFromDegrees, type Vector3 } from "@tributary/model";

/**
 * A direction of looking, in patient space (x to the patient's left, y to posterior, z to the head): a right-handed
 * base of screen right, screen up, and toward the viewer. The viewer stands far away on the `toward` side.
 */
export interface View {
  readonly name: string;
  readonly right: Vector3;
  readonly up: Vector3;
  readonly toward: Vector3;
}

/**
 * A view that looks from a direction, with another direction as far up as it can be.
 *
 * @param toward  from the heart to the viewer; any length but zero
 * @param up      not parallel to toward
 */
export function createView(name: string, toward: Vector3, up: Vector3 = [0, 0, 1]): View {
  const ahead = normalize(toward);
  const upright = normalize(addScaled(up, ahead, -dot(up, ahead)));
  return { name, right: cross(upright, ahead), up: upright, toward: ahead };
}

/** A view level with the heart; the angle turns the viewer from the front (0) to the patient's left (90). */
function createLevelView(name: string, azimuth_deg: number): View {
  const azimuth_rad = radiansFromDegrees(azimuth_deg);
  return createView(name, [Math.sin(azimuth_rad), -Math.cos(azimuth_rad), 0]);
}

/** The views of the fluoroscopy table; seen from the side of the image intensifier. */
export const STANDARD_VIEWS = {
  ap: createLevelView("AP", 0),
  lao40: createLevelView("LAO 40°", 40),
  rao30: createLevelView("RAO 30°", -30),
  leftLateral: createLevelView("Left lateral", 90),
  pa: createLevelView("Posterior (PA)", 180),
} as const;

const PATIENT_AXES: readonly (readonly [direction: Vector3, letter: string])[] = [
  [[1, 0, 0], "L"],
  [[-1, 0, 0], "R"],
  [[0, -1, 0], "A"],
  [[0, 1, 0], "P"],
  [[0, 0, 1], "S"],
  [[0, 0, -1], "I"],
];

/** Letters of the patient side that a direction points to, the strongest first: "L", "LP", "SA". At most two. */
export function nameDirection(direction: Vector3): string {
  return PATIENT_AXES.map(([axis, letter]) => ({ letter, part: dot(axis, direction) }))
    .filter(({ part }) => part > 0.34)
    .sort((a, b) => b.part - a.part)
    .slice(0, 2)
    .map(({ letter }) => letter)
    .join("");
}
