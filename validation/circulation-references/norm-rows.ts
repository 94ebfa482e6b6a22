import { createReferencePatient, simulatePatient } from "@tributary/model";
import { type BandedNumber, comparePublished, showBand } from "../band-rows.ts";
import type { ValidationRow } from "../validation-case.ts";
import { readPump } from "./read-pump.ts";

const ECHO_3D =
  "three-dimensional echocardiography, mean ± 1 SD: Addetia, as quoted by the CircAdapt model VanOsta2024";
const ASE = "Lang, J Am Soc Echocardiogr 2005;18:1440 (ASE), men";
const NAGUEH = "Nagueh, Eur J Echocardiogr 2009;10:165 (ASE/EAE)";
const DIASTOLE_OLD = `${NAGUEH}, above 60 years, mean ± 2 SD`;
const DIASTOLE_MIDDLE = `${NAGUEH}, 41 to 60 years, mean ± 2 SD`;
const MEMORY = "from memory: adults at rest";
const CANDIDATE = "from memory: patients who are given resynchronization; ejection fraction as in MADIT-CRT";
const MADE_SO = "its volumes are design values, fitted";

/** The healthy reference patient against norms of people. */
export function compareNorms(): ValidationRow[] {
  const pump = readPump(simulatePatient(createReferencePatient("healthy")));
  const row = (quantity: string, unit: string, ours: number, source: string, band: Band): BandedNumber => ({
    quantity: `healthy patient: ${quantity}`,
    unit,
    ours,
    source,
    ...band,
  });
  return [
    comparePublished(
      row(`LV end-diastolic volume (${MADE_SO})`, "mL", pump.endDiastolicVolume_mL, ASE, between(67, 155)),
    ),
    comparePublished(row("LV end-systolic volume", "mL", pump.endSystolicVolume_mL, ASE, between(22, 58))),
    comparePublished(row("ejection fraction", "%", pump.ejectionFraction_percent, ECHO_3D, between(56, 66))),
    comparePublished(row("E/A of mitral flow", "1", pump.earlyToAtrialRatio, DIASTOLE_OLD, between(0.6, 1.32))),
    comparePublished(row("E/A of mitral flow", "1", pump.earlyToAtrialRatio, DIASTOLE_MIDDLE, between(0.78, 1.78))),
    {
      quantity: "healthy patient: aortic closure to mitral opening (late: it relaxes as the published structure does)",
      unit: "ms",
      expected: "67, 74 and 87 at 21-40, 41-60 and above 60 years",
      ours: pump.relaxation_ms,
      tolerance: "context",
      pass: true,
      source: NAGUEH,
    },
    ...[
      row("LV dP/dt max", "mmHg/s", pump.dpdtMax_mmHgPerS, MEMORY, between(1200, 1800)),
      row("LV end-diastolic pressure", "mmHg", pump.endDiastolicPressure_mmHg, MEMORY, between(4, 12)),
      row("left atrial pressure, mean", "mmHg", pump.leftAtrialPressure_mmHg, MEMORY, between(6, 12)),
      row("right atrial pressure, mean", "mmHg", pump.rightAtrialPressure_mmHg, MEMORY, between(2, 6)),
      row("pulmonary pressure, mean", "mmHg", pump.pulmonaryMean_mmHg, MEMORY, between(9, 18)),
    ].map(showBand),
  ];
}

/** The failing patient with block against people who are given resynchronization; bands from memory, none tested. */
export function compareCandidate(): ValidationRow[] {
  const pump = readPump(simulatePatient(createReferencePatient("heart-failure-lbbb")));
  const row = (quantity: string, unit: string, ours: number, band: Band) =>
    showBand({ quantity: `failing patient with LBBB: ${quantity}`, unit, ours, source: CANDIDATE, ...band });
  return [
    row(`LV end-diastolic volume (${MADE_SO})`, "mL", pump.endDiastolicVolume_mL, between(180, 300)),
    row("LV end-systolic volume", "mL", pump.endSystolicVolume_mL, between(130, 230)),
    row("ejection fraction", "%", pump.ejectionFraction_percent, between(20, 32)),
    row("cardiac output", "L/min", pump.cardiacOutput_LPerMin, between(3.5, 4.5)),
    row("aortic pressure, systolic", "mmHg", pump.systolicPressure_mmHg, between(100, 125)),
    row("LV end-diastolic pressure", "mmHg", pump.endDiastolicPressure_mmHg, between(15, 25)),
    row("left atrial pressure, mean (set to 12, NYHA II)", "mmHg", pump.leftAtrialPressure_mmHg, between(15, 22)),
    row("pulmonary pressure, mean", "mmHg", pump.pulmonaryMean_mmHg, between(25, 35)),
    row("LV dP/dt max", "mmHg/s", pump.dpdtMax_mmHgPerS, between(600, 900)),
    row("filling time over the cycle", "%", pump.fillingTime_percent, { most: 40 }),
  ];
}

interface Band {
  readonly least?: number;
  readonly most?: number;
}

function between(least: number, most: number): Band {
  return { least, most };
}
