import type { PacingVector, PlacedElectrode } from "@tributary/model";
import { createStateBuilder } from "../assemble/build-scene.ts";
import { hasOwnBeat } from "../assemble/describe-site.ts";
import type { PlanParts } from "../assemble/plan-parts.ts";
import { createBeatMeter } from "../heart/beat-meter.ts";
import { listAvDelays_ms } from "../mechanics/atrial-timing.ts";
import { timePatches } from "../mechanics/muscle-patches.ts";
import { describeTiming } from "../mechanics/pump-features.ts";
import type { Placement } from "../placements/list-placements.ts";
import { listSearchedVectors } from "../placements/searched-vectors.ts";
import { combineBeat, listBeatDelays, listBeatFields } from "../search/paced-beat.ts";
import type { PacedDelays, RvOption } from "../search/search-problem.ts";
import { fieldOfCathode } from "../search/sweep-cathode.ts";
import type { ExploredBeat, ExplorerOptions, PlanExplorer, UnpacedSetting } from "./explored-beat.ts";
import type { ExploredSetting } from "./explored-setting.ts";
import { placePlannedLead } from "./planned-heart.ts";

/**
 * Answers any setting on the heart of a finished plan: the node-wise minimum of the fields that the plan solved, measured as
 * the plan measures, so that a setting of the plan gives the numbers of the plan.
 *
 * Where a functional line of block belongs to the beat as it is now, the minimum is an approximation; the plan solves the
 * best sites jointly, the explorer does not.
 *
 * Cost: about 0.1 s a setting for 100 000 nodes, most of it the ECG.
 */
export function createExplorer(parts: PlanParts): PlanExplorer {
  const { model, search, input, contacts, mechanics } = parts;
  const meter = createBeatMeter(model.nodes, model.taps);
  const vectors = listSearchedVectors(input);
  const buildState = createStateBuilder(parts);
  const times_ms = new Float32Array(model.nodes.nodeCount);

  function measure(posed: PosedSetting): ExploredBeat {
    const { setting, entry, delays_ms, vector, electrode, anode, placement, cathode } = posed;
    const fields = listBeatFields(search.problem, entry.rv, fieldOfCathode(search.problem, cathode));
    combineBeat(times_ms, { fields, delays_ms });
    const own = Float64Array.from(times_ms);
    const captureThreshold_V = contacts.expected.captureThreshold_V(electrode, vector);
    const phrenicThreshold_V = contacts.expected.phrenicThreshold_V(electrode, anode);
    return {
      kind: "paced",
      setting,
      settings: {
        vein: setting.vein,
        tipDepth_mm: setting.tipDepth_mm,
        cathodeVein: electrode.vein,
        cathodeArc_mm: search.candidates.cathodes[cathode]!.arc_mm,
        vectorName: vector.name,
        cathode: vector.cathode,
        anode: vector.anode,
        rvSite: entry.rv.site,
        avDelay_ms: entry.avDelay_ms,
        vvDelay_ms: entry.vvDelay_ms,
        lvPulse: "captured",
        rvPulse: "captured",
      },
      electrodes: placement.electrodes,
      cathode: electrode,
      ...meter.measureMap(times_ms, 0),
      qLv_ms: hasOwnBeat(input) ? search.cathodes[cathode]!.qLv_ms : undefined,
      captureThreshold_V: toOptional(captureThreshold_V),
      phrenicThreshold_V: toOptional(phrenicThreshold_V),
      pump: mechanics && predictPump(mechanics, entry, own),
      activated: buildState({ id: "explored", name: vector.name, sources: [] }, own),
    };
  }

  function predictPump(study: NonNullable<typeof mechanics>, entry: PacedDelays, own_ms: Float64Array) {
    const [avDelay_ms] = listAvDelays_ms(study.atria, search.problem, entry);
    if (avDelay_ms === undefined) return undefined;
    const activation_ms = timePatches(study.muscle, own_ms);
    const setting = { activation_ms, avDelay_ms };
    const { pressureRise, strokeVolume } = study.surrogate.predict(describeTiming(study.muscle.patches, setting));
    return { pressureRise_percent: pressureRise, strokeVolume_percent: strokeVolume, setting };
  }

  return {
    options: listOptions(parts, vectors),
    pump: mechanics && { patient: mechanics.fit.patient, from: mechanics.fit.beat.simulation },
    explore(setting) {
      const posed = poseSetting(parts, vectors, setting);
      return typeof posed === "string" ? refuse(setting, posed) : measure(posed);
    },
    placeLead: (place) => placePlannedLead(parts, place),
  };
}

interface PosedSetting {
  readonly setting: ExploredSetting;
  readonly placement: Placement;
  readonly vector: PacingVector;
  readonly electrode: PlacedElectrode;
  readonly anode: PlacedElectrode | undefined;
  /** Place in the candidates. */
  readonly cathode: number;
  readonly entry: PacedDelays;
  readonly delays_ms: readonly number[];
}

/** @returns in words why the setting gives no paced beat */
function poseSetting(
  { search, input }: PlanParts,
  vectors: readonly PacingVector[],
  setting: ExploredSetting,
): PosedSetting | string {
  const { vein, tipDepth_mm, vectorName, rvSite, avDelay_ms, vvDelay_ms } = setting;
  const { placements, cathodes } = search.candidates;
  const placement = placements.find((own) => own.vein === vein && own.tipDepth_mm === tipDepth_mm);
  if (!placement) return `${input.lead.model} does not lie ${tipDepth_mm} mm deep in this vein.`;
  const vector = vectors.find(({ name }) => name === vectorName);
  const electrodeIndex = placement.electrodes.findIndex(({ name }) => name === vector?.cathode);
  if (!vector || electrodeIndex < 0) return `The lead has no vector ${vectorName}.`;
  const cathode = cathodes.findIndex(({ uses }) =>
    uses.some((use) => use.placement === placement && use.electrodeIndex === electrodeIndex),
  );
  if (cathode < 0) {
    return `${vector.cathode} lies in the atrioventricular groove here: its pulses reach the atrium too.`;
  }
  const rv = search.problem.rv.find(({ site }) => site === rvSite);
  if (!rv) return `There is no right-ventricular lead at the ${rvSite}.`;
  const entry = { rv, avDelay_ms: hasAvAxis(rv) ? avDelay_ms : undefined, vvDelay_ms };
  const delays_ms = listBeatDelays(search.problem, entry);
  if (!delays_ms) return "The conducted beat reaches the sensing electrode first and inhibits both pulses.";
  return {
    setting,
    placement,
    vector,
    electrode: placement.electrodes[electrodeIndex]!,
    anode: placement.electrodes.find(({ name }) => name === vector.anode),
    cathode,
    entry,
    delays_ms,
  };
}

function listOptions({ search }: PlanParts, vectors: readonly PacingVector[]): ExplorerOptions {
  const { rv } = search.problem;
  const depths_mm = new Map<string, number[]>();
  for (const { vein, tipDepth_mm } of search.candidates.placements) {
    depths_mm.set(vein, [...(depths_mm.get(vein) ?? []), tipDepth_mm]);
  }
  const avDelays_ms = rv.flatMap(({ grid }) => grid.avDelays_ms.filter((delay_ms) => delay_ms !== undefined));
  const vvDelays_ms = rv.flatMap(({ grid }) => grid.vvDelays_ms);
  return {
    depths_mm,
    vectors: vectors.map(({ name, cathode, anode }) => ({ name, cathode, anode })),
    rvSites: rv.map(({ site }) => site),
    avRange_ms: avDelays_ms.length === 0 ? undefined : [Math.min(...avDelays_ms), Math.max(...avDelays_ms)],
    vvRange_ms: [Math.min(...vvDelays_ms), Math.max(...vvDelays_ms)],
  };
}

function hasAvAxis({ grid }: RvOption): boolean {
  return grid.avDelays_ms.some((delay_ms) => delay_ms !== undefined);
}

function refuse(setting: ExploredSetting, reason: string): UnpacedSetting {
  return { kind: "not paced", setting, reason };
}

function toOptional(threshold_V: number): number | undefined {
  return threshold_V === Infinity ? undefined : threshold_V;
}
