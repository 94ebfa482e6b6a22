/** Resynchronization rows of the 2021 ESC guideline; class and level from memory, in part matched by published code. */
import { unconfirmed } from "../../rules/clinical-rule.ts";
import { above, all, any, atLeast, atMost, below, type Criterion, no, oneOf, yes } from "../../rules/criterion.ts";
import type { ClinicalDevice } from "../clinical-device.ts";
import type { IndicationRow, IndicationTopic } from "../indication-row.ts";
import {
  ATRIAL_FIBRILLATION,
  HIGH_DEGREE_BLOCK,
  LBBB,
  NO_NEED_FOR_PACING,
  NON_LBBB,
  NYHA_II_TO_IV,
  NYHA_III_TO_IV,
  ON_MEDICAL_THERAPY,
  PERMANENT_AF,
  SINUS,
} from "../populations.ts";

interface Row {
  readonly id: string;
  readonly grade: readonly [recommendationClass: string, level: string];
  readonly advice: string;
  readonly devices: readonly ClinicalDevice[];
  readonly when: Criterion;
  readonly topic?: IndicationTopic;
}

const SYMPTOMATIC = all(SINUS, atMost("lvef_pct", 35), NYHA_II_TO_IV, ON_MEDICAL_THERAPY);
const BAND_130_TO_149 = all(atLeast("qrsDuration_ms", 130), below("qrsDuration_ms", 150));
const ABLATION = all(ATRIAL_FIBRILLATION, yes("avjAblationPlanned"));
const CANDIDATE = all(atMost("lvef_pct", 35), atLeast("qrsDuration_ms", 130), NYHA_II_TO_IV);

const ROWS: readonly Row[] = [
  {
    id: "E1",
    grade: ["I", "A"],
    advice: "CRT in sinus rhythm with LBBB from 150 ms",
    devices: ["CRT"],
    when: all(SYMPTOMATIC, LBBB, atLeast("qrsDuration_ms", 150)),
  },
  {
    id: "E2",
    grade: ["IIa", "B"],
    advice: "CRT in sinus rhythm with LBBB from 130 to 149 ms",
    devices: ["CRT"],
    when: all(SYMPTOMATIC, LBBB, BAND_130_TO_149),
  },
  {
    id: "E3",
    grade: ["IIa", "B"],
    advice: "CRT in sinus rhythm without LBBB from 150 ms",
    devices: ["CRT"],
    when: all(SYMPTOMATIC, NON_LBBB, atLeast("qrsDuration_ms", 150)),
  },
  {
    id: "E4",
    grade: ["IIb", "B"],
    advice: "CRT may be considered without LBBB from 130 to 149 ms",
    devices: ["CRT"],
    when: all(SYMPTOMATIC, NON_LBBB, BAND_130_TO_149),
  },
  {
    id: "E5",
    grade: ["III", "A"],
    advice: "no CRT below 130 ms without a need for right-ventricular pacing",
    devices: ["CRT"],
    when: all(below("qrsDuration_ms", 130), NO_NEED_FOR_PACING),
  },
  {
    id: "E6",
    grade: ["IIa", "C"],
    advice: "CRT in permanent atrial fibrillation from 130 ms, with a plan to secure biventricular capture",
    devices: ["CRT"],
    when: all(
      PERMANENT_AF,
      atMost("lvef_pct", 35),
      atLeast("qrsDuration_ms", 130),
      NYHA_III_TO_IV,
      yes("completeBivCaptureAchievable"),
    ),
  },
  {
    id: "E7",
    grade: ["IIa", "B"],
    advice: "ablation of the AV junction where conducted fibrillation keeps biventricular capture below 90 to 95 %",
    devices: ["CRT"],
    when: all(ATRIAL_FIBRILLATION, oneOf("existingDevice", "crtP", "crtD"), below("bivCapture_pct", 95)),
    topic: "leadChoice",
  },
  {
    id: "E8",
    grade: ["I", "B"],
    advice: "CRT with ablation of the AV junction and reduced ejection fraction, whatever the QRS",
    devices: ["CRT"],
    when: all(ABLATION, below("lvef_pct", 40)),
  },
  {
    id: "E9",
    grade: ["IIa", "C"],
    advice: "CRT rather than right-ventricular pacing with ablation and mildly reduced ejection fraction",
    devices: ["CRT"],
    when: all(ABLATION, atLeast("lvef_pct", 40), below("lvef_pct", 50)),
  },
  {
    id: "E10a",
    grade: ["IIa", "B"],
    advice: "right-ventricular pacing with ablation and preserved ejection fraction",
    devices: ["RVP"],
    when: all(ABLATION, atLeast("lvef_pct", 50)),
    topic: "rightVentricularPacing",
  },
  {
    id: "E10b",
    grade: ["IIb", "C"],
    advice: "CRT may be considered with ablation and preserved ejection fraction",
    devices: ["CRT"],
    when: all(ABLATION, atLeast("lvef_pct", 50)),
  },
  {
    id: "E11",
    grade: ["I", "A"],
    advice: "CRT rather than right-ventricular pacing in high-degree AV block with reduced ejection fraction",
    devices: ["CRT"],
    when: all(below("lvef_pct", 40), HIGH_DEGREE_BLOCK),
  },
  {
    id: "E12",
    grade: ["IIa", "B"],
    advice: "upgrade to CRT where heart failure persists with much right-ventricular pacing",
    devices: ["CRT"],
    when: all(
      oneOf("existingDevice", "pacemaker", "icd"),
      atMost("lvef_pct", 35),
      NYHA_II_TO_IV,
      ON_MEDICAL_THERAPY,
      above("observedRvPacing_pct", 20),
    ),
  },
  {
    id: "E13",
    grade: ["I", "A"],
    advice: "CRT-D in a candidate for CRT with an indication for a defibrillator",
    devices: ["CRT-D"],
    when: all(CANDIDATE, oneOf("icdIndication", "primary", "secondary")),
    topic: "defibrillator",
  },
  {
    id: "E14",
    grade: ["IIa", "B"],
    advice: "CRT-D after individual assessment of risk and a shared decision",
    devices: ["CRT-D"],
    when: CANDIDATE,
    topic: "defibrillator",
  },
  {
    id: "E15",
    grade: ["IIa", "B"],
    advice: "His bundle pacing, or an epicardial lead, where the coronary vein lead failed",
    devices: ["CSP", "epicardial LV lead"],
    when: all(any(CANDIDATE, HIGH_DEGREE_BLOCK), yes("csLeadFailed")),
    topic: "conductionSystemPacing",
  },
  {
    id: "E16",
    grade: ["IIa", "C"],
    advice: "a quadripolar lead first",
    devices: ["CRT"],
    when: all(CANDIDATE, no("csLeadFailed")),
    topic: "leadChoice",
  },
];

export const ESC21_ROWS: readonly IndicationRow[] = ROWS.map(({ id, grade, advice, devices, when, topic }) => ({
  ...unconfirmed("esc21", `resynchronization recommendations, row ${id}`),
  id,
  guideline: "ESC21",
  topic: topic ?? "resynchronization",
  advice,
  stance: grade[0] === "III" ? "against" : "for",
  devices,
  when,
  recommendationClass: grade[0],
  levelOfEvidence: grade[1],
  isLevelConfirmed: false,
}));
