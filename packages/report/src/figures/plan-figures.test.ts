import { describe, expect, test } from "vitest";
import { createSampleEllipsoid } from "../raster/sample-ellipsoid.fixture.ts";
import { createSamplePlan } from "../reports/sample-plan.fixture.ts";
import { findMarkupError } from "../svg/find-markup-error.fixture.ts";
import type { Picture } from "../svg/picture.ts";
import { drawActivationComparison } from "./draw-activation-comparison.ts";
import { drawBullsEyePair } from "./draw-bulls-eye-pair.ts";
import { drawScorecard } from "./draw-scorecard.ts";
import { drawSensitivities } from "./draw-sensitivities.ts";
import { drawSiteUncertainty } from "./draw-site-uncertainty.ts";
import { drawStateComparison } from "./draw-state-comparison.ts";
import { drawVenousTree } from "./draw-venous-tree.ts";
import { createIntervalPanel } from "./interval-plot.ts";

const plan = createSamplePlan();
const sites = plan.sites.map((site) => ({ ...site, name: `Vein <${site.rank}>`, ranks: "1 to 3" }));
const surface = createSampleEllipsoid([40, 35, 50], 16);
const times_ms = Float64Array.from({ length: surface.points_mm.length / 3 }, (_, i) => surface.points_mm[3 * i]! + 40);

const DRAWN: Record<string, () => Picture> = {
  "state comparison": () =>
    drawStateComparison({
      title: "States & more",
      states: [
        { ...plan.baseline, role: "before" },
        ...plan.alternatives.map((state) => ({ ...state, role: "alternative" as const })),
      ],
    }),
  "site uncertainty": () => drawSiteUncertainty({ title: "Sites", sites, drawCount: 200, baseline_ms: 132 }),
  sensitivities: () => drawSensitivities({ title: "Sensitivities", sensitivities: plan.uncertainty.sensitivities }),
  scorecard: () => drawScorecard({ title: "Scores", sites, weights: plan.weights }),
  "bull's-eye pair": () =>
    drawBullsEyePair({
      title: "Segments",
      label: "Mean activation time",
      unit: "ms",
      discs: [
        { name: "Before", values: Array.from({ length: 17 }, (_, i) => 100 + i) },
        { name: "After", values: Array.from({ length: 17 }, (_, i) => (i === 4 ? undefined : 40 + i)) },
      ],
      hatched: { segments: [5], label: "more than half scar" },
    }),
  "activation comparison": () =>
    drawActivationComparison({
      surface,
      title: "Activation",
      imageDensity: 0.5,
      states: [
        { name: "Before", times_ms },
        { name: "After", times_ms: times_ms.map((time) => time / 2) },
      ],
    }),
  "venous tree with sites": () =>
    drawVenousTree({
      surface,
      veins: [{ name: "leftMarginalVein", points_mm: [41, 0, 30, 41, 0, 0, 40, 0, -20], diameter_mm: [4, 3, 2] }],
      sites: sites.map((site) => ({
        ...site,
        course: { points_mm: [...site.position_mm, 40, 0, 0], ab: [0.6, 0.5], rt: [0.3, 0.3], diameter_mm: [3, 2] },
      })),
      title: "Sites",
      imageDensity: 0.5,
    }),
};

describe.each(Object.entries(DRAWN))("%s", (_name, draw) => {
  const picture = draw();

  test("is well-formed and the same bytes twice", () => {
    expect(findMarkupError(picture.svg)).toBeUndefined();
    expect(draw().svg).toBe(picture.svg);
  });

  test("carries the notice, a text for those who do not see it, and a table", () => {
    expect(picture.svg).toContain("Research, planning and training use");
    expect(picture.description.length).toBeGreaterThan(40);
    expect(picture.table.rows.length).toBeGreaterThan(0);
    for (const row of picture.table.rows) expect(row.length).toBe(picture.table.columns.length);
  });
});

describe("tables hold the numbers of the pictures", () => {
  test("states: value and interval of both quantities, and the remark", () => {
    expect(DRAWN["state comparison"]!().table.rows[2]).toEqual([
      "Left bundle branch area pacing",
      "101 (93 to 111)",
      "112 (102 to 124)",
      "Assumes that the left bundle is captured.",
    ]);
  });

  test("sites: interval, share best and ranks", () => {
    expect(DRAWN["site uncertainty"]!().table.rows[0]).toEqual(["1 Vein <1>", "112", "105 to 121", "63 %", "1 to 3"]);
  });

  test("sensitivities: the strongest first, whatever its sign", () => {
    const { rows } = DRAWN["sensitivities"]!().table;
    expect(rows.map(([, correlation]) => correlation)).toEqual(["−0.71", "−0.42", "0.22", "−0.04"]);
  });

  test("scorecard: value, interval and utility of each measure", () => {
    const { rows } = DRAWN["scorecard"]!().table;
    expect(rows[0]![1]).toBe("14.9 % (13.4 to 16.4), utility 0.92");
    expect(rows.at(-1)!.slice(0, 2)).toEqual(["Score", "0.81"]);
  });

  test("bull's-eyes: both values of each segment, and the hatch", () => {
    const { columns, rows } = DRAWN["bull's-eye pair"]!().table;
    expect(columns).toEqual([
      "Segment",
      "Before: mean activation time, ms",
      "After: mean activation time, ms",
      "more than half scar",
    ]);
    expect(rows[4]).toEqual(["5 basal inferolateral", "104", "–", "yes"]);
  });

  test("venous tree: every site with its score", () => {
    const { rows } = DRAWN["venous tree with sites"]!().table;
    expect(rows.filter(([name]) => name!.startsWith("Site "))).toHaveLength(9);
    expect(rows[1]!.at(-1)).toBe("0.81");
  });
});

test("before and after share one scale: the same time has the same share of the bar in both", () => {
  const { svg, table } = DRAWN["activation comparison"]!();
  expect(svg.match(/Activation time, ms; isochrones/g)!.length).toBe(1);
  const shares = (column: number) => table.rows.map((row) => Number.parseFloat(row[column]!));
  expect(shares(1).reduce((sum, share) => sum + share, 0)).toBeCloseTo(100, 0);
  // Halved times leave the late half of the scale empty.
  expect(
    shares(2)
      .slice(shares(2).length / 2)
      .every((share) => share === 0),
  ).toBe(true);
});

test("an interval panel reaches over every interval, not only over the values", () => {
  const place = { left_px: 0, right_px: 100, top_px: 0, bottom_px: 10 };
  const { axis } = createIntervalPanel([{ value: 50, low: 20, high: 95 }], place);
  expect(axis.toPixel(20)).toBeGreaterThanOrEqual(0);
  expect(axis.toPixel(95)).toBeLessThanOrEqual(100);
});
