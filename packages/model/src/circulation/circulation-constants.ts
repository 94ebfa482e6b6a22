/** Constants of the circulation that no patient's data change. */
import type { Parameter } from "../units/parameter.ts";

const KOOPSEN = "reference structure AHA18 published with Koopsen, BioMed Eng OnLine 2024";

export const CIRCULATION_CONSTANTS = {
  bloodDensity_kgPerM3: { value: 1050, unit: "kg/m3", range: [1040, 1065], source: KOOPSEN, confirmed: true },
  muscleDensity_kgPerM3: {
    value: 1050,
    unit: "kg/m3",
    range: [1040, 1060],
    source: "Walmsley, PLoS Comput Biol 2015",
    confirmed: false,
  },
  /** Share of the Sf_pas of the structure that acts on the matrix stress. */
  matrixStressRatio: { value: 0.0349, unit: "1", range: [0.0349, 0.0349], source: KOOPSEN, confirmed: true },
  /** Source impedance of the atria: recovered from the published traces. */
  atrialImpedanceFactor: {
    value: 0.336,
    unit: "1",
    range: [0.25, 0.5],
    source: `${KOOPSEN}, recovered from its traces; 0.5 in Munneke 2023; no measured counterpart`,
    confirmed: false,
  },
  ventricularImpedanceFactor: {
    value: 0.455,
    unit: "1",
    range: [0.25, 0.5],
    source: `${KOOPSEN}, recovered from its traces; 0.5 in Munneke 2023; no measured counterpart`,
    confirmed: false,
  },
  longestStep_s: {
    value: 0.001,
    unit: "s",
    range: [0.0005, 0.002],
    source: "assumed; halving it changes volumes and pressures by less than 0.2 %",
    confirmed: false,
  },
} as const satisfies Record<string, Parameter>;
