/** The procedure in English: what the tables say already is taken from them. No digit of a patient stands here. */

import { BAIL_OUTS } from "../../procedure/bail-outs.ts";
import { RECORDING_NOTICE } from "../../procedure/procedure-log.ts";
import { PROCEDURE_STEPS } from "../../procedure/procedure-steps.ts";
import { SAFETY_RULES } from "../../procedure/safety-rules.ts";
import { SCORE_NOTICE } from "../../procedure/score-log.ts";
import type { StepId } from "../../procedure/step.ts";
import { PROCEDURE_VARIANTS } from "../../procedure/variants.ts";
import { ROOM_ITEMS } from "../../setting/equipment.ts";
import { ROLES, type RoleId } from "../../setting/roles.ts";
import { REHEARSAL_REFUSALS } from "../rehearsal-refusals.ts";
import type { ProcedureWords } from "./procedure-words.ts";

export const ENGLISH_PROCEDURE: ProcedureWords = {
  language: "en",
  translator: "project authors",
  reviewedBy: undefined,
  notChecked: "Not checked by a clinician.",
  notice: RECORDING_NOTICE,
  scoreNotice: SCORE_NOTICE,
  variants: Object.fromEntries(PROCEDURE_VARIANTS.map(({ id, title }) => [id, title])),
  steps: Object.fromEntries([
    ...PROCEDURE_STEPS.map(({ id, title }) => [id, title]),
    ["planB", "No lead through the veins: what is done instead"],
  ]) as Record<StepId, string>,
  ends: { finished: "The procedure is finished.", postponed: "The procedure is postponed.", aborted: "It was ended." },
  records: {
    briefing: "briefing",
    dependency: "pacing dependency",
    backupPacing: "backup pacing",
    accessVenogram: "venogram of the access side",
    timeOut: "time-out",
    oldLeadTest: "test of the leads in place",
    abandonedLeads: "abandoned leads",
    rvTest: "test of the right-ventricular lead",
    csVenogram: "venogram of the coronary sinus",
    targetVein: "target vein",
    lvThreshold: "left-ventricular threshold",
    lvImpedance: "left-ventricular impedance",
    qLv: "Q-LV",
    phrenicTest: "phrenic nerve",
    stability: "stability",
    atrialTest: "test of the atrial lead",
    conductionSystemTest: "test of the conduction-system lead",
    guideRemoved: "guide removed, slack and threshold again",
    oldGenerator: "old generator",
    connection: "connection of each port",
    systemTest: "test through the header",
    pacedEcg: "paced ECG",
    serials: "serial numbers",
    mriState: "MRI state",
    finalProgram: "final program",
    radiation: "radiation and contrast",
    signOut: "sign-out",
    chestFilm: "chest film",
  },
  roles: Object.fromEntries(ROLES.map(({ id, title }) => [id, title])) as Record<RoleId, string>,
  exits: Object.fromEntries(PROCEDURE_STEPS.flatMap(({ exits }) => exits.map(({ id, text }) => [id, text]))),
  planB: {
    conductionSystemPacing: "pacing of the conduction system",
    surgicalEpicardial: "surgical lead on the epicardium, another day",
    secondAttempt: "a second attempt, by another operator",
    noLvLead: "no left-ventricular lead",
  },
  purposes: { bench: "a bench case", teaching: "teaching", research: "research" },
  timers: {
    antibioticAgain: "second dose of cefazolin: the wound is still open",
    callForHelp: "no lead in place: call for help, or plan B",
  },
  complications: Object.fromEntries(
    BAIL_OUTS.map(({ id, complication, first }) => [id, { name: complication, first }]),
  ),
  refusals: {
    ...Object.fromEntries(SAFETY_RULES.map(({ id, why, fix }) => [id, { why, fix }])),
    ...REHEARSAL_REFUSALS,
    notAtThisStep: { why: "the procedure is at another step", fix: "Complete the step it is at first." },
    ended: { why: "the procedure has ended", fix: "Take the last move back if that was wrong." },
    nothingToUndo: { why: "no move stands", fix: "Go on." },
    noticeNotConfirmed: { why: `nobody confirmed: ${RECORDING_NOTICE}`, fix: "Confirm the line by name." },
  },
  equipment: Object.fromEntries([
    ...ROOM_ITEMS.map(({ id, text }) => [id, text]),
    ["innerGuide", "inner guide that the lead passes"],
    ["lead", "left-ventricular lead, a second one unopened"],
    ["header", "generator with a port for the lead's connector"],
    ["oldSystem", "wrenches, caps and adaptors for the leads in place"],
  ]),
};
