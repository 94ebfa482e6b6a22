import {
  cubicMetersFromMilliliters,
  cycleFromHeartRate,
  kilogramsFromGrams,
  pascalsFromKilopascals,
  squareMetersFromSquareMillimeters,
} from "../units/convert.ts";
import type { CompleteMeasures } from "./case-measures.ts";
import { CIRCULATION_CONSTANTS } from "./circulation-constants.ts";
import type { CirculationParameters, TubeParameters, WallParameters } from "./circulation-parameters.ts";
import { FIT_PARAMETERS, type FitFactors } from "./fit-parameters.ts";
import { HEALTHY_OPERATION, HEALTHY_REFERENCE } from "./published-references.ts";

const { beds: BEDS, tubes: TUBES, valves: VALVES, walls: WALLS } = HEALTHY_REFERENCE;
const REFERENCE_VOLUME_m3 = cubicMetersFromMilliliters(HEALTHY_OPERATION.endDiastolicVolume_mL);
const REFERENCE_MUSCLE_m3 = WALLS.lvFree.volume_m3 + WALLS.septum.volume_m3;
/** How far blood gets through a leak in one systole, assumed: 4.5 m/s for 0.35 s. It only sets where a fit begins. */
const LEAK_LENGTH_m = 1.6;

/**
 * Parameters of a patient from measures and fit factors: the healthy reference, scaled.
 *
 * The systemic bed starts from mean pressure over forward flow; the arteries have their reference section at mean
 * pressure. The mitral leak is the regurgitant orifice. The pericardium has grown with the heart: its reference volume
 * differs from the healthy one by as much as end-diastolic volume and muscle do.
 */
export function buildPersonalParameters(measures: CompleteMeasures, factors: FitFactors): CirculationParameters {
  const { bloodVolume_m3, pericardium } = HEALTHY_REFERENCE;
  const growth_m3 = cubicMetersFromMilliliters(measures.endDiastolicVolume_mL) - REFERENCE_VOLUME_m3;
  const addedMuscle_m3 = muscleVolume(measures) - REFERENCE_MUSCLE_m3;
  const meanPressure_Pa = estimateMeanPressure(measures);
  const flowRatio = BEDS.systemic.flow_m3PerS / estimateFlow(measures);
  const leak_m2 = squareMetersFromSquareMillimeters(measures.regurgitantOrifice_mm2);
  return {
    ...HEALTHY_REFERENCE,
    cycle_s: cycleFromHeartRate(measures.heartRate_perMin),
    walls: { ...WALLS, ...scaleVentricles(measures, factors) },
    tubes: { ...TUBES, systemicArteries: stiffenArteries(meanPressure_Pa, factors.arterialStiffness) },
    beds: {
      ...BEDS,
      systemic: { ...BEDS.systemic, pressure_Pa: factors.systemicResistance * meanPressure_Pa * flowRatio },
    },
    valves: { ...VALVES, mitral: { ...VALVES.mitral, leakArea_m2: Math.max(VALVES.mitral.leakArea_m2, leak_m2) } },
    pericardium: { ...pericardium, volume_m3: pericardium.volume_m3 + growth_m3 + addedMuscle_m3 },
    bloodVolume_m3: factors.bloodVolume * (bloodVolume_m3 + growth_m3),
  };
}

/**
 * Wall volume comes from mass, a third of it septum. Reference areas scale with end-diastolic volume to the power 2/3
 * before their factor; the right free wall to the power 1/2, for a larger septum would fill a right ventricle that had
 * not grown.
 */
function scaleVentricles(measures: CompleteMeasures, factors: FitFactors) {
  const sizeRatio = measures.endDiastolicVolume_mL / HEALTHY_OPERATION.endDiastolicVolume_mL;
  const areaRatio = factors.referenceArea * sizeRatio ** (2 / 3);
  const rightRatio = Math.max(1, sizeRatio) ** FIT_PARAMETERS.rvGrowthExponent.value;
  const stiffness = estimateStiffening(measures);
  const resize = (wall: WallParameters, volume_m3: number): WallParameters => ({
    ...wall,
    volume_m3,
    referenceArea_m2: areaRatio * wall.referenceArea_m2,
    activeStress_PaPerUm: factors.contractility * wall.activeStress_PaPerUm,
    matrixStress_Pa: stiffness * wall.matrixStress_Pa,
  });
  const muscle_m3 = muscleVolume(measures);
  const septum_m3 = FIT_PARAMETERS.septalShareRatio.value * muscle_m3;
  return {
    lvFree: resize(WALLS.lvFree, muscle_m3 - septum_m3),
    septum: resize(WALLS.septum, septum_m3),
    rvFree: {
      ...WALLS.rvFree,
      volume_m3: rightRatio * WALLS.rvFree.volume_m3,
      referenceArea_m2: rightRatio * WALLS.rvFree.referenceArea_m2,
    },
  };
}

/**
 * Passive stiffness of the left ventricle over the healthy one: such that at the filling pressure its muscle is about as
 * stretched as healthy muscle at its own. By the law of Laplace wall stress goes with pressure times volume over muscle.
 */
function estimateStiffening(measures: CompleteMeasures): number {
  const pressureRatio = measures.leftAtrialPressure_kPa / HEALTHY_OPERATION.leftAtrialPressure_kPa;
  const sizeRatio = measures.endDiastolicVolume_mL / HEALTHY_OPERATION.endDiastolicVolume_mL;
  return (pressureRatio * sizeRatio * REFERENCE_MUSCLE_m3) / muscleVolume(measures);
}

function muscleVolume({ wallMass_g }: CompleteMeasures): number {
  return kilogramsFromGrams(wallMass_g) / CIRCULATION_CONSTANTS.muscleDensity_kgPerM3.value;
}

function stiffenArteries(meanPressure_Pa: number, stiffness: number): TubeParameters {
  const { exponent } = TUBES.systemicArteries;
  return { ...TUBES.systemicArteries, pressure_Pa: meanPressure_Pa, exponent: stiffness * exponent };
}

/** A third of the way from diastolic to systolic pressure. */
function estimateMeanPressure({ diastolicPressure_kPa, systolicPressure_kPa }: CompleteMeasures): number {
  return pascalsFromKilopascals(diastolicPressure_kPa + (systolicPressure_kPa - diastolicPressure_kPa) / 3);
}

/** Flow into the aorta; where most of a stroke would leak, a third of it. */
function estimateFlow(measures: CompleteMeasures): number {
  const stroke_m3 = cubicMetersFromMilliliters(measures.endDiastolicVolume_mL) * measures.ejectionFraction;
  const leaked_m3 = squareMetersFromSquareMillimeters(measures.regurgitantOrifice_mm2) * LEAK_LENGTH_m;
  return Math.max(stroke_m3 - leaked_m3, stroke_m3 / 3) / cycleFromHeartRate(measures.heartRate_perMin);
}
