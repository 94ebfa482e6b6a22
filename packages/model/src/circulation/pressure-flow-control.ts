import { BED } from "./circulation-layout.ts";
import type { CirculationModel } from "./circulation-model.ts";
import type { CirculationWorkspace } from "./circulation-workspace.ts";

/** What the control of a resting circulation keeps constant. */
export interface ControlTargets {
  readonly meanArterialPressure_Pa: number;
  readonly meanFlow_m3PerS: number;
}

/** Share of an error that one beat corrects. */
const FEEDBACK = 0.3;

/**
 * Moves systemic resistance and blood volume toward the targets, once a beat.
 *
 * f_p = (p/p0)^0.3, f_q = exp(0.3 (1 − q/q0)); the pressure scale of the systemic bed is divided by f_p f_q^(1/k), and
 * during the next beat the arteries lose q f_p while the veins gain q/f_p, so that volume falls while pressure is high.
 *
 * Source: as in Munneke et al. 2023; targets of 12.2 kPa and 85 mL/s are those of a healthy adult at rest.
 */
export function controlPressureAndFlow(
  workspace: CirculationWorkspace,
  model: CirculationModel,
  targets: ControlTargets,
  measured: ControlTargets,
): void {
  const pressureRatio = (measured.meanArterialPressure_Pa / targets.meanArterialPressure_Pa) ** FEEDBACK;
  const flowRatio = Math.exp(FEEDBACK * (1 - measured.meanFlow_m3PerS / targets.meanFlow_m3PerS));
  workspace.bedPressure_Pa[BED.systemic]! /= pressureRatio * flowRatio ** (1 / model.beds.exponent[BED.systemic]!);
  workspace.controlRatio[0] = pressureRatio;
}
