import { CAVITY_COUNT, VALVE_COUNT } from "./circulation-layout.ts";

/**
 * What the equations of motion carry from one step to the next: 8 volumes, 6 valve flows, the volume that pressure-flow
 * control has added, and two numbers a patch. All are views of `all`, so that a step is one loop.
 */
export interface CirculationState {
  readonly all: Float64Array;
  /** 8, by `CAVITY`. */
  readonly volume_m3: Float64Array;
  /** 6, by `VALVE`; positive along the circulation. */
  readonly flow_m3PerS: Float64Array;
  /** 1 */
  readonly addedVolume_m3: Float64Array;
  /** patchCount */
  readonly contractileLength_um: Float64Array;
  /** patchCount; the calcium-like activation C. */
  readonly contractility: Float64Array;
}

const PATCHES_START = CAVITY_COUNT + VALVE_COUNT + 1;

export function createState(patchCount: number): CirculationState {
  return viewState(new Float64Array(PATCHES_START + 2 * patchCount));
}

export function copyState(state: CirculationState): CirculationState {
  return viewState(state.all.slice());
}

function viewState(all: Float64Array): CirculationState {
  const patchCount = (all.length - PATCHES_START) / 2;
  const flowEnd = CAVITY_COUNT + VALVE_COUNT;
  return {
    all,
    volume_m3: all.subarray(0, CAVITY_COUNT),
    flow_m3PerS: all.subarray(CAVITY_COUNT, flowEnd),
    addedVolume_m3: all.subarray(flowEnd, PATCHES_START),
    contractileLength_um: all.subarray(PATCHES_START, PATCHES_START + patchCount),
    contractility: all.subarray(PATCHES_START + patchCount),
  };
}
