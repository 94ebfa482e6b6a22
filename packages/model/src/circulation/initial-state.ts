import { CAVITY, TUBE_COUNT } from "./circulation-layout.ts";
import type { CirculationModel } from "./circulation-model.ts";
import type { CirculationParameters } from "./circulation-parameters.ts";
import { type CirculationState, createState } from "./circulation-state.ts";
import { HEALTHY_REFERENCE } from "./published-references.ts";
import { copySimulation, createSimulation, primeSimulation, type Simulation } from "./simulate-beat.ts";
import { SARCOMERE_PARAMETERS } from "./tissue-parameters.ts";

/** Where a first simulation starts, for the walls of the healthy reference; larger hearts in proportion. */
const START = { lv_m3: 110e-6, rv_m3: 95e-6, atrium_m3: 50e-6, junctionVolume_m3: 38e-6, junctionRadius_m: 33e-3 };
/** Tubes keep at least this share of their content when blood is taken. */
const LEAST_TUBE_RATIO = 0.2;
const SERIES_um = SARCOMERE_PARAMETERS.seriesLength_um.value;
/** Contractile length of resting muscle at a sarcomere length of 2.1 um. */
const START_LENGTH_um = 2.1 - SERIES_um;

/**
 * A simulation at rest, ready for its first beat: chambers filled in proportion to their walls, the remaining volume in
 * the tubes, no flow, no contractility. What it becomes does not depend on this start.
 */
export function startSimulation(parameters: CirculationParameters, model: CirculationModel): Simulation {
  const simulation = createSimulation(model, createState(model.patches.count));
  const scale = sizeRatio(parameters);
  fillCavities(simulation.state, parameters, model, scale);
  simulation.state.contractileLength_um.fill(START_LENGTH_um);
  simulation.workspace.junction[0] = START.junctionVolume_m3 * scale;
  simulation.workspace.junction[1] = START.junctionRadius_m * Math.cbrt(scale);
  const reference_um = SARCOMERE_PARAMETERS.referenceLength_um.value;
  for (let patch = 0; patch < model.patches.count; patch++) {
    const stretch = (START_LENGTH_um + SERIES_um) / reference_um;
    simulation.workspace.patches.area_m2[patch] = model.patches.referenceArea_m2[patch]! * stretch * stretch;
  }
  primeSimulation(simulation, model);
  return simulation;
}

/** The same simulation with another blood volume: the tubes take up the difference, each in proportion to its content. */
export function changeBloodVolume(simulation: Simulation, bloodVolume_m3: number): Simulation {
  const changed = copySimulation(simulation);
  const { volume_m3 } = changed.state;
  const total_m3 = volume_m3.reduce((sum, volume) => sum + volume, 0);
  const tubes_m3 = volume_m3.subarray(0, TUBE_COUNT).reduce((sum, volume) => sum + volume, 0);
  const ratio = Math.max(LEAST_TUBE_RATIO, 1 + (bloodVolume_m3 - total_m3) / tubes_m3);
  for (let tube = 0; tube < TUBE_COUNT; tube++) volume_m3[tube]! *= ratio;
  return changed;
}

/** Volume left for the tubes once the chambers are filled; a circulation without any cannot close. */
export function tubeVolumeAtStart(parameters: CirculationParameters): number {
  const scale = sizeRatio(parameters);
  return parameters.bloodVolume_m3 - scale * (START.lv_m3 + START.rv_m3) - 2 * START.atrium_m3;
}

function fillCavities(
  { volume_m3 }: CirculationState,
  parameters: CirculationParameters,
  { tubes }: CirculationModel,
  scale: number,
): void {
  volume_m3[CAVITY.leftVentricle] = START.lv_m3 * scale;
  volume_m3[CAVITY.rightVentricle] = START.rv_m3 * scale;
  volume_m3[CAVITY.leftAtrium] = START.atrium_m3;
  volume_m3[CAVITY.rightAtrium] = START.atrium_m3;
  let reference_m3 = 0;
  for (let tube = 0; tube < TUBE_COUNT; tube++) reference_m3 += tubes.length_m[tube]! * tubes.section_m2[tube]!;
  const filling = tubeVolumeAtStart(parameters) / reference_m3;
  for (let tube = 0; tube < TUBE_COUNT; tube++) {
    volume_m3[tube] = filling * tubes.length_m[tube]! * tubes.section_m2[tube]!;
  }
}

/** Volume of the ventricles over those of the healthy reference, by the reference areas of left ventricle and septum. */
function sizeRatio({ walls }: CirculationParameters): number {
  const { lvFree, septum } = HEALTHY_REFERENCE.walls;
  const area_m2 = walls.lvFree.referenceArea_m2 + walls.septum.referenceArea_m2;
  return (area_m2 / (lvFree.referenceArea_m2 + septum.referenceArea_m2)) ** 1.5;
}
