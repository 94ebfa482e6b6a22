import type { EquipmentItem } from "./equipment.ts";
import { ROLES, type Role, type RoleId } from "./roles.ts";

export interface StaffMember {
  readonly name: string;
  readonly role: RoleId;
  readonly competences: readonly string[];
  /** Who steps in when this person is called away. */
  readonly cover?: string;
}

/** A gap that a named person takes responsibility for, with the reason; kept with the case. */
export interface ReadinessOverride {
  readonly gapId: string;
  readonly by: string;
  readonly reason: string;
}

export interface ReadinessInput {
  readonly staff: readonly StaffMember[];
  readonly equipment: readonly EquipmentItem[];
  /** Ids of the items that are in the room. */
  readonly present: readonly string[];
  readonly overrides: readonly ReadinessOverride[];
}

export interface ReadinessGap {
  readonly id: string;
  readonly text: string;
  readonly isMandatory: boolean;
  readonly overriddenBy: ReadinessOverride | undefined;
}

export interface Readiness {
  readonly isReady: boolean;
  readonly gaps: readonly ReadinessGap[];
  readonly remarks: readonly string[];
}

/**
 * Whether room and team allow to start.
 *
 * A mandatory role or item that is missing stops, unless a named person overrides it with a reason; one person may not
 * fill two mandatory roles.
 */
export function judgeReadiness({ staff, equipment, present, overrides }: ReadinessInput): Readiness {
  const findOverride = (id: string) =>
    overrides.find(({ gapId, by, reason }) => gapId === id && by.trim() !== "" && reason.trim() !== "");
  const open = [
    ...ROLES.flatMap((role) => findRoleGap(role, staff)),
    ...listDoubleRoles(staff),
    ...equipment
      .filter(({ id }) => !present.includes(id))
      .map(({ id, text, isMandatory }) => ({ id: `equipment.${id}`, text: `${text}: not in the room`, isMandatory })),
  ];
  const gaps = open.map((gap) => ({ ...gap, overriddenBy: findOverride(gap.id) }));
  return {
    isReady: gaps.every(({ isMandatory, overriddenBy }) => !isMandatory || overriddenBy !== undefined),
    gaps,
    remarks: staff
      .filter(({ cover }) => cover === undefined)
      .map(({ name, role }) => `${name} (${role}): no cover named`),
  };
}

type OpenGap = Omit<ReadinessGap, "overriddenBy">;

function findRoleGap(role: Role, staff: readonly StaffMember[]): OpenGap[] {
  const holders = staff.filter((member) => member.role === role.id);
  if (holders.length === 0)
    return [{ id: `role.${role.id}`, text: `${role.title}: nobody named`, isMandatory: role.isMandatory }];
  const missing = role.competences.filter(
    (competence) => !holders.some(({ competences }) => competences.includes(competence)),
  );
  return missing.map((competence) => ({
    id: `competence.${role.id}.${competence}`,
    text: `${role.title}: nobody with ${competence}`,
    isMandatory: role.isMandatory,
  }));
}

function listDoubleRoles(staff: readonly StaffMember[]): OpenGap[] {
  const mandatory = new Set(ROLES.filter(({ isMandatory }) => isMandatory).map(({ id }) => id));
  const rolesOf = Map.groupBy(
    staff.filter(({ role }) => mandatory.has(role)),
    ({ name }) => name,
  );
  return [...rolesOf].flatMap(([name, members]) =>
    members.length < 2
      ? []
      : [{ id: `double.${name}`, text: `${name} fills ${members.length} mandatory roles`, isMandatory: true }],
  );
}
