import {
  arcOfDiameter,
  CORONARY_GROUPS,
  type CoronaryGroup,
  createRandom,
  FREE_WALL_VEINS,
  findHeartPreset,
  grooveArcFromRadius,
  type HeartGeometry,
  measureTruncatedEllipsoid,
  REFERENCE_GROOVE_ARC_mm,
  sampleGrooveArc,
  sampleHeartFailureVentricle,
  sampleVenousTree,
  TRIBUTARY_FIGURES,
  tributaryDiameter,
  VEIN_PRESENCE,
} from "@tributary/model";
import type { ValidationCase, ValidationRow } from "../validation-case.ts";

const HEART_COUNT = 20_000;
const SEED = 33225;
const VAN_DE_VEIRE = "Van de Veire et al., J Am Coll Cardiol 2006";
const KEILER = "Keiler et al., Front Cardiovasc Med 2020, 611160";
const JONGBLOED = "Jongbloed et al., J Am Coll Cardiol 2005;45:749";
const MEASURED_VEINS = ["posteriorVein", "leftMarginalVein", "anteriorInterventricularVein"] as const;
const LUMEN_AT_50_mm = { posteriorVein: 2.4, leftMarginalVein: 2.3, anteriorInterventricularVein: 2.4 } as const;

/** Sampled venous trees against published rates, lumens and distances. */
export function run(): ValidationCase {
  const samples = CORONARY_GROUPS.map((group, i) => sampleGroup(group, SEED + i));
  const cohort = sampleCohort(SEED + 10);
  return {
    id: "vein-statistics",
    title: `Veins of ${HEART_COUNT.toLocaleString("en")} sampled hearts in each of four groups`,
    claims: [
      "The left marginal and posterior veins are as frequent as on CT, and vanish with infarction as they do there.",
      "Hardly a heart is without any vein between the middle cardiac and the anterior interventricular vein.",
      "Lumens, distances between mouths and the growth of the groove in heart failure are the published ones.",
    ].join(" "),
    notShown: [
      "The spread of the lumen 50 mm on is 1.4 times the published one: the taper rate has no spread of its own.",
      "Course, reach, tortuosity, take-off angle and the size of the smaller veins are assumed, not validated.",
      "That infarction and veins depend on each other in one patient's heart as in the mean of a group.",
    ].join(" "),
    rows: [...presenceRows(samples), ...lumenRows(samples[0]!), ...grooveRows(samples[0]!, cohort)],
    figures: [lumenFigure(), mouthFigure(samples), growthFigure(cohort)],
  };
}

interface GroupSample {
  readonly group: CoronaryGroup;
  readonly marginal: number;
  readonly posterior: number;
  readonly neither: number;
  readonly none: number;
  readonly gaps_mm: readonly [number, number, number];
  readonly mouths_mm: Readonly<Record<string, readonly number[]>>;
  readonly mouthRts: readonly number[];
}

function sampleGroup(group: CoronaryGroup, seed: number): GroupSample {
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

const GROUP_NAME: Readonly<Record<CoronaryGroup, string>> = {
  noCoronaryDisease: "no coronary disease",
  coronaryDisease: "coronary disease",
  anteriorInfarction: "anterior infarction",
  lateralInfarction: "lateral infarction",
};

function presenceRows(samples: readonly GroupSample[]): ValidationRow[] {
  const rows = samples.flatMap(({ group, marginal, posterior, none }) => {
    const name = GROUP_NAME[group];
    const rates = VEIN_PRESENCE[group];
    const marginalTolerance = group === "anteriorInfarction" ? 1.5 : rates.leftMarginalVein === 0 ? 0 : 1;
    return [
      row(`left marginal vein, ${name}`, "%", 100 * rates.leftMarginalVein, marginal, marginalTolerance, VAN_DE_VEIRE),
      row(`posterior vein, ${name}`, "%", 100 * rates.posteriorVein, posterior, 1, VAN_DE_VEIRE),
      row(`no vein between the grooves, ${name}`, "%", 1.025, none, 0.975, "Meisel et al., Circulation 2001: 1 %"),
    ];
  });
  const neither = "neither posterior nor left marginal vein, no coronary disease";
  return [...rows, row(neither, "%", 1.2, samples[0]!.neither, 0.3, `product of the rates of ${VAN_DE_VEIRE}`)];
}

function lumenRows(sample: GroupSample): ValidationRow[] {
  const { ostiumDiameter_mm, taperRate_perMm } = TRIBUTARY_FIGURES.posteriorVein;
  const meanLumen = (arc_mm: number) => tributaryDiameter(ostiumDiameter_mm.mean, taperRate_perMm.mean, arc_mm);
  const guide_mm = arcOfDiameter(ostiumDiameter_mm.mean, taperRate_perMm.mean, 3);
  return [
    row("mean posterior vein, lumen 30 mm on", "mm", 2.94, meanLumen(30), 0.01, KEILER),
    row("mean posterior vein, lumen 50 mm on", "mm", 2.4, meanLumen(50), 0.01, KEILER),
    row("where a 9 F guide stops in it", "mm", 28, guide_mm, 1, `lumen 3 mm, from ${KEILER}`),
    ...MEASURED_VEINS.flatMap((vein) => {
      const figures = TRIBUTARY_FIGURES[vein];
      const mouths_mm = sample.mouths_mm[vein]!;
      const later_mm = mouths_mm.map((mouth) => tributaryDiameter(mouth, figures.taperRate_perMm.mean, 50));
      return [
        row(`${vein}, mean lumen at the mouth`, "mm", figures.ostiumDiameter_mm.mean, mean(mouths_mm), 0.05, KEILER),
        row(`${vein}, SD at the mouth`, "mm", figures.ostiumDiameter_mm.sd, deviation(mouths_mm), 0.1, KEILER),
        row(`${vein}, mean lumen 50 mm on`, "mm", LUMEN_AT_50_mm[vein], mean(later_mm), 0.05, KEILER),
      ];
    }),
  ];
}

interface CohortMember {
  readonly edv_mL: number;
  readonly arc_mm: number;
  readonly gaps_mm: readonly [number, number, number];
}

function sampleCohort(seed: number): CohortMember[] {
  const random = createRandom(seed);
  const base = presetGeometry("dcm-lbbb-male");
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

function presetGeometry(id: string): HeartGeometry {
  return findHeartPreset(id)!.geometry;
}

function presetArc(id: string): number {
  return grooveArcFromRadius(measureTruncatedEllipsoid(presetGeometry(id)).grooveRadius_mm);
}

function grooveRows(sample: GroupSample, cohort: readonly CohortMember[]): ValidationRow[] {
  const arcs = cohort.map(({ arc_mm }) => arc_mm);
  const volumes = cohort.map(({ edv_mL }) => edv_mL);
  const extra_mm = mean(arcs) - REFERENCE_GROOVE_ARC_mm;
  const share = (mean(cohort.map(({ gaps_mm }) => gaps_mm[2])) - 45.4) / extra_mm;
  const heartFailure = "multidetector CT in systolic heart failure, 23 + 23 patients";
  return [
    row("middle cardiac to posterior vein", "mm", 42.4, sample.gaps_mm[0], 1, JONGBLOED),
    row("posterior to left marginal vein", "mm", 39.9, sample.gaps_mm[1], 1, JONGBLOED),
    row("left marginal to anterior interventricular vein", "mm", 45.4, sample.gaps_mm[2], 1, JONGBLOED),
    row("groove of the normal male preset", "mm", 127.7, presetArc("normal-male"), 3, `sum of ${JONGBLOED}`),
    row("groove of the dilated male preset", "mm", 156, presetArc("dcm-lbbb-male"), 4, `grown as in ${heartFailure}`),
    row("correlation of groove and LV volume", "1", 0.65, correlate(arcs, volumes), 0.15, heartFailure),
    row("share of the extra length before the anterior vein", "1", 0.75, share, 0.25, `"mostly": ${heartFailure}`),
  ];
}

function lumenFigure(): ValidationCase["figures"][number] {
  const arcs_mm = Array.from({ length: 81 }, (_, i) => i);
  const curves = MEASURED_VEINS.map((vein) => {
    const { ostiumDiameter_mm, taperRate_perMm } = TRIBUTARY_FIGURES[vein];
    return {
      name: vein,
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

function mouthFigure(samples: readonly GroupSample[]): ValidationCase["figures"][number] {
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

function growthFigure(cohort: readonly CohortMember[]): ValidationCase["figures"][number] {
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

function row(
  quantity: string,
  unit: string,
  expected: number,
  ours: number,
  tolerance: number,
  source: string,
): ValidationRow {
  const pass = Math.abs(ours - expected) <= tolerance;
  return { quantity, unit, expected, ours, tolerance: `± ${tolerance}`, pass, source };
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

function deviation(values: readonly number[]): number {
  const center = mean(values);
  return Math.sqrt(mean(values.map((value) => (value - center) ** 2)));
}

function correlate(xs: readonly number[], ys: readonly number[]): number {
  const mx = mean(xs);
  const my = mean(ys);
  const products = xs.map((x, i) => (x - mx) * (ys[i]! - my));
  return mean(products) / (deviation(xs) * deviation(ys));
}
