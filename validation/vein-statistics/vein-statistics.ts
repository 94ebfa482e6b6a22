import {
  arcOfDiameter,
  CORONARY_GROUPS,
  findHeartPreset,
  grooveArcFromRadius,
  measureTruncatedEllipsoid,
  REFERENCE_GROOVE_ARC_mm,
  spellVeinName,
  TRIBUTARY_FIGURES,
  tributaryDiameter,
  VEIN_PRESENCE,
} from "@tributary/model";
import type { ValidationCase, ValidationRow } from "../validation-case.ts";
import { type CohortMember, type GroupSample, HEART_COUNT, sampleCohort, sampleGroup } from "./sample-hearts.ts";
import { correlate, deviation, mean } from "./sample-moments.ts";
import { GROUP_NAME, MEASURED_VEINS, plotGrowth, plotLumens, plotMouths } from "./vein-figures.ts";

const SEED = 33225;
const VAN_DE_VEIRE = "Van de Veire et al., J Am Coll Cardiol 2006";
const KEILER = "Keiler et al., Front Cardiovasc Med 2020, 611160";
const JONGBLOED = "Jongbloed et al., J Am Coll Cardiol 2005;45:749";
const LUMEN_AT_50_mm = { posteriorVein: 2.4, leftMarginalVein: 2.3, anteriorInterventricularVein: 2.4 } as const;

/** Sampled venous trees against published rates, lumens and distances. */
export function runVeinStatistics(): ValidationCase {
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
    figures: [plotLumens(), plotMouths(samples), plotGrowth(cohort)],
  };
}

function presenceRows(samples: readonly GroupSample[]): ValidationRow[] {
  const rows = samples.flatMap(({ group, marginal, posterior, none }) => {
    const name = GROUP_NAME[group];
    const rates = VEIN_PRESENCE[group];
    const marginalTolerance = group === "anteriorInfarction" ? 1.5 : rates.leftMarginalVein === 0 ? 0 : 1;
    return [
      row(`left marginal vein, ${name}`, "%", {
        expected: 100 * rates.leftMarginalVein,
        ours: marginal,
        tolerance: marginalTolerance,
        source: VAN_DE_VEIRE,
      }),
      row(`posterior vein, ${name}`, "%", {
        expected: 100 * rates.posteriorVein,
        ours: posterior,
        tolerance: 1,
        source: VAN_DE_VEIRE,
      }),
      {
        quantity: `no vein between the grooves, ${name}`,
        unit: "%",
        expected: 1,
        ours: none,
        tolerance: "0.05 to 2",
        pass: none >= 0.05 && none <= 2,
        source: "Meisel et al., Circulation 2001",
      },
    ];
  });
  const neither = "neither posterior nor left marginal vein, no coronary disease";
  return [
    ...rows,
    row(neither, "%", {
      expected: 1.2,
      ours: samples[0]!.neither,
      tolerance: 0.3,
      source: `product of the rates of ${VAN_DE_VEIRE}`,
    }),
  ];
}

function lumenRows(sample: GroupSample): ValidationRow[] {
  const { ostiumDiameter_mm, taperRate_perMm } = TRIBUTARY_FIGURES.posteriorVein;
  const meanLumen = (arc_mm: number) => tributaryDiameter(ostiumDiameter_mm.mean, taperRate_perMm.mean, arc_mm);
  const guide_mm = arcOfDiameter(ostiumDiameter_mm.mean, taperRate_perMm.mean, 3);
  return [
    row("mean posterior vein, lumen 30 mm on", "mm", {
      expected: 2.94,
      ours: meanLumen(30),
      tolerance: 0.01,
      source: KEILER,
    }),
    row("mean posterior vein, lumen 50 mm on", "mm", {
      expected: 2.4,
      ours: meanLumen(50),
      tolerance: 0.01,
      source: KEILER,
    }),
    row("where a 9 F guide stops in it", "mm", {
      expected: 28,
      ours: guide_mm,
      tolerance: 1,
      source: `lumen 3 mm, from ${KEILER}`,
    }),
    ...MEASURED_VEINS.flatMap((vein) => {
      const figures = TRIBUTARY_FIGURES[vein];
      const mouths_mm = sample.mouths_mm[vein]!;
      const later_mm = mouths_mm.map((mouth) => tributaryDiameter(mouth, figures.taperRate_perMm.mean, 50));
      return [
        row(`${spellVeinName(vein)}, mean lumen at the mouth`, "mm", {
          expected: figures.ostiumDiameter_mm.mean,
          ours: mean(mouths_mm),
          tolerance: 0.05,
          source: KEILER,
        }),
        row(`${spellVeinName(vein)}, SD at the mouth`, "mm", {
          expected: figures.ostiumDiameter_mm.sd,
          ours: deviation(mouths_mm),
          tolerance: 0.1,
          source: KEILER,
        }),
        row(`${spellVeinName(vein)}, mean lumen 50 mm on`, "mm", {
          expected: LUMEN_AT_50_mm[vein],
          ours: mean(later_mm),
          tolerance: 0.05,
          source: KEILER,
        }),
      ];
    }),
  ];
}

function presetArc(id: string): number {
  return grooveArcFromRadius(measureTruncatedEllipsoid(findHeartPreset(id)!.geometry).grooveRadius_mm);
}

function grooveRows(sample: GroupSample, cohort: readonly CohortMember[]): ValidationRow[] {
  const arcs = cohort.map(({ arc_mm }) => arc_mm);
  const volumes = cohort.map(({ edv_mL }) => edv_mL);
  const extra_mm = mean(arcs) - REFERENCE_GROOVE_ARC_mm;
  const share = (mean(cohort.map(({ gaps_mm }) => gaps_mm[2])) - 45.4) / extra_mm;
  const heartFailure = "multidetector CT in systolic heart failure, 23 + 23 patients";
  return [
    row("middle cardiac to posterior vein", "mm", {
      expected: 42.4,
      ours: sample.gaps_mm[0],
      tolerance: 1,
      source: JONGBLOED,
    }),
    row("posterior to left marginal vein", "mm", {
      expected: 39.9,
      ours: sample.gaps_mm[1],
      tolerance: 1,
      source: JONGBLOED,
    }),
    row("left marginal to anterior interventricular vein", "mm", {
      expected: 45.4,
      ours: sample.gaps_mm[2],
      tolerance: 1,
      source: JONGBLOED,
    }),
    row("groove of the normal male preset", "mm", {
      expected: 127.7,
      ours: presetArc("normal-male"),
      tolerance: 3,
      source: `sum of ${JONGBLOED}`,
    }),
    row("groove of the dilated male preset", "mm", {
      expected: 156,
      ours: presetArc("dcm-lbbb-male"),
      tolerance: 4,
      source: `grown as in ${heartFailure}`,
    }),
    row("correlation of groove and LV volume", "1", {
      expected: 0.65,
      ours: correlate(arcs, volumes),
      tolerance: 0.15,
      source: heartFailure,
    }),
    row("share of the extra length before the anterior vein", "1", {
      expected: 0.75,
      ours: share,
      tolerance: 0.25,
      source: `"mostly": ${heartFailure}`,
    }),
  ];
}

function row(
  quantity: string,
  unit: string,
  values: { readonly expected: number; readonly ours: number; readonly tolerance: number; readonly source: string },
): ValidationRow {
  const { expected, ours, tolerance, source } = values;
  const pass = Math.abs(ours - expected) <= tolerance;
  return { quantity, unit, expected, ours, tolerance: `± ${tolerance}`, pass, source };
}
