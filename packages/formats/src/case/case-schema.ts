/**
 * The case file: one patient's heart, veins, lead, rhythm and ECG, or the files that hold them. This is the single source of
 * the JSON Schema that is published with the project, of the checks, and of the type.
 *
 * Names end in their unit. Angles are in degrees, since people write this file; they are converted where it is read.
 * A finding that was not made is left out, never filled in.
 */
import { z } from "zod";
import { clinical } from "./case-clinical-schema.ts";
import { conduction } from "./case-conduction-schema.ts";
import { device, ecg } from "./case-ecg-schema.ts";
import { choice, clinicalQuantity, quantity, text } from "./case-field.ts";
import { fibers, heart, scar } from "./case-heart-schema.ts";
import { lead, placement, veins } from "./case-veins-schema.ts";

/** Version of the case file that this program writes. Raised when a field changes its name, unit or meaning. */
export const CASE_SCHEMA_VERSION = 1;

/** What is taken where the case says nothing; none of these is a finding in a patient. */
export const CASE_DEFAULTS = { edgeLength_mm: 1.5 } as const;

const patient = z
  .strictObject({
    sex: choice("Sex that the anatomy is described by", ["female", "male"]).meta({ clinical: true }).exactOptional(),
    age_years: clinicalQuantity("Age", "years", [0, 120], "human life span").exactOptional(),
    height_cm: clinicalQuantity("Body height", "cm", [40, 250], "newborn to the tallest adults").exactOptional(),
    weight_kg: clinicalQuantity("Body weight", "kg", [2, 400], "newborn to the heaviest adults").exactOptional(),
    ejectionFraction_pct: clinicalQuantity(
      "Ejection fraction of the left ventricle",
      "pct",
      [5, 85],
      "the weakest ventricle that sustains life to a hyperdynamic one",
    ).exactOptional(),
  })
  .meta({ description: "The person; nothing that names them belongs here" });

const circulation = z
  .strictObject({
    heartRate_bpm: clinicalQuantity(
      "Heart rate at rest",
      "bpm",
      [35, 180],
      "sinus bradycardia to tachycardia",
    ).exactOptional(),
    systolicPressure_mmHg: clinicalQuantity(
      "Systolic blood pressure",
      "mmHg",
      [60, 240],
      "shock to crisis",
    ).exactOptional(),
    diastolicPressure_mmHg: clinicalQuantity(
      "Diastolic blood pressure",
      "mmHg",
      [30, 150],
      "shock to crisis",
    ).exactOptional(),
    leftAtrialPressure_mmHg: clinicalQuantity(
      "Mean left atrial or pulmonary capillary wedge pressure",
      "mmHg",
      [2, 45],
      "empty to pulmonary edema",
    ).exactOptional(),
    regurgitantOrifice_mm2: clinicalQuantity(
      "Effective regurgitant orifice of the mitral valve; 0 where it is tight",
      "mm2",
      [0, 80],
      "severe regurgitation begins at 40",
    ).exactOptional(),
  })
  .meta({ description: "Pressures and flow; volume and mass of the left ventricle are those of the heart" });

export const caseSchema = z
  .strictObject({
    version: z.literal(CASE_SCHEMA_VERSION).meta({ description: "Version of this file format" }),
    id: z
      .string()
      .regex(/^[A-Za-z0-9][A-Za-z0-9._-]*$/)
      .max(80)
      .meta({ description: "Name of the case in file names: letters, digits, dot, underscore and hyphen" }),
    title: text("One line that tells the case from others"),
    note: text("Free text", 10_000).exactOptional(),
    patient: patient.exactOptional(),
    heart,
    edgeLength_mm: quantity(
      "Edge length of the tetrahedra; has no meaning for an imported tetrahedral mesh",
      "mm",
      [0.6, 3],
      "finer is slow, coarser cannot hold three nodes through a wall",
    )
      .meta({ default: CASE_DEFAULTS.edgeLength_mm })
      .exactOptional(),
    fibers: fibers.exactOptional(),
    scar: scar.exactOptional(),
    conduction,
    ecg: ecg.exactOptional(),
    circulation: circulation.exactOptional(),
    veins: veins.exactOptional(),
    lead: lead.exactOptional(),
    placement: placement.exactOptional(),
    device: device.exactOptional(),
    clinical: clinical.exactOptional(),
  })
  .meta({
    title: "Tributary case",
    description: "One patient's heart, veins, lead and rhythm, for research, planning and training",
  });

export type Case = z.infer<typeof caseSchema>;
