import { type CoronaryGroup, spellVeinName, TRIBUTARY_FIGURES, tributaryDiameter } from "@tributary/model";
import type { LineFigure } from "@tributary/report";
import { type CohortMember, type GroupSample, HEART_COUNT } from "./sample-hearts.ts";
import { mean } from "./sample-moments.ts";

export const MEASURED_VEINS = ["posteriorVein", "leftMarginalVein", "anteriorInterventricularVein"] as const;

export const GROUP_NAME: Readonly<Record<CoronaryGroup, string>> = {
  noCoronaryDisease: "no coronary disease",
  coronaryDisease: "coronary disease",
  anteriorInfarction: "anterior infarction",
  lateralInfarction: "lateral infarction",
};

export function plotLumens(): LineFigure {
  const arcs_mm = Array.from({ length: 81 }, (_, i) => i);
  const curves = MEASURED_VEINS.map((vein) => {
    const { ostiumDiameter_mm, taperRate_perMm } = TRIBUTARY_FIGURES[vein];
    return {
      name: spellVeinName(vein),
      x: arcs_mm,
      y: arcs_mm.map((arc) => tributaryDiameter(ostiumDiameter_mm.mean, taperRate_perMm.mean, arc)),
    };
  });
  const guide = { name: "9 F guide", x: [0, 80], y: [3, 3] };
  return {
    kind: "lines",
    title: "Lumen of the mean veins",
    xLabel: "from the mouth (mm)",
    yLabel: "lumen (mm)",
    series: [...curves, guide],
  };
}

export function plotMouths(samples: readonly GroupSample[]): LineFigure {
  const binWidth_deg = 8;
  const bins = Array.from({ length: 240 / binWidth_deg }, (_, i) => (i + 0.5) * binWidth_deg);
  return {
    kind: "lines",
    title: "Where free-wall veins leave the groove",
    xLabel: "from the posterior groove over the free wall (degrees; 240 is the anterior groove)",
    yLabel: "veins in 100 hearts, per 8 degrees",
    series: samples.map(({ group, mouthRts }) => {
      const y = bins.map(() => 0);
      for (const rt of mouthRts) {
        const bin = Math.min(bins.length - 1, Math.floor((360 * rt) / binWidth_deg));
        y[bin]! += 100 / HEART_COUNT;
      }
      return { name: GROUP_NAME[group], x: bins, y };
    }),
  };
}

export function plotGrowth(cohort: readonly CohortMember[]): LineFigure {
  const names = ["middle cardiac to posterior", "posterior to left marginal", "left marginal to anterior"];
  const edges_mm = [90, 105, 120, 135, 150, 165, 180, 195, 210];
  const inBin = edges_mm.map((low) => cohort.filter(({ arc_mm }) => arc_mm >= low && arc_mm < low + 15));
  const filled = edges_mm
    .map((low, i) => ({ x: low + 7.5, members: inBin[i]! }))
    .filter(({ members }) => members.length >= 20);
  return {
    kind: "lines",
    title: "Mean distances between mouths as the groove grows in heart failure",
    xLabel: "posterior to anterior groove (mm)",
    yLabel: "distance (mm)",
    series: names.map((name, k) => ({
      name,
      x: filled.map(({ x }) => x),
      y: filled.map(({ members }) => mean(members.map(({ gaps_mm }) => gaps_mm[k]!))),
    })),
  };
}
