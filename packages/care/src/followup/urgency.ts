/** What may happen at home or show in a device's data, and how soon somebody must act; one table for every face. */
import { type RuleOrigin, unconfirmed } from "../rules/clinical-rule.ts";

/** emergency: call the emergency number now. sameDay: reach the clinic today. soon: within days. routine: next visit. */
export const URGENCY_TIERS = ["emergency", "sameDay", "soon", "routine"] as const;
export type UrgencyTier = (typeof URGENCY_TIERS)[number];

export interface UrgentEvent extends RuleOrigin {
  readonly id: string;
  readonly tier: UrgencyTier;
  /** Who notices it: the patient, or the device's data. */
  readonly noticedBy: "patient" | "device";
  /** For the clinician and the alert. */
  readonly text: string;
  /** Message that tells the patient; of events the patient notices. */
  readonly patientMessage?: string;
  /** Left out where no defibrillator is implanted. */
  readonly only?: "defibrillator";
}

const DEFAULTS = unconfirmed("rm23", "priority of alerts: defaults, to be set by the clinic");
const WARNING_SIGNS = unconfirmed("esc21", "warning signs after an implant");

function seen(id: string, tier: UrgencyTier, text: string, only?: UrgentEvent["only"]): UrgentEvent {
  const patientMessage = `event.${id}`;
  return { ...WARNING_SIGNS, id, tier, noticedBy: "patient", text, patientMessage, ...(only && { only }) };
}

function measured(id: string, tier: UrgencyTier, text: string, only?: UrgentEvent["only"]): UrgentEvent {
  return { ...DEFAULTS, id, tier, noticedBy: "device", text, ...(only && { only }) };
}

export const URGENT_EVENTS: readonly UrgentEvent[] = [
  seen("fainting", "emergency", "syncope"),
  seen("chestPain", "emergency", "chest pain"),
  seen("breathlessness", "emergency", "dyspnea that is new or worse"),
  seen("fastBleeding", "emergency", "fast bleeding from the wound"),
  seen("twoShocks", "emergency", "two or more shocks in 24 h", "defibrillator"),
  seen("shockUnwell", "emergency", "one shock and unwell", "defibrillator"),
  seen("strokeSigns", "emergency", "signs of stroke"),
  seen("woundOpen", "sameDay", "wound opening, or pus"),
  seen("fever", "sameDay", "fever from 38 degrees"),
  seen("swelling", "sameDay", "growing swelling of the pocket"),
  seen("armSwelling", "sameDay", "swelling of the arm"),
  seen("twitching", "sameDay", "hiccup or twitching"),
  seen("oneShock", "sameDay", "one shock and well", "defibrillator"),
  measured("captureLossDependent", "emergency", "loss of capture in a dependent patient"),
  measured("inappropriateShocks", "emergency", "inappropriate shocks that go on", "defibrillator"),
  measured("therapiesOff", "emergency", "therapies of a CRT-D off, not meant to be", "defibrillator"),
  measured("endOfServiceDependent", "emergency", "end of service in a dependent patient"),
  measured("appropriateShock", "sameDay", "a single appropriate shock", "defibrillator"),
  measured("shockImpedance", "sameDay", "shock impedance out of range", "defibrillator"),
  measured("replacementTime", "sameDay", "recommended replacement time"),
  measured("oversensing", "sameDay", "burst of oversensing, or lead noise"),
  measured("lvImpedance", "sameDay", "left-ventricular impedance above 3000 or below 200 ohm"),
  measured("lowBivPacing", "soon", "biventricular pacing below 98 %"),
  measured("newFibrillation", "soon", "atrial fibrillation, new or longer than 6 min"),
  measured("lvThresholdRise", "soon", "left-ventricular threshold up by 1 V, or above 3.5 V"),
  measured("heartFailureIndex", "soon", "heart failure index above its limit"),
  measured("extrasystoles", "soon", "more than 10 % extrasystoles"),
  measured("noTransmission", "soon", "no transmission for 14 days"),
  measured("scheduled", "routine", "scheduled transmission"),
];

/** Hours in which an alert of each tier must be acknowledged; a working day counts as 24. */
export const ACKNOWLEDGE_WITHIN_h: Readonly<Record<UrgencyTier, number>> = {
  emergency: 0.25,
  sameDay: 24,
  soon: 120,
  routine: 2160,
};

/** The events that can happen with this kind of device. */
export function listUrgentEvents(device: "CRT-P" | "CRT-D"): UrgentEvent[] {
  return URGENT_EVENTS.filter(({ only }) => only === undefined || device === "CRT-D");
}
