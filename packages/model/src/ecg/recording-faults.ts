import type { Parameter } from "../units/parameter.ts";
import type { EcgFault } from "./ecg-fault.ts";
import { STANDARD_LEADS, type StandardLead } from "./lead-names.ts";

function assumed(value: number, unit: string, range: readonly [number, number]): Parameter {
  return { value, unit, range, source: "assumed", confirmed: false };
}

/** From where on a recording is taken for faulty. */
export const RECORDING_FAULT_PARAMETERS = {
  /** The largest lead of a heart spans this much within a second, top to bottom. */
  leastSpan_mV: assumed(0.1, "mV", [0.05, 0.2]),
  greatestSpan_mV: assumed(25, "mV", [15, 40]),
  /** Root mean square of what Einthoven and Goldberger leave unexplained, of that of the leads. */
  warnResidualRatio: assumed(0.05, "1", [0.02, 0.1]),
  refuseResidualRatio: assumed(0.2, "1", [0.1, 0.3]),
  /** A lead whose span is below this part of the largest is flat. */
  flatRatio: assumed(0.003, "1", [0.001, 0.01]),
  /** Two leads whose difference is below this part of them are one signal. */
  equalRatio: assumed(0.01, "1", [0.002, 0.02]),
} as const satisfies Record<string, Parameter>;

/** Twelve leads as they were recorded, mV, equally long. */
export type TwelveLeads = Readonly<Record<StandardLead, Float64Array>>;

/**
 * Faults that show in the samples themselves: a wrong unit, leads that break Einthoven's law, flat leads, two leads with one
 * signal. An empty list: none found.
 *
 * @param leads  as recorded; leads derived from I and II obey the law by themselves
 */
export function findRecordingFaults(leads: TwelveLeads, samplingInterval_ms: number): EcgFault[] {
  const spans = measureSpans(leads, samplingInterval_ms);
  const greatest_mV = Math.max(...Object.values(spans));
  const unit = judgeUnit(greatest_mV);
  if (unit) return [unit];
  return [...findFlatLeads(spans, greatest_mV), ...findInconsistentLeads(leads), ...findEqualLeads(leads, spans)];
}

/** Median over seconds of the difference of highest and lowest sample: neither wander nor an artifact counts. */
function measureSpans(leads: TwelveLeads, samplingInterval_ms: number): Record<StandardLead, number> {
  const second = Math.max(1, Math.round(1000 / samplingInterval_ms));
  const entries = STANDARD_LEADS.map((lead) => {
    const values = leads[lead];
    const spans: number[] = [];
    for (let from = 0; from === 0 || from + second <= values.length; from += second) {
      const piece = values.subarray(from, from + second);
      const high = piece.reduce((most, value) => Math.max(most, value), Number.NEGATIVE_INFINITY);
      spans.push(high - piece.reduce((least, value) => Math.min(least, value), Infinity));
    }
    return [lead, spans.sort((a, b) => a - b)[Math.floor(spans.length / 2)]!] as const;
  });
  return Object.fromEntries(entries) as Record<StandardLead, number>;
}

function judgeUnit(greatest_mV: number): EcgFault | undefined {
  const { leastSpan_mV, greatestSpan_mV } = RECORDING_FAULT_PARAMETERS;
  if (greatest_mV >= leastSpan_mV.value && greatest_mV <= greatestSpan_mV.value) return undefined;
  const isLarge = greatest_mV > greatestSpan_mV.value;
  return {
    code: "ecg-wrong-unit",
    severity: "refuse",
    leads: [],
    what: "The ECG has a size that no heart gives; its unit is wrong.",
    why: `its largest lead spans ${round(greatest_mV)} mV; ${leastSpan_mV.value} to ${greatestSpan_mV.value} mV is plausible`,
    fix: isLarge
      ? "If the samples are in uV, say so: --units uV, or ecg.units in the case; if they are raw counts, apply the gain."
      : "If the samples are in V, convert them to mV; if they are flat, the recording holds no ECG.",
  };
}

function findFlatLeads(spans: Record<StandardLead, number>, greatest_mV: number): EcgFault[] {
  const flat = STANDARD_LEADS.filter((lead) => spans[lead] < RECORDING_FAULT_PARAMETERS.flatRatio.value * greatest_mV);
  if (flat.length === 0) return [];
  return [
    {
      code: "ecg-lead-flat",
      severity: "refuse",
      leads: flat,
      what: `The ECG has no signal in ${flat.join(", ")}.`,
      why: `${flat.map((lead) => `${lead} spans ${round(spans[lead])} mV`).join(", ")}; the largest lead ${round(greatest_mV)} mV`,
      fix: "An electrode was off, or the lead was not exported: record or export the ECG again.",
    },
  ];
}

/** Each limb lead as Einthoven and Goldberger give it from I and II. */
const FROM_I_AND_II = {
  III: [-1, 1],
  aVR: [-0.5, -0.5],
  aVL: [1, -0.5],
  aVF: [-0.5, 1],
} as const;

function findInconsistentLeads(leads: TwelveLeads): EcgFault[] {
  const { warnResidualRatio, refuseResidualRatio } = RECORDING_FAULT_PARAMETERS;
  const size_mV = Math.max(rms(center(leads.I)), rms(center(leads.II)));
  const residuals = Object.entries(FROM_I_AND_II).map(([name, [ofI, ofII]]) => {
    const lead = name as keyof typeof FROM_I_AND_II;
    const residual = leads[lead].map((value, i) => value - ofI * leads.I[i]! - ofII * leads.II[i]!);
    return { lead, ratio: rms(center(residual)) / size_mV };
  });
  const broken = residuals.filter(({ ratio }) => ratio > warnResidualRatio.value);
  if (broken.length === 0) return [];
  const isRefused = broken.some(({ ratio }) => ratio > refuseResidualRatio.value);
  return [
    {
      code: "ecg-leads-inconsistent",
      severity: isRefused ? "refuse" : "warn",
      leads: broken.map(({ lead }) => lead),
      what: "The limb leads of the ECG contradict each other: I + III must be II, and aVR + aVL + aVF 0.",
      why: `${broken
        .map(({ lead, ratio }) => `${lead} is off by ${(100 * ratio).toFixed(0)} %`)
        .join(", ")} of what I and II give; ${100 * warnResidualRatio.value} % is allowed`,
      fix: "Check the names of the columns, and that all leads were recorded at the same time with the same gain.",
    },
  ];
}

function findEqualLeads(leads: TwelveLeads, spans: Record<StandardLead, number>): EcgFault[] {
  const faults: EcgFault[] = [];
  for (const [index, a] of STANDARD_LEADS.entries()) {
    for (const b of STANDARD_LEADS.slice(index + 1)) {
      const difference = leads[a].map((value, i) => value - leads[b][i]!);
      const isEqual = rms(center(difference)) < RECORDING_FAULT_PARAMETERS.equalRatio.value * rms(center(leads[a]));
      if (!isEqual || spans[a] === 0) continue;
      // Between chest leads duration, axis and limb leads still hold.
      const areChest = a.startsWith("V") && b.startsWith("V");
      faults.push({
        code: "ecg-leads-equal",
        severity: areChest ? "warn" : "refuse",
        leads: [a, b],
        what: `The ECG has the same signal in ${a} and ${b}.`,
        why: "two leads of a heart never agree to 1 %; one of them was exported twice",
        fix: "Export the ECG again and check the names of the columns.",
      });
    }
  }
  return faults;
}

function center(values: Float64Array): Float64Array {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  return values.map((value) => value - mean);
}

function rms(values: Float64Array): number {
  return Math.sqrt(values.reduce((sum, value) => sum + value * value, 0) / values.length);
}

function round(value: number): string {
  return String(Number(value.toPrecision(2)));
}
