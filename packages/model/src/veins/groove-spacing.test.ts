import { describe, expect, test } from "vitest";
import { findHeartPreset } from "../anatomy/heart-presets.ts";
import { createRandom } from "../numerics/random.ts";
import {
  grooveArcFromRadius,
  meanGrooveSpacing,
  REFERENCE_GROOVE_ARC_mm,
  sampleGrooveArc,
  sampleGrooveSpacing,
} from "./groove-spacing.ts";
import { measureTruncatedEllipsoid, sampleHeartFailureVentricle } from "./heart-failure-cohort.ts";
import { sampleVenousTree } from "./sample-venous-tree.ts";

const NORMAL_MALE = measureTruncatedEllipsoid(findHeartPreset("normal-male")!.geometry);
const DILATED_MALE = measureTruncatedEllipsoid(findHeartPreset("dcm-lbbb-male")!.geometry);

describe("the AV groove", () => {
  test("the normal male groove is the sum of the published distances, 127.7 mm", () => {
    expect(NORMAL_MALE.grooveRadius_mm).toBeCloseTo(29.4, 1);
    expect(Math.abs(grooveArcFromRadius(NORMAL_MALE.grooveRadius_mm) - 127.7)).toBeLessThan(3);
    expect(REFERENCE_GROOVE_ARC_mm).toBeCloseTo(127.7, 9);
  });

  test("the dilated male groove is 152 to 160 mm", () => {
    const arc_mm = grooveArcFromRadius(DILATED_MALE.grooveRadius_mm);
    expect(arc_mm).toBeGreaterThan(152);
    expect(arc_mm).toBeLessThan(160);
  });

  test("with the mean distances the posterior vein is at 80 and the left marginal at 155 degrees", () => {
    const spacing = meanGrooveSpacing(REFERENCE_GROOVE_ARC_mm);
    const perMillimeter_deg = 240 / REFERENCE_GROOVE_ARC_mm;
    const posterior_deg = spacing.middleCardiacToPosterior_mm * perMillimeter_deg;
    const marginal_deg = posterior_deg + spacing.posteriorToLeftMarginal_mm * perMillimeter_deg;
    expect(Math.abs(posterior_deg - 80)).toBeLessThan(1);
    expect(Math.abs(marginal_deg - 155)).toBeLessThan(1);
  });

  test("sampled distances sum to the groove and keep the published means", () => {
    const random = createRandom(11);
    const sums = [0, 0, 0];
    const count = 5000;
    for (let i = 0; i < count; i++) {
      const gaps = Object.values(sampleGrooveSpacing(random, REFERENCE_GROOVE_ARC_mm)) as number[];
      expect(gaps[0]! + gaps[1]! + gaps[2]!).toBeCloseTo(REFERENCE_GROOVE_ARC_mm, 9);
      for (let k = 0; k < 3; k++) sums[k]! += gaps[k]! / count;
    }
    expect(Math.abs(sums[0]! - 42.4)).toBeLessThan(1);
    expect(Math.abs(sums[1]! - 39.9)).toBeLessThan(1);
    expect(Math.abs(sums[2]! - 45.4)).toBeLessThan(1);
  });

  test("in heart failure the arc follows the volume, and grows mostly before the anterior vein", () => {
    const random = createRandom(3);
    const arcs: number[] = [];
    const volumes: number[] = [];
    const lastGaps: number[] = [];
    for (let i = 0; i < 4000; i++) {
      const { edv_mL, grooveRadius_mm } = sampleHeartFailureVentricle(random, DILATED_MALE.geometry);
      const grooveArc_mm = sampleGrooveArc(random, grooveRadius_mm);
      const tree = sampleVenousTree(random, { group: "noCoronaryDisease", grooveArc_mm });
      arcs.push(grooveArc_mm);
      volumes.push(edv_mL);
      lastGaps.push(tree.spacing.leftMarginalToAnterior_mm);
    }
    const correlation = correlate(arcs, volumes);
    expect(correlation).toBeGreaterThan(0.5);
    expect(correlation).toBeLessThan(0.8);
    const extraArc_mm = mean(arcs) - REFERENCE_GROOVE_ARC_mm;
    const extraLastGap_mm = mean(lastGaps) - 45.4;
    expect(extraArc_mm).toBeGreaterThan(5);
    expect(extraLastGap_mm / extraArc_mm).toBeGreaterThan(0.5);
  });
});

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

function correlate(xs: readonly number[], ys: readonly number[]): number {
  const mx = mean(xs);
  const my = mean(ys);
  let sxy = 0;
  let sxx = 0;
  let syy = 0;
  for (let i = 0; i < xs.length; i++) {
    sxy += (xs[i]! - mx) * (ys[i]! - my);
    sxx += (xs[i]! - mx) ** 2;
    syy += (ys[i]! - my) ** 2;
  }
  return sxy / Math.sqrt(sxx * syy);
}
