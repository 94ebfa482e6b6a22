import { BED, CAVITY, CAVITY_COUNT } from "./circulation-layout.ts";
import type { CirculationModel } from "./circulation-model.ts";
import { type CirculationState, copyState, createState } from "./circulation-state.ts";
import { type CirculationWorkspace, copyWorkspace, createWorkspace } from "./circulation-workspace.ts";
import { computeRates } from "./compute-rates.ts";
import type { ControlTargets } from "./pressure-flow-control.ts";

/** A simulation in progress: the state at the start of a beat, and what the next step needs of the last. */
export interface Simulation {
  readonly state: CirculationState;
  readonly workspace: CirculationWorkspace;
  /** Mean rates over the step before, g of the integrator. */
  readonly meanRates: CirculationState;
  readonly predicted: CirculationState;
  readonly rates: CirculationState;
}

/** What one beat did on average. */
export interface BeatAverages extends ControlTargets {
  readonly meanPulmonaryFlow_m3PerS: number;
  /** Root mean square over the cavities of 1000 ln(volume at the end/volume at the start). */
  readonly volumeChange: number;
}

/** Called before each step and after the last, with everything that follows from the state at that time. */
export type OnInstant = (step: number, simulation: Simulation) => void;

export function createSimulation(model: CirculationModel, start: CirculationState): Simulation {
  const { count } = model.patches;
  return {
    state: start,
    workspace: createWorkspace(model),
    meanRates: createState(count),
    predicted: createState(count),
    rates: createState(count),
  };
}

/** An independent simulation at the same point. */
export function copySimulation({ meanRates, predicted, rates, state, workspace }: Simulation): Simulation {
  return {
    state: copyState(state),
    meanRates: copyState(meanRates),
    predicted: copyState(predicted),
    rates: copyState(rates),
    workspace: copyWorkspace(workspace),
  };
}

/**
 * One cycle in equal steps, each with one evaluation of the rates and of second order:
 * f = h + g dt, g ← (g + 2 r(f))/3, h ← h + g dt. There g is the mean rate over the step, extrapolated from the last
 * one, (1 · (n − ½) + 2 (n + 1))/3 = n + ½.
 *
 * @param outSimulation  moved by one cycle
 * @param onInstant      costs a second evaluation a step; leave it out where nothing is recorded
 */
export function simulateBeat(outSimulation: Simulation, model: CirculationModel, onInstant?: OnInstant): BeatAverages {
  const { meanRates, predicted, rates, state, workspace } = outSimulation;
  const { step_s, stepCount } = model;
  const before = state.volume_m3.slice();
  let [pressure, systemic, pulmonary] = [0, 0, 0];
  for (let step = 0; step < stepCount; step++) {
    if (onInstant) evaluateInstant(outSimulation, model, step, onInstant);
    for (let i = 0; i < state.all.length; i++) predicted.all[i] = state.all[i]! + step_s * meanRates.all[i]!;
    workspace.time_s[0] = (step + 1) * step_s;
    computeRates(rates, workspace, predicted, model);
    for (let i = 0; i < state.all.length; i++) {
      const mean = (meanRates.all[i]! + 2 * rates.all[i]!) / 3;
      meanRates.all[i] = mean;
      state.all[i]! += step_s * mean;
    }
    pressure += workspace.cavityPressure_Pa[CAVITY.systemicArteries]!;
    systemic += workspace.bedFlow_m3PerS[BED.systemic]!;
    pulmonary += workspace.bedFlow_m3PerS[BED.pulmonary]!;
  }
  if (onInstant) evaluateInstant(outSimulation, model, stepCount, onInstant);
  return {
    meanArterialPressure_Pa: pressure / stepCount,
    meanFlow_m3PerS: systemic / stepCount,
    meanPulmonaryFlow_m3PerS: pulmonary / stepCount,
    volumeChange: measureVolumeChange(before, state.volume_m3),
  };
}

/** Rates at the state itself, not at its prediction, for the record. */
function evaluateInstant(simulation: Simulation, model: CirculationModel, step: number, onInstant: OnInstant): void {
  simulation.workspace.time_s[0] = step * model.step_s;
  computeRates(simulation.rates, simulation.workspace, simulation.state, model);
  onInstant(step, simulation);
}

/** Starts the integrator: the mean rate of the step before is taken as that of the present instant. */
export function primeSimulation(outSimulation: Simulation, model: CirculationModel): void {
  const { meanRates, predicted, rates, state, workspace } = outSimulation;
  workspace.time_s[0] = 0;
  computeRates(rates, workspace, state, model);
  for (let i = 0; i < state.all.length; i++) predicted.all[i] = state.all[i]! + model.step_s * rates.all[i]!;
  meanRates.all.set(rates.all);
  workspace.time_s[0] = model.step_s;
  computeRates(rates, workspace, predicted, model);
  for (let i = 0; i < state.all.length; i++) meanRates.all[i] = (meanRates.all[i]! + rates.all[i]!) / 2;
}

function measureVolumeChange(before: Float64Array, after: Float64Array): number {
  let sum = 0;
  for (let cavity = 0; cavity < CAVITY_COUNT; cavity++) {
    sum += (1000 * Math.log(after[cavity]! / before[cavity]!)) ** 2;
  }
  return Math.sqrt(sum / CAVITY_COUNT);
}
