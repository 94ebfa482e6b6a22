import { buildMeasuredMap, type Configuration } from "@tributary/engine";
import { simulateEcg } from "@tributary/model";
import type { MechanicalStudy } from "../mechanics/study-mechanics.ts";
import type { ActivatedState, PlanScene, PumpScene } from "../plan-result.ts";
import { combineBeat, listBeatDelays, listBeatFields } from "../search/paced-beat.ts";
import { fieldOfCathode } from "../search/sweep-cathode.ts";
import type { PlanParts } from "./plan-parts.ts";

/** Quiet time before the first activation in the ECG of a state. */
const LEAD_IN_ms = 40;

/** Measures an activation and gives it its ECG, in the amplitude of the patient's own where that is known. */
export function createStateBuilder({
  model,
  input,
  calibration,
}: Pick<PlanParts, "model" | "input" | "calibration">): (
  configuration: Configuration,
  times_ms: Float64Array,
) => ActivatedState {
  const amplitudeScale = input.findings.ecg ? calibration.central.amplitudeScale : undefined;
  return (configuration, times_ms) => {
    const map = buildMeasuredMap(model.prepared, configuration, times_ms);
    const ecg = simulateEcg(model.nodes.weights, times_ms, model.apd_ms, {
      start_ms: Math.floor(map.measures.earliest_ms) - LEAD_IN_ms,
    });
    const isCalibrated = amplitudeScale !== undefined;
    return { map, ecg: { ...ecg, leads_mV: ecg.leads_mV.map((v) => v * (amplitudeScale ?? 1)), isCalibrated } };
  };
}

/** What the pictures of a plan are drawn from: the heart before and after, with its ECG. */
export function buildScene(parts: PlanParts): PlanScene {
  const { model, ranked, search, input } = parts;
  const activate = createStateBuilder(parts);
  const before = activate(
    { id: "intrinsic", name: search.baseline.name, sources: [] },
    Float64Array.from(search.baseline.times_ms),
  );
  const best = ranked[0];
  return {
    prepared: model.prepared,
    veins: model.veins,
    electrodes: best?.choice.use.placement.electrodes ?? [],
    before,
    after: best && activate({ id: "best", name: `Paced from ${best.site.id}`, sources: [] }, activateBest(parts)),
    measuredEcg: input.findings.ecg,
    pump: parts.mechanics && buildPumpScene(parts.mechanics),
  };
}

function buildPumpScene({ fit, best, sites, muscle, atria }: MechanicalStudy): PumpScene {
  return {
    before: fit.beat.trace,
    after: best.trace,
    patches: muscle.patches,
    avDelays_ms: { before: atria.avDelay_ms, after: sites[0]!.option.setting.avDelay_ms },
  };
}

/** The activation of the best site with its delays, from its first activation. */
function activateBest({ search, ranked }: PlanParts): Float64Array {
  const { choice } = ranked[0]!;
  const { problem, entries } = search;
  const entry = entries[choice.entry]!;
  const times_ms = new Float32Array(problem.nodes.nodeCount);
  const fields = listBeatFields(problem, entry.rv, fieldOfCathode(problem, choice.cathode));
  combineBeat(times_ms, { fields, delays_ms: listBeatDelays(problem, entry)! });
  return Float64Array.from(times_ms);
}
