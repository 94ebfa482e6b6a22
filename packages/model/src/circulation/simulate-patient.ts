import { millilitersFromCubicMeters, millisecondsFromSeconds } from "../units/convert.ts";
import type { CirculationPatient } from "./circulation-patient.ts";
import { createCirculationModel } from "./create-circulation-model.ts";
import { type FillingWaves, measureFillingWaves } from "./filling-waves.ts";
import { startSimulation } from "./initial-state.ts";
import { measurePump, type PumpMeasures } from "./pump-measures.ts";
import { type BeatTrace, recordBeat } from "./record-beat.ts";
import {
  type DyssynchronyStrain,
  listLateralPatches,
  listSeptalPatches,
  measureDyssynchronyStrain,
} from "./regional-strain.ts";
import { measurePatchWork, type PatchWork, type WorkRatio, wastedWorkRatio } from "./regional-work.ts";
import { type PeriodicRun, type PeriodicRunOptions, runToPeriodicState } from "./run-to-periodic-state.ts";
import { copySimulation, type Simulation } from "./simulate-beat.ts";

/** One beat of a patient, with how it was reached. */
export interface PatientBeat {
  /** Measures of a run that is not periodic are those of its last beat and are not to be compared. */
  readonly run: PeriodicRun;
  readonly trace: BeatTrace;
  readonly pump: PumpMeasures;
  /** Undefined where the left ventricle's valves do not open. */
  readonly regional: RegionalMeasures | undefined;
  /** Stands at the start of the next beat; where another run may go on from. */
  readonly simulation: Simulation;
}

export interface RegionalMeasures {
  readonly filling: FillingWaves;
  readonly strain: DyssynchronyStrain;
  /** By patch, in the order of the patient's patches. */
  readonly works: readonly PatchWork[];
  readonly wastedWork: WorkRatio;
  /** Fiber work per muscle volume of the lateral wall minus that of the septum. */
  readonly septalToLateralDifference_mJPerML: number;
}

export interface PatientRunOptions extends PeriodicRunOptions {
  /** A simulation of the same patches to go on from; it is copied. */
  readonly from?: Simulation;
}

/** Runs a patient to a periodic state and measures one beat of it. */
export function simulatePatient(patient: CirculationPatient, options: PatientRunOptions = {}): PatientBeat {
  const model = createCirculationModel(patient.parameters, patient.patches, patient.avDelay_ms);
  const simulation = options.from ? copySimulation(options.from) : startSimulation(patient.parameters, model);
  if (options.from) simulation.workspace.bedPressure_Pa.set(model.beds.pressure_Pa);
  const run = runToPeriodicState(simulation, model, options);
  const trace = recordBeat(simulation, model);
  const volumes_mL = model.patches.wallVolume_m3.map(millilitersFromCubicMeters);
  const pump = measurePump(trace);
  return { run, trace, pump, regional: measureRegions(patient, trace, pump, volumes_mL), simulation };
}

function measureRegions(
  { parameters, patches, avDelay_ms }: CirculationPatient,
  trace: BeatTrace,
  { events }: PumpMeasures,
  volumes_mL: Float64Array,
): RegionalMeasures | undefined {
  if (!events) return undefined;
  const ventricular = patches.map((_, patch) => patch);
  const works = measurePatchWork(trace, events, volumes_mL).slice(0, patches.length);
  const onset_ms = avDelay_ms + Math.min(...patches.map(({ activation_ms }) => activation_ms));
  const left = ventricular.filter((patch) => patches[patch]!.wall !== "rvFree");
  const density = (chosen: readonly number[]) =>
    sumOver(chosen, (patch) => works[patch]!.fiberWork_mJ) / sumOver(chosen, (patch) => volumes_mL[patch]!);
  return {
    filling: measureFillingWaves(trace, events, millisecondsFromSeconds(parameters.interatrialDelay_s)),
    strain: measureDyssynchronyStrain(trace, patches, events, onset_ms),
    works,
    wastedWork: wastedWorkRatio(works, volumes_mL, left),
    septalToLateralDifference_mJPerML: density(listLateralPatches(patches)) - density(listSeptalPatches(patches)),
  };
}

function sumOver(patches: readonly number[], read: (patch: number) => number): number {
  return patches.reduce((sum, patch) => sum + read(patch), 0);
}
