import type { HeartSpecification, PreparedHeart } from "@tributary/engine";
import { CONDUCTION_PARAMETERS, createRandom } from "@tributary/model";
import { assemblePlan } from "./assemble/assemble-plan.ts";
import { buildScene } from "./assemble/build-scene.ts";
import { describePump } from "./assemble/describe-mechanics.ts";
import { activateAlternatives, describeAlternatives, describeBaseline } from "./assemble/list-states.ts";
import { calibrate } from "./calibration/calibrate.ts";
import { shapeHeart } from "./calibration/shape-heart.ts";
import { createContactModel } from "./contact/create-contact-model.ts";
import { createExplorer } from "./explore/create-explorer.ts";
import type { ExplorablePlan } from "./explore/explored-beat.ts";
import { KNOT_STEP_mm } from "./fields/knots.ts";
import { buildHeartModel } from "./heart/heart-model.ts";
import { pumpAlternatives } from "./mechanics/alternative-pumps.ts";
import { reviewMechanics } from "./mechanics/study-mechanics.ts";
import { listSearchedVectors } from "./placements/searched-vectors.ts";
import type { PlanHost, PlanRun } from "./plan-host.ts";
import type { PlanInput } from "./plan-input.ts";
import { searchMultipoint } from "./search/multipoint.ts";
import { rankSites } from "./search/rank-sites.ts";
import { listCandidates, searchHeart } from "./search/search-heart.ts";
import { reviewJointly } from "./search/solve-jointly.ts";
import { createDrawSamples } from "./uncertainty/draw-samples.ts";
import { listDraws } from "./uncertainty/list-draws.ts";
import { scoreStudy } from "./uncertainty/score-study.ts";
import { type DrawModel, studyDraws } from "./uncertainty/study-draws.ts";
import { weighElectrically } from "./weights.ts";

/** Edge of the mesh that calibration, first ranking and draws work on. */
const COARSE_EDGE_mm = 3;
/** Knots of the provisional ranking lie three times as far apart, and only cathodes at knots are tried. */
const PROVISIONAL_KNOT_STEP_mm = 3 * KNOT_STEP_mm;

/** Where each stage ends, as a share of the whole; measured on the built-in patient. */
const STAGE_END = {
  calibration: 0.08,
  provisional: 0.14,
  preparation: 0.25,
  search: 0.65,
  circulation: 0.8,
  draws: 0.97,
} as const;

/**
 * The plan of one patient: where the lead can go, what pacing there does, how sure that is.
 *
 * A coarse heart is calibrated to the findings and gives a provisional ranking; the fine heart, prepared meanwhile, is
 * searched; the coarse one then carries the draws for the sites that the fine one found.
 *
 * @throws TributaryError of the heart, the veins or the lead; the signal's reason when aborted
 *
 * The result depends on the input alone: not on the host, the number of threads or the clock.
 */
export async function planCase(input: PlanInput, host: PlanHost, run: PlanRun = {}): Promise<ExplorablePlan> {
  const signal = run.signal ? { signal: run.signal } : {};
  const report = (stage: string, from: number, to: number) => (done: number, total: number) =>
    run.onProgress?.(stage, from + ((to - from) * done) / total);
  // Asked for before anything is computed: it throws where the vector does not exist.
  listSearchedVectors(input);
  run.onProgress?.("meshing", 0);
  const coarseSpecification = coarsen(input.heart);
  const coarseHeart = host.prepareHeart(coarseSpecification, signal);
  const fineHeart = coarseSpecification === input.heart ? coarseHeart : host.prepareHeart(input.heart, signal);
  // Told of where it is awaited; an abort before that must not be an unhandled rejection.
  fineHeart.catch(() => {});

  const early: PlanHost = { ...host, solver: host.besideSolver };
  const drawModel = await calibrateHeart(await coarseHeart, input, early, {
    ...signal,
    onProgress: report("calibration", 0.02, STAGE_END.calibration),
  });
  const { calibration } = drawModel;
  const provisional = await searchProvisionally(drawModel, input, early, {
    ...signal,
    onProgress: report("first ranking", STAGE_END.calibration, STAGE_END.provisional),
  });
  run.onProvisional?.(provisional);

  run.onProgress?.("meshing finely", STAGE_END.provisional);
  const model = buildHeartModel(await fineHeart, input.veins, host);
  const contacts = createContactModel(model, createRandom(input.seed).stream(CONTACT_STREAM));
  const candidates = listCandidates(model, input);
  const searching = searchHeart(model, input, candidates, {
    ...signal,
    host,
    set: calibration.central,
    knotStep_mm: KNOT_STEP_mm,
    estimates: contacts.expected,
    onProgress: report("every site and setting", STAGE_END.preparation, STAGE_END.search),
  });
  // Placed while the first fields are solved.
  const samples = coarseSpecification === input.heart ? undefined : createDrawSamples(drawModel.model, model, host);
  const search = await searching;
  const review = await reviewJointly(model, input, search, rankSites(candidates.sites, search.choices), {
    ...signal,
    host,
  });
  const mechanical = await reviewMechanics(model, input, search, review.ranked, {
    ...signal,
    host,
    onProgress: report("circulation", STAGE_END.search, STAGE_END.circulation),
  });
  const { ranked, study: mechanics } = mechanical;
  const activated = activateAlternatives(search, ranked);
  const pumps = mechanics
    ? await pumpAlternatives(
        mechanics,
        activated.map(({ times_ms }) => times_ms),
        { ...signal, host },
      )
    : [];
  const study = await studyDraws(
    drawModel,
    input,
    { model, search, ranked },
    {
      ...signal,
      host,
      samples,
      draws: listDraws(calibration, createRandom(input.seed).stream(DRAW_STREAM), input.drawCount),
      captureLatency_ms: CONDUCTION_PARAMETERS.captureLatency_ms.value,
      pumpAvDelays_ms: mechanics?.sites.map(({ option }) => option.setting.avDelay_ms),
      onProgress: report("uncertainty", STAGE_END.circulation, STAGE_END.draws),
    },
  );
  const scored = scoreStudy(study, search, ranked, {
    contacts,
    weights: mechanics ? input.weights : weighElectrically(input.weights),
    predictPump: mechanics?.surrogate.predict,
  });
  const parts = {
    status: "final",
    input,
    model,
    search,
    ranked,
    calibration,
    contacts,
    study: scored,
    mechanics,
    baseline: describeBaseline(model, search, study, mechanics),
    alternatives: describeAlternatives(model, {
      activated,
      pumps: pumps.map((pump) => pump && describePump(pump.beat, pump.avDelay_ms)),
      study,
    }),
    multipoint: searchMultipoint(model, input, { search, ranked, contacts }),
    remarks: [...review.remarks, ...mechanical.remarks],
  } as const;
  run.onProgress?.("writing", STAGE_END.draws);
  return { plan: assemblePlan(parts), scene: buildScene(parts), openExplorer: () => createExplorer(parts) };
}

/** Streams of random numbers, apart from each other so that one does not move when another takes more. */
const CALIBRATION_STREAM = 1;
const DRAW_STREAM = 2;
const CONTACT_STREAM = 3;

/** The same heart on a coarser mesh, thin walls one element thick; an imported mesh is used as it is. */
function coarsen(heart: HeartSpecification): HeartSpecification {
  const { origin } = heart;
  if (origin.kind === "tetrahedra" || origin.edgeLength_mm >= COARSE_EDGE_mm) return heart;
  return { ...heart, origin: { ...origin, edgeLength_mm: COARSE_EDGE_mm, leastWallNodes: 2 } };
}

type StageRun = Pick<PlanRun, "signal"> & { readonly onProgress: (done: number, total: number) => void };

async function calibrateHeart(
  prepared: PreparedHeart,
  input: PlanInput,
  host: PlanHost,
  run: StageRun,
): Promise<DrawModel> {
  const shaped = await shapeHeart(prepared, input, { host, ...run });
  const { nodes, taps } = shaped.model;
  const calibration = calibrate(
    { family: shaped.basics, conduction: input.conduction, findings: input.findings, nodes, taps },
    createRandom(input.seed).stream(CALIBRATION_STREAM),
  );
  return { ...shaped, calibration };
}

async function searchProvisionally({ model, calibration }: DrawModel, input: PlanInput, host: PlanHost, run: StageRun) {
  const contacts = createContactModel(model, createRandom(input.seed).stream(CONTACT_STREAM));
  const candidates = listCandidates(model, input, PROVISIONAL_KNOT_STEP_mm);
  const search = await searchHeart(model, input, candidates, {
    ...run,
    host,
    set: calibration.central,
    knotStep_mm: PROVISIONAL_KNOT_STEP_mm,
    estimates: contacts.expected,
  });
  return assemblePlan({
    status: "provisional",
    input,
    model,
    search,
    ranked: rankSites(candidates.sites, search.choices),
    calibration,
    contacts,
    study: undefined,
    mechanics: undefined,
    baseline: describeBaseline(model, search, undefined, undefined),
    alternatives: [],
    multipoint: [],
    remarks: [],
  });
}
