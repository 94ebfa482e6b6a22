import type { Random } from "../numerics/random.ts";
import type { TributaryVeinName } from "./vein-name.ts";

/** What the coronary arteries have done to the wall: veins of infarcted muscle disappear. */
export const CORONARY_GROUPS = [
  "noCoronaryDisease",
  "coronaryDisease",
  "anteriorInfarction",
  "lateralInfarction",
] as const;
export type CoronaryGroup = (typeof CORONARY_GROUPS)[number];

interface PresenceRates {
  readonly leftMarginalVein: number;
  readonly posteriorVein: number;
}

/** Van de Veire et al., J Am Coll Cardiol 2006 (64-slice CT, n = 100); both infarct groups share its rate after infarction. */
export const VEIN_PRESENCE: Readonly<Record<CoronaryGroup, PresenceRates>> = {
  noCoronaryDisease: { leftMarginalVein: 0.71, posteriorVein: 0.96 },
  coronaryDisease: { leftMarginalVein: 0.61, posteriorVein: 0.84 },
  anteriorInfarction: { leftMarginalVein: 0.22, posteriorVein: 0.82 },
  lateralInfarction: { leftMarginalVein: 0, posteriorVein: 0.82 },
};

/** Other series, without infarct groups: their rates are taken as those without coronary disease. */
export const PRESENCE_SOURCES = {
  "van-de-veire-2006": VEIN_PRESENCE.noCoronaryDisease,
  "acta-radiologica-64-slice-heart-failure": { leftMarginalVein: 0.92, posteriorVein: 0.81 },
  "lumia-2009": { leftMarginalVein: 0.67, posteriorVein: 0.75 },
} as const satisfies Record<string, PresenceRates>;
export type PresenceSource = keyof typeof PRESENCE_SOURCES;

/** When both are absent a smaller vein takes the place; assumed, so that hardly a heart is without (Meisel: 1 %). */
const FILL_PROBABILITY = 0.9;
/** A third vein; assumed, from "more than two in 2 %" of Meisel et al., Circulation 2001, n = 86. */
const EXTRA_PROBABILITY = 0.04;

/**
 * Which tributaries a heart has.
 *
 * The middle cardiac and anterior interventricular veins are always there. The left marginal and posterior veins are
 * drawn independently at their group's rate; when both are absent a small posterolateral or an anterolateral vein fills
 * the gap with probability 0.9, the anterolateral one where the lateral wall is scar.
 *
 * @param random  consumed: four draws
 * @param group   what the coronary arteries have done
 * @param source  series for hearts without coronary disease; the effect of the group is Van de Veire's ratio
 * @returns names, in the order of the groove from the middle cardiac vein
 *
 * Source: Van de Veire et al., J Am Coll Cardiol 2006; Meisel et al., Circulation 2001; the fill is assumed.
 */
export function sampleVeinPresence(
  random: Random,
  group: CoronaryGroup,
  source: PresenceSource = "van-de-veire-2006",
): TributaryVeinName[] {
  const hasPosterior = random.uniform() < presenceProbability("posteriorVein", group, source);
  const hasMarginal = random.uniform() < presenceProbability("leftMarginalVein", group, source);
  const smallVeinProbability = hasPosterior || hasMarginal ? EXTRA_PROBABILITY : FILL_PROBABILITY;
  const hasSmallVein = random.uniform() < smallVeinProbability;
  const isAnterior = random.uniform() < 0.5 || group === "lateralInfarction";
  const names: TributaryVeinName[] = ["middleCardiacVein"];
  if (hasPosterior) names.push("posteriorVein");
  if (hasSmallVein && !isAnterior) names.push("posterolateralVein");
  if (hasMarginal) names.push("leftMarginalVein");
  if (hasSmallVein && isAnterior) names.push("anterolateralVein");
  names.push("anteriorInterventricularVein");
  return names;
}

/** Probability that a vein is there, for a group and a series. */
export function presenceProbability(vein: keyof PresenceRates, group: CoronaryGroup, source: PresenceSource): number {
  const effect = VEIN_PRESENCE[group][vein] / VEIN_PRESENCE.noCoronaryDisease[vein];
  return Math.min(1, PRESENCE_SOURCES[source][vein] * effect);
}
