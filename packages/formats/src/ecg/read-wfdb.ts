import { millivoltsPer, TributaryError } from "@tributary/model";
import { errorMalformed, errorTruncated } from "../bytes/format-error.ts";
import type { NumericArray } from "../bytes/scalar-type.ts";
import type { NamedFile } from "../tetrahedra/read-tetrahedra.ts";
import { findStandardLead } from "./assemble-recording.ts";
import { errorOptionsConflict, errorSampleNotFinite, errorSamplingRateMissing } from "./ecg-error.ts";
import { parseLabels } from "./ecg-labels.ts";
import type { EcgReadOptions, FileLead, FileLeads } from "./ecg-recording.ts";
import { readMatLevel4 } from "./mat-level-4.ts";
import { readWfdbHeader, type WfdbHeader, type WfdbSignal } from "./wfdb-header.ts";
import { countWfdbSamples, decodeWfdbSamples, MISSING_SAMPLE } from "./wfdb-samples.ts";

/** Converter steps of all signals of one file, one after the other for each moment. */
interface SignalBlock {
  readonly steps: NumericArray;
  readonly signals: readonly WfdbSignal[];
  readonly sampleCount: number;
}

/**
 * Reads a WFDB record: a header and the signal files it names, .dat (formats 16 and 212) or .mat (MATLAB level 4). Files
 * that hold none of the twelve leads need not be there.
 *
 * @throws TributaryError `ecg-file-missing`, `ecg-gain-missing`, `ecg-sample-not-finite`, `ecg-sampling-rate-missing`,
 *         `ecg-options-conflict`, and those of the header, of the matrix and of a file that ends early
 */
export function readWfdb(header: NamedFile, files: readonly NamedFile[], options: EcgReadOptions): FileLeads {
  const parsed = readWfdbHeader(header.bytes, header.name);
  const samplingRate_Hz = chooseRate(parsed, header.name, options);
  const remarks: string[] = [];
  const leads: FileLead[] = [];
  for (const [name, signals] of groupByFile(parsed.signals)) {
    const file = files.find((candidate) => candidate.name === name);
    const needed = signals.find((signal) => findStandardLead(signal.name));
    if (!file && !needed) {
      remarks.push(`${header.name}: ${signals.map((signal) => signal.name).join(", ")} not read; ${name} is not given`);
      continue;
    }
    if (!file)
      throw errorFileMissing(header.name, `${name}, line ${needed!.line}`, `it is to hold lead ${needed!.name}`);
    const block = readBlock(file, signals, parsed.sampleCount);
    for (const [index, signal] of signals.entries()) {
      leads.push(scaleSignal(block, index, header.name));
      if (!isSumRight(block, index)) {
        remarks.push(
          `${name}: the samples of ${signal.name} do not add up to the checksum of ${header.name}, line ${signal.line}`,
        );
      }
    }
  }
  return { fileName: header.name, samplingRate_Hz, leads, remarks, labels: parseLabels(parsed.comments) };
}

/** The files that a header names, each once. */
export function listWfdbFiles(header: NamedFile): string[] {
  return [...groupByFile(readWfdbHeader(header.bytes, header.name).signals).keys()];
}

export function errorFileMissing(where: string, missing: string, why: string): TributaryError {
  return new TributaryError({
    code: "ecg-file-missing",
    what: "An ECG of several files lacks one of them.",
    where,
    why: `${missing} is not given; ${why}`,
    fix: "Put it beside the others, or name it in ecg.files of the case.",
  });
}

function groupByFile(signals: readonly WfdbSignal[]): Map<string, WfdbSignal[]> {
  const groups = new Map<string, WfdbSignal[]>();
  for (const signal of signals) groups.set(signal.fileName, [...(groups.get(signal.fileName) ?? []), signal]);
  return groups;
}

function chooseRate({ samplingRate_Hz }: WfdbHeader, where: string, options: EcgReadOptions): number {
  const stated = options.samplingRate_Hz;
  if (options.units !== undefined) {
    throw errorOptionsConflict(where, `the unit ${options.units}`, "unit and gain of each lead itself");
  }
  if (samplingRate_Hz === undefined && stated === undefined) throw errorSamplingRateMissing(where);
  if (samplingRate_Hz !== undefined && stated !== undefined && stated !== samplingRate_Hz) {
    throw errorOptionsConflict(where, `${stated} Hz`, `${samplingRate_Hz} Hz`);
  }
  return (samplingRate_Hz ?? stated)!;
}

function readBlock(file: NamedFile, signals: readonly WfdbSignal[], stated: number | undefined): SignalBlock {
  const { format, byteOffset } = signals[0]!;
  const odd = signals.find((signal) => signal.format !== format || signal.byteOffset !== byteOffset);
  if (odd) throw errorMalformed(file.name, "signals of two formats in one file", `format ${format} for all of them`);
  if (file.name.toLowerCase().endsWith(".mat")) return readMatBlock(file, signals, stated);
  const available = countWfdbSamples(format, file.bytes.length - byteOffset);
  const sampleCount = stated ?? Math.floor(available / signals.length);
  const needed = sampleCount * signals.length;
  if (sampleCount < 1 || available < needed) {
    throw errorTruncated(
      file.name,
      file.bytes.length,
      `${Math.max(1, sampleCount)} samples of ${signals.length} signals`,
      `${Math.floor(Math.max(0, available) / signals.length)} of each`,
    );
  }
  return { steps: decodeWfdbSamples(file.bytes.subarray(byteOffset), format, needed), signals, sampleCount };
}

function readMatBlock(file: NamedFile, signals: readonly WfdbSignal[], stated: number | undefined): SignalBlock {
  const { rowCount, columnCount, values } = readMatLevel4(file.bytes, file.name);
  if (rowCount !== signals.length || (stated !== undefined && columnCount !== stated) || columnCount < 1) {
    const expected = `${signals.length} rows of ${stated ?? "at least one"} values, as its header says`;
    throw errorMalformed(file.name, `${rowCount} rows of ${columnCount} values`, expected);
  }
  return { steps: values, signals, sampleCount: columnCount };
}

/** (step − baseline) / gain, in mV. */
function scaleSignal({ steps, signals, sampleCount }: SignalBlock, index: number, headerName: string): FileLead {
  const { name, gain, unit, baseline, format, fileName, line } = signals[index]!;
  if (gain === undefined) throw errorGainMissing(`${headerName}, line ${line}`, name);
  const values_mV = new Float64Array(sampleCount);
  for (let sample = 0; sample < sampleCount; sample++) {
    const step = steps[sample * signals.length + index]!;
    if (step === MISSING_SAMPLE[format] && findStandardLead(name)) {
      throw errorSampleNotFinite(
        `${fileName}, lead ${name}, sample ${sample}`,
        `${step}, which stands for "not recorded"`,
      );
    }
    values_mV[sample] = ((step - baseline) / gain) * millivoltsPer(unit);
  }
  return { name, values_mV };
}

/** Whether the samples add up to the header's sum, modulo 2^16; true where the header gives none. */
function isSumRight({ steps, signals, sampleCount }: SignalBlock, index: number): boolean {
  const { checksum } = signals[index]!;
  if (checksum === undefined) return true;
  let sum = 0;
  for (let sample = 0; sample < sampleCount; sample++) sum += steps[sample * signals.length + index]!;
  return ((sum - checksum) & 0xffff) === 0;
}

function errorGainMissing(where: string, name: string): TributaryError {
  return new TributaryError({
    code: "ecg-gain-missing",
    what: `Lead ${name} has no gain, so its samples are no voltages.`,
    where,
    why: "the gain is 0 or left out; needed are the converter's steps in 1 mV",
    fix: "Write the gain into the header, for example 1000(0)/mV.",
  });
}
