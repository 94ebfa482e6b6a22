/** What can be known of a patient: one entry per fact, with its kind, unit and range, and how long a finding stays current. */
export type FactDefinition =
  | {
      readonly kind: "number";
      readonly label: string;
      readonly unit: string;
      readonly range: readonly [number, number];
      /** After so many days a finding is shown as old; undefined where it does not age. */
      readonly current_d?: number;
    }
  | { readonly kind: "choice"; readonly label: string; readonly options: readonly string[] }
  | { readonly kind: "flag"; readonly label: string }
  | { readonly kind: "date"; readonly label: string };

function quantity(label: string, unit: string, range: readonly [number, number], current_d?: number) {
  return { kind: "number", label, unit, range, ...(current_d === undefined ? {} : { current_d }) } as const;
}

function choice<const Options extends readonly string[]>(label: string, ...options: Options) {
  return { kind: "choice", label, options } as const;
}

function flag(label: string) {
  return { kind: "flag", label } as const;
}

function date(label: string) {
  return { kind: "date", label } as const;
}

export const FACTS = {
  sex: choice("sex", "female", "male"),
  birthDate: date("date of birth"),
  age_years: quantity("age", "years", [0, 120]),
  weight_kg: quantity("body weight", "kg", [2, 400], 90),
  height_cm: quantity("body height", "cm", [40, 250]),
  deceased: flag("the patient has died"),
  deceasedDate: date("date of death"),

  heartFailure: flag("heart failure"),
  lvef_pct: quantity("left ventricular ejection fraction", "%", [5, 85], 180),
  qrsDuration_ms: quantity("QRS duration, intrinsic, widest lead", "ms", [60, 300], 30),
  qrsMorphology: choice("QRS morphology", "LBBB", "RBBB", "IVCD", "fascicularBlock", "normal", "RVpaced", "unknown"),
  lbbbDefinition: choice("definition of LBBB that was applied", "strict", "conventional", "unknown"),
  rhythm: choice("rhythm", "sinus", "paroxysmalAf", "permanentAf", "other", "unknown"),
  nyhaClass: quantity("NYHA class", "1", [1, 4], 90),
  ambulatoryIv: flag("NYHA IV, ambulatory"),
  gdmt_months: quantity("guideline-directed medical therapy", "months", [0, 600]),
  etiology: choice("cause of heart failure", "ischemic", "nonischemic", "unknown"),
  infarctionDate: date("date of myocardial infarction"),
  priorInfarction: flag("myocardial infarction at any time"),
  revascularizationDate: date("date of revascularization"),
  sinceInfarction_d: quantity("time since myocardial infarction", "d", [0, 50_000]),
  sinceRevascularization_d: quantity("time since revascularization", "d", [0, 50_000]),
  avBlock: choice("AV block", "none", "first", "secondType1", "secondType2", "high", "complete", "unknown"),
  pacingIndicated: flag("ventricular pacing indicated for bradycardia"),
  expectedVPacing_pct: quantity("ventricular pacing expected", "%", [0, 100]),
  substantialVPacing: flag("ventricular pacing judged substantial by the clinician"),
  observedRvPacing_pct: quantity("right ventricular pacing observed", "%", [0, 100], 180),
  existingDevice: choice("device in place", "none", "pacemaker", "icd", "crtP", "crtD", "unknown"),
  newOrReplacementDevicePlanned: flag("new or replacement device planned"),
  avjAblationPlanned: flag("ablation of the AV junction planned"),
  bivCapture_pct: quantity("biventricular capture", "%", [0, 100], 90),
  completeBivCaptureAchievable: flag("nearly complete biventricular capture achievable (rate control or ablation)"),
  csLeadFailed: flag("coronary vein lead failed or impossible"),
  icdIndication: choice("indication for a defibrillator", "none", "primary", "secondary", "unknown"),
  survivalOverOneYear: flag("good survival of more than a year expected"),
  arrhythmogenicHighRisk: flag("genetic arrhythmogenic cardiomyopathy with high-risk features"),
  revascularizationCandidate: flag("candidate for revascularization"),
  cardiogenicShock: flag("cardiogenic shock"),
  irreversibleBrainDamage: flag("irreversible brain damage"),
  sharedDecisionEncounter: flag("formal shared-decision encounter with an evidence-based tool"),
  highSuddenDeathRisk: flag("high risk of sudden death"),

  scarOnMri: flag("late enhancement on cardiac MRI"),
  priorVentricularTachycardia: flag("ventricular tachycardia before"),
  frailty: flag("frailty"),
  dialysis: flag("dialysis"),
  goalSymptoms: flag("patient's goal is relief of symptoms"),
  palliative: flag("palliative horizon"),

  emergencyProcedure: flag("emergency, or out of hours"),
  activeInfection: flag("active infection or bacteremia"),
  feverWithin24h: flag("fever within 24 hours"),
  noVenousOrSurgicalAccess: flag("no venous access and no surgical route"),
  patientDeclines: flag("patient declines"),
  decompensated: flag("untreated decompensation or intravenous inotropes"),
  lvefRecheckedOnGdmt: flag("LVEF rechecked after 3 months of medical therapy"),
  reversibleCardiomyopathy: flag("reversible cardiomyopathy suspected"),
  contrastAllergy: choice("allergy to contrast", "none", "mild", "severe", "unknown"),
  contrastPremedicated: flag("premedicated for contrast allergy"),
  mechanicalTricuspidValve: flag("mechanical tricuspid valve"),
  superiorVeinsThrombosed: flag("superior vena cava or subclavian vein thrombosed"),
  subclavianAccess: flag("subclavian puncture planned"),
  persistentLeftSvc: flag("persistent left superior vena cava"),
  pregnant: flag("pregnancy"),
  childBearingPotential: flag("child-bearing potential"),

  creatinine_mgPerdL: quantity("creatinine", "mg/dL", [0.1, 25], 30),
  egfr_mLPerMinPer173m2: quantity("estimated GFR", "mL/min/1.73 m2", [1, 200], 30),
  acuteKidneyInjury: flag("acute kidney injury"),
  congested: flag("congested"),
  potassium_mmolPerL: quantity("potassium", "mmol/L", [1, 10], 30),
  hemoglobin_gPerdL: quantity("hemoglobin", "g/dL", [2, 25], 30),
  platelets_e9PerL: quantity("platelets", "10^9/L", [1, 2000], 30),
  inr: quantity("INR", "1", [0.5, 20], 1),
  glucose_mmolPerL: quantity("glucose", "mmol/L", [0.5, 60], 1),
  mechanicalValve: flag("mechanical heart valve"),
  veryHighEmbolicRisk: flag("very high embolic risk (recent stroke, cardioversion or ablation, high CHA2DS2-VASc)"),
  coronaryStentKind: choice(
    "stent or acute coronary syndrome",
    "none",
    "stableStent",
    "acuteCoronarySyndrome",
    "unknown",
  ),
  coronaryStentDate: date("date of stent or acute coronary syndrome"),
  betaLactamAllergy: choice("beta-lactam allergy", "none", "nonSevere", "severe", "unknown"),
  mrsaCarrier: flag("carrier of MRSA"),
  gastroparesis: flag("gastroparesis"),
  severeSleepApnea: flag("severe sleep apnea"),
  cannotLieFlat: flag("cannot lie flat"),
  immunocompromised: flag("immunocompromised"),
  priorDeviceProcedures: quantity("device procedures before", "1", [0, 20]),
  lvedd_mm: quantity("left ventricular end-diastolic diameter", "mm", [20, 120]),
  lveddIndex_mmPerM2: quantity("left ventricular end-diastolic diameter over body surface", "mm/m2", [10, 80]),
  septalFlash: flag("septal flash"),
  lvesv_mL: quantity("left ventricular end-systolic volume", "mL", [10, 600]),
  walkDistance_m: quantity("distance walked in 6 minutes", "m", [0, 1000]),
  kccq12: quantity("KCCQ-12 summary score", "points", [0, 100]),
} as const satisfies Record<string, FactDefinition>;

export type FactId = keyof typeof FACTS;

type ValueOf<D> = D extends { kind: "number" }
  ? number
  : D extends { kind: "flag" }
    ? boolean
    : D extends { kind: "choice"; options: readonly (infer Option)[] }
      ? Option
      : string;

/** The type of a fact's value: a number, yes or no, one of its options, or a date. */
export type FactValue<Id extends FactId = FactId> = ValueOf<(typeof FACTS)[Id]>;

export function factLabel(id: FactId): string {
  return FACTS[id].label;
}

export function factUnit(id: FactId): string | undefined {
  const definition: FactDefinition = FACTS[id];
  return definition.kind === "number" && definition.unit !== "1" ? definition.unit : undefined;
}
