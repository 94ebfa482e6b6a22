import type { PatientBeat } from "@tributary/model";
import { bestPoint, type DelayPoint, type PacingMode, READ_VOLUME, sweepFused } from "./delay-curves.ts";
import type { PacedPatient } from "./paced-patient.ts";

/** What each way of pacing does at its own best AV delay, chosen by stroke volume, the conducted beat taking part. */
export type ModeResponses = Readonly<Record<PacingMode, DelayPoint>> & {
  readonly curves: Readonly<Record<PacingMode, readonly DelayPoint[]>>;
};

export function respondByMode(paced: PacedPatient): ModeResponses {
  const curves = {
    biventricular: sweepFused(paced, "biventricular"),
    left: sweepFused(paced, "left"),
    right: sweepFused(paced, "right"),
  };
  return {
    biventricular: bestPoint(curves.biventricular, READ_VOLUME),
    left: bestPoint(curves.left, READ_VOLUME),
    right: bestPoint(curves.right, READ_VOLUME),
    curves,
  };
}

/** Wasted over constructive work by left ventricular pressure and strain, as it is measured in patients. */
export function readWastedRatio({ regional }: PatientBeat): number {
  return regional!.wastedWork.byPressureStrain;
}

/** Fiber work of the right free wall. */
export function readRightWork({ patches }: PacedPatient["patient"], { regional }: PatientBeat): number {
  return patches.reduce(
    (sum, { wall }, patch) => (wall === "rvFree" ? sum + regional!.works[patch]!.fiberWork_mJ : sum),
    0,
  );
}
