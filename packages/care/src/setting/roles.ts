/** Who is in the room, what each must be able to do, and who may stand in. */
import { type RuleOrigin, unconfirmed } from "../rules/clinical-rule.ts";

export type RoleId =
  | "operator"
  | "secondOperator"
  | "sedationProvider"
  | "scrub"
  | "circulator"
  | "radiographer"
  | "deviceSpecialist";

export interface Role extends RuleOrigin {
  readonly id: RoleId;
  readonly title: string;
  readonly isMandatory: boolean;
  readonly competences: readonly string[];
  readonly limit: string;
}

const HRS = unconfirmed("haines2014", "staffing of the laboratory (from memory)");

export const ROLES: readonly Role[] = [
  {
    ...HRS,
    id: "operator",
    title: "primary operator",
    isMandatory: true,
    competences: ["crtImplant", "radiationProtection"],
    limit: "credentials and volume by site policy",
  },
  {
    ...HRS,
    id: "secondOperator",
    title: "second operator or fellow",
    isMandatory: false,
    competences: [],
    limit: "",
  },
  {
    ...HRS,
    id: "sedationProvider",
    title: "sedation nurse or anesthesia professional",
    isMandatory: true,
    competences: ["sedation", "advancedLifeSupport"],
    limit: "has no other duty while the patient is sedated",
  },
  {
    ...HRS,
    id: "scrub",
    title: "scrub nurse",
    isMandatory: true,
    competences: ["sterileTechnique"],
    limit: "",
  },
  {
    ...HRS,
    id: "circulator",
    title: "circulating nurse",
    isMandatory: true,
    competences: ["advancedLifeSupport"],
    limit: "",
  },
  {
    ...HRS,
    id: "radiographer",
    title: "radiographer, or who runs the imaging by local law",
    isMandatory: true,
    competences: ["radiationProtection"],
    limit: "",
  },
  {
    ...HRS,
    id: "deviceSpecialist",
    title: "device specialist or physiologist",
    isMandatory: false,
    competences: ["programmer"],
    limit: "staff of a manufacturer program nothing without an order",
  },
];
