/** Whether resynchronization helped: clinical composite, size of the ventricle, ejection fraction, walk, scores. */
import type { Figure } from "../figures/figure.ts";

/** What happened and how the patient feels since the implant. */
export interface ClinicalCourse {
  readonly hasDied: boolean;
  readonly wasAdmittedForHeartFailure: boolean;
  readonly hasStoppedForHeartFailure: boolean;
  readonly nyhaBefore: number;
  readonly nyhaAfter: number;
  /** The patient's own judgment: -3 markedly worse to 3 markedly better, 2 moderately better. */
  readonly globalAssessment: -3 | -2 | -1 | 0 | 1 | 2 | 3;
}

export type ClinicalComposite = "improved" | "unchanged" | "worsened";

/** Packer's composite: worsened by any bad event, improved by a better class or a clearly better feeling. */
export function judgeComposite(course: ClinicalCourse): ClinicalComposite {
  const { nyhaBefore, nyhaAfter, globalAssessment } = course;
  const hasEvent = course.hasDied || course.wasAdmittedForHeartFailure || course.hasStoppedForHeartFailure;
  if (hasEvent || nyhaAfter > nyhaBefore || globalAssessment <= -2) return "worsened";
  return nyhaAfter < nyhaBefore || globalAssessment >= 2 ? "improved" : "unchanged";
}

export type VolumeResponse = "superResponder" | "responder" | "nonResponder" | "progressor";

/** By the fall of the end-systolic volume: at least 30 %, at least 15 %, less, or growth; 30 % and growth are from memory. */
export function judgeVolume(before_mL: number, after_mL: number): { fall_pct: number; response: VolumeResponse } {
  const fall_pct = (100 * (before_mL - after_mL)) / before_mL;
  const response =
    fall_pct >= 30 ? "superResponder" : fall_pct >= 15 ? "responder" : fall_pct >= 0 ? "nonResponder" : "progressor";
  return { fall_pct, response };
}

/** By the rise of the ejection fraction in points: at least 20, at least 5, or less. */
export function judgeLvef(before_pct: number, after_pct: number): "superResponder" | "responder" | "nonResponder" {
  const rise = after_pct - before_pct;
  return rise >= 20 ? "superResponder" : rise >= 5 ? "responder" : "nonResponder";
}

/** Meters that a change of the six-minute walk must have to be noticed. */
export const WALK_MEANINGFUL_CHANGE: Figure = {
  value: 30,
  unit: "m",
  sourceId: "practice",
  locator: "minimal important difference (from memory)",
  confirmed: false,
};
