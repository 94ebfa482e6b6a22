/** What a fit assumes where a case says nothing, and how far it may move each parameter. */
import type { Parameter } from "../units/parameter.ts";

export const FIT_PARAMETERS = {
  /** Mean left atrial pressure where none was measured: filling pressure cannot be told from volumes alone. */
  leftAtrialPressureHealthy_kPa: {
    value: 0.65,
    unit: "kPa",
    range: [0.4, 1.3],
    source: "assumed: 5 mmHg, ejection fraction 0.5 or more",
    confirmed: false,
  },
  leftAtrialPressureFailing_kPa: {
    value: 1.6,
    unit: "kPa",
    range: [1.3, 3.3],
    source: "assumed: 12 mmHg, ejection fraction below 0.5 (NYHA II 10 to 14, III 15 to 20)",
    confirmed: false,
  },
  systolicPressure_kPa: { value: 16, unit: "kPa", range: [12, 19], source: "assumed: 120 mmHg", confirmed: false },
  diastolicPressure_kPa: { value: 9.6, unit: "kPa", range: [7, 12], source: "assumed: 72 mmHg", confirmed: false },
  heartRate_perMin: {
    value: 70.6,
    unit: "1/min",
    range: [50, 100],
    source: "reference structure AHA18 published with Koopsen, BioMed Eng OnLine 2024",
    confirmed: true,
  },
  /** Active stress that fibrillating atria still give at once, over that of a contraction. */
  fibrillatingAtriaRatio: { value: 0.15, unit: "1", range: [0.1, 0.2], source: "from memory", confirmed: false },
  /** Part of the muscle of left ventricle and septum that is septum. */
  septalShareRatio: {
    value: 1 / 3,
    unit: "1",
    range: [0.23, 0.34],
    source: "Munneke 2023 and AHA18 of Koopsen 2024; 0.23 in VanOsta 2024: it changes how much the septum flashes",
    confirmed: true,
  },
  /** The right free wall grows with end-diastolic volume of a dilated left ventricle to this power; it shares its rim. */
  rvGrowthExponent: {
    value: 0.5,
    unit: "1",
    range: [1 / 3, 2 / 3],
    source: "assumed: 145 mL beside a left ventricle of 220 mL",
    confirmed: false,
  },
} as const satisfies Record<string, Parameter>;

/** What a fit moves, as a factor on the healthy reference scaled to the case. */
export interface FitFactors {
  /** Reference area of left free wall and septum: the size at which their muscle is unstretched. */
  readonly referenceArea: number;
  /** Active stress of left free wall and septum. */
  readonly contractility: number;
  readonly systemicResistance: number;
  readonly bloodVolume: number;
  /** Exponent of the systemic arteries: their stiffness at a given pressure. */
  readonly arterialStiffness: number;
}

export const FIT_FACTOR_NAMES = [
  "referenceArea",
  "contractility",
  "systemicResistance",
  "bloodVolume",
  "arterialStiffness",
] as const satisfies readonly (keyof FitFactors)[];

/** Bounds of the factors. A fit that ends on one says so. */
export const FIT_BOUNDS: Readonly<Record<keyof FitFactors, readonly [number, number]>> = {
  referenceArea: [0.6, 1.6],
  contractility: [0.15, 2],
  systemicResistance: [0.3, 3],
  bloodVolume: [0.7, 1.6],
  arterialStiffness: [0.4, 4],
};
