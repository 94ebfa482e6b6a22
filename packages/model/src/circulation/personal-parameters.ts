import {
  cubicMetersFromMilliliters,
  pascalsFromKilopascals,
  squareMetersFromSquareMillimeters,
} from "../units/convert.ts";
import type { CompleteMeasures } from "./case-measures.ts";
import { CIRCULATION_CONSTANTS } from "./circulation-constants.ts";
import type { CirculationParameters, WallParameters } from "./circulation-parameters.ts";
import { FIT_PARAMETERS, type FitFactors } from "./fit-parameters.ts";
import { HEALTHY_REFERENCE } from "./published-references.ts";

const REFERENCE = HEALTHY_REFERENCE;
/** End-diastolic volume and mean left atrial pressure at which the healthy reference runs. */
const REFERENCE_VOLUME_m3 = 136.8e-6;
const REFERENCE_PRESSURE_kPa = 0.6;
/** How far blood gets through a leak in one systole, assumed: 4.5 m/s for 0.35 s. It only sets where a fit begins. */
const LEAK_LENGTH_m = 1.6;

/**
 * Parameters of a patient from measures and fit factors.
 *
 * Wall volume comes from mass, a third of it septum. Reference areas scale with end-diastolic volume to the power 2/3
 * before their factor, the right free wall to the power 1/2 (a larger septum would fill a right ventricle that had not
 * grown). The systemic bed starts from mean pressure over forward flow; the arteries have their reference
 * section at mean pressure. The mitral leak is the regurgitant orifice. The pericardium has grown with the heart: its
 * reference volume differs from the healthy one by as much as end-diastolic and wall volume do.
 */
export function buildPersonalParameters(measures: CompleteMeasures, factors: FitFactors): CirculationParameters {
  const { beds, bloodVolume_m3, pericardium, tubes, valves, walls } = REFERENCE;
  const endDiastolic_m3 = cubicMetersFromMilliliters(measures.endDiastolicVolume_mL);
  const muscle_m3 = measures.wallMass_g / 1000 / CIRCULATION_CONSTANTS.muscleDensity_kgPerM3.value;
  const septum_m3 = FIT_PARAMETERS.septalShareRatio.value * muscle_m3;
  const growth_m3 = endDiastolic_m3 - REFERENCE_VOLUME_m3;
  const areaRatio = factors.referenceArea * (endDiastolic_m3 / REFERENCE_VOLUME_m3) ** (2 / 3);
  const rvRatio = Math.max(1, endDiastolic_m3 / REFERENCE_VOLUME_m3) ** FIT_PARAMETERS.rvGrowthExponent.value;
  const resize = (wall: WallParameters, volume_m3: number): WallParameters => ({
    ...wall,
    volume_m3,
    referenceArea_m2: areaRatio * wall.referenceArea_m2,
    activeStress_PaPerUm: factors.contractility * wall.activeStress_PaPerUm,
    matrixStress_Pa: stiffening * wall.matrixStress_Pa,
  });
  const stiffening = estimateStiffening(measures, muscle_m3);
  const meanPressure_Pa = estimateMeanPressure(measures);
  return {
    ...REFERENCE,
    cycle_s: 60 / measures.heartRate_perMin,
    walls: {
      ...walls,
      lvFree: resize(walls.lvFree, muscle_m3 - septum_m3),
      septum: resize(walls.septum, septum_m3),
      rvFree: {
        ...walls.rvFree,
        volume_m3: rvRatio * walls.rvFree.volume_m3,
        referenceArea_m2: rvRatio * walls.rvFree.referenceArea_m2,
      },
    },
    tubes: {
      ...tubes,
      systemicArteries: {
        ...tubes.systemicArteries,
        pressure_Pa: meanPressure_Pa,
        exponent: factors.arterialStiffness * tubes.systemicArteries.exponent,
      },
    },
    beds: {
      ...beds,
      systemic: {
        ...beds.systemic,
        pressure_Pa:
          (factors.systemicResistance * beds.systemic.flow_m3PerS * meanPressure_Pa) / estimateFlow(measures),
      },
    },
    valves: {
      ...valves,
      mitral: {
        ...valves.mitral,
        leakArea_m2: Math.max(
          valves.mitral.leakArea_m2,
          squareMetersFromSquareMillimeters(measures.regurgitantOrifice_mm2),
        ),
      },
    },
    pericardium: {
      ...pericardium,
      volume_m3: pericardium.volume_m3 + growth_m3 + muscle_m3 - walls.lvFree.volume_m3 - walls.septum.volume_m3,
    },
    bloodVolume_m3: factors.bloodVolume * (bloodVolume_m3 + growth_m3),
  };
}

/**
 * Passive stiffness of the left ventricle over the healthy one: such that at the filling pressure its muscle is about as
 * stretched as healthy muscle at its own. By the law of Laplace wall stress goes with pressure times volume over muscle.
 */
function estimateStiffening({ endDiastolicVolume_mL, leftAtrialPressure_kPa }: CompleteMeasures, muscle_m3: number) {
  const { lvFree, septum } = REFERENCE.walls;
  const referenceLoad = (REFERENCE_PRESSURE_kPa * REFERENCE_VOLUME_m3) / (lvFree.volume_m3 + septum.volume_m3);
  const load = (leftAtrialPressure_kPa * cubicMetersFromMilliliters(endDiastolicVolume_mL)) / muscle_m3;
  return load / referenceLoad;
}

/** A third of the way from diastolic to systolic pressure. */
function estimateMeanPressure({ diastolicPressure_kPa, systolicPressure_kPa }: CompleteMeasures): number {
  return pascalsFromKilopascals(diastolicPressure_kPa + (systolicPressure_kPa - diastolicPressure_kPa) / 3);
}

/** Flow into the aorta; where most of a stroke would leak, a third of it. */
function estimateFlow(measures: CompleteMeasures): number {
  const stroke_m3 = cubicMetersFromMilliliters(measures.endDiastolicVolume_mL) * measures.ejectionFraction;
  const leaked_m3 = squareMetersFromSquareMillimeters(measures.regurgitantOrifice_mm2) * LEAK_LENGTH_m;
  return (Math.max(stroke_m3 - leaked_m3, stroke_m3 / 3) * measures.heartRate_perMin) / 60;
}
