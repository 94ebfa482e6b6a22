import {
  type CoronaryGroup,
  createRandom,
  FREE_WALL_VEINS,
  findHeartPreset,
  REFERENCE_GROOVE_ARC_mm,
  sampleGrooveArc,
  sampleHeartFailureVentricle,
  sampleVenousTree,
} from "@tributary/model";

/** Hearts in each coronary group. */
export const HEART_COUNT = 20_000;

/** Rates are percent of hearts. */
export interface GroupSample {
  readonly group: CoronaryGroup;
  readonly marginal: number;
  readonly posterior: number;
  readonly neither: number;
  readonly none: number;
  readonly gaps_mm: readonly [number, number, number];
  readonly mouths_mm: Readonly<Record<string, readonly number[]>>;
  readonly mouthRts: readonly number[];
}

export function sampleGroup(group: CoronaryGroup, seed: number): GroupSample {
  const random = createRandom(seed);
  const count = { marginal: 0, posterior: 0, neither: 0, none: 0 };
  const gaps_mm: [number, number, number] = [0, 0, 0];
  const mouths_mm: Record<string, number[]> = {};
  const mouthRts: number[] = [];
  for (let i = 0; i < HEART_COUNT; i++) {
    const tree = sampleVenousTree(random, { group, grooveArc_mm: REFERENCE_GROOVE_ARC_mm });
    const names = new Set<string>();
    for (const vein of tree.tributaries) {
      names.add(vein.name);
      mouths_mm[vein.name] ??= [];
      mouths_mm[vein.name]!.push(vein.ostiumDiameter_mm);
      if (FREE_WALL_VEINS.includes(vein.name)) mouthRts.push(vein.grooveRt);
    }
    const hasMarginal = names.has("leftMarginalVein");
    const hasPosterior = names.has("posteriorVein");
    count.marginal += Number(hasMarginal);
    count.posterior += Number(hasPosterior);
    count.neither += Number(!hasMarginal && !hasPosterior);
    count.none += Number(!FREE_WALL_VEINS.some((name) => names.has(name)));
    gaps_mm[0] += tree.spacing.middleCardiacToPosterior_mm / HEART_COUNT;
    gaps_mm[1] += tree.spacing.posteriorToLeftMarginal_mm / HEART_COUNT;
    gaps_mm[2] += tree.spacing.leftMarginalToAnterior_mm / HEART_COUNT;
  }
  const percent = (hearts: number) => (100 * hearts) / HEART_COUNT;
  return {
    group,
    marginal: percent(count.marginal),
    posterior: percent(count.posterior),
    neither: percent(count.neither),
    none: percent(count.none),
    gaps_mm,
    mouths_mm,
    mouthRts,
  };
}

/** A heart in systolic failure. */
export interface CohortMember {
  readonly edv_mL: number;
  readonly arc_mm: number;
  readonly gaps_mm: readonly [number, number, number];
}

export function sampleCohort(seed: number): CohortMember[] {
  const random = createRandom(seed);
  const base = findHeartPreset("dcm-lbbb-male")!.geometry;
  return Array.from({ length: 5000 }, () => {
    const { edv_mL, grooveRadius_mm } = sampleHeartFailureVentricle(random, base);
    const arc_mm = sampleGrooveArc(random, grooveRadius_mm);
    const { spacing } = sampleVenousTree(random, { group: "noCoronaryDisease", grooveArc_mm: arc_mm });
    const gaps_mm = [
      spacing.middleCardiacToPosterior_mm,
      spacing.posteriorToLeftMarginal_mm,
      spacing.leftMarginalToAnterior_mm,
    ] as const;
    return { edv_mL, arc_mm, gaps_mm };
  });
}
