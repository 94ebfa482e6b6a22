/** The errors that the readers of ECG files share; those of a damaged file are in bytes/format-error.ts. */
import { STANDARD_LEADS, suggestNames, TributaryError } from "@tributary/model";

/** Below, the end of a QRS complex cannot be placed within 10 ms; above, no 12-lead recorder works. */
export const SAMPLING_RATE_RANGE_Hz = [100, 20_000] as const;

/** A column or signal that is no lead; the nearest name is told. */
export function errorColumnUnknown(where: string, name: string, others: readonly string[]): TributaryError {
  const known = [...STANDARD_LEADS, ...others];
  const near = suggestNames(name, known);
  return new TributaryError({
    code: "ecg-column-unknown",
    what: `The ECG has a column that is none: "${name.slice(0, 40)}".`,
    where,
    why: `known are ${known.join(", ")}, in any order and any case`,
    fix: near.length > 0 ? `Did you mean ${near.map((found) => `"${found}"`).join(" or ")}?` : "Remove the column.",
  });
}

export function errorLeadMissing(
  fileName: string,
  missing: readonly string[],
  found: readonly string[],
): TributaryError {
  const unknown = found.find((name) => !STANDARD_LEADS.some((lead) => lead.toLowerCase() === name.toLowerCase()));
  const near = unknown === undefined ? undefined : missing.find((lead) => suggestNames(unknown, [lead]).length > 0);
  const hint = near ? ` Was "${unknown}" meant for ${near}?` : "";
  return new TributaryError({
    code: "ecg-lead-missing",
    what: `The ECG lacks ${missing.length === 1 ? "a lead" : "leads"} that nothing else gives: ${missing.join(", ")}.`,
    where: fileName,
    why: `it has ${found.join(", ") || "none"}; needed are I, II and V1 to V6, from which the other four follow`,
    fix: `Export all twelve leads.${hint}`,
  });
}

export function errorLeadRepeated(where: string, name: string): TributaryError {
  return new TributaryError({
    code: "ecg-lead-repeated",
    what: `The ECG has lead ${name} twice.`,
    where,
    why: "two signals carry this name; which of them is meant cannot be told",
    fix: "Rename or remove one of them.",
  });
}

/** A sample that is not there; a beat around it cannot be measured. */
export function errorSampleNotFinite(where: string, found: string): TributaryError {
  return new TributaryError({
    code: "ecg-sample-not-finite",
    what: "The ECG has a sample that is no voltage.",
    where,
    why: `found ${found}; every sample of every lead must be a finite number`,
    fix: "Cut the recording to the part in which all leads are recorded, and export it again.",
  });
}

export function errorSamplingRateMissing(where: string): TributaryError {
  return new TributaryError({
    code: "ecg-sampling-rate-missing",
    what: "The ECG does not say how often it was sampled.",
    where,
    why: "there is neither a sampling rate nor a time column (time_s, time_ms), and no duration is known without one",
    fix: "State the rate: --rate 500, or ecg.samplingRate_Hz in the case.",
  });
}

/** @throws TributaryError `ecg-sampling-rate-range` */
export function checkSamplingRate(samplingRate_Hz: number, where: string): number {
  const [low, high] = SAMPLING_RATE_RANGE_Hz;
  if (samplingRate_Hz >= low && samplingRate_Hz <= high) return samplingRate_Hz;
  throw new TributaryError({
    code: "ecg-sampling-rate-range",
    what: "The ECG has a sampling rate that no QRS duration can be read from.",
    where,
    why: `${samplingRate_Hz} Hz; ${low} to ${high} Hz is allowed, since a QRS complex lasts about 0.1 s`,
    fix: "Check the rate and its unit: samples a second; a rate of 500 Hz is one sample every 2 ms.",
  });
}

/** The file and the person, or two parts of the file, say different things of the whole recording. */
export function errorOptionsConflict(where: string, stated: string, inFile: string): TributaryError {
  return new TributaryError({
    code: "ecg-options-conflict",
    what: "The ECG file says something else than what was stated.",
    where,
    why: `${stated} was stated; the file says ${inFile}`,
    fix: "Leave the option out, or correct the file.",
  });
}
