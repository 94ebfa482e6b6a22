import { TributaryError } from "../errors/tributary-error.ts";
import type { LvLead } from "./lead.ts";
import { LEAD_CATALOG } from "./lead-catalog.ts";

/** A lead as its user states it, from a data sheet at hand. */
export interface LeadDefinition {
  readonly id: string;
  /** Catalog lead whose other values are taken over: to supply a missing spacing. */
  readonly basedOn?: string;
  readonly model?: string;
  readonly maker?: string;
  /** Distance of each electrode from the tip electrode: 0 first, increasing, at most 120; one, two or four of them. */
  readonly electrodeOffsets_mm: readonly number[];
  /** 1 to 8. */
  readonly bodySize_F: number;
  /** 1 to 8; that of the body when not given. */
  readonly tipSize_F?: number;
  readonly fixation?: "passive" | "active";
}

/**
 * A user's own lead, checked.
 *
 * @returns a lead whose stated values count as confirmed by the user
 * @throws TributaryError "bad-lead-definition"
 */
export function defineLead(definition: LeadDefinition): LvLead {
  checkLeadDefinition(definition);
  const base = LEAD_CATALOG.find(({ id }) => id === definition.basedOn);
  const { electrodeOffsets_mm, bodySize_F, tipSize_F = bodySize_F, fixation } = definition;
  const unknown = { value: undefined, confirmed: false } as const;
  return {
    id: definition.id,
    maker: definition.maker ?? base?.maker ?? "user-defined",
    model: definition.model ?? base?.model ?? definition.id,
    electrodeCount: electrodeOffsets_mm.length as 1 | 2 | 4,
    electrodeOffsets_mm: { value: electrodeOffsets_mm, confirmed: true },
    bodySize_F: { value: bodySize_F, confirmed: true },
    tipSize_F: { value: tipSize_F, confirmed: true },
    lengths_cm: base?.lengths_cm ?? unknown,
    shape: base?.shape ?? unknown,
    fixation: fixation ? { value: fixation, confirmed: true } : (base?.fixation ?? unknown),
    connector: base?.connector ?? unknown,
    exposedVectors: base?.exposedVectors ?? unknown,
    source: "stated by the user",
  };
}

function checkLeadDefinition(definition: LeadDefinition): void {
  const { id, basedOn, electrodeOffsets_mm: offsets, bodySize_F, tipSize_F } = definition;
  if (!/^[a-z0-9][a-z0-9-]*$/.test(id))
    throw badLead(id, "id", `"${id}"; lower-case letters, digits and "-" are allowed`);
  if (basedOn !== undefined && !LEAD_CATALOG.some((lead) => lead.id === basedOn))
    throw badLead(id, "basedOn", `"${basedOn}"; it must be a lead of the catalog`);
  if (![1, 2, 4].includes(offsets.length))
    throw badLead(id, "electrodeOffsets_mm", `${offsets.length} electrodes; 1, 2 or 4 are allowed`);
  if (offsets[0] !== 0) throw badLead(id, "electrodeOffsets_mm", `first offset ${offsets[0]} mm; the tip is at 0`);
  for (let i = 1; i < offsets.length; i++) {
    const step_mm = offsets[i]! - offsets[i - 1]!;
    if (!(step_mm >= 0.5 && offsets[i]! <= 120))
      throw badLead(
        id,
        `electrodeOffsets_mm[${i}]`,
        `${offsets[i]} mm; at least 0.5 mm after the last and at most 120 mm`,
      );
  }
  for (const [name, size_F] of [
    ["bodySize_F", bodySize_F],
    ["tipSize_F", tipSize_F ?? bodySize_F],
  ] as const) {
    if (!(size_F >= 1 && size_F <= 8)) throw badLead(id, name, `${size_F} F; 1 to 8 F is allowed`);
  }
}

function badLead(id: string, field: string, why: string): TributaryError {
  return new TributaryError({
    code: "bad-lead-definition",
    what: `The lead "${id}" is not defined properly.`,
    where: `lead "${id}", ${field}`,
    why,
    fix: "Take the values from the lead's data sheet: offsets from the tip in mm, sizes in French.",
  });
}
