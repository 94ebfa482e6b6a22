/**
 * Circulations whose every figure is published: numerical references, not typical people. The healthy one has a right
 * atrial pressure near 1 mmHg and fills more by its atrium than early.
 */
import { CIRCULATION_CONSTANTS } from "./circulation-constants.ts";
import type {
  CirculationParameters,
  TubeParameters,
  ValveParameters,
  WallParameters,
} from "./circulation-parameters.ts";
import { TIMING_PARAMETERS } from "./tissue-parameters.ts";

const MATRIX_RATIO = CIRCULATION_CONSTANTS.matrixStressRatio.value;
const ANNULUS_m2 = 6.62e-4;
const VALVE_LENGTH_m = 16.3e-3;
const LEAK_m2 = 2.6e-10;

function wall(volume_m3: number, referenceArea_m2: number, annulusArea_m2: number, stress: WallStress): WallParameters {
  return { volume_m3, referenceArea_m2, annulusArea_m2, ...stress };
}

interface WallStress {
  readonly activeStress_PaPerUm: number;
  readonly matrixStress_Pa: number;
}

function artery(section_m2: number, pressure_Pa: number, wallSection_m2: number, length_m: number): TubeParameters {
  return { section_m2, pressure_Pa, wallSection_m2, length_m, exponent: 8 / 3 - 1 };
}

function vein(section_m2: number, pressure_Pa: number, wallSection_m2: number, length_m: number): TubeParameters {
  return { section_m2, pressure_Pa, wallSection_m2, length_m, exponent: 10 / 3 - 1 };
}

function valve(openArea_m2: number, leakArea_m2 = LEAK_m2): ValveParameters {
  return { openArea_m2, leakArea_m2, length_m: VALVE_LENGTH_m };
}

function ventricularStress(publishedStiffness_Pa: number): WallStress {
  return { activeStress_PaPerUm: 120_000, matrixStress_Pa: MATRIX_RATIO * publishedStiffness_Pa };
}

function atrialStress(publishedStiffness_Pa: number): WallStress {
  return { activeStress_PaPerUm: 84_000, matrixStress_Pa: MATRIX_RATIO * publishedStiffness_Pa };
}

/**
 * A healthy adult at rest, 70.6 beats/min and 5.1 L/min.
 *
 * Source: structure AHA18 published with Koopsen et al., BioMed Eng OnLine 2024.
 */
export const HEALTHY_REFERENCE: CirculationParameters = {
  cycle_s: 0.85,
  walls: {
    lvFree: wall(96.0e-6, 98.05e-4, ANNULUS_m2, ventricularStress(22_311)),
    septum: wall(32.4e-6, 48.84e-4, 0, ventricularStress(22_086)),
    rvFree: wall(63.0e-6, 129.7e-4, ANNULUS_m2, ventricularStress(22_763)),
    leftAtrium: wall(15.6e-6, 69.2e-4, ANNULUS_m2, atrialStress(51_016)),
    rightAtrium: wall(6.39e-6, 59.9e-4, ANNULUS_m2, atrialStress(52_473)),
  },
  tubes: {
    systemicArteries: artery(4.971e-4, 12_166, 1.139e-4, 0.4),
    systemicVeins: vein(4.991e-4, 141, 0.459e-4, 0.4),
    pulmonaryArteries: artery(4.683e-4, 2459, 0.883e-4, 0.2),
    pulmonaryVeins: vein(5.137e-4, 505, 0.484e-4, 0.2),
  },
  beds: {
    systemic: { flow_m3PerS: 45e-6, pressure_Pa: 6390, exponent: 1 },
    pulmonary: { flow_m3PerS: 45e-6, pressure_Pa: 1500, exponent: 2 },
  },
  valves: {
    systemicVenous: valve(4.99e-4, 2.65e-4),
    tricuspid: valve(7.02e-4),
    pulmonary: valve(4.68e-4),
    pulmonaryVenous: valve(5.14e-4, 2.65e-4),
    mitral: valve(7.46e-4),
    aortic: valve(4.97e-4),
  },
  pericardium: { pressure_Pa: 100, volume_m3: 664.6e-6 },
  bloodVolume_m3: 853e-6,
  interatrialDelay_s: TIMING_PARAMETERS.interatrialDelay_s.value,
};

/** Where the healthy reference runs at 91.5 mmHg and 5.1 L/min; the volume is published, the pressure our own result. */
export const HEALTHY_OPERATION = { endDiastolicVolume_mL: 136.8, leftAtrialPressure_kPa: 0.6 } as const;

/**
 * The same heart at 3.8 L/min.
 *
 * Source: structure HF published with Koopsen et al., BioMed Eng OnLine 2024.
 */
export const LOW_FLOW_REFERENCE: CirculationParameters = {
  ...HEALTHY_REFERENCE,
  beds: { ...HEALTHY_REFERENCE.beds, systemic: { flow_m3PerS: 45e-6, pressure_Pa: 8606, exponent: 1 } },
  bloodVolume_m3: 769e-6,
};
