import { rtFromGrooveAngle } from "../anatomy/coordinate-conventions.ts";
import { interpolateLinear } from "../numerics/interpolate-linear.ts";
import type { Random } from "../numerics/random.ts";
import { degreesFromRadians } from "../units/convert.ts";
import { DEFAULT_PHRENIC } from "./phrenic-parameters.ts";

export type PhrenicCourse = "lateral" | "anterior";

/** Where a nerve runs over the left ventricle. */
export interface PhrenicPath {
  readonly course: PhrenicCourse;
  /** Turn of the whole course about the long axis, above 0 away from the posterior groove. */
  readonly offset_rad: number;
  /** From the epicardium to the nerve. */
  readonly gap_mm: number;
}

/** Angle from the posterior groove at some ab, from the diaphragm up; degrees, as anatomists give it. */
interface CourseKnots {
  readonly ab: readonly number[];
  readonly theta_deg: readonly number[];
}

/**
 * Design curves, assumed: over the basal anterior interventricular, the middle of the left marginal and the apical part
 * of the inferior veins (Spencer, Clin Anat 2015, CT of 15 specimens), or in front of them.
 */
export const PHRENIC_COURSES: Readonly<Record<PhrenicCourse, CourseKnots>> = {
  lateral: { ab: [0.15, 0.5, 1], theta_deg: [45, 145, 225] },
  anterior: { ab: [0.15, 1], theta_deg: [160, 245] },
};

/** rt of a course at an ab within its knots. */
export function phrenicRt({ course, offset_rad }: PhrenicPath, ab: number): number {
  const knots = PHRENIC_COURSES[course];
  return rtFromGrooveAngle(interpolateLinear(knots.ab, knots.theta_deg, ab) + degreesFromRadians(offset_rad));
}

/**
 * A course drawn as it varies among people: which one, how far aside, and how far from the heart, evenly in the logarithm
 * of its range, since a nerve lies more often near than far.
 */
export function samplePhrenicCourse(random: Random, parameters = DEFAULT_PHRENIC): PhrenicPath {
  const { lateralFraction, courseSpread_rad, leastGap_mm, largestGap_mm } = parameters;
  return {
    course: random.uniform() < lateralFraction ? "lateral" : "anterior",
    offset_rad: courseSpread_rad * random.normal(),
    gap_mm: leastGap_mm * (largestGap_mm / leastGap_mm) ** random.uniform(),
  };
}
