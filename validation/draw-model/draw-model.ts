import { quantile } from "@tributary/plan";
import { createStudyHost } from "../study-plan.ts";
import type { ValidationCase, ValidationRow } from "../validation-case.ts";
import type { ValidationContext } from "../validation-context.ts";
import { type ComparedDraw, compareDraws, EQUAL_ms } from "./compare-draws.ts";
import { compareProvisional } from "./compare-provisional.ts";
import { measureInterpolation } from "./measure-interpolation.ts";
import { searchPatient, searchProvisionally } from "./searched-patient.ts";

const HEART = "lbbb-small-lv-female";
const DRAW_COUNT = 20;
const PLACE_COUNT = 16;
const FULL = "ours: every source solved on the fine mesh at the draw's own parameters";

/** What the draws of a plan take for the fine mesh, against full solves there; and what else the program takes for solved. */
export async function runDrawModel(
  context: ValidationContext,
  { heart = HEART, drawCount = DRAW_COUNT, placeCount = PLACE_COUNT } = {},
): Promise<ValidationCase> {
  const host = createStudyHost(context);
  const patient = await searchPatient(heart, context, host);
  const interpolation = await measureInterpolation(patient, placeCount, host);
  const provisional = await searchProvisionally(patient, host);
  const draws = await compareDraws(patient, drawCount, host);
  return {
    id: "draw-model",
    title: `The model of the draws against full solves, ${drawCount} draws of ${patient.fine.ranked.length} sites`,
    claims:
      "In each draw the sites are ordered as full solves on the fine mesh order them, and the best one is the best; a field between two knots is that of a source solved there; the first ranking, on the coarse mesh, is that of the final plan but for near neighbors.",
    notShown:
      "That either model is right: both are the same physics on two meshes. Scar, functional lines of block, and meshes other than 2 mm against 3 mm.",
    rows: [
      ...listDrawRows(draws),
      ...listInterpolationRows(interpolation),
      ...listProvisionalRows(compareProvisional(patient.fine.ranked, provisional.ranked)),
    ],
    figures: [plotDraws(draws)],
  };
}

function listDrawRows(draws: readonly ComparedDraw[]): ValidationRow[] {
  const mean = (read: (draw: ComparedDraw) => number) =>
    draws.reduce((sum, draw) => sum + read(draw), 0) / draws.length;
  const alike = mean(({ orderedAlike }) => 100 * orderedAlike);
  const agreeing = mean(({ topLoss_ms }) => (topLoss_ms <= EQUAL_ms ? 100 : 0));
  const errors_ms = draws.map(({ medianError_ms }) => medianError_ms);
  return [
    compareWith(
      `pairs of sites that full solves tell apart by ${EQUAL_ms} ms, ordered alike, mean over the draws`,
      "%",
      {
        expected: "95 or more",
        ours: alike,
        pass: alike >= 95,
      },
    ),
    show("the same, worst draw", "%", Math.min(...draws.map(({ orderedAlike }) => 100 * orderedAlike))),
    show(
      "rank correlation of all sites, equals included, mean over the draws",
      "1",
      mean(({ rankCorrelation }) => rankCorrelation),
    ),
    show("the same, worst draw", "1", Math.min(...draws.map(({ rankCorrelation }) => rankCorrelation))),
    compareWith(`draws in which the best site is the best, or within ${EQUAL_ms} ms of it`, "%", {
      expected: "90 or more",
      ours: agreeing,
      pass: agreeing >= 90,
    }),
    show(
      "largest delay of the best site behind the best, solved",
      "ms",
      Math.max(...draws.map((draw) => draw.topLoss_ms)),
    ),
    show(
      "total activation time, median error of a draw, mean over the draws",
      "ms",
      mean((draw) => draw.medianError_ms),
    ),
    show("the same, 90th percentile of the draws", "ms", quantile(errors_ms, 0.9)),
    show(
      "QRS duration now, largest error of a draw",
      "ms",
      Math.max(...draws.map((draw) => Math.abs(draw.qrsError_ms))),
    ),
  ];
}

function listInterpolationRows(error: Awaited<ReturnType<typeof measureInterpolation>>): ValidationRow[] {
  return [
    compareWith(
      `field between two knots, 95th percentile of the error over nodes and ${error.placeCount} cathodes`,
      "ms",
      {
        expected: "below 0.5",
        ours: error.p95_ms,
        pass: error.p95_ms < 0.5,
      },
    ),
    show("the same at the worst cathode", "ms", error.worstP95_ms),
    show("cathodes that are interpolated", "%", error.blendedShare),
  ];
}

function listProvisionalRows(error: ReturnType<typeof compareProvisional>): ValidationRow[] {
  const source = "ours: the final search";
  return [
    { ...show("first ranking against the final one, rank correlation", "1", error.rankCorrelation), source },
    { ...show("rank of the final best site in the first ranking", "1", error.rankOfBest), source },
    {
      ...show("total activation time of the first ranking minus the final one, mean", "ms", error.lateness_ms),
      source,
    },
  ];
}

interface Tested {
  readonly expected: string;
  readonly ours: number;
  readonly pass: boolean;
}

function compareWith(quantity: string, unit: string, { expected, ours, pass }: Tested): ValidationRow {
  return { quantity, unit, expected, ours, tolerance: expected, pass, source: FULL };
}

function show(quantity: string, unit: string, ours: number): ValidationRow {
  return { quantity, unit, expected: "", ours, tolerance: "context", pass: true, source: FULL };
}

function plotDraws(draws: readonly ComparedDraw[]): ValidationCase["figures"][number] {
  return {
    kind: "scatter",
    title: "Total activation time of every site in every draw",
    xLabel: "Solved, ms",
    yLabel: "Model of the draws, ms",
    identityLine: true,
    series: [
      {
        name: "a site in a draw",
        x: draws.flatMap(({ solved_ms }) => solved_ms),
        y: draws.flatMap(({ modeled_ms }) => modeled_ms),
      },
    ],
  };
}
