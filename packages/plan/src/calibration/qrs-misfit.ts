import { type EcgSignal, INDEPENDENT_LEADS } from "@tributary/model";

/** How far a modeled QRS lies from a measured one, once amplitude and onset are matched. */
export interface QrsMisfit {
  /** What the model is multiplied by to come closest; the torso is homogeneous, so its own amplitude means little. */
  readonly amplitudeScale: number;
  /** Root-mean-square difference over the root-mean-square of the measured lead, by independent lead. */
  readonly leadResiduals: readonly number[];
  /** The same over all leads together. */
  readonly residual: number;
}

/** Where a QRS lies in its signal. */
export interface QrsWindow {
  readonly ecg: EcgSignal;
  readonly onset_ms: number;
  readonly offset_ms: number;
}

/** Window beyond both ends of the QRS that is compared too, ms. */
const MARGIN_ms = 10;

/** Compares two QRS complexes lined up at their onsets, in steps of 1 ms; each counted from its own onset voltage. */
export function measureQrsMisfit(model: QrsWindow, measured: QrsWindow): QrsMisfit {
  const length_ms = Math.max(model.offset_ms - model.onset_ms, measured.offset_ms - measured.onset_ms) + MARGIN_ms;
  const modelLeads = INDEPENDENT_LEADS.map((_, lead) => sampleLead(model, lead, length_ms));
  const measuredLeads = INDEPENDENT_LEADS.map((_, lead) => sampleLead(measured, lead, length_ms));
  const cross = sumProducts(modelLeads, measuredLeads);
  const own = sumProducts(modelLeads, modelLeads);
  const amplitudeScale = own > 0 ? Math.max(0, cross / own) : 0;
  const differences = modelLeads.map((values, lead) =>
    values.map((value, i) => amplitudeScale * value - measuredLeads[lead]![i]!),
  );
  return {
    amplitudeScale,
    leadResiduals: differences.map((values, lead) => measureRms(values) / measureRms(measuredLeads[lead]!)),
    residual: measureRms(differences.flat()) / measureRms(measuredLeads.flat()),
  };
}

function sampleLead({ ecg, onset_ms }: QrsWindow, lead: number, length_ms: number): number[] {
  const base_mV = valueAt(ecg, lead, onset_ms);
  return Array.from(
    { length: Math.round(length_ms + MARGIN_ms) },
    (_, i) => valueAt(ecg, lead, onset_ms - MARGIN_ms + i) - base_mV,
  );
}

/** Linear between samples, flat beyond the ends. */
function valueAt(
  { start_ms, samplingInterval_ms, sampleCount, leads_mV }: EcgSignal,
  lead: number,
  time_ms: number,
): number {
  const position = Math.min(sampleCount - 1, Math.max(0, (time_ms - start_ms) / samplingInterval_ms));
  const index = Math.min(sampleCount - 2, Math.floor(position));
  const a = leads_mV[lead * sampleCount + index]!;
  const b = leads_mV[lead * sampleCount + index + 1]!;
  return a + (position - index) * (b - a);
}

function sumProducts(a: readonly (readonly number[])[], b: readonly (readonly number[])[]): number {
  return a.reduce((sum, values, lead) => sum + values.reduce((own, value, i) => own + value * b[lead]![i]!, 0), 0);
}

function measureRms(values: readonly number[]): number {
  return Math.sqrt(values.reduce((sum, value) => sum + value * value, 0) / values.length);
}
