import { kilopascalsFromMillimetersOfMercury as kPa } from "../units/convert.ts";
import {
  type ActivationPattern,
  LEFT_BUNDLE_BRANCH_BLOCK,
  NARROW_QRS,
  type PatchLabel,
  patchesOfPattern,
} from "./activation-patterns.ts";
import { type CirculationMeasures, completeMeasures } from "./case-measures.ts";
import type { CirculationPatient } from "./circulation-patient.ts";
import type { FitFactors } from "./fit-parameters.ts";
import { buildPersonalParameters } from "./personal-parameters.ts";

/**
 * Four patients to compare with. Their measures are design values, assumed, inside the envelope of people who receive
 * resynchronization; the factors are what `fitPatient` finds for them.
 */
export interface ReferencePatient {
  readonly id: "healthy" | "heart-failure" | "heart-failure-lbbb" | "ischemic-lbbb";
  readonly measures: CirculationMeasures;
  readonly pattern: ActivationPattern;
  readonly scarFractions: Partial<Record<PatchLabel, number>>;
  readonly avDelay_ms: number;
  readonly factors: FitFactors;
}

const FAILING: CirculationMeasures = {
  endDiastolicVolume_mL: 220,
  ejectionFraction: 0.27,
  systolicPressure_kPa: kPa(112),
  diastolicPressure_kPa: kPa(68),
  heartRate_perMin: 72,
  wallMass_g: 200,
  regurgitantOrifice_mm2: 0,
  leftAtrialPressure_kPa: kPa(12),
};

export const REFERENCE_PATIENTS: readonly ReferencePatient[] = [
  {
    id: "healthy",
    measures: {
      endDiastolicVolume_mL: 121,
      ejectionFraction: 0.6,
      systolicPressure_kPa: kPa(119),
      diastolicPressure_kPa: kPa(70),
      heartRate_perMin: 70.6,
      wallMass_g: 135,
      regurgitantOrifice_mm2: 0,
      leftAtrialPressure_kPa: kPa(5),
    },
    pattern: NARROW_QRS,
    scarFractions: {},
    avDelay_ms: 150,
    factors: {
      referenceArea: 1.0103,
      contractility: 1.0499,
      systemicResistance: 1.0393,
      bloodVolume: 1.0979,
      arterialStiffness: 1.0168,
    },
  },
  {
    id: "heart-failure",
    measures: FAILING,
    pattern: NARROW_QRS,
    scarFractions: {},
    avDelay_ms: 160,
    factors: {
      referenceArea: 0.92981,
      contractility: 0.48888,
      systemicResistance: 1.043,
      bloodVolume: 1.2418,
      arterialStiffness: 1.2982,
    },
  },
  {
    id: "heart-failure-lbbb",
    measures: FAILING,
    pattern: LEFT_BUNDLE_BRANCH_BLOCK,
    scarFractions: {},
    avDelay_ms: 160,
    factors: {
      referenceArea: 0.93427,
      contractility: 0.5493,
      systemicResistance: 1.0423,
      bloodVolume: 1.2574,
      arterialStiffness: 1.301,
    },
  },
  {
    id: "ischemic-lbbb",
    measures: FAILING,
    pattern: LEFT_BUNDLE_BRANCH_BLOCK,
    scarFractions: { "4": 0.5, "5": 0.75, "10": 0.5, "11": 0.75 },
    avDelay_ms: 160,
    factors: {
      referenceArea: 0.95987,
      contractility: 0.73535,
      systemicResistance: 1.0339,
      bloodVolume: 1.2582,
      arterialStiffness: 1.229,
    },
  },
];

/** A reference patient ready to be simulated. */
export function createReferencePatient(id: ReferencePatient["id"]): CirculationPatient {
  const reference = REFERENCE_PATIENTS.find((patient) => patient.id === id)!;
  return {
    parameters: buildPersonalParameters(completeMeasures(reference.measures), reference.factors),
    patches: patchesOfPattern(reference.pattern, reference.scarFractions),
    avDelay_ms: reference.avDelay_ms,
  };
}
