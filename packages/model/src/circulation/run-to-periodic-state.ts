import type { CirculationModel } from "./circulation-model.ts";
import { type ControlTargets, controlPressureAndFlow } from "./pressure-flow-control.ts";
import { type BeatAverages, type Simulation, simulateBeat } from "./simulate-beat.ts";

export interface PeriodicRunOptions {
  /** Without control, resistance and blood volume stay as they are: how pacing settings are compared. */
  readonly control?: ControlTargets;
  readonly mostBeats?: number;
}

/** What became of a run. A state that is not periodic is no result: the caller says so or gives it more beats. */
export type PeriodicRun =
  | ({ readonly kind: "periodic" } & PeriodicReport)
  | ({ readonly kind: "not-periodic"; readonly reason: string } & PeriodicReport);

interface PeriodicReport {
  readonly beatCount: number;
  /** Root mean square over the cavities of 1000 ln(volume at the end/volume at the start), of the last beat. */
  readonly volumeChange: number;
  /** Mean systemic over mean pulmonary flow, minus 1. */
  readonly flowImbalance: number;
  readonly averages: BeatAverages;
}

/** A beat repeats the one before it when volumes change by less than this, 1000 ln. */
const MOST_VOLUME_CHANGE = 0.1;
/** And when systemic and pulmonary flow, and under control its targets, agree to this share. */
const MOST_FLOW_IMBALANCE = 1e-3;
const MOST_BEATS = { frozen: 100, controlled: 250 } as const;

/**
 * Beats until one repeats the one before.
 *
 * Criterion: over the eight cavities the root mean square of 1000 ln(V_end/V_start) is below 0.1 (a change by 0.01 %)
 * and mean systemic and pulmonary flow agree to 0.1 %; under control mean pressure and flow also meet their targets to
 * 0.1 %. When control ends, resistance and volume stay where it left them.
 *
 * @param outSimulation  moved; at the end it stands at the start of the next beat
 */
export function runToPeriodicState(
  outSimulation: Simulation,
  model: CirculationModel,
  options: PeriodicRunOptions = {},
): PeriodicRun {
  const run = repeatBeats(outSimulation, model, options);
  outSimulation.workspace.controlRatio[0] = 1;
  return run;
}

function repeatBeats(
  simulation: Simulation,
  model: CirculationModel,
  { control, mostBeats = control ? MOST_BEATS.controlled : MOST_BEATS.frozen }: PeriodicRunOptions,
): PeriodicRun {
  for (let beatCount = 1; ; beatCount++) {
    const averages = simulateBeat(simulation, model);
    const flowImbalance = averages.meanFlow_m3PerS / averages.meanPulmonaryFlow_m3PerS - 1;
    const report = { beatCount, volumeChange: averages.volumeChange, flowImbalance, averages };
    if (!Number.isFinite(averages.volumeChange)) {
      return { kind: "not-periodic", reason: "a volume is no longer a number", ...report };
    }
    if (isSettled(report, control)) return { kind: "periodic", ...report };
    if (beatCount >= mostBeats) {
      return { kind: "not-periodic", reason: `beats still differ after ${beatCount}`, ...report };
    }
    if (control) controlPressureAndFlow(simulation.workspace, model, control, averages);
  }
}

function isSettled({ averages, flowImbalance, volumeChange }: PeriodicReport, control?: ControlTargets): boolean {
  if (volumeChange >= MOST_VOLUME_CHANGE || Math.abs(flowImbalance) >= MOST_FLOW_IMBALANCE) return false;
  if (!control) return true;
  const pressureError = averages.meanArterialPressure_Pa / control.meanArterialPressure_Pa - 1;
  const flowError = averages.meanFlow_m3PerS / control.meanFlow_m3PerS - 1;
  return Math.abs(pressureError) < MOST_FLOW_IMBALANCE && Math.abs(flowError) < MOST_FLOW_IMBALANCE;
}
