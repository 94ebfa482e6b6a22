/** Complications of an implant and what the team does first; the actions are usual practice, to be replaced by the site's. */
import { type RuleOrigin, unconfirmed } from "../rules/clinical-rule.ts";

export interface BailOut extends RuleOrigin {
  readonly id: string;
  readonly complication: string;
  readonly first: string;
}

function bailOut(id: string, complication: string, first: string): BailOut {
  return { ...unconfirmed("practice", "first actions (from memory)"), id, complication, first };
}

export const BAIL_OUTS: readonly BailOut[] = [
  bailOut("respiratoryDepression", "too deep sedation", "stop sedatives, airway, oxygen, antidote"),
  bailOut("asystole", "no escape rhythm", "pace through the skin or a backup lead at once"),
  bailOut("contrastReaction", "reaction to contrast", "stop contrast; epinephrine, fluid and airway by severity"),
  bailOut("bleeding", "bleeding", "compress, find the vessel; reverse anticoagulation if it threatens life"),
  bailOut("leadDamage", "lead in place damaged", "test it, keep pacing safe, replace it if it fails"),
  bailOut("pneumothorax", "air beside the lung", "film; drain if large or under tension"),
  bailOut("perforation", "perforation of the heart", "echo; drain a tamponade, call surgery, reverse anticoagulation"),
  bailOut(
    "ventricularTachycardia",
    "ventricular tachycardia or fibrillation",
    "move the wire away; shock if it persists",
  ),
  bailOut("avBlock", "complete AV block from a catheter", "pace from the right ventricle"),
  bailOut(
    "sinusDissection",
    "tear of the coronary sinus",
    "no more pressure of contrast; wire in the true lumen, or stop; echo",
  ),
  bailOut("sinusPerforation", "perforation of a coronary vein", "stop; echo now and again; drain a tamponade"),
  bailOut("phrenicStimulation", "phrenic stimulation", "another vector, lower output, another electrode, another vein"),
  bailOut("dislodgement", "lead dislodged", "advance again, another branch or an actively fixed lead"),
  bailOut("atrialFibrillation", "atrial fibrillation", "place the atrial lead in fibrillation, or cardiovert if safe"),
  bailOut("wrongPort", "lead in the wrong port", "open the header and connect again, then test every channel"),
];
