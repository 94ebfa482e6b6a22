/** What stands against an implant now, or has to be settled first. */
import { origin, type RuleOrigin, unconfirmed } from "../rules/clinical-rule.ts";
import { above, all, any, below, type Criterion, no, not, oneOf, yes } from "../rules/criterion.ts";
import { NO_NEED_FOR_PACING } from "./populations.ts";

export interface Contraindication extends RuleOrigin {
  readonly id: string;
  /** absolute: not while it lasts. defer: wait or settle first. plan: no bar, the plan takes it in. warning: evidence of harm. */
  readonly kind: "absolute" | "defer" | "plan" | "warning";
  /** Whether it concerns the whole implant or only the defibrillator. */
  readonly scope: "implant" | "defibrillator";
  readonly advice: string;
  readonly when: Criterion;
}

const PRACTICE = origin("esc21", "peri-procedural management", false);

export const CONTRAINDICATIONS: readonly Contraindication[] = [
  {
    ...PRACTICE,
    id: "infection",
    kind: "absolute",
    scope: "implant",
    advice: "treat the infection first",
    when: yes("activeInfection"),
  },
  {
    ...PRACTICE,
    id: "noAccess",
    kind: "absolute",
    scope: "implant",
    advice: "no route for a lead",
    when: yes("noVenousOrSurgicalAccess"),
  },
  {
    ...PRACTICE,
    id: "declined",
    kind: "absolute",
    scope: "implant",
    advice: "the patient declines",
    when: yes("patientDeclines"),
  },
  {
    ...unconfirmed("aha22", "section 7.4.1, row A14"),
    id: "shortSurvival",
    kind: "absolute",
    scope: "defibrillator",
    advice: "good survival of less than a year: no defibrillator",
    when: no("survivalOverOneYear"),
  },
  {
    ...PRACTICE,
    id: "decompensated",
    kind: "defer",
    scope: "implant",
    advice: "compensate first",
    when: yes("decompensated"),
  },
  {
    ...origin("ncd204", "waiting periods", true),
    id: "recentInfarction",
    kind: "defer",
    scope: "defibrillator",
    advice: "wait until 40 days after the infarction",
    when: below("sinceInfarction_d", 40),
  },
  {
    ...origin("ncd204", "waiting periods", true),
    id: "recentRevascularization",
    kind: "defer",
    scope: "defibrillator",
    advice: "wait until 90 days after revascularization",
    when: below("sinceRevascularization_d", 90),
  },
  {
    ...PRACTICE,
    id: "lvefNotRechecked",
    kind: "defer",
    scope: "implant",
    advice: "recheck LVEF after 3 months of medical therapy",
    when: no("lvefRecheckedOnGdmt"),
  },
  {
    ...PRACTICE,
    id: "reversible",
    kind: "defer",
    scope: "implant",
    advice: "treat the cause (tachycardia, myocarditis, thyroid, alcohol) and measure again",
    when: yes("reversibleCardiomyopathy"),
  },
  {
    ...unconfirmed("practice"),
    id: "fever",
    kind: "defer",
    scope: "implant",
    advice: "afebrile for 24 hours first",
    when: yes("feverWithin24h"),
  },
  {
    ...origin("bruiseControl", "protocol: INR on the day", true),
    id: "inr",
    kind: "defer",
    scope: "implant",
    advice: "INR above the limit of the day",
    when: any(all(no("mechanicalValve"), above("inr", 3)), all(yes("mechanicalValve"), above("inr", 3.5))),
  },
  {
    ...unconfirmed("acrContrast"),
    id: "contrastAllergy",
    kind: "defer",
    scope: "implant",
    advice: "premedicate, or plan without contrast",
    when: all(oneOf("contrastAllergy", "severe"), no("contrastPremedicated")),
  },
  {
    ...PRACTICE,
    id: "pregnancy",
    kind: "defer",
    scope: "implant",
    advice: "plan radiation with obstetrics",
    when: all(not(oneOf("sex", "male")), yes("pregnant")),
  },
  {
    ...PRACTICE,
    id: "mechanicalTricuspid",
    kind: "plan",
    scope: "implant",
    advice: "no lead across the mechanical tricuspid valve: coronary sinus only",
    when: yes("mechanicalTricuspidValve"),
  },
  {
    ...PRACTICE,
    id: "veinsThrombosed",
    kind: "plan",
    scope: "implant",
    advice: "venoplasty, tunneling or the other side",
    when: yes("superiorVeinsThrombosed"),
  },
  {
    ...PRACTICE,
    id: "leftSvc",
    kind: "plan",
    scope: "implant",
    advice: "persistent left superior vena cava: plan the route",
    when: yes("persistentLeftSvc"),
  },
  {
    ...unconfirmed("echoCrt"),
    id: "narrowQrs",
    kind: "warning",
    scope: "implant",
    advice: "CRT for mechanical dyssynchrony alone below 130 ms raised mortality",
    when: all(below("qrsDuration_ms", 130), NO_NEED_FOR_PACING),
  },
];
