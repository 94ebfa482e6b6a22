/** PADIT: points for hospital admission with a device infection within a year. */
import type { Figure } from "../figures/figure.ts";

export interface PaditInput {
  readonly priorProcedures: number;
  readonly age_years: number;
  readonly egfr_mLPerMinPer173m2: number;
  readonly isImmunocompromised: boolean;
  readonly procedure: "pacemaker" | "icd" | "crt" | "revisionOrUpgrade";
}

type PaditBand = "low" | "intermediate" | "high";

export interface PaditScore {
  readonly points: number;
  readonly band: PaditBand;
  /** The points of each item are from memory. */
  readonly arePointsConfirmed: false;
  /** Infection within a year in that band, percent. */
  readonly risk: Figure;
}

/** Points of each kind of procedure; all point values are from memory, the five items and the range 0 to 15 are published. */
const PROCEDURE_POINTS: Readonly<Record<PaditInput["procedure"], number>> = {
  pacemaker: 0,
  icd: 2,
  crt: 4,
  revisionOrUpgrade: 5,
};

const BAND_RISKS: Readonly<Record<PaditBand, number>> = { low: 0.53, intermediate: 1.36, high: 2.72 };

/** The score of a patient; a site with other infection rates has to recalibrate the risk. */
export function scorePadit(input: PaditInput): PaditScore {
  const { priorProcedures, age_years, egfr_mLPerMinPer173m2, isImmunocompromised, procedure } = input;
  const points =
    (priorProcedures >= 2 ? 4 : priorProcedures) +
    (age_years < 60 ? 2 : age_years < 70 ? 1 : 0) +
    (egfr_mLPerMinPer173m2 < 30 ? 1 : 0) +
    (isImmunocompromised ? 3 : 0) +
    PROCEDURE_POINTS[procedure];
  const band = points <= 4 ? "low" : points <= 6 ? "intermediate" : "high";
  const risk: Figure = {
    value: BAND_RISKS[band],
    unit: "%",
    n: 11_303,
    horizon: { kind: "at", months: 12 },
    sourceId: "paditScore",
    locator: `validation, ${band} band`,
    confirmed: true,
  };
  return { points, band, arePointsConfirmed: false, risk };
}
