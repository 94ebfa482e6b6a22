/** The three stops of the surgical checklist, for device implants. */
import { type RuleOrigin, unconfirmed } from "../rules/clinical-rule.ts";
import type { RoleId } from "./roles.ts";

export type ChecklistStop = "signIn" | "timeOut" | "signOut";

export interface ChecklistItem extends RuleOrigin {
  readonly id: string;
  readonly stop: ChecklistStop;
  readonly role: RoleId;
  readonly text: string;
  /** Left out where it does not apply. */
  readonly only?: "defibrillator" | "existingDefibrillator" | "existingSystem";
}

const WHO = unconfirmed("whoChecklist", "adapted to device implants");

function items(
  stop: ChecklistStop,
  rows: readonly (readonly [id: string, role: RoleId, text: string, only?: ChecklistItem["only"]])[],
): ChecklistItem[] {
  return rows.map(([id, role, text, only]) => ({ ...WHO, id, stop, role, text, ...(only && { only }) }));
}

export const CHECKLIST_ITEMS: readonly ChecklistItem[] = [
  ...items("signIn", [
    ["identity", "circulator", "identity asked twice"],
    ["consent", "circulator", "procedure, side and consent"],
    ["arm", "circulator", "site marked, dominant arm"],
    ["allergies", "circulator", "allergies"],
    ["fasting", "sedationProvider", "fasting times"],
    ["anticoagulant", "circulator", "last dose of anticoagulant, INR, creatinine clearance"],
    ["potassium", "circulator", "potassium"],
    ["pregnancy", "circulator", "pregnancy test where it applies"],
    ["airway", "sedationProvider", "airway and ASA class"],
    ["dependency", "deviceSpecialist", "dependency and backup pacing"],
    ["devices", "scrub", "generator and leads in the room and in date"],
    ["advisory", "deviceSpecialist", "advisories of the system in place", "existingSystem"],
    ["antibiotic", "sedationProvider", "antibiotic started"],
    ["line", "circulator", "dentures out, line in the arm that is needed"],
  ]),
  ...items("timeOut", [
    ["names", "operator", "names and roles of everybody"],
    ["patient", "operator", "patient, procedure, kind of device"],
    ["target", "operator", "planned place of the lead, and plan B"],
    ["antibioticTime", "sedationProvider", "antibiotic within its time"],
    ["therapiesOff", "deviceSpecialist", "tachycardia therapies OFF", "existingDefibrillator"],
    ["pads", "circulator", "pads on"],
    ["events", "operator", "what may happen, and who does what then"],
    ["limits", "radiographer", "limits of contrast and dose"],
    ["images", "radiographer", "images on screen"],
    ["sterile", "scrub", "sterility confirmed"],
  ]),
  ...items("signOut", [
    ["counts", "scrub", "counts complete"],
    ["serials", "deviceSpecialist", "serial numbers scanned are those recorded"],
    ["thresholds", "deviceSpecialist", "final thresholds"],
    ["therapiesOn", "deviceSpecialist", "tachycardia therapies ON", "defibrillator"],
    ["dressing", "scrub", "dressing and pressure"],
    ["complications", "operator", "complications"],
    ["radiation", "radiographer", "fluoroscopy time, dose and contrast"],
    ["restarts", "operator", "conditions for restarting drugs"],
    ["film", "operator", "chest film ordered"],
    ["ward", "operator", "instructions for the ward"],
  ]),
];

export interface ChecklistAnswer {
  readonly itemId: string;
  readonly by: string;
  /** Instant in UTC. */
  readonly at: string;
  readonly value: string;
  /** Why the item is not as it should be; undefined where it is. */
  readonly deviation?: string;
}

/** The items of a stop that apply, and those among them that nobody has answered yet. */
export function judgeChecklist(
  stop: ChecklistStop,
  system: {
    readonly isDefibrillator: boolean;
    readonly hasExistingDefibrillator: boolean;
    readonly hasExistingSystem: boolean;
  },
  answers: readonly ChecklistAnswer[],
): { items: ChecklistItem[]; open: ChecklistItem[] } {
  const applies = {
    defibrillator: system.isDefibrillator,
    existingDefibrillator: system.hasExistingDefibrillator,
    existingSystem: system.hasExistingSystem,
  };
  const items = CHECKLIST_ITEMS.filter((item) => item.stop === stop && (item.only === undefined || applies[item.only]));
  const open = items.filter(({ id }) => !answers.some(({ itemId, by }) => itemId === id && by.trim() !== ""));
  return { items, open };
}
