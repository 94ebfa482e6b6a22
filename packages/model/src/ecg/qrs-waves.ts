import type { Parameter } from "../units/parameter.ts";

/** From which size a deflection of a lead is a wave of its own. */
export const QRS_WAVE_PARAMETERS = {
  /** Of the lead's largest deflection. */
  ofLeadRatio: { value: 0.05, unit: "1", range: [0.03, 0.1], source: "assumed", confirmed: false },
  /** Of the largest deflection of all leads. */
  ofGreatestRatio: { value: 0.01, unit: "1", range: [0.005, 0.02], source: "assumed", confirmed: false },
} as const satisfies Record<string, Parameter>;

/** A deflection that peaks this close to the end of the QRS is the beginning of ST; assumed. */
const ST_START_ms = 10;

/** A deflection to one side of the baseline. */
export interface QrsWave {
  /** Q, R, S, R', S'; QS where the lead has nothing but one negative wave. */
  readonly name: string;
  /** Signed, from the baseline. */
  readonly peak_mV: number;
  /** From the onset of the QRS. */
  readonly peak_ms: number;
}

/**
 * The waves of one lead within the QRS, in order of time: stretches of one sign whose peak is large enough.
 *
 * @param values_mV     from onset to offset, counted from the baseline
 * @param greatest_mV   largest deflection of all leads
 * Source: names of the waves as in AHA/ACC/HRS 2009, Circulation 119:e235.
 */
export function findWaves(values_mV: Float64Array, samplingInterval_ms: number, greatest_mV: number): QrsWave[] {
  const { ofLeadRatio, ofGreatestRatio } = QRS_WAVE_PARAMETERS;
  const ofLead_mV = values_mV.reduce((largest, value) => Math.max(largest, Math.abs(value)), 0);
  const least_mV = Math.max(ofLeadRatio.value * ofLead_mV, ofGreatestRatio.value * greatest_mV);
  const peaks: number[] = [];
  for (let sample = 0; sample < values_mV.length; sample++) {
    if (Math.abs(values_mV[sample]!) < least_mV || values_mV[sample] === 0) continue;
    const last = peaks.at(-1);
    if (last === undefined || values_mV[last]! * values_mV[sample]! < 0) peaks.push(sample);
    else if (Math.abs(values_mV[sample]!) > Math.abs(values_mV[last]!)) peaks[peaks.length - 1] = sample;
  }
  const lastSample = values_mV.length - 1 - ST_START_ms / samplingInterval_ms;
  if (peaks.length > 1 && peaks.at(-1)! > lastSample) peaks.pop();
  const names = nameWaves(peaks.map((sample) => values_mV[sample]! > 0));
  return peaks.map((sample, index) => ({
    name: names[index]!,
    peak_mV: values_mV[sample]!,
    peak_ms: sample * samplingInterval_ms,
  }));
}

function nameWaves(arePositive: readonly boolean[]): string[] {
  if (arePositive.length === 1 && !arePositive[0]) return ["QS"];
  let positiveCount = 0;
  return arePositive.map((isPositive) => {
    if (isPositive) return `R${"'".repeat(positiveCount++)}`;
    return positiveCount === 0 ? "Q" : `S${"'".repeat(positiveCount - 1)}`;
  });
}

/** The shape of a lead in letters, small ones for waves below half of the largest: "rS", "qR", "QS". */
export function describeWaves(waves: readonly QrsWave[]): string {
  const greatest_mV = Math.max(0, ...waves.map(({ peak_mV }) => Math.abs(peak_mV)));
  return waves.map(({ name, peak_mV }) => (Math.abs(peak_mV) < greatest_mV / 2 ? name.toLowerCase() : name)).join("");
}
