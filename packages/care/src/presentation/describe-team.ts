import { factLabel } from "../facts/fact-catalog.ts";
import { printFigure } from "../figures/figure.ts";
import type { ProcedureVariant } from "../procedure/variants.ts";
import { type ModeledDuration, PUBLISHED_DURATIONS } from "../rehearsal/model-duration.ts";
import { CHECKLIST_ITEMS, type ChecklistStop, judgeChecklist } from "../setting/checklists.ts";
import type { EquipmentItem } from "../setting/equipment.ts";
import type { Readiness, StaffMember } from "../setting/judge-readiness.ts";
import { ROLES } from "../setting/roles.ts";
import { type judgeSedation, RESCUE_TRIGGERS } from "../setting/sedation.ts";
import {
  type CarePart,
  type CareTable,
  careTable,
  collectParts,
  listPart,
  MARK_NOTE,
  mark,
  sourcesPart,
  spell,
  tablePart,
  textPart,
} from "./care-part.ts";

export interface ToldTeam {
  readonly variant: ProcedureVariant;
  readonly readiness: Readiness;
  readonly equipment: readonly EquipmentItem[];
  readonly present: readonly string[];
  readonly staff: readonly StaffMember[];
  readonly duration: ModeledDuration;
  readonly sedation: ReturnType<typeof judgeSedation>;
}

/** Who and what must be in the room, whether they are, and how long it may take. */
export function describeTeam(told: ToldTeam): CarePart[] {
  const { variant, readiness, equipment, present, staff, sedation } = told;
  const { isReady, gaps, remarks } = readiness;
  const stopping = gaps.filter(({ isMandatory, overriddenBy }) => isMandatory && !overriddenBy);
  return collectParts([
    textPart(
      isReady ? `Ready for: ${variant.title}.` : `Not ready for: ${variant.title}. ${stopping.length} things stop it.`,
    ),
    tablePart("The team", describeRoles(staff)),
    listPart("Answered for", gaps.flatMap(describeOverride)),
    listPart("Cover", remarks),
    tablePart("The room", describeEquipment(equipment, present)),
    listPart("Sedation", sedation.flatMap(describeSedation)),
    listPart(
      "Call for help at",
      RESCUE_TRIGGERS.map(({ text, confirmed }) => `${text}${mark(confirmed)}`),
    ),
    ...STOPS.map(([stop, title]) => describeStop(stop, title, variant)),
    describeDuration(told),
    MARK_NOTE,
    sourcesPart([...ROLES, ...equipment, ...CHECKLIST_ITEMS, ...RESCUE_TRIGGERS].map(({ sourceId }) => sourceId)),
  ]);
}

function describeOverride({ text, overriddenBy }: Readiness["gaps"][number]): string[] {
  return overriddenBy === undefined ? [] : [`${text}: ${overriddenBy.by}, ${overriddenBy.reason}`];
}

const STOPS: readonly (readonly [ChecklistStop, string])[] = [
  ["signIn", "Sign-in, before sedation"],
  ["timeOut", "Time-out, before the incision"],
  ["signOut", "Sign-out, before leaving"],
];

function describeRoles(staff: readonly StaffMember[]): CareTable {
  const rows = ROLES.map(({ id, title, isMandatory, competences, limit, confirmed }) => {
    const holders = staff.filter(({ role }) => role === id);
    return [
      `${title}${mark(confirmed)}`,
      isMandatory ? "must" : "may",
      holders.length === 0 ? "nobody named" : holders.map(({ name }) => name).join(", "),
      competences.map(spell).join(", "),
      limit,
    ];
  });
  return careTable(["role", "", "who", "must be able to", "limit"], rows, [36, undefined, 24, 40, 40]);
}

function describeEquipment(equipment: readonly EquipmentItem[], present: readonly string[]): CareTable {
  const rows = equipment.map(({ id, text, isMandatory, confirmed }) => [
    id,
    `${text}${mark(confirmed)}`,
    isMandatory ? "must" : "may",
    present.includes(id) ? "there" : "not in the room",
  ]);
  return careTable(["id", "item", "", "state"], rows, [undefined, 60]);
}

function describeSedation({ reason, trace }: ToldTeam["sedation"][number]): string[] {
  if (trace.truth === "notMet") return [];
  const act = reason.leadsTo === "anesthesia" ? "an anesthesia professional" : "smaller doses";
  if (trace.truth === "met") return [`${act}: ${reason.text}${mark(reason.confirmed)}`];
  return [
    `${reason.text}: cannot decide; missing: ${trace.missing.map(factLabel).join(", ")}${mark(reason.confirmed)}`,
  ];
}

function describeStop(
  stop: ChecklistStop,
  title: string,
  { device, existing }: ProcedureVariant,
): CarePart | undefined {
  const system = {
    isDefibrillator: device === "CRT-D",
    hasExistingDefibrillator: existing === "icd",
    hasExistingSystem: existing !== "none",
  };
  return listPart(
    title,
    judgeChecklist(stop, system, []).items.map(
      ({ role, text, confirmed }) => `${spell(role)}: ${text}${mark(confirmed)}`,
    ),
  );
}

function describeDuration({ duration }: ToldTeam): CarePart | undefined {
  const { skinToSkin_min, inRoom_min, overThreeHoursFraction } = duration;
  const spread = ({ low, median, high }: ModeledDuration["inRoom_min"]) =>
    `${Math.round(median)} min (one in ten under ${Math.round(low)}, one in ten over ${Math.round(high)})`;
  return listPart("How long it may take: a model of this procedure with this team, not a promise", [
    `from incision to dressing: ${spread(skinToSkin_min)}`,
    `in the room: ${spread(inRoom_min)}`,
    `more than three hours from incision to dressing: ${Math.round(100 * overThreeHoursFraction)} %`,
    ...PUBLISHED_DURATIONS.map(({ text, figure }) => `published: ${text}, ${printFigure(figure, "clinician")}`),
  ]);
}
