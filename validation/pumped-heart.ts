/** A heart whose veins are searched and whose circulation is fitted: what pacing of its sites does to the pump. */
import { DEFAULT_CONDUCTION } from "@tributary/engine";
import { type ConductionPattern, fitPatient, type PatientFit, readPatchTimes } from "@tributary/model";
import {
  collectMeasures,
  comparePump,
  divideMuscle,
  type MusclePatches,
  type PumpBeat,
  type PumpMeasures,
  runPumpBeat,
  summarizePump,
  timeEntries,
  weighOnly,
} from "@tributary/plan";
import { type RankedHeart, rankHeart, specifyRankedHeart, specifyRanking } from "./site-ranking/ranked-heart.ts";
import { createStudyHost } from "./study-plan.ts";
import type { ValidationContext } from "./validation-context.ts";

/** From right atrial activation to the first front of the conducted beat. */
export const PR_INTERVAL_ms = 180;

export interface PumpedHeart {
  readonly id: string;
  readonly ranked: RankedHeart;
  readonly muscle: MusclePatches;
  readonly fit: PatientFit;
  readonly baseline: PumpBeat;
}

export interface PumpedSetting {
  readonly pattern: ConductionPattern;
  /** A cathode every so many mm of vein. */
  readonly step_mm: number;
}

/**
 * Volume and mass of the mesh; ejection fraction, pressures and rate as a plan assumes them where nothing is measured.
 * The patches are those of the conducted beat.
 */
export async function pumpHeart(
  id: string,
  { pattern, step_mm }: PumpedSetting,
  context: ValidationContext,
): Promise<PumpedHeart> {
  const prepared = await context.prepareHeart(`${id} ranked`, () => specifyRankedHeart(id));
  const plain = specifyRanking(id, weighOnly("resynchronization"));
  const input = { ...plain, conduction: { ...DEFAULT_CONDUCTION, pattern } };
  const ranked = await rankHeart(prepared, input, { host: createStudyHost(context), step_mm });
  const muscle = divideMuscle(prepared, ranked.search.baseline.times_ms);
  const fit = fitPatient(collectMeasures(prepared, input.circulation)!, {
    patches: muscle.patches,
    avDelay_ms: PR_INTERVAL_ms,
  });
  return { id, ranked, muscle, fit, baseline: summarizePump(fit.beat) };
}

/** The entry of a search with the right-ventricular lead in the apex and both pulses at once. */
export function findTogether({ ranked }: PumpedHeart): number {
  return ranked.search.entries.findIndex(({ rv, vvDelay_ms }) => rv.site === "apex" && vvDelay_ms === 0);
}

/** Patch times of one cathode paced together with the right-ventricular apex, no conducted beat. */
export function timeTogether(heart: PumpedHeart, cathode: number, { clock }: Pick<MusclePatches, "clock">) {
  const { problem } = heart.ranked.search;
  const patchCount = clock.nodes.length;
  const all_ms = timeEntries({ problem, clock }, { cathode, rvSite: "apex" });
  const from = findTogether(heart) * patchCount;
  return Float64Array.from(all_ms.subarray(from, from + patchCount));
}

/** Patch times of the right-ventricular apex paced alone. */
export function timeApex({ ranked, muscle }: PumpedHeart): Float64Array {
  return readPatchTimes(muscle.clock, ranked.search.problem.rv.find(({ site }) => site === "apex")!.times_ms);
}

/** Changes against the conducted beat; undefined where the beats do not repeat. */
export function changePump(
  { fit, baseline }: PumpedHeart,
  activation_ms: Float64Array,
  avDelay_ms: number,
): PumpMeasures | undefined {
  const beat = runPumpBeat({ patient: fit.patient, from: fit.beat.simulation }, { activation_ms, avDelay_ms });
  return beat.isPeriodic ? comparePump(baseline, beat) : undefined;
}
