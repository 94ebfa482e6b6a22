import { norm, normalize, subtract, type Vector3 } from "../numerics/vector3.ts";
import { type LineSource, maximumActivation } from "./activating-function.ts";
import { findNerveCrossing } from "./nerve-crossing.ts";
import type { PhrenicNerve } from "./phrenic-nerve.ts";
import { DEFAULT_PHRENIC, type PhrenicParameters } from "./phrenic-parameters.ts";

/** A cathode, or an anode on the same lead. */
export interface PhrenicElectrode {
  readonly position_mm: Vector3;
  /** Direction of the lead there; without it the line to the other electrode, or a point where there is none. */
  readonly axis?: Vector3;
}

/** What a vector does to a nerve, whatever the pulse and the excitability of the nerve. */
export interface PhrenicGeometry {
  /** Largest activating function of a unit cathodal current, 1/mm^3. */
  readonly activation_perMm3: number;
  /** From the cathode to the nerve, breathing included. */
  readonly distance_mm: number;
}

/**
 * How strongly a vector acts on a nerve.
 *
 * The maximum of the activating function along the nerve is sought next to the cathode and next to the anode, each with
 * the nerve as near to it as breathing brings it: an anode excites at about five times the current of a cathode.
 *
 * @param cathode     in a vein
 * @param anode       undefined for the can and the right-ventricular lead, which are too far away to matter
 * @param nerve       of the heart
 * @param parameters  ring length, excursion and least distance are read
 * Cost: about 10 microseconds.
 */
export function computePhrenicGeometry(
  cathode: PhrenicElectrode,
  anode: PhrenicElectrode | undefined,
  nerve: PhrenicNerve,
  parameters = DEFAULT_PHRENIC,
): PhrenicGeometry {
  const { ringLength_mm } = parameters;
  const toAnode = anode ? subtract(anode.position_mm, cathode.position_mm) : ORIGIN;
  const lead = normalize(toAnode);
  const cathodeSource: LineSource = { center_mm: ORIGIN, axis: cathode.axis ?? lead, weight: 1 };
  const atCathode = findNerveCrossing(cathode.position_mm, nerve, parameters);
  const distance_mm = norm(atCathode.nearest_mm);
  if (!anode) {
    return { activation_perMm3: maximumActivation(atCathode, [cathodeSource], ringLength_mm), distance_mm };
  }
  const anodeSource: LineSource = { center_mm: toAnode, axis: anode.axis ?? lead, weight: -1 };
  const atAnode = findNerveCrossing(anode.position_mm, nerve, parameters);
  const fromAnode = [
    { ...cathodeSource, center_mm: subtract(ORIGIN, toAnode) },
    { ...anodeSource, center_mm: ORIGIN },
  ];
  const nearCathode = maximumActivation(atCathode, [cathodeSource, anodeSource], ringLength_mm);
  const nearAnode = maximumActivation(atAnode, fromAnode, ringLength_mm);
  return { activation_perMm3: Math.max(nearCathode, nearAnode), distance_mm };
}

const ORIGIN: Vector3 = [0, 0, 0];

/**
 * Threshold of the nerve for a vector whose geometry is known; this is all that depends on a draw of excitability.
 *
 * V = V_ref (A_ref / A) (1 + c / t) / (1 + c / t_ref) (r / r_ref)^(n - 3): A_ref is the activation by a unipolar ring at
 * the reference distance, n the distance exponent.
 *
 * @returns V; Infinity where nothing along the nerve is depolarized
 */
export function evaluatePhrenicThreshold(
  { activation_perMm3, distance_mm }: PhrenicGeometry,
  pulseWidth_ms: number,
  parameters = DEFAULT_PHRENIC,
): number {
  if (activation_perMm3 <= 0) return Infinity;
  const { referenceThreshold_V, referenceDistance_mm, referenceWidth_ms, chronaxie_ms, distanceExponent } = parameters;
  const atWidth = (1 + chronaxie_ms / pulseWidth_ms) / (1 + chronaxie_ms / referenceWidth_ms);
  const atDistance = (distance_mm / referenceDistance_mm) ** (distanceExponent - 3);
  return (referenceThreshold_V * atWidth * atDistance * referenceActivation(parameters)) / activation_perMm3;
}

/** Activation straight over a ring that the nerve crosses at a right angle: the mean of 1 / h^3 over the ring. */
function referenceActivation({ referenceDistance_mm: r, ringLength_mm }: PhrenicParameters): number {
  const outer = r * r + 0.15 * ringLength_mm * ringLength_mm;
  return (8 / r ** 3 + 10 / (outer * Math.sqrt(outer))) / 18;
}

/** Geometry and threshold in one step, for a single vector. */
export function estimatePhrenicThreshold(
  vector: { readonly cathode: PhrenicElectrode; readonly anode?: PhrenicElectrode },
  nerve: PhrenicNerve,
  pulseWidth_ms: number,
  parameters = DEFAULT_PHRENIC,
): number {
  const geometry = computePhrenicGeometry(vector.cathode, vector.anode, nerve, parameters);
  return evaluatePhrenicThreshold(geometry, pulseWidth_ms, parameters);
}

/** Threshold to be expected a year and more after implant, when the lead has settled nearer to the nerve. */
export function phrenicThresholdAtFollowUp(thresholdAtImplant_V: number, { followUpRatio } = DEFAULT_PHRENIC): number {
  return followUpRatio * thresholdAtImplant_V;
}

/** Whether a vector stimulates the nerve in a test at implant. */
export type PhrenicOutcome =
  | { readonly kind: "stimulates"; readonly threshold_V: number }
  | { readonly kind: "noneBelowTestOutput"; readonly testOutput_V: number };

export function judgePhrenicThreshold(threshold_V: number, { testOutput_V } = DEFAULT_PHRENIC): PhrenicOutcome {
  return threshold_V <= testOutput_V
    ? { kind: "stimulates", threshold_V }
    : { kind: "noneBelowTestOutput", testOutput_V };
}
