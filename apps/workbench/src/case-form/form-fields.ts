import { FACTS, type FactId, PROCEDURE_VARIANTS } from "@tributary/care";
import { findFieldSchema } from "@tributary/formats";
import { HEART_PRESETS, LEAD_CATALOG } from "@tributary/model";

/** One question of the form. */
export interface FormField {
  /** Path in the case, "patient.age_years"; of a clinical fact "fact.nyhaClass". */
  readonly id: string;
  readonly kind: "number" | "choice" | "flag" | "text";
  /** As printed behind the field; empty for what has none. */
  readonly unit: string;
  readonly options: readonly FormOption[];
  /** What the published schema says of it. */
  readonly meaning: string;
  /** Without it there is no case. */
  readonly isNeeded: boolean;
  /** A clinical fact, which carries the day of its finding. */
  readonly isDated: boolean;
}

interface FormOption {
  readonly value: string;
  /** Undefined: the messages have a word for it. */
  readonly label: string | undefined;
}

export const FORM_SECTIONS = ["patient", "conduction", "heart", "circulation", "clinic", "procedure"] as const;
export type FormSection = (typeof FORM_SECTIONS)[number];

const PATHS: Readonly<Record<FormSection, readonly string[]>> = {
  patient: [
    "title",
    "patient.sex",
    "patient.age_years",
    "patient.height_cm",
    "patient.weight_kg",
    "patient.ejectionFraction_pct",
  ],
  conduction: [
    "conduction.rhythm",
    "conduction.pattern",
    "conduction.prInterval_ms",
    "conduction.qrsDuration_ms",
    "conduction.frontalAxis_deg",
  ],
  heart: ["heart.preset", "heart.edv_mL", "heart.wallThickness_mm", "heart.length_mm", "veins.group"],
  circulation: [
    "circulation.heartRate_bpm",
    "circulation.systolicPressure_mmHg",
    "circulation.diastolicPressure_mmHg",
    "circulation.leftAtrialPressure_mmHg",
    "circulation.regurgitantOrifice_mm2",
  ],
  clinic: [
    "fact.heartFailure",
    "fact.nyhaClass",
    "fact.gdmt_months",
    "fact.etiology",
    "fact.existingDevice",
    "fact.icdIndication",
    "fact.creatinine_mgPerdL",
    "fact.potassium_mmolPerL",
    "fact.hemoglobin_gPerdL",
    "fact.platelets_e9PerL",
    "fact.inr",
    "clinical.drugs",
  ],
  procedure: ["clinical.variant", "clinical.schedule.anchors.incision", "lead.model", "device.rvLead"],
};

const NEEDED = new Set(["title", "heart.preset", "conduction.rhythm", "conduction.pattern"]);

/** Choices whose words the program carries itself. */
const NAMED_OPTIONS: Readonly<Record<string, readonly FormOption[]>> = {
  "heart.preset": HEART_PRESETS.map(({ id, name }) => ({ value: id, label: name })),
  "lead.model": LEAD_CATALOG.map(({ id, maker, model }) => ({ value: id, label: `${maker} ${model}` })),
  "clinical.variant": PROCEDURE_VARIANTS.map(({ id, title }) => ({ value: id, label: title })),
};

/** Kinds are those that the form writes: a parametric heart, veins that are drawn, a lead of the catalog. */
const WRITTEN_KINDS = { heart: { kind: "preset" }, veins: { kind: "generated" }, lead: { kind: "catalog" } };

export const FORM_FIELDS: Readonly<Record<FormSection, readonly FormField[]>> = {
  patient: PATHS.patient.map(describeField),
  conduction: PATHS.conduction.map(describeField),
  heart: PATHS.heart.map(describeField),
  circulation: PATHS.circulation.map(describeField),
  clinic: PATHS.clinic.map(describeField),
  procedure: PATHS.procedure.map(describeField),
};

/** The clinical fact behind a field; undefined for a field of the case itself. */
export function factOf(id: string): FactId | undefined {
  const [head, fact] = id.split(".");
  return head === "fact" ? (fact as FactId) : undefined;
}

function describeField(id: string): FormField {
  const fact = factOf(id);
  return fact ? describeFact(id, fact) : describeOfCase(id);
}

function describeOfCase(id: string): FormField {
  const schema = findFieldSchema(id.split("."), WRITTEN_KINDS);
  const ofSchema = (schema?.enum ?? []).map((value) => ({ value: String(value), label: undefined }));
  const options = NAMED_OPTIONS[id] ?? ofSchema;
  const kind = options.length > 0 ? "choice" : schema?.type === "number" ? "number" : "text";
  const unit = schema?.unit ?? "";
  return { id, kind, unit, options, meaning: schema?.description ?? "", isNeeded: NEEDED.has(id), isDated: false };
}

function describeFact(id: string, fact: FactId): FormField {
  const definition = FACTS[fact];
  const shared = { id, meaning: definition.label, isNeeded: false, isDated: true };
  switch (definition.kind) {
    case "number":
      return { ...shared, kind: "number", unit: definition.unit === "1" ? "" : definition.unit, options: [] };
    case "choice":
      return {
        ...shared,
        kind: "choice",
        unit: "",
        options: definition.options.map((value) => ({ value, label: undefined })),
      };
    default:
      return { ...shared, kind: "flag", unit: "", options: [] };
  }
}
