/** Rows of the 2017 Canadian heart failure guideline, and the one on AV block of 2013. */
import type { SourceId } from "../../figures/source-catalog.ts";
import { origin } from "../../rules/clinical-rule.ts";
import { all, any, atLeast, atMost, below, type Criterion, yes } from "../../rules/criterion.ts";
import type { IndicationRow } from "../indication-row.ts";
import {
  HIGH_DEGREE_BLOCK,
  LBBB,
  NO_NEED_FOR_PACING,
  NON_LBBB,
  NYHA_II_TO_IV,
  ON_MEDICAL_THERAPY,
  PERMANENT_AF,
  SINUS,
} from "../populations.ts";

interface Row {
  readonly id: string;
  readonly strength: "strong" | "weak" | "strong against";
  readonly advice: string;
  readonly when: Criterion;
  readonly sourceId?: SourceId;
  /** The guideline gives no limit of LVEF here; the one of its other rows is taken. */
  readonly isLimitAssumed?: true;
}

const SYMPTOMATIC = all(SINUS, NYHA_II_TO_IV, atMost("lvef_pct", 35), ON_MEDICAL_THERAPY);

const ROWS: readonly Row[] = [
  {
    id: "C1",
    strength: "strong",
    advice: "CRT in sinus rhythm with LBBB from 130 ms",
    when: all(SYMPTOMATIC, LBBB, atLeast("qrsDuration_ms", 130)),
  },
  {
    id: "C2",
    strength: "weak",
    advice: "CRT may be considered without LBBB from 150 ms",
    when: all(SYMPTOMATIC, NON_LBBB, atLeast("qrsDuration_ms", 150)),
  },
  {
    id: "C3",
    strength: "weak",
    advice: "CRT may be considered in permanent atrial fibrillation where nearly all beats can be paced",
    when: all(
      PERMANENT_AF,
      NYHA_II_TO_IV,
      atMost("lvef_pct", 35),
      atLeast("qrsDuration_ms", 130),
      yes("completeBivCaptureAchievable"),
    ),
  },
  {
    id: "C4",
    strength: "weak",
    advice: "CRT may be considered where right-ventricular pacing is needed for long, with heart failure and low LVEF",
    when: all(
      any(yes("pacingIndicated"), HIGH_DEGREE_BLOCK),
      any(yes("heartFailure"), NYHA_II_TO_IV),
      atMost("lvef_pct", 35),
    ),
    isLimitAssumed: true,
  },
  {
    id: "C5",
    strength: "strong against",
    advice: "no CRT below 130 ms",
    when: all(below("qrsDuration_ms", 130), NO_NEED_FOR_PACING),
  },
  {
    id: "C6",
    strength: "weak",
    advice: "CRT may be considered in new high-degree AV block with heart failure and LVEF up to 45 %",
    when: all(HIGH_DEGREE_BLOCK, any(yes("heartFailure"), NYHA_II_TO_IV), atMost("lvef_pct", 45)),
    sourceId: "ccs13",
  },
];

export const CCS17_ROWS: readonly IndicationRow[] = ROWS.map(
  ({ id, strength, advice, when, sourceId, isLimitAssumed }) => ({
    ...origin(sourceId ?? "ccs17", `recommendation row ${id}`, isLimitAssumed !== true),
    id,
    guideline: "CCS17",
    topic: "resynchronization",
    advice,
    stance: strength === "strong against" ? "against" : "for",
    devices: ["CRT"],
    when,
    recommendationClass: strength,
    levelOfEvidence: undefined,
    isLevelConfirmed: false,
  }),
);
