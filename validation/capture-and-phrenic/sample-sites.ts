import type { PreparedHeart } from "@tributary/engine";
import {
  computeVeinReach,
  createHeartEpicardialMap,
  createPhrenicNerve,
  createRandom,
  DEFAULT_CAPTURE,
  DEFAULT_TOOL_LEVEL,
  electrodeShape,
  estimateCaptureThreshold,
  FREE_WALL_VEINS,
  findLead,
  LEAD_LUMEN_RATIO,
  type LvLead,
  measureGrooveArc,
  measureMuscleDistance,
  millimetersFromFrench,
  type PhrenicNerve,
  type PlacedElectrode,
  placeLead,
  placeVenousTree,
  type Random,
  samplePhrenicCourse,
  samplePhrenicParameters,
  sampleVenousTree,
  type VenousTree,
} from "@tributary/model";

/** A heart with generated veins and a nerve. */
export interface Member {
  readonly tree: VenousTree;
  readonly nerve: PhrenicNerve;
  readonly phrenic: ReturnType<typeof samplePhrenicParameters>;
}

/** A lead as it may come to lie: over the free wall, its tip in the last two fifths of its reach. */
export interface Site {
  readonly member: Member;
  readonly electrodes: readonly PlacedElectrode[];
  /** Extended bipolar at 0.5 ms, one for each electrode, with the spread that distance leaves. */
  readonly thresholds_V: readonly number[];
}

export const PULSE_WIDTH_ms = 0.5;
const TREES_PER_HEART = 60;
const NERVES_PER_TREE = 4;
const TIP_FROM_REACH = 0.6;
const DEPTH_STEP_mm = 4;

/** Generated veins on hearts of several sizes, each with some nerves, and every place a quadripolar lead may come to lie. */
export function sampleSites(hearts: readonly PreparedHeart[], seed: number): { members: Member[]; sites: Site[] } {
  const lead = findLead("quartet-1458q");
  const members: Member[] = [];
  const sites: Site[] = [];
  for (const [index, prepared] of hearts.entries()) {
    const map = createHeartEpicardialMap(prepared.heart, prepared.coordinates);
    const grooveArc_mm = measureGrooveArc(map);
    for (let i = 0; i < TREES_PER_HEART; i++) {
      const random = createRandom(seed).stream(1000 * index + i);
      const tree = placeVenousTree(map, sampleVenousTree(random, { group: "noCoronaryDisease", grooveArc_mm }));
      for (let k = 0; k < NERVES_PER_TREE; k++) {
        const nerve = createPhrenicNerve(map, samplePhrenicCourse(random));
        const member = { tree, nerve, phrenic: samplePhrenicParameters(random) };
        members.push(member);
        sites.push(...listSites(member, lead, random));
      }
    }
  }
  return { members, sites };
}

function listSites(member: Member, lead: LvLead, random: Random): Site[] {
  const { tree } = member;
  const body = { diameter_mm: millimetersFromFrench(lead.bodySize_F.value!), leastLumenRatio: LEAD_LUMEN_RATIO };
  const sites: Site[] = [];
  for (const vein of FREE_WALL_VEINS) {
    if (!tree.branches.some(({ name }) => name === vein)) continue;
    const { reach_mm } = computeVeinReach(tree, vein, body, DEFAULT_TOOL_LEVEL);
    for (let depth_mm = Math.max(1, TIP_FROM_REACH * reach_mm); depth_mm <= reach_mm; depth_mm += DEPTH_STEP_mm) {
      const outcome = placeLead(tree, vein, depth_mm, lead);
      if (outcome.kind !== "placed") continue;
      const thresholds_V = outcome.electrodes.map(
        (electrode) => thresholdOf(electrode) * Math.exp(DEFAULT_CAPTURE.thresholdSpread_ln * random.normal()),
      );
      sites.push({ member, electrodes: outcome.electrodes, thresholds_V });
    }
  }
  return sites;
}

/** Extended bipolar threshold at 0.5 ms without any spread. */
export function thresholdOf(electrode: PlacedElectrode): number {
  const { distanceToViable_mm } = measureMuscleDistance(electrode);
  return estimateCaptureThreshold({
    distanceToViable_mm,
    pulseWidth_ms: PULSE_WIDTH_ms,
    electrode: electrodeShape(electrode.name),
  });
}
