/**
 * Surface leads of a strip: each beat of the event heart drawn from the activation fields of its sources.
 *
 * A beat is the node-wise minimum of the fields of the pulses that captured, or the conducted field; its QRS and T are
 * summed where its events say. Premature and tachycardia beats are drawn as if from the right-ventricular lead, where the
 * event heart lets them begin; a paced beat holds no conducted front. The atria are templates (assumed).
 */
import {
  type ActivationStudy,
  createEcgModel,
  type EcgModel,
  INTRINSIC_SOURCE,
  type PreparedHeart,
  RV_SOURCE,
} from "@tributary/engine";
import {
  combineFields,
  deriveLead,
  interpolateAtLocation,
  type LvElectrode,
  type StandardLead,
  simulateEcg,
} from "@tributary/model";
import { type FlatLog, MARKER, ORIGIN, type StripBeat, type StripWindow } from "@tributary/model/generator";
import { PLAN_PARAMETERS } from "../plan-parameters.ts";

export interface StripEcg {
  readonly start_ms: number;
  /** One sample a millisecond; 1 is the largest deflection of the right-paced beat: amplitudes are not calibrated. */
  readonly leads: readonly { readonly lead: StandardLead; readonly values: Float32Array }[];
}

export interface StripEcgInput {
  readonly prepared: PreparedHeart;
  readonly study: Pick<ActivationStudy, "fields" | "sites">;
  readonly cathode: LvElectrode | undefined;
  readonly leads: readonly StandardLead[];
  /** Where the heart's weights are known already. */
  readonly model?: Pick<EcgModel, "weights" | "apd_ms">;
}

interface BeatSource {
  readonly id: string;
  /** Start of the field on the clock of the beat. */
  readonly delay_ms: number;
}

const RIGHT_PACED: BeatSource = { id: RV_SOURCE, delay_ms: 0 };

interface BeatSignal {
  readonly start_ms: number;
  /** In the order of the leads. */
  readonly values: readonly Float64Array[];
}

/** Templates of the atria: share of the largest deflection of the right-paced beat, half width, middle after the start of the P wave; assumed. */
const P_WAVE = { share: 0.12, width_ms: 22, middle_ms: 45 } as const;
const FIBRILLATION_WAVE = { share: 0.05, width_ms: 28, middle_ms: 30 } as const;

/** What a window of a strip is drawn from. */
type StripEcgSampler = (log: FlatLog, beats: readonly StripBeat[], window: StripWindow) => StripEcg | undefined;

/**
 * The leads of any window of a heart's strips; undefined where the heart has no field for some beat of it.
 *
 * Cost: the weights of the heart at the first window, each kind of beat when it first comes, then a sum.
 */
export function createStripEcg(input: StripEcgInput): StripEcgSampler {
  let model: StripEcgInput["model"] = input.model;
  const known = new Map<string, BeatSignal>();
  function beatOf(sources: readonly BeatSource[]): BeatSignal {
    const key = JSON.stringify(sources);
    model ??= createEcgModel(input.prepared);
    const signal = known.get(key) ?? simulateBeat(input, model, sources);
    known.set(key, signal);
    return signal;
  }
  return (log, beats, window) => {
    const placed = beats.map((beat) => ({ beat, sources: listSources(input, beat) }));
    if (placed.some(({ sources }) => sources === undefined)) return undefined;
    const leads = input.leads.map((lead) => ({ lead, values: new Float32Array(Math.ceil(window.duration_ms)) }));
    for (const { beat, sources } of placed) {
      const signal = beatOf(sources!);
      for (const [i, { values }] of leads.entries())
        addSignal(values, signal.values[i]!, beat.time_ms + signal.start_ms - window.start_ms);
    }
    const largest = findLargest(beatOf([RIGHT_PACED]));
    for (const { values } of leads) for (let i = 0; i < values.length; i++) values[i]! /= largest;
    for (const { values } of leads) addAtria(values, log, window);
    return { start_ms: window.start_ms, leads };
  };
}

/** What activates the ventricles in a beat, on whole milliseconds; undefined where a field is missing. */
function listSources(input: StripEcgInput, beat: StripBeat): BeatSource[] | undefined {
  const { fields, sites } = input.study;
  const has = (id: string | undefined) => id !== undefined && fields.some(({ sourceId }) => sourceId === id);
  const sources: BeatSource[] = [];
  if (beat.origin === ORIGIN.CONDUCTED) {
    const intrinsic = fields.find(({ sourceId }) => sourceId === INTRINSIC_SOURCE);
    if (!intrinsic) return undefined;
    const atRight_ms = interpolateAtLocation(input.prepared.heart, intrinsic.times_ms, sites.get(RV_SOURCE)!);
    sources.push({ id: INTRINSIC_SOURCE, delay_ms: -Math.round(atRight_ms) });
  }
  const isEctopic =
    beat.origin === ORIGIN.ECTOPIC || beat.origin === ORIGIN.TACHYCARDIA || beat.origin === ORIGIN.SHOCK;
  const right_ms = beat.rightPulse_ms ?? (isEctopic ? beat.time_ms : undefined);
  if (right_ms !== undefined) sources.push({ id: RV_SOURCE, delay_ms: Math.round(right_ms - beat.time_ms) });
  if (beat.leftPulse_ms !== undefined) {
    if (!has(input.cathode)) return undefined;
    sources.push({ id: input.cathode!, delay_ms: Math.round(beat.leftPulse_ms - beat.time_ms) });
  }
  // Antitachycardia pulses mark no single pacing event of the right ventricle.
  return sources.length > 0 ? sources : [RIGHT_PACED];
}

function simulateBeat(
  { study, leads }: StripEcgInput,
  { weights, apd_ms }: NonNullable<StripEcgInput["model"]>,
  sources: readonly BeatSource[],
): BeatSignal {
  const fields = sources.map(({ id }) => study.fields.find(({ sourceId }) => sourceId === id)!.times_ms);
  const times_ms = new Float64Array(fields[0]!.length);
  const delays_ms = sources.map(({ delay_ms }) => delay_ms);
  combineFields(times_ms, undefined, fields, delays_ms);
  const ecg = simulateEcg(weights, times_ms, apd_ms);
  return { start_ms: ecg.start_ms, values: leads.map((lead) => deriveLead(ecg, lead)) };
}

function findLargest({ values }: BeatSignal): number {
  let largest = 0;
  for (const lead of values) for (const value of lead) largest = Math.max(largest, Math.abs(value));
  return largest || 1;
}

function addSignal(out: Float32Array, values: ArrayLike<number>, at_ms: number): void {
  const from = Math.round(at_ms);
  for (let i = Math.max(0, -from); i < values.length && from + i < out.length; i++) out[from + i]! += values[i]!;
}

/** A P wave begins before the front is at the lead in the right atrial appendage, a paced one there. */
function addAtria(out: Float32Array, log: FlatLog, { start_ms }: StripWindow): void {
  for (let i = 0; i < log.count; i++) {
    if (log.kinds[i] !== MARKER.ATRIUM) continue;
    const origin = log.details[i]!;
    const { share, width_ms, middle_ms } = origin === ORIGIN.FIBRILLATION ? FIBRILLATION_WAVE : P_WAVE;
    const isPaced = origin === ORIGIN.ATRIAL_PACE;
    const start = log.times_us[i]! / 1000 - (isPaced ? 0 : PLAN_PARAMETERS.atrialSensingDelay_ms.value);
    const sign = origin === ORIGIN.RETROGRADE ? -1 : 1;
    addBump(out, start + middle_ms - start_ms, sign * share, width_ms);
  }
}

function addBump(out: Float32Array, at_ms: number, size: number, width_ms: number): void {
  const from = Math.max(0, Math.ceil(at_ms - 3 * width_ms));
  const to = Math.min(out.length - 1, Math.floor(at_ms + 3 * width_ms));
  for (let i = from; i <= to; i++) out[i]! += size * Math.exp(-(((i - at_ms) / width_ms) ** 2) / 2);
}
