import { suggestNames } from "../errors/suggest-names.ts";
import { TributaryError } from "../errors/tributary-error.ts";
import type { CatalogValue, LvLead } from "./lead.ts";

function confirmed<T>(value: T): CatalogValue<T> {
  return { value, confirmed: true };
}

/** From memory, or assumed: shown as unconfirmed wherever it is shown. */
function unconfirmed<T>(value: T): CatalogValue<T> {
  return { value, confirmed: false };
}

const UNKNOWN = { value: undefined, confirmed: false } as const;
const QUAD_CONNECTOR = confirmed("IS4-LLLL" as const);

const PERFORMA = {
  maker: "Medtronic",
  electrodeCount: 4,
  electrodeOffsets_mm: unconfirmed([0, 21, 22.3, 43.3]),
  bodySize_F: unconfirmed(5.3),
  tipSize_F: unconfirmed(3.9),
  lengths_cm: unconfirmed([78, 88]),
  fixation: confirmed("passive" as const),
  connector: QUAD_CONNECTOR,
  exposedVectors: confirmed("16"),
  source: "vectors: Crossley et al., Heart Rhythm 2015; LV2-LV3 1.3 mm: study abstract 14753; other sizes from memory",
} as const;

const QUARTET = {
  maker: "Abbott",
  electrodeCount: 4,
  electrodeOffsets_mm: unconfirmed([0, 20, 30, 47]),
  bodySize_F: unconfirmed(4.7),
  tipSize_F: unconfirmed(4.0),
  lengths_cm: unconfirmed([75, 86, 92]),
  fixation: confirmed("passive" as const),
  connector: QUAD_CONNECTOR,
  exposedVectors: confirmed("10 (14 on later generators, from memory)"),
  source: "ten vectors: Shetty et al., Europace 2011; sizes and spacing from memory",
} as const;

const ACUITY_X4 = {
  maker: "Boston Scientific",
  electrodeCount: 4,
  bodySize_F: unconfirmed(5.2),
  tipSize_F: confirmed(2.6),
  lengths_cm: unconfirmed([86, 95]),
  fixation: confirmed("passive" as const),
  connector: QUAD_CONNECTOR,
  exposedVectors: confirmed("17"),
  source: "2.6 F: dicardiology 2014; 17 vectors: cardiocases; sizes and spacing from memory",
} as const;

/** Lead families; a spacing nobody could confirm or remember is undefined, and such a lead cannot be placed as it is. */
export const LEAD_CATALOG: readonly LvLead[] = [
  { ...PERFORMA, id: "attain-performa-4298", model: "Attain Performa 4298", shape: confirmed("dual cant") },
  { ...PERFORMA, id: "attain-performa-4398", model: "Attain Performa 4398", shape: confirmed("straight, tined") },
  { ...PERFORMA, id: "attain-performa-4598", model: "Attain Performa S 4598", shape: confirmed("S") },
  {
    ...PERFORMA,
    id: "attain-stability-quad-4798",
    model: "Attain Stability Quad 4798",
    shape: confirmed("side helix"),
    tipSize_F: UNKNOWN,
    fixation: confirmed("active"),
    source: "active side helix confirmed; spacing and sizes from memory, as the Performa family",
  },
  {
    id: "attain-stability-20066",
    maker: "Medtronic",
    model: "Attain Stability 20066",
    electrodeCount: 2,
    electrodeOffsets_mm: unconfirmed([0, 21]),
    bodySize_F: unconfirmed(4),
    tipSize_F: UNKNOWN,
    lengths_cm: unconfirmed([78, 88]),
    shape: confirmed("side helix"),
    fixation: confirmed("active"),
    connector: confirmed("IS-1"),
    exposedVectors: unconfirmed("3-6"),
    source: "active bipolar: Schiedat et al., Front Cardiovasc Med 2021, 734666; sizes and spacing from memory",
  },
  { ...QUARTET, id: "quartet-1456q", model: "Quartet 1456Q", shape: unconfirmed("double bend") },
  { ...QUARTET, id: "quartet-1457q", model: "Quartet 1457Q", shape: unconfirmed("small S") },
  { ...QUARTET, id: "quartet-1458q", model: "Quartet 1458Q", shape: confirmed("large S") },
  {
    ...QUARTET,
    id: "quartet-1458ql",
    model: "Quartet 1458QL",
    shape: unconfirmed("large S, wider spacing"),
    electrodeOffsets_mm: UNKNOWN,
    tipSize_F: UNKNOWN,
    source: "from memory; spacing up to 60 mm, the inner electrodes not known",
  },
  {
    ...ACUITY_X4,
    id: "acuity-x4-straight",
    model: "ACUITY X4 Straight 4671/4672",
    electrodeOffsets_mm: unconfirmed([0, 12, 24, 36]),
    shape: confirmed("straight, tined"),
  },
  {
    ...ACUITY_X4,
    id: "acuity-x4-spiral-s",
    model: "ACUITY X4 Spiral S 4674/4675",
    electrodeOffsets_mm: unconfirmed([0, 20.5, 28, 35.5]),
    shape: confirmed("3-D spiral at LV2-LV4"),
  },
  {
    ...ACUITY_X4,
    id: "acuity-x4-spiral-l",
    model: "ACUITY X4 Spiral L 4677/4678",
    electrodeOffsets_mm: unconfirmed([0, 35.5, 43, 50.5]),
    shape: confirmed("3-D spiral at LV2-LV4"),
  },
  {
    id: "sentus-otw-bp",
    maker: "Biotronik",
    model: "Sentus ProMRI OTW BP",
    electrodeCount: 2,
    electrodeOffsets_mm: unconfirmed([0, 20]),
    bodySize_F: confirmed(4),
    tipSize_F: UNKNOWN,
    lengths_cm: unconfirmed([75, 85, 95]),
    shape: unconfirmed("S or L curve"),
    fixation: unconfirmed("passive"),
    connector: confirmed("IS-1"),
    exposedVectors: unconfirmed("3 or more"),
    source: "4 F: press 2014, which adds an inconsistent 1.6 mm; spacing from memory",
  },
  {
    id: "sentus-otw-qp",
    maker: "Biotronik",
    model: "Sentus OTW QP L / S / L-49",
    electrodeCount: 4,
    electrodeOffsets_mm: UNKNOWN,
    bodySize_F: unconfirmed(4.8),
    tipSize_F: UNKNOWN,
    lengths_cm: unconfirmed([75, 85, 95]),
    shape: unconfirmed("single bend L, double bend S"),
    fixation: unconfirmed("passive"),
    connector: QUAD_CONNECTOR,
    exposedVectors: unconfirmed("12-20 by generator"),
    source: "from memory; spacing not confirmed",
  },
  {
    id: "navigo-4lv",
    maker: "MicroPort",
    model: "NAVIGO 4LV 2D / ARC",
    electrodeCount: 4,
    electrodeOffsets_mm: UNKNOWN,
    bodySize_F: UNKNOWN,
    tipSize_F: UNKNOWN,
    lengths_cm: UNKNOWN,
    shape: confirmed("S or U"),
    fixation: unconfirmed("passive"),
    connector: QUAD_CONNECTOR,
    exposedVectors: unconfirmed("14"),
    source: "sizes and spacing not found",
  },
];

/**
 * A lead of the catalog, or one of the user's own.
 *
 * @param id    e.g. "quartet-1458q"
 * @param more  leads made by `defineLead`; they win over catalog leads of the same id
 * @throws TributaryError "unknown-lead", with the ids nearest to the wanted one
 */
export function findLead(id: string, more: readonly LvLead[] = []): LvLead {
  const leads = [...more, ...LEAD_CATALOG];
  const found = leads.find((lead) => lead.id === id);
  if (found) return found;
  const near = suggestNames(
    id,
    leads.map((lead) => lead.id),
  );
  throw new TributaryError({
    code: "unknown-lead",
    what: `There is no lead "${id}".`,
    where: `lead "${id}"`,
    why: `known leads: ${leads.map((lead) => lead.id).join(", ")}`,
    fix: near.length > 0 ? `Did you mean ${near.join(" or ")}?` : "Choose a known lead or define your own.",
  });
}
