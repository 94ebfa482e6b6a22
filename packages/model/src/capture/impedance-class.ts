import type { PacingVector } from "../lead/list-vectors.ts";
import type { Parameter } from "../units/parameter.ts";

export type ImpedanceClass = "low" | "usual" | "high";

/** Impedance of a vector's class, for what a pulse costs; an electrode pair within the lead has the highest. */
export const IMPEDANCE_PARAMETERS: Readonly<Record<ImpedanceClass, Parameter>> = {
  low: { value: 500, unit: "ohm", range: [300, 700], source: "assumed", confirmed: false },
  usual: {
    value: 700,
    unit: "ohm",
    range: [400, 1000],
    source: "assumed; 805 ± 299 ohm over all vectors at implant (Zanon, JAFIB, n = 98)",
    confirmed: false,
  },
  high: {
    value: 900,
    unit: "ohm",
    range: [600, 1500],
    source: "assumed; highest from LV tip to LV ring (Prochazka, Exp Clin Cardiol 2013)",
    confirmed: false,
  },
};

/** Against the can low, against the right-ventricular lead usual, within the lead high. */
export function impedanceClass(kind: PacingVector["kind"]): ImpedanceClass {
  if (kind === "unipolar") return "low";
  return kind === "bipolar" ? "high" : "usual";
}
