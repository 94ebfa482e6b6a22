/**
 * The time course of the membrane potential, the same in shape everywhere: a rise at the activation time T and a fall
 * one action potential duration later,
 *
 *   V_m(t) = V_rest + ΔV ½[1 + tanh((t − T)/τ_up)] ½[1 − tanh((t − T − APD)/τ_down)].
 *
 * With APD ≫ τ the product is the rise minus the fall to less than 1e-5 of ΔV; that is how an ECG is summed.
 */
import type { Parameter } from "../units/parameter.ts";

export const ACTION_POTENTIAL_PARAMETERS = {
  rest_mV: {
    value: -85,
    unit: "mV",
    range: [-90, -80],
    source: "ten Tusscher 2006 class models (from memory)",
    confirmed: false,
  },
  plateau_mV: { value: 25, unit: "mV", range: [15, 35], source: "from memory", confirmed: false },
  /**
   * Rise from 10 to 90 percent as the ECG sees it. The true upstroke takes 1-2 ms; this one spans an edge of a 1.5 mm mesh
   * at the velocity across fibers, so that the sum over its nodes is smooth.
   */
  frontWidth_ms: { value: 4, unit: "ms", range: [2, 12], source: "assumed", confirmed: false },
  /** Time constant of the fall. */
  repolarization_ms: {
    value: 25,
    unit: "ms",
    range: [20, 30],
    source: "van Oosterom class models (from memory)",
    confirmed: false,
  },
} as const satisfies Record<string, Parameter>;

/** tanh goes from 10 to 90 percent of its span over this many time constants: 2 artanh 0.8. */
const WIDTH_OF_TANH = 2 * Math.atanh(0.8);

/** τ_up of a rise of this width from 10 to 90 percent. */
export function frontTimeConstant(frontWidth_ms: number): number {
  return frontWidth_ms / WIDTH_OF_TANH;
}

/** ½[1 + tanh(t/τ)]: 0 before, 1 after. */
export function riseFraction(time_ms: number, timeConstant_ms: number): number {
  return 0.5 * (1 + Math.tanh(time_ms / timeConstant_ms));
}
