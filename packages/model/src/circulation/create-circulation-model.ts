import { secondsFromMilliseconds } from "../units/convert.ts";
import { takeValues } from "../units/parameter-values.ts";
import { CIRCULATION_CONSTANTS } from "./circulation-constants.ts";
import { CAVITY, HEART_WALL, TUBE_COUNT, VALVE, WALL_COUNT } from "./circulation-layout.ts";
import type { BedSet, CirculationModel, PatchTissue, TubeSet, ValveSet } from "./circulation-model.ts";
import type {
  BedParameters,
  CirculationParameters,
  HeartWallName,
  TubeName,
  TubeParameters,
  ValveName,
  ValveParameters,
  VentricularPatch,
} from "./circulation-parameters.ts";
import { SARCOMERE_PARAMETERS, TIMING_PARAMETERS } from "./tissue-parameters.ts";

const SARCOMERE = takeValues(SARCOMERE_PARAMETERS);
const TIMING = takeValues(TIMING_PARAMETERS);
const WALL_NAMES = Object.keys(HEART_WALL) as HeartWallName[];
const TUBE_NAMES = (Object.keys(CAVITY) as (keyof typeof CAVITY)[]).slice(0, TUBE_COUNT) as TubeName[];
const VALVE_NAMES = Object.keys(VALVE) as ValveName[];

/** One patch as the solver wants it, atria included. */
interface SolverPatch {
  readonly wall: HeartWallName;
  readonly wallShare: number;
  readonly activationTime_s: number;
  readonly scarFraction: number;
}

/**
 * A model from parameters and patches. Ventricular patches are activated `avDelay_ms` plus their own time after the
 * right atrium, the left atrium after the interatrial delay.
 *
 * Patches of a wall keep their order. Muscle of a patch that is partly scar carries active stress by what is left of it.
 *
 * @throws never; call `checkCirculationInput` at the border
 */
export function createCirculationModel(
  parameters: CirculationParameters,
  patches: readonly VentricularPatch[],
  avDelay_ms: number,
): CirculationModel {
  const solverPatches = listSolverPatches(parameters, patches, avDelay_ms);
  const stepCount = Math.ceil(parameters.cycle_s / CIRCULATION_CONSTANTS.longestStep_s.value - 1e-9);
  const counts = WALL_NAMES.map((name) => solverPatches.filter(({ wall }) => wall === name).length);
  const { atrialImpedanceFactor, ventricularImpedanceFactor } = CIRCULATION_CONSTANTS;
  return {
    cycle_s: parameters.cycle_s,
    stepCount,
    step_s: parameters.cycle_s / stepCount,
    patches: layOutTissue(parameters, solverPatches),
    firstPatch: Uint32Array.from({ length: WALL_COUNT + 1 }, (_, wall) =>
      counts.slice(0, wall).reduce((sum, count) => sum + count, 0),
    ),
    wallVolume_m3: Float64Array.from(WALL_NAMES, (name) => parameters.walls[name].volume_m3),
    annulusArea_m2: Float64Array.from(WALL_NAMES, (name) => parameters.walls[name].annulusArea_m2),
    tubes: layOutTubes(TUBE_NAMES.map((name) => parameters.tubes[name])),
    beds: layOutBeds([parameters.beds.systemic, parameters.beds.pulmonary]),
    valves: layOutValves(VALVE_NAMES.map((name) => parameters.valves[name])),
    impedanceFactor: Float64Array.of(
      atrialImpedanceFactor.value,
      atrialImpedanceFactor.value,
      ventricularImpedanceFactor.value,
      ventricularImpedanceFactor.value,
    ),
    pericardium: parameters.pericardium,
  };
}

function listSolverPatches(
  parameters: CirculationParameters,
  patches: readonly VentricularPatch[],
  avDelay_ms: number,
): SolverPatch[] {
  const atrium = (wall: HeartWallName, activationTime_s: number): SolverPatch => ({
    wall,
    wallShare: 1,
    activationTime_s,
    scarFraction: 0,
  });
  const ventricular = patches.map(({ activation_ms, scarFraction, wall, wallShare }) => ({
    wall,
    wallShare,
    scarFraction,
    activationTime_s: secondsFromMilliseconds(avDelay_ms + activation_ms),
  }));
  const all = [...ventricular, atrium("leftAtrium", parameters.interatrialDelay_s), atrium("rightAtrium", 0)];
  return WALL_NAMES.flatMap((name) => all.filter(({ wall }) => wall === name));
}

function layOutTissue({ cycle_s, walls }: CirculationParameters, patches: readonly SolverPatch[]): PatchTissue {
  const take = (read: (patch: SolverPatch) => number) => Float64Array.from(patches, read);
  const isAtrial = (patch: SolverPatch) => patch.wall === "leftAtrium" || patch.wall === "rightAtrium";
  const activation = (patch: SolverPatch) =>
    isAtrial(patch)
      ? TIMING.atrialActivationRatio * cycle_s
      : TIMING.ventricularRestRatio * TIMING.restCycle_s + TIMING.ventricularCycleRatio * cycle_s;
  const stiffening = ({ scarFraction }: SolverPatch) => 1 + scarFraction * (SARCOMERE.scarStiffnessRatio - 1);
  const riseRatio = (patch: SolverPatch) =>
    isAtrial(patch) ? SARCOMERE.atrialRiseRatio : SARCOMERE.ventricularRiseRatio;
  const decayRatio = (patch: SolverPatch) =>
    isAtrial(patch) ? SARCOMERE.atrialDecayRatio : SARCOMERE.ventricularDecayRatio;
  return {
    count: patches.length,
    wallVolume_m3: take(({ wall, wallShare }) => wallShare * walls[wall].volume_m3),
    referenceArea_m2: take(({ wall, wallShare }) => wallShare * walls[wall].referenceArea_m2),
    activeStress_PaPerUm: take(({ scarFraction, wall }) => (1 - scarFraction) * walls[wall].activeStress_PaPerUm),
    matrixStress_Pa: take((patch) => stiffening(patch) * walls[patch.wall].matrixStress_Pa),
    titinStress_Pa: take(({ wall }) => SARCOMERE.titinRatio * walls[wall].activeStress_PaPerUm),
    stopStiffness_PaPerUm: take(({ scarFraction }) => scarFraction * SARCOMERE.scarStopStiffness_PaPerUm),
    velocity_umPerS: take((patch) =>
      isAtrial(patch) ? SARCOMERE.atrialVelocity_umPerS : SARCOMERE.ventricularVelocity_umPerS,
    ),
    riseTime_s: take((patch) => SARCOMERE.riseTimeRatio * riseRatio(patch) * activation(patch)),
    decayTime_s: take((patch) => SARCOMERE.decayTimeRatio * decayRatio(patch) * activation(patch)),
    activation_s: take(activation),
    activationTime_s: take(({ activationTime_s }) => activationTime_s),
  };
}

function layOutTubes(tubes: readonly TubeParameters[]): TubeSet {
  return {
    length_m: Float64Array.from(tubes, ({ length_m }) => length_m),
    section_m2: Float64Array.from(tubes, ({ section_m2 }) => section_m2),
    wallSection_m2: Float64Array.from(tubes, ({ wallSection_m2 }) => wallSection_m2),
    pressure_Pa: Float64Array.from(tubes, ({ pressure_Pa }) => pressure_Pa),
    exponent: Float64Array.from(tubes, ({ exponent }) => exponent),
  };
}

function layOutBeds(beds: readonly BedParameters[]): BedSet {
  return {
    pressure_Pa: Float64Array.from(beds, ({ pressure_Pa }) => pressure_Pa),
    flow_m3PerS: Float64Array.from(beds, ({ flow_m3PerS }) => flow_m3PerS),
    exponent: Float64Array.from(beds, ({ exponent }) => exponent),
  };
}

function layOutValves(valves: readonly ValveParameters[]): ValveSet {
  return {
    openArea_m2: Float64Array.from(valves, ({ openArea_m2 }) => openArea_m2),
    leakArea_m2: Float64Array.from(valves, ({ leakArea_m2 }) => leakArea_m2),
    length_m: Float64Array.from(valves, ({ length_m }) => length_m),
  };
}
