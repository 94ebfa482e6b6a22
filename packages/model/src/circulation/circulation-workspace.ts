import { BED_COUNT, CAVITY_COUNT, WALL_COUNT } from "./circulation-layout.ts";
import type { CirculationModel } from "./circulation-model.ts";
import { createTriSegWalls, type TriSegWalls } from "./triseg-junction.ts";

/**
 * Everything that one evaluation of the right-hand side computes, and two warm starts: the junction and the areas of the
 * patches are where the search for equilibrium begins; what it finds does not depend on them.
 */
export interface CirculationWorkspace {
  /** 1; since the activation of the right atrium. */
  readonly time_s: Float64Array;
  /** V_S in m³ and y in m. */
  readonly junction: Float64Array;
  readonly triseg: TriSegWalls;
  readonly patches: PatchMechanics;
  /** 5 */
  readonly wallTension_NPerM: Float64Array;
  /** 8, by `CAVITY` */
  readonly transmuralPressure_Pa: Float64Array;
  readonly cavityPressure_Pa: Float64Array;
  readonly nodePressure_Pa: Float64Array;
  readonly impedance_PaSPerM3: Float64Array;
  readonly section_m2: Float64Array;
  readonly inflow_m3PerS: Float64Array;
  readonly bedFlow_m3PerS: Float64Array;
  /** 2; pressure scale of each bed, which control may move. */
  readonly bedPressure_Pa: Float64Array;
  /** 1; arteries lose this times the systemic flow, veins gain the flow divided by it; 1 without control. */
  readonly controlRatio: Float64Array;
  /** 1 each */
  readonly pericardialPressure_Pa: Float64Array;
  readonly collapsePressure_Pa: Float64Array;
  /** 1; evaluations whose search for equilibrium ran out of passes. */
  readonly unsettledCount: Uint32Array;
}

/** Per patch, at its present area. */
export interface PatchMechanics {
  readonly area_m2: Float64Array;
  readonly length_um: Float64Array;
  readonly stress_Pa: Float64Array;
  readonly zeroTensionArea_m2: Float64Array;
  readonly compliance_m3PerN: Float64Array;
}

export function createWorkspace({ beds, patches }: CirculationModel): CirculationWorkspace {
  return createWorkspaceOf(patches.count, beds.pressure_Pa);
}

/** A workspace that goes on where another stands. */
export function copyWorkspace(workspace: CirculationWorkspace): CirculationWorkspace {
  const copy = createWorkspaceOf(workspace.patches.area_m2.length, workspace.bedPressure_Pa);
  copy.junction.set(workspace.junction);
  copy.patches.area_m2.set(workspace.patches.area_m2);
  copy.controlRatio.set(workspace.controlRatio);
  return copy;
}

function createWorkspaceOf(count: number, bedPressure_Pa: Float64Array): CirculationWorkspace {
  return {
    time_s: new Float64Array(1),
    junction: new Float64Array(2),
    triseg: createTriSegWalls(),
    patches: {
      area_m2: new Float64Array(count),
      length_um: new Float64Array(count),
      stress_Pa: new Float64Array(count),
      zeroTensionArea_m2: new Float64Array(count),
      compliance_m3PerN: new Float64Array(count),
    },
    wallTension_NPerM: new Float64Array(WALL_COUNT),
    transmuralPressure_Pa: new Float64Array(CAVITY_COUNT),
    cavityPressure_Pa: new Float64Array(CAVITY_COUNT),
    nodePressure_Pa: new Float64Array(CAVITY_COUNT),
    impedance_PaSPerM3: new Float64Array(CAVITY_COUNT),
    section_m2: new Float64Array(CAVITY_COUNT),
    inflow_m3PerS: new Float64Array(CAVITY_COUNT),
    bedFlow_m3PerS: new Float64Array(BED_COUNT),
    bedPressure_Pa: bedPressure_Pa.slice(),
    controlRatio: new Float64Array(1).fill(1),
    pericardialPressure_Pa: new Float64Array(1),
    collapsePressure_Pa: new Float64Array(1),
    unsettledCount: new Uint32Array(1),
  };
}
