import {
  deriveLead,
  type EcgSignal,
  INDEPENDENT_LEADS,
  STANDARD_LEADS,
  type StandardLead,
  samplingIntervalFromRate,
} from "@tributary/model";
import { checkSamplingRate, errorLeadMissing, errorLeadRepeated, errorSampleNotFinite } from "./ecg-error.ts";
import type { EcgRecording, FileLeads } from "./ecg-recording.ts";

/** The lead that a file's spelling means: any case; undefined for what is none of the twelve. */
export function findStandardLead(name: string): StandardLead | undefined {
  const wanted = name.trim().toLowerCase();
  return STANDARD_LEADS.find((lead) => lead.toLowerCase() === wanted);
}

/**
 * The leads of a file in the order of the model, all samples checked; further signals are left out and named.
 *
 * @throws TributaryError `ecg-lead-missing`, `ecg-lead-repeated`, `ecg-sample-not-finite`, `ecg-sampling-rate-range`
 */
export function assembleRecording({ fileName, leads, labels, ...file }: FileLeads): EcgRecording {
  const recorded = new Map<StandardLead, Float64Array>();
  for (const { name, values_mV } of leads) {
    const lead = findStandardLead(name);
    if (!lead) continue;
    if (recorded.has(lead)) throw errorLeadRepeated(fileName, lead);
    checkFinite(values_mV, `${fileName}, lead ${lead}`);
    recorded.set(lead, values_mV);
  }
  const missing = INDEPENDENT_LEADS.filter((lead) => !recorded.has(lead));
  if (missing.length > 0) {
    throw errorLeadMissing(
      fileName,
      missing,
      leads.map(({ name }) => name),
    );
  }
  const sampleCount = recorded.get("I")!.length;
  const leads_mV = new Float64Array(INDEPENDENT_LEADS.length * sampleCount);
  for (const [index, lead] of INDEPENDENT_LEADS.entries()) leads_mV.set(recorded.get(lead)!, index * sampleCount);
  const samplingInterval_ms = samplingIntervalFromRate(checkSamplingRate(file.samplingRate_Hz, fileName));
  const ecg: EcgSignal = { samplingInterval_ms, start_ms: 0, sampleCount, leads_mV, isCalibrated: true };
  const twelveLeads = Object.fromEntries(
    STANDARD_LEADS.map((lead) => [lead, recorded.get(lead) ?? deriveLead(ecg, lead)]),
  ) as Record<StandardLead, Float64Array>;
  return { ecg, twelveLeads, remarks: [...file.remarks, ...describeLeads(fileName, leads, recorded)], labels };
}

function describeLeads(
  fileName: string,
  leads: FileLeads["leads"],
  recorded: ReadonlyMap<StandardLead, Float64Array>,
): string[] {
  const derived = STANDARD_LEADS.filter((lead) => !recorded.has(lead));
  const ignored = leads.map(({ name }) => name).filter((name) => !findStandardLead(name));
  return [
    ...(derived.length > 0 ? [`${fileName}: ${derived.join(", ")} not recorded; derived from I and II`] : []),
    ...(ignored.length > 0 ? [`${fileName}: ${ignored.join(", ")} left out; they are none of the twelve leads`] : []),
  ];
}

function checkFinite(values_mV: Float64Array, where: string): void {
  const at = values_mV.findIndex((value) => !Number.isFinite(value));
  if (at >= 0) throw errorSampleNotFinite(`${where}, sample ${at}`, String(values_mV[at]));
}
