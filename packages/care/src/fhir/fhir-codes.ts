import { FACTS, type FactDefinition, type FactId, type FactValue } from "../facts/fact-catalog.ts";
import type { FhirConcept } from "./fhir-resource.ts";
import { ownSystem } from "./own-codes.ts";
import { UCUM_UNITS } from "./ucum-units.ts";

/** Which codes of a record say what. Numbers only; a code is `confirmed` if its use was seen in a published resource. */
export interface CodeRow {
  readonly system: string;
  /** The code, or with `isPrefix` how it starts. */
  readonly code: string;
  readonly isPrefix?: boolean;
  readonly confirmed: boolean;
}

export interface Measured extends CodeRow {
  readonly fact: FactId;
  /** The factor from each UCUM unit to the unit of the fact. */
  readonly factors: Readonly<Record<string, number>>;
}

export interface Said extends CodeRow {
  readonly fact: FactId;
  readonly value: FactValue;
}

const LOINC = "http://loinc.org";
const SNOMED = "http://snomed.info/sct";
const ICD10_CM = "http://hl7.org/fhir/sid/icd-10-cm";
const ICD10_GM = "http://fhir.de/CodeSystem/bfarm/icd-10-gm";

/** 1 mg/dL of creatinine in umol/L, from its molar mass of 113.12 g/mol. */
const CREATININE_umolPerL = 88.4;

function measured(
  fact: FactId,
  factors: Measured["factors"],
  ...codes: readonly (readonly [system: string, code: string, confirmed: boolean])[]
): Measured[] {
  return codes.map(([system, code, confirmed]) => ({ system, code, confirmed, fact, factors }));
}

export const MEASURED_CODES: readonly Measured[] = [
  ...measured("lvef_pct", { "%": 1 }, [LOINC, "10230-1", true], [SNOMED, "250908004", true]),
  ...measured("qrsDuration_ms", { ms: 1, s: 1000 }, [LOINC, "8633-0", true], [SNOMED, "39632005", true]),
  ...measured(
    "creatinine_mgPerdL",
    { "mg/dL": 1, "umol/L": 1 / CREATININE_umolPerL },
    [LOINC, "2160-0", true],
    [LOINC, "38483-4", true],
  ),
  ...measured("egfr_mLPerMinPer173m2", { "mL/min/{1.73_m2}": 1 }, [LOINC, "98979-8", true], [LOINC, "33914-3", true]),
  ...measured("potassium_mmolPerL", { "mmol/L": 1, "meq/L": 1 }, [LOINC, "6298-4", true], [LOINC, "2823-3", false]),
  ...measured("hemoglobin_gPerdL", { "g/dL": 1, "g/L": 0.1 }, [LOINC, "718-7", true]),
  ...measured("platelets_e9PerL", { "10*3/uL": 1, "10*9/L": 1 }, [LOINC, "777-3", true]),
  ...measured("inr", { "{INR}": 1, "1": 1 }, [LOINC, "6301-6", true]),
  ...measured("weight_kg", { kg: 1, g: 0.001, "[lb_av]": 0.453_592_37 }, [LOINC, "29463-7", true]),
  ...measured("walkDistance_m", { m: 1 }, [LOINC, "64098-7", true]),
  ...measured("kccq12", { "{score}": 1 }, [LOINC, "86924-8", true]),
  ...measured("height_cm", { cm: 1, m: 100, "[in_i]": 2.54 }, [LOINC, "8302-2", true]),
];

/** Facts that are numbers, by this program's own code; they come back from its own exports. */
export const OWN_MEASURED: readonly Measured[] = (Object.keys(FACTS) as FactId[]).flatMap((fact) => {
  const definition: FactDefinition = FACTS[fact];
  if (definition.kind !== "number") return [];
  const factors = { [UCUM_UNITS[definition.unit]!]: 1 };
  return [{ system: ownSystem("fact"), code: fact, confirmed: true, fact, factors }];
});

/** Observations whose answer is a code. */
export const ANSWERED_CODES: readonly CodeRow[] = [
  { system: LOINC, code: "88020-3", confirmed: true },
  { system: SNOMED, code: "421518007", confirmed: true },
];

export const ANSWERS: readonly Said[] = [
  ...["LA28404-4", "LA28405-1", "LA28406-9", "LA28407-7"].map((code, index) => nyha(LOINC, code, index + 1)),
  ...["420300004", "421704003", "420913000", "422293003"].map((code, index) => nyha(SNOMED, code, index + 1)),
];

function nyha(system: string, code: string, value: number): Said {
  return { system, code, confirmed: true, fact: "nyhaClass", value };
}

function said(fact: FactId, value: FactValue, confirmed: boolean, ...codes: readonly string[]): Said[] {
  return codes.map((code) => ({ system: SNOMED, code, confirmed, fact, value }));
}

/** ICD-10 in its two national forms that agree in these chapters. */
function classified(fact: FactId, value: FactValue, ...codes: readonly string[]): Said[] {
  return [ICD10_CM, ICD10_GM].flatMap((system) =>
    codes.map((code) => ({ system, code, isPrefix: true, confirmed: false, fact, value })),
  );
}

export const CONDITION_CODES: readonly Said[] = [
  ...said("heartFailure", true, true, "88805009", "48447003", "703272007"),
  ...said("priorInfarction", true, true, "22298006", "399211009"),
  ...said("qrsMorphology", "LBBB", true, "733534002"),
  ...said("qrsMorphology", "RBBB", true, "713427006"),
  ...said("avBlock", "complete", false, "27885002"),
  ...classified("heartFailure", true, "I50"),
  ...classified("priorInfarction", true, "I21", "I22", "I25.2"),
  ...classified("avBlock", "complete", "I44.2"),
  ...[ICD10_CM, ICD10_GM].map(
    (system): Said => ({ system, code: "I44.7", confirmed: false, fact: "qrsMorphology", value: "LBBB" }),
  ),
];

/** Myocardial infarction at a date; a history of one has the date on which it was told. */
export const INFARCTION_CODES: readonly CodeRow[] = [
  { system: SNOMED, code: "22298006", confirmed: true },
  ...[ICD10_CM, ICD10_GM].flatMap((system) =>
    ["I21", "I22"].map((code) => ({ system, code, isPrefix: true, confirmed: false })),
  ),
];

/** Findings that a guideline asks about more closely than the code says. */
export const UNSPECIFIC_CODES: readonly (CodeRow & { readonly open: FactId; readonly text: string })[] = [
  {
    system: SNOMED,
    code: "49436004",
    confirmed: true,
    open: "rhythm",
    text: "atrial fibrillation; whether it is permanent is not said, so the rhythm stays open",
  },
];

/** Procedures from which a device in place is inferred; 447365002 is that of the synthetic patients. */
export const IMPLANT_CODES: readonly Said[] = [
  ...said("existingDevice", "crtD", true, "447365002", "1236755008"),
  ...said("existingDevice", "crtP", true, "429064006"),
  ...said("existingDevice", "icd", true, "395218007"),
  ...said("existingDevice", "pacemaker", true, "307280005"),
];

export const DEVICE_CODES: readonly Said[] = [
  ...said("existingDevice", "crtD", true, "704707009"),
  ...said("existingDevice", "crtP", true, "704708004"),
  ...said("existingDevice", "icd", true, "72506001"),
  ...said("existingDevice", "pacemaker", true, "706004007", "14106009"),
];

/** The first row of a table that a coded concept names, with the code as it was written. */
export function findRow<Row extends CodeRow>(
  rows: readonly Row[],
  concept: FhirConcept | undefined,
): { readonly row: Row; readonly code: string } | undefined {
  for (const { system, code } of concept?.coding ?? []) {
    const row = rows.find(
      (candidate) =>
        candidate.system === system &&
        code !== undefined &&
        (candidate.isPrefix === true ? code.startsWith(candidate.code) : code === candidate.code),
    );
    if (row !== undefined && code !== undefined) return { row, code: `${system}|${code}` };
  }
  return undefined;
}
