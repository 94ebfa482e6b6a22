import { DEFAULT_WEIGHTS, type PlanHost, planCase, rankSites } from "@tributary/plan";
import type { ValidationRow } from "../validation-case.ts";
import { searchExhaustively } from "./exhaustive-search.ts";
import { type RankedHeart, searchModel, specifyRanking } from "./ranked-heart.ts";
import { listReducedCandidates } from "./reduced-candidates.ts";
import { countChangedRanks, rankRenamed } from "./renamed-veins.ts";

const PR_INTERVAL_ms = 180;
/** Times of fields are stored as 32-bit floats. */
const ROUNDING_ms = 1e-3;

/** The search against trying every configuration, and with the tributaries' names exchanged. */
export async function checkSearch(heart: RankedHeart, host: PlanHost): Promise<ValidationRow[]> {
  const { id, model } = heart;
  const input = {
    ...heart.input,
    conduction: {
      ...heart.input.conduction,
      atrioventricular: { kind: "conducted", prInterval_ms: PR_INTERVAL_ms },
    },
  } as const;
  const reduced = await searchModel(model, input, { host, candidates: listReducedCandidates(model, input) });
  const found = rankSites(reduced.candidates.sites, reduced.search.choices)[0]!.choice;
  const tried = searchExhaustively(reduced);
  const { renamed, oldNames } = await rankRenamed(reduced, host);
  const changedCount = countChangedRanks(reduced, renamed, oldNames);
  const gap_ms = Math.abs(found.totalActivationTime_ms - tried.totalActivationTime_ms);
  return [
    {
      quantity: `${id}: best of ${tried.triedCount} configurations tried one by one (${tried.tip}), score minus that of the search (${found.use.placement.vein} ${found.use.placement.tipDepth_mm} mm)`,
      unit: "1",
      expected: 0,
      ours: tried.score - found.score,
      tolerance: "± 1e-5, total activation time within 0.001 ms",
      pass: Math.abs(tried.score - found.score) <= 1e-5 && gap_ms <= ROUNDING_ms,
      source: "both search the same list",
    },
    {
      quantity: `${id}: places of the ranking that change when the tributaries exchange their names`,
      unit: "1",
      expected: 0,
      ours: changedCount,
      tolerance: "exact",
      pass: changedCount === 0,
      source: "no score reads a name",
    },
  ];
}

/** A coarse mesh with thin walls one element thick, so that the whole plan of it takes seconds. */
const PLANNED_HEART = "lbbb-small-lv-female";
const PLANNED_EDGE_mm = 3;
const DRAW_COUNT = 24;

/** What a plan says of missing its target by the registration error. */
export async function describeMissedTarget(host: PlanHost): Promise<ValidationRow[]> {
  const input = specifyRanking(PLANNED_HEART, DEFAULT_WEIGHTS);
  const { origin } = input.heart;
  if (origin.kind === "tetrahedra") throw new Error("a preset has no mesh of its own");
  const heart = { ...input.heart, origin: { ...origin, edgeLength_mm: PLANNED_EDGE_mm, leastWallNodes: 2 } } as const;
  const { plan } = await planCase({ ...input, heart, drawCount: DRAW_COUNT }, host);
  const { shift_mm, shareTopChanges } = plan.uncertainty.registration;
  return [
    {
      quantity: `${PLANNED_HEART}: cases in which a target missed by ${shift_mm} mm along its vein is worse than the best elsewhere, as the plan says`,
      unit: "1",
      expected: "0 to 1, said by the plan",
      ours: shareTopChanges,
      tolerance: "bounds",
      pass: shareTopChanges >= 0 && shareTopChanges <= 1,
      source: "error of registration 11.3 (9.2-14.6) mm: PMC4055519 (2014)",
    },
  ];
}
