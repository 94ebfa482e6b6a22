import { prepareVeins } from "@tributary/engine";
import { createRandom } from "@tributary/model";
import {
  type Calibration,
  calibrate,
  carrySpread,
  createContactModel,
  type Estimate,
  type HeartSearch,
  listCandidates,
  listDraws,
  type PlanHost,
  type PlanInput,
  type RankedSite,
  rankSites,
  type SearchedHeart,
  searchHeart,
  studyDraws,
} from "@tributary/plan";
import {
  CATHODE_STEP_mm,
  EVERY_CATHODE_mm,
  NO_FINDINGS,
  type StudyHeart,
  specifyStudyPlan,
  thinCathodes,
} from "../study-plan.ts";
import { computeTruth, type HiddenTruth, measureAsPlanned } from "./hidden-truth.ts";
import type { VirtualPatient } from "./virtual-patients.ts";

/** One virtual patient: the plan made from the findings beside the truth it was not told. */
export interface PatientOutcome {
  readonly patient: VirtualPatient;
  readonly measuredQrs_ms: number;
  /** Of the calibrated set, on the mesh of the calibration and on that of the search. */
  readonly coarseQrs_ms: number;
  readonly fineQrs_ms: number;
  readonly siteCount: number;
  /** Of the truly best site in the plan, 1 the first. */
  readonly rankOfBest: number;
  /** The same for the best placed of the sites that are truly as good as the best. */
  readonly rankOfEqual: number;
  readonly equalCount: number;
  /** Of the plan's first site in the truth. */
  readonly trueRankOfFirst: number;
  /** Percentage points of total activation time: the truly best site minus the plan's first, each used as well as can be. */
  readonly loss: number;
  /** The same with the plan's own cathode and delays. */
  readonly lossAsProgrammed: number;
  /** Total activation time at the plan's first site with VV programmed anew: as the plan says, and in truth. */
  readonly planned: Estimate;
  readonly true_ms: number;
}

/** Draws for the interval; each fitting set once or twice. */
const DRAW_COUNT = 60;
const CALIBRATION_STREAM = 1;
const DRAW_STREAM = 2;
const CONTACT_STREAM = 3;

/**
 * Computes the truth once, then plans from it for each error of the reader.
 *
 * @param readingErrors_ms  added to the measured QRS duration
 */
export async function studyPatient(
  heart: StudyHeart,
  patient: VirtualPatient,
  { host, readingErrors_ms }: { readonly host: PlanHost; readonly readingErrors_ms: readonly number[] },
): Promise<PatientOutcome[]> {
  const { preset, prInterval_ms, hidden } = patient;
  const veins = { kind: "generated", seed: patient.veinSeed, group: "noCoronaryDisease" } as const;
  const blind = specifyStudyPlan({ preset, veins, prInterval_ms, findings: NO_FINDINGS, seed: 1 });
  const model = { ...heart.fine, veins: prepareVeins(heart.fine.prepared, veins) };
  const candidates = thinCathodes(listCandidates(model, blind), CATHODE_STEP_mm);
  const estimates = createContactModel(model, createRandom(blind.seed).stream(CONTACT_STREAM)).expected;
  const truth = await computeTruth(model, blind, { host, candidates, hidden, estimates });

  const outcomes: PatientOutcome[] = [];
  for (const readingError_ms of readingErrors_ms) {
    const qrsDuration_ms = truth.findings.qrsDuration_ms! + readingError_ms;
    const input = { ...blind, findings: { ...truth.findings, qrsDuration_ms } };
    const calibration = calibrateHeart(heart, input);
    const run = { host, set: calibration.central, estimates, knotStep_mm: EVERY_CATHODE_mm };
    const search = await searchHeart(model, input, candidates, run);
    const ranked = rankSites(candidates.sites, search.choices);
    const best = { model, search, ranked: ranked.slice(0, 1) };
    outcomes.push({
      patient,
      measuredQrs_ms: qrsDuration_ms,
      coarseQrs_ms: calibration.central.qrsDuration_ms,
      fineQrs_ms: search.baseline.measures.qrsDuration_ms,
      siteCount: candidates.sites.length,
      planned: await drawBest(heart.coarse, input, best, { host, calibration }),
      ...compareRankings(truth, search, ranked),
    });
  }
  return outcomes;
}

function calibrateHeart({ coarse }: StudyHeart, { conduction, findings, seed }: PlanInput): Calibration {
  const { nodes, taps } = coarse.model;
  const problem = { family: coarse.basics, conduction, findings, nodes, taps };
  return calibrate(problem, createRandom(seed).stream(CALIBRATION_STREAM));
}

/** The interval of the total activation time at the best site, as a plan makes it. */
async function drawBest(
  coarse: StudyHeart["coarse"],
  input: PlanInput,
  fine: SearchedHeart,
  { host, calibration }: { readonly host: PlanHost; readonly calibration: Calibration },
): Promise<Estimate> {
  const { central, results } = await studyDraws({ ...coarse, calibration }, input, fine, {
    host,
    draws: listDraws(calibration, createRandom(input.seed).stream(DRAW_STREAM), DRAW_COUNT),
    captureLatency_ms: fine.search.problem.captureLatency_ms,
  });
  const totalOf = ({ sites }: typeof central) => sites[0]!.totalActivationTime_ms;
  return carrySpread(fine.ranked[0]!.choice.totalActivationTime_ms, totalOf(central), results.map(totalOf));
}

/** Sites whose total activation times differ by less are equally good: the front of the same other region comes last. */
const EQUAL_ms = 0.5;

type Comparison = Omit<
  PatientOutcome,
  "patient" | "measuredQrs_ms" | "coarseQrs_ms" | "fineQrs_ms" | "siteCount" | "planned"
>;

function compareRankings(truth: HiddenTruth, search: HeartSearch, ranked: readonly RankedSite[]): Comparison {
  const rankOf = (id: string, list: readonly RankedSite[]) => 1 + list.findIndex(({ site }) => site.id === id);
  const [first, best] = [ranked[0]!, truth.ranked[0]!];
  const trueRankOfFirst = rankOf(first.site.id, truth.ranked);
  const baseline_ms = truth.search.baseline.measures.totalActivationTime_ms;
  const lossOf = (total_ms: number) => (100 * (total_ms - best.choice.totalActivationTime_ms)) / baseline_ms;
  const equal = truth.ranked.filter(
    ({ choice }) => choice.totalActivationTime_ms <= best.choice.totalActivationTime_ms + EQUAL_ms,
  );
  const left = measureAsPlanned(truth, search.entries[first.choice.entry]!, first.choice.cathode);
  return {
    rankOfBest: rankOf(best.site.id, ranked),
    rankOfEqual: Math.min(...equal.map(({ site }) => rankOf(site.id, ranked))),
    equalCount: equal.length,
    trueRankOfFirst,
    loss: lossOf(truth.ranked[trueRankOfFirst - 1]!.choice.totalActivationTime_ms),
    lossAsProgrammed: lossOf(left.asProgrammed_ms),
    true_ms: left.withBestVv_ms,
  };
}
