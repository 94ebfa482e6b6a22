import { FIT_PARAMETERS, type FitFactors } from "./fit-parameters.ts";
import { HEALTHY_OPERATION } from "./published-references.ts";

/** What is known of a patient's circulation; what is missing stays missing. */
export interface CirculationMeasures {
  readonly endDiastolicVolume_mL: number;
  readonly ejectionFraction: number;
  readonly systolicPressure_kPa?: number | undefined;
  readonly diastolicPressure_kPa?: number | undefined;
  readonly heartRate_perMin?: number | undefined;
  /** Muscle of left ventricle and septum. */
  readonly wallMass_g?: number | undefined;
  /** Effective regurgitant orifice of the mitral valve. */
  readonly regurgitantOrifice_mm2?: number | undefined;
  readonly leftAtrialPressure_kPa?: number | undefined;
}

/** A value the fit had to take from elsewhere. */
export interface FitAssumption {
  readonly quantity: keyof CirculationMeasures;
  readonly value: number;
  readonly source: string;
}

/** A number for every quantity of a fit, and which of them were not measured. */
export type CompleteMeasures = { readonly [quantity in keyof CirculationMeasures]-?: number } & {
  readonly assumptions: readonly FitAssumption[];
};

/** Muscle of left ventricle and septum of the healthy reference. */
const REFERENCE_MASS_g = 134.8;

/** Fills in what is missing and says with what. */
export function completeMeasures(measures: CirculationMeasures): CompleteMeasures {
  const assumed = assumedValues(measures);
  const missing = (Object.keys(assumed) as Assumable[]).filter((name) => measures[name] === undefined);
  const assumptions = missing.map((quantity) => ({ quantity, ...assumed[quantity] }));
  const values = Object.fromEntries(assumptions.map(({ quantity, value }) => [quantity, value]));
  return { ...measures, ...values, assumptions } as CompleteMeasures;
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
      value: REFERENCE_MASS_g * (endDiastolicVolume_mL / HEALTHY_OPERATION.endDiastolicVolume_mL) ** (2 / 3),
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
  const filling = Math.log(leftAtrialPressure_kPa / HEALTHY_OPERATION.leftAtrialPressure_kPa);
  const growth = endDiastolicVolume_mL / HEALTHY_OPERATION.endDiastolicVolume_mL - 1;
  return {
    referenceArea: 1,
    contractility: Math.min(1.5, Math.max(0.3, ejectionFraction / 0.5)),
    systemicResistance: 1,
    bloodVolume: 1 + 0.08 * filling + 0.1 * growth,
    arterialStiffness: 1,
  };
}
