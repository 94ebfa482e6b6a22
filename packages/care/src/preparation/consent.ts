/** What is talked about before consent; each point is acknowledged by itself. */
import { origin, type RuleOrigin, unconfirmed } from "../rules/clinical-rule.ts";

export interface ConsentPoint extends RuleOrigin {
  readonly id: string;
  readonly text: string;
  /** all, only with a defibrillator, or only where US coverage asks for it. */
  readonly appliesTo: "all" | "defibrillator" | "usDefibrillator";
}

const LIST = unconfirmed("practice", "elements of informed consent (from memory)");

function point(id: string, text: string, appliesTo: ConsentPoint["appliesTo"] = "all"): ConsentPoint {
  return { ...LIST, id, text, appliesTo };
}

const CONSENT_POINTS: readonly ConsentPoint[] = [
  point("diagnosis", "diagnosis and purpose"),
  point("procedure", "what is done, including the lead for the left ventricle"),
  point("benefit", "benefit, in numbers with both arms"),
  point("bleeding", "bleeding and hematoma"),
  point("infection", "infection, up to removal of the system"),
  point("pneumothorax", "air beside the lung"),
  point("displacement", "displacement of a lead"),
  point("sinusDissection", "tear of the coronary sinus"),
  point("perforation", "perforation and tamponade"),
  point("phrenic", "twitching of the diaphragm"),
  point("strokeDeath", "stroke and death"),
  point("contrastRadiation", "contrast medium and radiation"),
  point("shocks", "shocks, also inappropriate ones", "defibrillator"),
  point("alternatives", "alternatives, including none"),
  point("planB", "that the lead may fail, and what is done then"),
  point("deviceChoice", "with or without defibrillator, and turning it off later", "defibrillator"),
  point("followUp", "checks for life, use of remote data, exchange of the generator"),
  point("people", "trainees and staff of the manufacturer in the room"),
  point("sedation", "sedation plan"),
  point("drivingWork", "driving and work"),
  point("bloodProducts", "blood products"),
  point("capacity", "capacity, language and interpreter"),
  point("teachBack", "told back in the patient's own words"),
  point("coolingOff", "time to think it over"),
  point("separate", "separate consents: procedure, registry, remote monitoring, research"),
  {
    ...origin("ncd204", "shared decision", true),
    id: "sharedDecision",
    text: "formal shared-decision encounter before the first primary-prevention defibrillator",
    appliesTo: "usDefibrillator",
  },
];

/** The points that apply to a device in a jurisdiction. */
export function listConsentPoints(device: "CRT-P" | "CRT-D", jurisdiction: string): ConsentPoint[] {
  const isUs = jurisdiction === "US";
  return CONSENT_POINTS.filter(
    ({ appliesTo }) => appliesTo === "all" || (device === "CRT-D" && (appliesTo === "defibrillator" || isUs)),
  );
}
