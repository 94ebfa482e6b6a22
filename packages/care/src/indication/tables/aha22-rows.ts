/** Device rows of the 2022 AHA/ACC/HFSA heart failure guideline, section 7.4.1. */
import { origin } from "../../rules/clinical-rule.ts";
import { above, all, any, atLeast, atMost, below, type Criterion, no, oneOf, yes } from "../../rules/criterion.ts";
import type { ClinicalDevice } from "../clinical-device.ts";
import type { IndicationRow, IndicationTopic } from "../indication-row.ts";
import {
  ATRIAL_FIBRILLATION,
  LBBB,
  NEEDS_VENTRICULAR_PACING,
  NO_NEED_FOR_PACING,
  NON_LBBB,
  NYHA_II_TO_IV,
  NYHA_III_TO_IV,
  nyha,
  ON_MEDICAL_THERAPY,
  SINUS,
} from "../populations.ts";

interface Row {
  readonly id: string;
  readonly grade: readonly [recommendationClass: string, level: string];
  readonly isConfirmed: boolean;
  readonly advice: string;
  readonly devices: readonly ClinicalDevice[];
  readonly when: Criterion;
  readonly topic?: IndicationTopic;
}

const REDUCED = all(SINUS, atMost("lvef_pct", 35), ON_MEDICAL_THERAPY);
const BAND_120_TO_149 = all(atLeast("qrsDuration_ms", 120), below("qrsDuration_ms", 150));
const LATE_AFTER_INFARCTION = atLeast("sinceInfarction_d", 40);
const SURVIVAL = yes("survivalOverOneYear");

const ROWS: readonly Row[] = [
  {
    id: "A1",
    grade: ["1", "A"],
    isConfirmed: true,
    advice: "defibrillator for primary prevention, NYHA II or III",
    devices: ["ICD"],
    when: all(
      any(oneOf("etiology", "nonischemic"), LATE_AFTER_INFARCTION),
      atMost("lvef_pct", 35),
      nyha(2, 3),
      ON_MEDICAL_THERAPY,
      SURVIVAL,
    ),
    topic: "defibrillator",
  },
  {
    id: "A2",
    grade: ["1", "B-R"],
    isConfirmed: true,
    advice: "defibrillator for primary prevention after infarction, NYHA I",
    devices: ["ICD"],
    when: all(LATE_AFTER_INFARCTION, atMost("lvef_pct", 30), nyha(1), ON_MEDICAL_THERAPY, SURVIVAL),
    topic: "defibrillator",
  },
  {
    id: "A3",
    grade: ["1", "B-R"],
    isConfirmed: true,
    advice: "CRT in sinus rhythm with LBBB from 150 ms",
    devices: ["CRT"],
    when: all(REDUCED, LBBB, atLeast("qrsDuration_ms", 150), NYHA_II_TO_IV),
  },
  {
    id: "A4",
    grade: ["2a", "B-R"],
    isConfirmed: true,
    advice: "CRT without LBBB from 150 ms",
    devices: ["CRT"],
    when: all(REDUCED, NON_LBBB, atLeast("qrsDuration_ms", 150), NYHA_II_TO_IV),
  },
  {
    id: "A5",
    grade: ["2a", "B-R"],
    isConfirmed: true,
    advice: "CRT in high-degree or complete AV block with LVEF from 36 to 50 %",
    devices: ["CRT"],
    when: all(oneOf("avBlock", "high", "complete"), above("lvef_pct", 35), atMost("lvef_pct", 50)),
  },
  {
    id: "A6",
    grade: ["2a", "B-NR"],
    isConfirmed: true,
    advice: "CRT with LBBB from 120 to 149 ms",
    devices: ["CRT"],
    when: all(REDUCED, LBBB, BAND_120_TO_149, NYHA_II_TO_IV),
  },
  {
    id: "A7",
    grade: ["2a", "B-NR"],
    isConfirmed: true,
    advice: "CRT in atrial fibrillation where nearly complete biventricular capture can be had",
    devices: ["CRT"],
    when: all(
      ATRIAL_FIBRILLATION,
      atMost("lvef_pct", 35),
      any(NEEDS_VENTRICULAR_PACING, all(atLeast("qrsDuration_ms", 120), NYHA_II_TO_IV)),
      yes("completeBivCaptureAchievable"),
    ),
  },
  {
    id: "A8",
    grade: ["2a", "B-NR"],
    isConfirmed: true,
    advice: "CRT with a new or replacement device and ventricular pacing above 40 % expected",
    devices: ["CRT"],
    when: all(atMost("lvef_pct", 35), yes("newOrReplacementDevicePlanned"), above("expectedVPacing_pct", 40)),
  },
  {
    id: "A9",
    grade: ["2a", "B-NR"],
    isConfirmed: true,
    advice: "defibrillator in genetic arrhythmogenic cardiomyopathy with high-risk features",
    devices: ["ICD"],
    when: all(yes("arrhythmogenicHighRisk"), atMost("lvef_pct", 45)),
    topic: "defibrillator",
  },
  {
    id: "A10",
    grade: ["2b", "B-NR"],
    isConfirmed: true,
    advice: "CRT may be considered without LBBB from 120 to 149 ms in NYHA III or ambulatory IV",
    devices: ["CRT"],
    when: all(REDUCED, NON_LBBB, BAND_120_TO_149, NYHA_III_TO_IV),
  },
  {
    id: "A11",
    grade: ["2b", "B-NR"],
    isConfirmed: true,
    advice: "CRT may be considered in ischemic NYHA I with LVEF up to 30 % and LBBB from 150 ms",
    devices: ["CRT"],
    when: all(
      SINUS,
      oneOf("etiology", "ischemic"),
      atMost("lvef_pct", 30),
      LBBB,
      atLeast("qrsDuration_ms", 150),
      nyha(1),
      ON_MEDICAL_THERAPY,
    ),
  },
  {
    id: "A12",
    grade: ["3", "B-R"],
    isConfirmed: false,
    advice: "no CRT below 120 ms",
    devices: ["CRT"],
    when: all(below("qrsDuration_ms", 120), NO_NEED_FOR_PACING),
  },
  {
    id: "A13",
    grade: ["3", "B-NR"],
    isConfirmed: false,
    advice: "no CRT without LBBB below 150 ms in NYHA I or II",
    devices: ["CRT"],
    when: all(nyha(1, 2), NON_LBBB, below("qrsDuration_ms", 150), NO_NEED_FOR_PACING),
  },
  {
    id: "A14",
    grade: ["3", "C-LD"],
    isConfirmed: false,
    advice: "no defibrillator where frailty or other disease limits good survival to less than a year",
    devices: ["ICD", "CRT-D"],
    when: no("survivalOverOneYear"),
    topic: "defibrillator",
  },
];

export const AHA22_ROWS: readonly IndicationRow[] = ROWS.map((row) => ({
  ...origin("aha22", `section 7.4.1, row ${row.id}`, row.isConfirmed),
  id: row.id,
  guideline: "AHA22",
  topic: row.topic ?? "resynchronization",
  advice: row.advice,
  stance: row.grade[0] === "3" ? "against" : "for",
  devices: row.devices,
  when: row.when,
  recommendationClass: row.grade[0],
  levelOfEvidence: row.grade[1],
  isLevelConfirmed: row.isConfirmed,
}));
