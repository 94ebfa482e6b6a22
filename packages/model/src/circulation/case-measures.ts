import type { FitFactors } from "./fit-parameters.ts";
import { FIT_PARAMETERS } from "./fit-parameters.ts";

/** What is known of a patient's circulation; what is missing stays missing. */
export interface CirculationMeasures {
  readonly endDiastolicVolume_mL: number;
  readonly ejectionFraction: number;
  readonly systolicPressure_kPa?: number;
  readonly diastolicPressure_kPa?: number;
  readonly heartRate_perMin?: number;
  /** Muscle of left ventricle and septum. */
  readonly wallMass_g?: number;
  /** Effective regurgitant orifice of the mitral valve. */
  readonly regurgitantOrifice_mm2?: number;
  readonly leftAtrialPressure_kPa?: number;
}

/** A value the fit had to take from elsewhere. */
export interface FitAssumption {
  readonly quantity: keyof CirculationMeasures;
  readonly value: number;
  readonly source: string;
}

/** Every quantity of a fit, measured or assumed. */
export interface CompleteMeasures extends Required<CirculationMeasures> {
  readonly assumptions: readonly FitAssumption[];
}

/** Muscle and end-diastolic volume of the healthy reference. */
const REFERENCE_MASS_g = 134.8;
const REFERENCE_VOLUME_mL = 136.8;

/** Fills in what is missing and says with what. */
export function completeMeasures(measures: CirculationMeasures): CompleteMeasures {
  const assumed = assumedValues(measures);
  const missing = (Object.keys(assumed) as (keyof typeof assumed)[]).filter((name) => measures[name] === undefined);
  return {
    ...Object.fromEntries(Object.entries(assumed).map(([name, { value }]) => [name, value])),
    ...measures,
    assumptions: missing.map((quantity) => ({ quantity, ...assumed[quantity] })),
  } as CompleteMeasures;
}

type Assumable = Exclude<keyof CirculationMeasures, "endDiastolicVolume_mL" | "ejectionFraction">;

function assumedValues({
  ejectionFraction,
  endDiastolicVolume_mL,
}: CirculationMeasures): Record<Assumable, { readonly value: number; readonly source: string }> {
  const { diastolicPressure_kPa, heartRate_perMin, systolicPressure_kPa } = FIT_PARAMETERS;
  const { leftAtrialPressureFailing_kPa, leftAtrialPressureHealthy_kPa } = FIT_PARAMETERS;
  const take = ({ source, value }: { readonly value: number; readonly source: string }) => ({ value, source });
  return {
    systolicPressure_kPa: take(systolicPressure_kPa),
    diastolicPressure_kPa: take(diastolicPressure_kPa),
    heartRate_perMin: take(heartRate_perMin),
    wallMass_g: {
      value: REFERENCE_MASS_g * (endDiastolicVolume_mL / REFERENCE_VOLUME_mL) ** (2 / 3),
      source: "assumed: walls as thick as in the healthy reference",
    },
    regurgitantOrifice_mm2: { value: 0, source: "assumed: the mitral valve is tight" },
    leftAtrialPressure_kPa: take(
      ejectionFraction < 0.5 ? leftAtrialPressureFailing_kPa : leftAtrialPressureHealthy_kPa,
    ),
  };
}

/** What these data leave open, whatever the fit: other values explain them as well. */
export const NOT_IDENTIFIABLE: readonly { readonly quantity: string; readonly reason: string }[] = [
  { quantity: "wall volume", reason: "pressures and volumes are the same with walls half as thick; it must be imaged" },
  { quantity: "passive stiffness", reason: "trades against filling pressure, which is assumed unless measured" },
  { quantity: "relaxation", reason: "needs the fall of pressure or transmitral flow" },
  { quantity: "septal share of the muscle", reason: "needs regional imaging; changes how much the septum moves" },
  { quantity: "right ventricle", reason: "needs right-sided pressures and volumes" },
  { quantity: "pericardium", reason: "needs pressures at two filling states" },
  { quantity: "regional contractility", reason: "needs strain of segments; scar is taken from imaging" },
];

/** Factors a fit starts from: larger hearts have larger walls, weaker ones lower active stress. */
export function guessFactors(measures: CompleteMeasures): FitFactors {
  const { ejectionFraction, endDiastolicVolume_mL, leftAtrialPressure_kPa } = measures;
  return {
    referenceArea: 1,
    contractility: Math.min(1.5, Math.max(0.3, ejectionFraction / 0.5)),
    systemicResistance: 1,
    bloodVolume: 1 + 0.08 * Math.log(leftAtrialPressure_kPa / 0.6) + 0.1 * (endDiastolicVolume_mL / 137 - 1),
    arterialStiffness: 1,
  };
}
