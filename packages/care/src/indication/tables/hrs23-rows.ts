/** Rows of the 2023 HRS/APHRS/LAHRS guideline on cardiac physiologic pacing. */
import { origin } from "../../rules/clinical-rule.ts";
import { above, all, any, atLeast, atMost, below, type Criterion, not, oneOf, yes } from "../../rules/criterion.ts";
import type { ClinicalDevice } from "../clinical-device.ts";
import type { IndicationRow, IndicationTopic } from "../indication-row.ts";
import {
  ATRIAL_FIBRILLATION,
  HIGH_DEGREE_BLOCK,
  LBBB,
  NEEDS_VENTRICULAR_PACING,
  NO_NEED_FOR_PACING,
  NON_LBBB,
  NYHA_II_TO_IV,
  NYHA_III_TO_IV,
  nyha,
  ON_MEDICAL_THERAPY,
  PERMANENT_AF,
  SINUS,
  SUBSTANTIAL_PACING,
} from "../populations.ts";

interface Row {
  readonly id: string;
  /** Undefined where class and level were not retrieved. */
  readonly grade: readonly [recommendationClass: string, level: string] | undefined;
  readonly isConfirmed: boolean;
  /** Where the level is less sure than the class. */
  readonly isLevelConfirmed?: boolean;
  readonly advice: string;
  readonly devices: readonly ClinicalDevice[];
  readonly when: Criterion;
  readonly topic?: IndicationTopic;
}

const REDUCED = all(SINUS, atMost("lvef_pct", 35), ON_MEDICAL_THERAPY);
const BAND_120_TO_149 = all(atLeast("qrsDuration_ms", 120), below("qrsDuration_ms", 150));
const WIDE_NON_LBBB = all(REDUCED, NON_LBBB, atLeast("qrsDuration_ms", 150));
/** Printed as 36 to 50 %; raw values are compared, so nothing lies between the tables. */
const MILDLY_REDUCED = all(above("lvef_pct", 35), atMost("lvef_pct", 50));
const NORMAL_LVEF = above("lvef_pct", 50);
const LITTLE_PACING = all(NEEDS_VENTRICULAR_PACING, not(SUBSTANTIAL_PACING));
const MUCH_PACING = all(NEEDS_VENTRICULAR_PACING, SUBSTANTIAL_PACING);

const ROWS: readonly Row[] = [
  {
    id: "H1",
    grade: ["1", "A"],
    isConfirmed: true,
    isLevelConfirmed: false,
    advice: "CRT in sinus rhythm with LBBB from 150 ms",
    devices: ["CRT"],
    when: all(REDUCED, LBBB, atLeast("qrsDuration_ms", 150), NYHA_II_TO_IV),
  },
  {
    id: "H2",
    grade: ["1", "B-NR"],
    isConfirmed: false,
    advice: "CRT in women with LBBB from 120 to 149 ms",
    devices: ["CRT"],
    when: all(REDUCED, LBBB, BAND_120_TO_149, NYHA_II_TO_IV, oneOf("sex", "female")),
  },
  {
    id: "H3",
    grade: ["2a", "B-R"],
    isConfirmed: false,
    advice: "CRT in men with LBBB from 120 to 149 ms",
    devices: ["CRT"],
    when: all(REDUCED, LBBB, BAND_120_TO_149, NYHA_II_TO_IV, oneOf("sex", "male")),
  },
  {
    id: "H4",
    grade: ["2a", "A"],
    isConfirmed: true,
    advice: "CRT without LBBB from 150 ms in NYHA III or ambulatory IV",
    devices: ["CRT"],
    when: all(WIDE_NON_LBBB, NYHA_III_TO_IV),
  },
  {
    id: "H5",
    grade: ["2b", "B-R; CSP C-LD"],
    isConfirmed: true,
    advice: "physiologic pacing may be considered without LBBB from 150 ms in NYHA II",
    devices: ["CPP"],
    when: all(WIDE_NON_LBBB, nyha(2)),
  },
  {
    id: "H6",
    grade: ["2b", "C-LD"],
    isConfirmed: true,
    advice: "conduction system pacing without LBBB where effective biventricular pacing is not achieved",
    devices: ["CSP"],
    when: all(WIDE_NON_LBBB, NYHA_II_TO_IV, yes("csLeadFailed")),
    topic: "conductionSystemPacing",
  },
  {
    id: "H7",
    grade: ["2b", "B-NR; CSP C-LD"],
    isConfirmed: true,
    advice: "usefulness of physiologic pacing is uncertain without LBBB from 120 to 149 ms in NYHA III or IV",
    devices: ["CPP"],
    when: all(REDUCED, NON_LBBB, BAND_120_TO_149, NYHA_III_TO_IV),
  },
  {
    id: "H8",
    grade: ["3", "B-R"],
    isConfirmed: true,
    advice: "no biventricular pacing below 120 ms",
    devices: ["CRT"],
    when: all(below("qrsDuration_ms", 120), atMost("lvef_pct", 35), nyha(2, 3, 4), NO_NEED_FOR_PACING),
  },
  {
    id: "H9",
    grade: ["3", "B-R"],
    isConfirmed: true,
    advice: "no biventricular pacing without LBBB below 150 ms in NYHA I or II",
    devices: ["CRT"],
    when: all(NON_LBBB, below("qrsDuration_ms", 150), nyha(1, 2), NO_NEED_FOR_PACING),
  },
  {
    id: "H10",
    grade: ["2a", "B-NR"],
    isConfirmed: true,
    advice: "physiologic pacing where pacing is indicated and expected to be substantial, mildly reduced LVEF",
    devices: ["CPP"],
    when: all(MUCH_PACING, MILDLY_REDUCED),
  },
  {
    id: "H11",
    grade: ["2b", "B-NR"],
    isConfirmed: true,
    advice: "physiologic pacing may be considered with normal LVEF and substantial pacing",
    devices: ["CPP"],
    when: all(MUCH_PACING, NORMAL_LVEF),
  },
  {
    id: "H12",
    grade: ["2a", "B-R"],
    isConfirmed: true,
    advice: "a right-ventricular lead with as little pacing as possible, where little is expected",
    devices: ["RVP"],
    when: all(LITTLE_PACING, above("lvef_pct", 35)),
    topic: "rightVentricularPacing",
  },
  {
    id: "H13",
    grade: ["2b", "C-LD"],
    isConfirmed: true,
    advice: "conduction system pacing instead of a right-ventricular lead, mildly reduced LVEF, little pacing",
    devices: ["CSP"],
    when: all(LITTLE_PACING, MILDLY_REDUCED),
    topic: "conductionSystemPacing",
  },
  {
    id: "H14",
    grade: ["2b", "C-LD"],
    isConfirmed: true,
    advice: "physiologic pacing may be considered with mildly reduced LVEF, LBBB and little pacing",
    devices: ["CPP"],
    when: all(LITTLE_PACING, MILDLY_REDUCED, LBBB),
  },
  {
    id: "H15",
    grade: ["2b", "C-LD"],
    isConfirmed: true,
    advice: "left bundle branch area pacing as an option with normal LVEF and little pacing",
    devices: ["CSP"],
    when: all(LITTLE_PACING, NORMAL_LVEF),
    topic: "conductionSystemPacing",
  },
  {
    id: "H16",
    grade: ["3", "B-R"],
    isConfirmed: true,
    advice: "no biventricular pacing with normal LVEF and little pacing",
    devices: ["CRT"],
    when: all(LITTLE_PACING, NORMAL_LVEF),
  },
  {
    id: "H17",
    grade: ["1", "B-NR"],
    isConfirmed: true,
    advice: "LVEF checked from time to time under right-ventricular pacing that programming cannot reduce",
    devices: [],
    when: all(oneOf("existingDevice", "pacemaker", "icd"), atLeast("observedRvPacing_pct", 20)),
    topic: "surveillance",
  },
  {
    id: "H18",
    grade: ["2a", "B-NR"],
    isConfirmed: true,
    advice: "LVEF checked from time to time in chronic LBBB",
    devices: [],
    when: LBBB,
    topic: "surveillance",
  },
  {
    id: "H19",
    grade: ["2b", "C-LD"],
    isConfirmed: true,
    advice: "a backup lead where a pacing-dependent patient has His bundle pacing",
    devices: ["CSP"],
    when: all(HIGH_DEGREE_BLOCK, yes("csLeadFailed")),
    topic: "leadChoice",
  },
  {
    id: "H20a",
    grade: undefined,
    isConfirmed: false,
    advice: "LBBB with mildly reduced LVEF and heart failure",
    devices: [],
    when: all(LBBB, MILDLY_REDUCED, any(yes("heartFailure"), nyha(2, 3, 4)), NO_NEED_FOR_PACING),
  },
  {
    id: "H20b",
    grade: undefined,
    isConfirmed: false,
    advice: "atrial fibrillation with ablation of the AV junction",
    devices: [],
    when: all(ATRIAL_FIBRILLATION, yes("avjAblationPlanned")),
  },
  {
    id: "H20c",
    grade: undefined,
    isConfirmed: false,
    advice: "permanent atrial fibrillation with reduced LVEF",
    devices: [],
    when: all(PERMANENT_AF, atMost("lvef_pct", 35)),
  },
  {
    id: "H20d",
    grade: undefined,
    isConfirmed: false,
    advice: "ischemic, NYHA I",
    devices: [],
    when: all(oneOf("etiology", "ischemic"), nyha(1), atMost("lvef_pct", 35), LBBB),
  },
  {
    id: "H20e",
    grade: undefined,
    isConfirmed: false,
    advice: "upgrade in pacing-induced cardiomyopathy",
    devices: [],
    when: all(oneOf("existingDevice", "pacemaker", "icd"), atLeast("observedRvPacing_pct", 20), atMost("lvef_pct", 50)),
  },
  {
    id: "H20f",
    grade: undefined,
    isConfirmed: false,
    advice: "conduction system pacing in LBBB where biventricular pacing fails",
    devices: [],
    when: all(LBBB, atMost("lvef_pct", 35), yes("csLeadFailed")),
    topic: "conductionSystemPacing",
  },
];

export const HRS23_ROWS: readonly IndicationRow[] = ROWS.map((row) => ({
  ...origin("hrs23", `recommendation row ${row.id}`, row.isConfirmed),
  id: row.id,
  guideline: "HRS23",
  topic: row.topic ?? "resynchronization",
  advice: row.advice,
  stance: row.grade === undefined ? "notRetrieved" : row.grade[0] === "3" ? "against" : "for",
  devices: row.devices,
  when: row.when,
  recommendationClass: row.grade?.[0],
  levelOfEvidence: row.grade?.[1],
  isLevelConfirmed: row.isLevelConfirmed ?? row.isConfirmed,
}));
