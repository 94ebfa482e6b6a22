/** What the room has to have, and which sizes fit this lead and plan. */
import type { LvLead } from "@tributary/model";
import type { Plan } from "@tributary/plan";
import { type RuleOrigin, unconfirmed } from "../rules/clinical-rule.ts";

export interface EquipmentItem extends RuleOrigin {
  readonly id: string;
  readonly text: string;
  readonly isMandatory: boolean;
}

export interface EquipmentInput {
  readonly lead: LvLead | undefined;
  readonly plan: Plan | undefined;
  readonly device: "CRT-P" | "CRT-D";
  readonly hasExistingSystem: boolean;
}

const ROOM = unconfirmed("haines2014", "equipment of the laboratory (from memory)");
const FIT = unconfirmed("design", "sizes that fit lead and plan");

function item(id: string, text: string, isMandatory = true): EquipmentItem {
  return { ...ROOM, id, text, isMandatory };
}

export const ROOM_ITEMS: readonly EquipmentItem[] = [
  item("fluoroscopy", "fluoroscopy with low-dose settings; left and right oblique views"),
  item("airflow", "air handling as for implants"),
  item("programmer", "programmer and pacing analyzer of the maker"),
  item("defibrillator", "external biphasic defibrillator, pads on the patient"),
  item("transcutaneousPacing", "transcutaneous pacing"),
  item("pericardiocentesis", "pericardiocentesis tray"),
  item("echo", "echocardiography in the room"),
  item("airway", "suction, oxygen, airway tools and capnography"),
  item("pressure", "invasive blood pressure", false),
  item("emergencyDrugs", "emergency drugs and antidotes of sedatives"),
  item("bloodGas", "blood gas and clotting time", false),
  item("surgery", "surgical help within reach, or a transfer agreement"),
  item("secondGuide", "a second guide of another curve"),
  item("occlusionBalloon", "balloon for the occlusive venogram"),
];

/** The room's items with those that lead, plan and system add; a size that no source gives is said to be missing. */
export function listEquipment(input: EquipmentInput): EquipmentItem[] {
  return [...ROOM_ITEMS, ...fitLead(input.lead), ...fitPlan(input.plan), ...fitSystem(input)];
}

function fitLead(lead: LvLead | undefined): EquipmentItem[] {
  if (lead === undefined)
    return [{ ...FIT, id: "lead", text: "left-ventricular lead: not chosen yet", isMandatory: true }];
  const sizes_F = [lead.bodySize_F.value, lead.tipSize_F.value].filter((size) => size !== undefined);
  const lumen =
    sizes_F.length === 0
      ? "a lumen that the lead passes (its size is missing)"
      : `a lumen of more than ${Math.max(...sizes_F)} F`;
  const port = lead.connector.value ?? "the lead's connector (missing)";
  return [
    { ...FIT, id: "lead", text: `${lead.maker} ${lead.model}, and a second one unopened`, isMandatory: true },
    { ...FIT, id: "innerGuide", text: `inner guide with ${lumen}`, isMandatory: true },
    { ...FIT, id: "header", text: `generator with a left-ventricular port for ${port}`, isMandatory: true },
  ];
}

function fitPlan(plan: Plan | undefined): EquipmentItem[] {
  const best = plan?.sites[0];
  if (!best) return [];
  const second = plan.sites.find(({ vein }) => vein !== best.vein);
  const targets = second ? `${best.vein}, then ${second.vein}` : best.vein;
  return [{ ...FIT, id: "curves", text: `inner guides whose curves fit ${targets}`, isMandatory: true }];
}

function fitSystem({ device, hasExistingSystem }: EquipmentInput): EquipmentItem[] {
  return [
    ...(device === "CRT-D"
      ? [{ ...FIT, id: "rvCoil", text: "right-ventricular lead with coil", isMandatory: true }]
      : []),
    ...(hasExistingSystem
      ? [{ ...FIT, id: "oldSystem", text: "wrenches, caps and adaptors for the leads in place", isMandatory: true }]
      : []),
  ];
}
