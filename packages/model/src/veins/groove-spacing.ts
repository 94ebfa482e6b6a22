import type { Random } from "../numerics/random.ts";
import { sampleTruncatedNormal } from "./sample-distribution.ts";
import { GROOVE_SPACING_FIGURES, TRUNK_FIGURES } from "./vein-statistics.ts";

/** Distances between mouths along the groove, mm: middle cardiac, posterior, left marginal, anterior interventricular. */
export interface GrooveSpacing {
  readonly middleCardiacToPosterior_mm: number;
  readonly posteriorToLeftMarginal_mm: number;
  readonly leftMarginalToAnterior_mm: number;
}

const FIGURES = [
  GROOVE_SPACING_FIGURES.middleCardiacToPosterior_mm,
  GROOVE_SPACING_FIGURES.posteriorToLeftMarginal_mm,
  GROOVE_SPACING_FIGURES.leftMarginalToAnterior_mm,
] as const;

/** 127.7 mm, living hearts of usual size. */
export const REFERENCE_GROOVE_ARC_mm = FIGURES[0].mean + FIGURES[1].mean + FIGURES[2].mean;

/** Share of the extra length of a large heart in each gap; "mostly" the last one (CT in heart failure), 0.7 assumed. */
const EXTRA_SHARES = [0.15, 0.15, 0.7] as const;
const VARIANCE_SUM_mm2 = FIGURES.reduce((sum, { sd }) => sum + sd * sd, 0);
const LEAST_GAP_mm = 8;

/** Share of the arc by which hearts of the same size differ; assumed, sets the correlation of arc and volume near 0.65. */
const ARC_VARIATION = 0.13;

/**
 * Length of the AV groove from the posterior to the anterior interventricular groove over the free wall.
 *
 * arc = 240 degrees x (radius + fat).
 *
 * @param grooveRadius_mm  epicardial radius at the base, 15 to 60
 * @returns mm
 *
 * Source: radius 29.4 mm and 1.1 mm of fat give 127.7 mm, the sum of the distances of Jongbloed et al. 2005.
 */
export function grooveArcFromRadius(grooveRadius_mm: number): number {
  return ((4 * Math.PI) / 3) * (grooveRadius_mm + TRUNK_FIGURES.grooveFat_mm.mean);
}

/** The same arc with the spread between hearts of one size: grooves wider apart, a trunk higher or deeper in its fat. */
export function sampleGrooveArc(random: Random, grooveRadius_mm: number): number {
  return grooveArcFromRadius(grooveRadius_mm) * sampleTruncatedNormal(random, { mean: 1, sd: ARC_VARIATION }, 0.6, 1.4);
}

/**
 * Mean distances between the mouths on a groove of a given length.
 *
 * Up to the reference length the three distances scale together; beyond it the extra goes mostly between the left
 * marginal and the anterior interventricular vein.
 */
export function meanGrooveSpacing(grooveArc_mm: number): GrooveSpacing {
  const extra_mm = Math.max(0, grooveArc_mm - REFERENCE_GROOVE_ARC_mm);
  const scale = Math.min(1, grooveArc_mm / REFERENCE_GROOVE_ARC_mm);
  return asSpacing(FIGURES.map(({ mean }, i) => mean * scale + extra_mm * EXTRA_SHARES[i]!));
}

/**
 * Distances between the mouths of one heart; their sum is the groove's length.
 *
 * Independent normal gaps with the published SD (scaled with the groove), conditioned on their sum: each gives back its
 * share of the excess in proportion to its variance. Drawn again when two mouths come nearer than 8 mm.
 *
 * @param random        consumed
 * @param grooveArc_mm  60 to 250
 * Source: Jongbloed et al., J Am Coll Cardiol 2005;45:749 (distances); multidetector CT in systolic heart failure,
 * 23 + 23 (extra length mostly between left marginal and anterior interventricular vein).
 */
export function sampleGrooveSpacing(random: Random, grooveArc_mm: number): GrooveSpacing {
  const mean = meanGrooveSpacing(grooveArc_mm);
  const means = [mean.middleCardiacToPosterior_mm, mean.posteriorToLeftMarginal_mm, mean.leftMarginalToAnterior_mm];
  const scale = grooveArc_mm / REFERENCE_GROOVE_ARC_mm;
  for (let attempt = 0; attempt < 100; attempt++) {
    const deviations = FIGURES.map(({ sd }) => sd * scale * random.normal());
    const excess_mm = deviations.reduce((sum, value) => sum + value, 0);
    const gaps = means.map((value, i) => {
      return value + deviations[i]! - (excess_mm * FIGURES[i]!.sd ** 2) / VARIANCE_SUM_mm2;
    });
    if (gaps.every((gap) => gap >= LEAST_GAP_mm * scale)) return asSpacing(gaps);
  }
  return mean;
}

function asSpacing(gaps: readonly number[]): GrooveSpacing {
  return {
    middleCardiacToPosterior_mm: gaps[0]!,
    posteriorToLeftMarginal_mm: gaps[1]!,
    leftMarginalToAnterior_mm: gaps[2]!,
  };
}
