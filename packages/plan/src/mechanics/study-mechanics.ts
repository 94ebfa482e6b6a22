import { createRandom, type PatientBeat, type PatientFit, simulatePatient, withActivation } from "@tributary/model";
import type { TaskOptions } from "../field-host.ts";
import type { HeartModel } from "../heart/heart-model.ts";
import type { PlanHost } from "../plan-host.ts";
import type { PlanInput } from "../plan-input.ts";
import { scoreValues } from "../score/score.ts";
import { orderByScore, type RankedSite } from "../search/rank-sites.ts";
import type { HeartSearch } from "../search/search-heart.ts";
import type { AtrialRhythm } from "./atrial-timing.ts";
import type { MusclePatches } from "./muscle-patches.ts";
import { poseCirculation } from "./pose-circulation.ts";
import { type PumpBeat, type PumpProblem, summarizePump } from "./pump-beat.ts";
import { listPumpOptions, type PumpOption } from "./pump-options.ts";
import { createPumpRunner, type PumpRunner, type SiteMechanics } from "./pump-runner.ts";
import { fitPumpSurrogate, type PumpSurrogate } from "./pump-surrogate.ts";

/** What pacing does to the pump, for the sites of a plan. */
export interface MechanicalStudy {
  readonly fit: PatientFit;
  readonly muscle: MusclePatches;
  readonly atria: AtrialRhythm;
  readonly baseline: PumpBeat;
  /** By site, in the order of `ranked`. */
  readonly sites: readonly SiteMechanics[];
  readonly surrogate: PumpSurrogate;
  /** Every pair of delays of the best site, delivered and periodic. */
  readonly surface: readonly SiteMechanics[];
  /** With all its traces. */
  readonly best: PatientBeat;
  readonly runner: PumpRunner;
}

/** The ranking by electrical and mechanical measures together, with what the mechanical ones are made of. */
export interface MechanicalReview {
  readonly ranked: readonly RankedSite[];
  /** Undefined where the circulation could not be computed; `remarks` say why. */
  readonly study: MechanicalStudy | undefined;
  readonly remarks: readonly string[];
}

export interface MechanicsRun extends TaskOptions {
  readonly host: PlanHost;
}

/** Pairs of delays that are simulated before the surrogate is fitted, besides those that the search chose. */
const TRAINING_BEATS = 60;
const TRAINING_STREAM = 4;

/**
 * Fits a circulation to the patient, simulates well-chosen settings, and chooses each site's delays by the whole score.
 *
 * Every site is simulated at the delays that the activation alone chose; with 60 more settings drawn over all sites they
 * train a surrogate. It proposes the delays with the highest score for each site; those are simulated, and the ranking
 * uses what the circulation itself gives.
 */
export async function reviewMechanics(
  model: HeartModel,
  input: PlanInput,
  search: HeartSearch,
  ranked: readonly RankedSite[],
  run: MechanicsRun,
): Promise<MechanicalReview> {
  const posed = poseCirculation({
    prepared: model.prepared,
    atrioventricular: input.conduction.atrioventricular,
    findings: input.circulation,
    times_ms: search.baseline.times_ms,
  });
  if (!posed) return skip(ranked, "neither the case nor the mesh has a volume of the left ventricle");
  if (ranked.length === 0) return { ranked, study: undefined, remarks: [] };
  const { muscle, atria, task } = posed;
  const { host, onProgress, ...signal } = run;
  const pairs = ranked.map(({ choice }) => ({
    cathode: choice.cathode,
    rvSite: search.entries[choice.entry]!.rv.site,
  }));
  const [fit, patchTimes_ms] = await Promise.all([
    host.fitCirculation(task, signal),
    host.timeEntries({ problem: search.problem, clock: muscle.clock }, pairs, signal),
  ]);
  if (fit.beat.run.kind === "not-periodic") return skip(ranked, `its beats do not repeat: ${fit.beat.run.reason}`);
  const baseline = summarizePump(fit.beat);
  const problem: PumpProblem = { patient: fit.patient, from: fit.beat.simulation };
  const runner = createPumpRunner(host, problem, baseline, signal);
  const options = listPumpOptions({ search, ranked, patches: muscle.patches, atria, patchTimes_ms });
  onProgress?.(1, 4);
  const training = await runner.run(pickTraining(options, ranked, input.seed));
  const surrogate = fitPumpSurrogate(
    training.map(({ option }) => option.features),
    training.map(({ measures: own }) => own),
  );
  if (!surrogate) return skip(ranked, `only ${training.length} of the settings tried have beats that repeat`);
  onProgress?.(2, 4);
  const chosen = ranked.map((own, site) =>
    chooseOption(
      own,
      options.filter((option) => option.site === site),
      { surrogate, search, input },
    ),
  );
  const simulated = await runner.run(chosen);
  const bySite = new Map(simulated.map((own) => [own.option.site, own]));
  const rescored = ranked.map((own, site) => {
    const found = bySite.get(site);
    return found ? applyMeasures(own, found, { search, input }) : own;
  });
  const reordered = orderByScore(rescored);
  const order = reordered.map((own) => rescored.indexOf(own));
  const sites = order.flatMap((site) => bySite.get(site) ?? []);
  if (sites.length < ranked.length) return skip(ranked, "beats of some site do not repeat");
  onProgress?.(3, 4);
  const surface = await runner.run(options.filter(({ site }) => site === order[0]));
  const bestSetting = sites[0]!.option.setting;
  const best = simulatePatient(withActivation(fit.patient, bestSetting.activation_ms, bestSetting.avDelay_ms), {
    from: fit.beat.simulation,
  });
  onProgress?.(4, 4);
  return {
    ranked: reordered,
    study: { fit, muscle, atria, baseline, sites, surrogate, surface, best, runner },
    remarks: [],
  };
}

function skip(ranked: readonly RankedSite[], why: string): MechanicalReview {
  return {
    ranked,
    study: undefined,
    remarks: [`The circulation was not computed: ${why}. The ranking is electrical.`],
  };
}

/** The delays that the search chose for each site, and others drawn over all of them. */
function pickTraining(options: readonly PumpOption[], ranked: readonly RankedSite[], seed: number): PumpOption[] {
  const chosen = ranked.flatMap(({ choice }, site) => {
    const own = options.find((option) => option.site === site && option.entry === choice.entry);
    return own ? [own] : [];
  });
  const random = createRandom(seed).stream(TRAINING_STREAM);
  const drawn = Array.from({ length: TRAINING_BEATS }, () => options[Math.floor(random.uniform() * options.length)]!);
  return [...new Set([...chosen, ...drawn])];
}

interface ChoiceContext {
  readonly search: HeartSearch;
  readonly input: PlanInput;
}

/** The safely delivered delays with the highest score by the surrogate. */
function chooseOption(
  ranked: RankedSite,
  options: readonly PumpOption[],
  { surrogate, ...context }: ChoiceContext & { readonly surrogate: PumpSurrogate },
): PumpOption {
  let best: { readonly option: PumpOption; readonly score: number } | undefined;
  for (const option of options) {
    if (!option.isSafe) continue;
    const measures = surrogate.predict(option.features);
    const { score } = applyMeasures(ranked, { option, measures }, context).choice;
    if (!best || score > best.score) best = { option, score };
  }
  return best!.option;
}

/** The site at other delays, scored with what the pump does. */
function applyMeasures(
  { site, choice }: RankedSite,
  { option, measures }: Pick<SiteMechanics, "option" | "measures">,
  { search, input }: ChoiceContext,
): RankedSite {
  const { entry } = option;
  // A joint solve may have corrected the total of the delays that the search chose; the correction is kept.
  const correction_ms = choice.totalActivationTime_ms - sweptTotal_ms(search, choice, choice.entry);
  const totalActivationTime_ms = option.totalActivationTime_ms + correction_ms;
  const values = {
    ...choice.values,
    resynchronization: 100 * (1 - totalActivationTime_ms / search.baseline.measures.totalActivationTime_ms),
    pressureRise: measures.pressureRise,
    workBalance: measures.workBalance,
  };
  return {
    site,
    choice: { ...choice, entry, totalActivationTime_ms, values, score: scoreValues(values, input.weights) },
  };
}

function sweptTotal_ms({ cathodes }: HeartSearch, { cathode }: RankedSite["choice"], entry: number): number {
  return cathodes[cathode]!.response.totalActivationTime_ms[entry]!;
}
