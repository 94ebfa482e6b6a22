import { LV_ELECTRODES, type LvElectrode } from "../lead/lead.ts";
import type { VectorAnode } from "../lead/list-vectors.ts";
import { normalShareBelow } from "../numerics/normal-distribution.ts";
import { DEFAULT_CAPTURE } from "./capture-parameters.ts";
import { estimateCaptureThreshold } from "./capture-threshold.ts";

/** The anode of a vector and the pulse. */
export interface AnodalSetting {
  readonly anode: VectorAnode;
  readonly pulseWidth_ms: number;
  /** Of an anode on the left-ventricular lead: from `measureMuscleDistance`. Not read for other anodes. */
  readonly anodeDistance_mm?: number;
}

/**
 * Amplitude from which a pulse also captures at its anode: k_a times the cathodal threshold of that electrode there.
 *
 * A right-ventricular coil and the can are too large: their current density captures nothing.
 *
 * @returns V; Infinity where the anode cannot capture, or where its distance is not known
 * Source: k_a 1.5 to 3 (from memory). Anodal capture of the right ventricle from the LV tip against the RV ring in 74 %
 * of CRT-P and, against the coil, in 0 % of CRT-D patients (PMID 16981916, n = 38).
 */
export function estimateAnodalThreshold(setting: AnodalSetting, parameters = DEFAULT_CAPTURE): number {
  const { anode, pulseWidth_ms, anodeDistance_mm = Infinity } = setting;
  if (anode === "RVcoil" || anode === "can") return Infinity;
  const isTip = anode === LV_ELECTRODES[0];
  const distanceToViable_mm = anode === "RVring" ? parameters.rvRingDistance_mm : anodeDistance_mm;
  const electrode = isTip ? "tip" : "ring";
  return (
    parameters.anodalRatio * estimateCaptureThreshold({ distanceToViable_mm, pulseWidth_ms, electrode }, parameters)
  );
}

export type AnodalLikelihood = "unlikely" | "possible" | "likely";

export interface AnodalCapture {
  readonly threshold_V: number;
  /** With the parameters as they are. */
  readonly isCaptured: boolean;
  /** With the spread of thresholds. */
  readonly likelihood: AnodalLikelihood;
}

/** Shares of patients from which anodal capture is called possible and likely; assumed. */
const POSSIBLE_SHARE = 0.1;
const LIKELY_SHARE = 0.5;

/** Whether a pulse of this output also captures at its anode. */
export function judgeAnodalCapture(
  output_V: number,
  setting: AnodalSetting,
  parameters = DEFAULT_CAPTURE,
): AnodalCapture {
  const threshold_V = estimateAnodalThreshold(setting, parameters);
  const share = normalShareBelow(Math.log(output_V / threshold_V) / parameters.thresholdSpread_ln);
  const likelihood = share >= LIKELY_SHARE ? "likely" : share >= POSSIBLE_SHARE ? "possible" : "unlikely";
  return { threshold_V, isCaptured: output_V >= threshold_V, likelihood };
}

/** The chamber an anode would capture: its own side of the heart; undefined for the can. */
export function anodeChamber(anode: VectorAnode): "LV" | "RV" | undefined {
  if (anode === "can") return undefined;
  return LV_ELECTRODES.includes(anode as LvElectrode) ? "LV" : "RV";
}
