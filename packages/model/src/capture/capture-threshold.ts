import { LV_ELECTRODES, type LvElectrode } from "../lead/lead.ts";
import type { PacingVector } from "../lead/list-vectors.ts";
import { type CaptureParameters, DEFAULT_CAPTURE } from "./capture-parameters.ts";
import { strengthDurationRatio } from "./strength-duration.ts";

/** What an electrode has to reach, and with which pulse. */
export interface CaptureSetting {
  /** From the surface of the electrode to viable muscle; Infinity where there is none. */
  readonly distanceToViable_mm: number;
  readonly pulseWidth_ms: number;
  /** "tip" when not given. */
  readonly electrode?: "tip" | "ring";
  /** "extendedBipolar" when not given: published thresholds of single electrodes were taken against the RV coil. */
  readonly kind?: PacingVector["kind"];
}

/**
 * Capture threshold of a cathode in a vein.
 *
 * V = E_rh (1 + c / t) r0 ((r0 + d) / r0)^2 times the ratio of the vector's kind: the field of a sphere of radius r0 at
 * the distance d must reach the rheobase field E_rh, raised for short pulses.
 *
 * @param setting     distance 0 or more, pulse width 0.05 to 2 ms
 * @param parameters  capture parameters; the default ones when not given
 * @returns V; Infinity without viable muscle
 *
 * Source: Irnich (from memory), calibrated on Lin, PACE 2018: 0.7 mm give 0.78 V. Least at given d where r0 = d.
 */
export function estimateCaptureThreshold(setting: CaptureSetting, parameters = DEFAULT_CAPTURE): number {
  const { distanceToViable_mm: d, pulseWidth_ms, electrode = "tip", kind = "extendedBipolar" } = setting;
  const r0 = electrode === "tip" ? parameters.tipRadius_mm : parameters.ringRadius_mm;
  const atWidth = parameters.rheobaseField_VPerMm * strengthDurationRatio(pulseWidth_ms, parameters.chronaxie_ms);
  return vectorRatio(kind, parameters) * atWidth * r0 * ((r0 + d) / r0) ** 2;
}

/** The tip is the first electrode of a lead; all others are rings. */
export function electrodeShape(electrode: LvElectrode): "tip" | "ring" {
  return electrode === LV_ELECTRODES[0] ? "tip" : "ring";
}

function vectorRatio(kind: PacingVector["kind"], parameters: CaptureParameters): number {
  if (kind === "extendedBipolar") return 1;
  return kind === "bipolar" ? parameters.bipolarRatio : parameters.unipolarRatio;
}

/** Whether an electrode can be used at all. */
export type CaptureOutcome =
  | { readonly kind: "captures"; readonly threshold_V: number }
  | { readonly kind: "noCapture"; readonly maximumOutput_V: number };

/** A threshold above the highest amplitude of a generator is no threshold. */
export function judgeCapture(threshold_V: number, { maximumOutput_V } = DEFAULT_CAPTURE): CaptureOutcome {
  return threshold_V <= maximumOutput_V ? { kind: "captures", threshold_V } : { kind: "noCapture", maximumOutput_V };
}
