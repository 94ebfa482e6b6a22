import {
  kilopascalsFromPascals,
  millilitersFromCubicMeters,
  millimetersPer,
  millisecondsFromSeconds,
} from "../units/convert.ts";
import { CAVITY, CAVITY_COUNT, VALVE_COUNT } from "./circulation-layout.ts";
import type { CirculationModel } from "./circulation-model.ts";
import { type Simulation, simulateBeat } from "./simulate-beat.ts";
import { SARCOMERE_PARAMETERS } from "./tissue-parameters.ts";

/**
 * One beat as it is drawn and measured, in the units of the rest of the model. Every trace has `sampleCount` values at
 * equal intervals, the first and the last one cycle apart.
 */
export interface BeatTrace {
  readonly sampleCount: number;
  readonly interval_ms: number;
  readonly cycle_ms: number;
  /** 8 traces, by `CAVITY`. */
  readonly volumes_mL: readonly Float64Array[];
  readonly pressures_kPa: readonly Float64Array[];
  /** Across the walls alone, without pericardium. */
  readonly transmuralPressures_kPa: readonly Float64Array[];
  /** Where the orifices meet the cavity; that of the systemic arteries is the pressure in the aortic root. */
  readonly nodePressures_kPa: readonly Float64Array[];
  /** 6 traces, by `VALVE`. */
  readonly flows_mLPerS: readonly Float64Array[];
  /** One trace a patch of the model, atria last: natural strain ln(l_s/2.0 um), and fiber stress. */
  readonly patchStrains: readonly Float64Array[];
  readonly patchStresses_kPa: readonly Float64Array[];
  readonly septalVolume_mL: Float64Array;
  readonly junctionRadius_mm: Float64Array;
  /** Of all chambers together; 0 in a sound run. */
  readonly largestCollapsePressure_kPa: number;
  readonly largestPericardialPressure_kPa: number;
  /** Instants at which the equilibrium of the ventricles was not found; 0 in a sound run. */
  readonly unsettledCount: number;
}

/** Simulates one more beat and records it; `outSimulation` is moved. */
export function recordBeat(outSimulation: Simulation, model: CirculationModel): BeatTrace {
  const sampleCount = model.stepCount + 1;
  const traces = (count: number) => Array.from({ length: count }, () => new Float64Array(sampleCount));
  const trace = {
    volumes_mL: traces(CAVITY_COUNT),
    pressures_kPa: traces(CAVITY_COUNT),
    transmuralPressures_kPa: traces(CAVITY_COUNT),
    nodePressures_kPa: traces(CAVITY_COUNT),
    flows_mLPerS: traces(VALVE_COUNT),
    patchStrains: traces(model.patches.count),
    patchStresses_kPa: traces(model.patches.count),
    septalVolume_mL: new Float64Array(sampleCount),
    junctionRadius_mm: new Float64Array(sampleCount),
  };
  let [collapse_Pa, bag_Pa] = [0, 0];
  outSimulation.workspace.unsettledCount[0] = 0;
  simulateBeat(outSimulation, model, (step, { state, workspace }) => {
    copyColumn(trace.volumes_mL, step, state.volume_m3, millilitersFromCubicMeters);
    copyColumn(trace.pressures_kPa, step, workspace.cavityPressure_Pa, kilopascalsFromPascals);
    copyColumn(trace.transmuralPressures_kPa, step, workspace.transmuralPressure_Pa, kilopascalsFromPascals);
    copyColumn(trace.nodePressures_kPa, step, workspace.nodePressure_Pa, kilopascalsFromPascals);
    copyColumn(trace.flows_mLPerS, step, state.flow_m3PerS, millilitersFromCubicMeters);
    copyColumn(trace.patchStrains, step, workspace.patches.length_um, naturalStrain);
    copyColumn(trace.patchStresses_kPa, step, workspace.patches.stress_Pa, kilopascalsFromPascals);
    trace.septalVolume_mL[step] = millilitersFromCubicMeters(workspace.junction[0]!);
    trace.junctionRadius_mm[step] = millimetersPer("m") * workspace.junction[1]!;
    collapse_Pa = Math.max(collapse_Pa, workspace.collapsePressure_Pa[0]!);
    bag_Pa = Math.max(bag_Pa, workspace.pericardialPressure_Pa[0]!);
  });
  return {
    ...trace,
    sampleCount,
    interval_ms: millisecondsFromSeconds(model.step_s),
    cycle_ms: millisecondsFromSeconds(model.cycle_s),
    largestCollapsePressure_kPa: kilopascalsFromPascals(collapse_Pa),
    largestPericardialPressure_kPa: kilopascalsFromPascals(bag_Pa),
    unsettledCount: outSimulation.workspace.unsettledCount[0]!,
  };
}

function naturalStrain(length_um: number): number {
  return Math.log(length_um / SARCOMERE_PARAMETERS.referenceLength_um.value);
}

function copyColumn(
  outTraces: readonly Float64Array[],
  step: number,
  values: Float64Array,
  convert: (value: number) => number,
): void {
  for (let i = 0; i < values.length; i++) outTraces[i]![step] = convert(values[i]!);
}

/** The pressure-volume loop of a ventricle: volume and cavity pressure at the same instants. */
export function pressureVolumeLoop(
  { pressures_kPa, volumes_mL }: BeatTrace,
  ventricle: "leftVentricle" | "rightVentricle",
): { readonly volume_mL: Float64Array; readonly pressure_kPa: Float64Array } {
  const cavity = CAVITY[ventricle];
  return { volume_mL: volumes_mL[cavity]!, pressure_kPa: pressures_kPa[cavity]! };
}
