/** NICE technology appraisal 314: device by QRS duration, LBBB and NYHA class, LVEF up to 35 %. */
import { origin } from "../../rules/clinical-rule.ts";
import { all, atLeast, atMost, below, type Criterion, yes } from "../../rules/criterion.ts";
import type { ClinicalDevice } from "../clinical-device.ts";
import type { IndicationRow } from "../indication-row.ts";
import { LBBB, NON_LBBB, nyha } from "../populations.ts";

interface Cell {
  readonly id: string;
  readonly devices: readonly ClinicalDevice[];
  readonly advice: string;
  readonly when: Criterion;
}

const NARROW = below("qrsDuration_ms", 120);
const MIDDLE = all(atLeast("qrsDuration_ms", 120), below("qrsDuration_ms", 150));
const WIDE = atLeast("qrsDuration_ms", 150);
/** The appraisal says class IV; held to ambulatory patients here, as every other table does. */
const CLASS_IV = all(nyha(4), yes("ambulatoryIv"));

const CELLS: readonly Cell[] = [
  {
    id: "T1",
    devices: ["ICD"],
    advice: "defibrillator below 120 ms at high risk of sudden death, NYHA I to III",
    when: all(NARROW, nyha(1, 2, 3), yes("highSuddenDeathRisk")),
  },
  {
    id: "T2",
    devices: ["ICD"],
    advice: "defibrillator without LBBB from 120 to 149 ms, NYHA I to III",
    when: all(MIDDLE, NON_LBBB, nyha(1, 2, 3)),
  },
  {
    id: "T3",
    devices: ["CRT-P"],
    advice: "CRT-P without LBBB from 120 to 149 ms, NYHA IV",
    when: all(MIDDLE, NON_LBBB, CLASS_IV),
  },
  {
    id: "T4",
    devices: ["ICD"],
    advice: "defibrillator with LBBB from 120 to 149 ms, NYHA I",
    when: all(MIDDLE, LBBB, nyha(1)),
  },
  {
    id: "T5",
    devices: ["CRT-D"],
    advice: "CRT-D with LBBB from 120 to 149 ms, NYHA II",
    when: all(MIDDLE, LBBB, nyha(2)),
  },
  {
    id: "T6",
    devices: ["CRT-P", "CRT-D"],
    advice: "CRT-P or CRT-D with LBBB from 120 to 149 ms, NYHA III",
    when: all(MIDDLE, LBBB, nyha(3)),
  },
  {
    id: "T7",
    devices: ["CRT-P"],
    advice: "CRT-P with LBBB from 120 to 149 ms, NYHA IV",
    when: all(MIDDLE, LBBB, CLASS_IV),
  },
  {
    id: "T8",
    devices: ["CRT-D"],
    advice: "CRT-D from 150 ms, with or without LBBB, NYHA I or II",
    when: all(WIDE, nyha(1, 2)),
  },
  {
    id: "T9",
    devices: ["CRT-P", "CRT-D"],
    advice: "CRT-P or CRT-D from 150 ms, with or without LBBB, NYHA III",
    when: all(WIDE, nyha(3)),
  },
  {
    id: "T10",
    devices: ["CRT-P"],
    advice: "CRT-P from 150 ms, with or without LBBB, NYHA IV",
    when: all(WIDE, CLASS_IV),
  },
];

export const TA314_ROWS: readonly IndicationRow[] = CELLS.map(({ id, devices, advice, when }) => ({
  ...origin("ta314", `recommendation table, cell ${id}`, true),
  id,
  guideline: "TA314",
  topic: devices.includes("ICD") ? "defibrillator" : "resynchronization",
  advice,
  stance: "for",
  devices,
  when: all(atMost("lvef_pct", 35), when),
  recommendationClass: "recommended",
  levelOfEvidence: undefined,
  isLevelConfirmed: false,
}));
