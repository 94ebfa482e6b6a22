import { VOLTAGE_UNITS, type VoltageUnit } from "@tributary/model";
import { errorMalformed, errorTruncated, errorUnsupported } from "../bytes/format-error.ts";
import { createTextCursor, readLine } from "../bytes/text-cursor.ts";

/** One signal line of a WFDB header. */
export interface WfdbSignal {
  /** The file that holds its samples. */
  readonly fileName: string;
  /** 16 or 212. */
  readonly format: number;
  /** Bytes before the first sample. */
  readonly byteOffset: number;
  /** Steps of the converter in one `unit`; undefined where the header gives none. */
  readonly gain: number | undefined;
  readonly unit: VoltageUnit;
  /** Step that is 0 V. */
  readonly baseline: number;
  /** Sum of all samples, signed 16 bit; undefined where the header gives none. */
  readonly checksum: number | undefined;
  readonly name: string;
  /** One-based line of the header. */
  readonly line: number;
}

export interface WfdbHeader {
  /** Undefined where the header gives none. */
  readonly samplingRate_Hz: number | undefined;
  /** Samples of each signal; undefined where the header gives none. */
  readonly sampleCount: number | undefined;
  readonly signals: readonly WfdbSignal[];
  readonly comments: readonly string[];
}

const SUPPORTED_FORMATS = [16, 212];
const MOST_SIGNALS = 1000;

/**
 * Reads a WFDB header (.hea): the record line, one line a signal, comments.
 *
 * @throws TributaryError `file-malformed` with the line, `file-truncated`, `format-unsupported` for records of several
 *         segments and for storage formats other than 16 and 212
 * Source: Moody, header(5) of the WFDB Applications Guide (from memory).
 */
export function readWfdbHeader(bytes: Uint8Array, fileName: string): WfdbHeader {
  const cursor = createTextCursor(bytes, fileName);
  const lines: { readonly text: string; readonly line: number }[] = [];
  const comments: string[] = [];
  for (let line = 1, text = readLine(cursor); text !== undefined; line++, text = readLine(cursor)) {
    if (text.startsWith("#")) comments.push(text);
    else if (text.trim() !== "") lines.push({ text: text.trim(), line });
  }
  const [record, ...rest] = lines;
  if (!record) throw errorTruncated(fileName, 0, "a record line", "nothing");
  const where = `${fileName}, line ${record.line}`;
  const [name = "", signalCount = "", rate, sampleCount] = record.text.split(/\s+/);
  if (name.includes("/")) {
    throw errorUnsupported(where, "a record of several segments", "single records", "Give the header of one segment.");
  }
  const count = readWhole(signalCount, where, `a number of signals from 1 to ${MOST_SIGNALS}`);
  if (count < 1 || count > MOST_SIGNALS) throw errorMalformed(where, signalCount, `1 to ${MOST_SIGNALS} signals`);
  if (rest.length < count) {
    throw errorTruncated(fileName, bytes.length, `${count} signal lines`, `${rest.length}`);
  }
  return {
    samplingRate_Hz: rate === undefined ? undefined : readRate(rate, where),
    sampleCount: sampleCount === undefined ? undefined : readWhole(sampleCount, where, "a number of samples"),
    signals: rest.slice(0, count).map(({ text, line }) => readSignalLine(text, fileName, line)),
    comments,
  };
}

/** file format gain(baseline)/unit resolution zero first checksum block name; all after the format may be absent. */
function readSignalLine(text: string, headerName: string, line: number): WfdbSignal {
  const where = `${headerName}, line ${line}`;
  const [fileName = "", format = "", gain = "", , zero = "0", , checksum, , ...name] = text.split(/\s+/);
  const storage = /^(\d+)(?:x(\d+))?(?::(\d+))?(?:\+(\d+))?$/.exec(format);
  if (!storage) throw errorMalformed(where, JSON.stringify(format), "a storage format such as 16, 212 or 16+24");
  const [, kind = "", perFrame = "1", skew = "0", offset = "0"] = storage;
  if (!SUPPORTED_FORMATS.includes(Number(kind)) || perFrame !== "1" || skew !== "0") {
    const fix = "Convert the record to format 16 with one sample a frame.";
    throw errorUnsupported(where, `storage format ${format}`, "16 and 212, one sample a frame, no skew", fix);
  }
  const scale = /^([-+.\deE]+)(?:\((-?\d+)\))?(?:\/(\S+))?$/.exec(gain);
  if (gain !== "" && !scale) throw errorMalformed(where, JSON.stringify(gain), "a gain such as 1000(0)/mV");
  const steps = Number(scale?.[1] ?? 0);
  return {
    fileName,
    format: Number(kind),
    byteOffset: Number(offset),
    gain: steps > 0 && Number.isFinite(steps) ? steps : undefined,
    unit: readVoltageUnit(scale?.[3] ?? "mV", where),
    baseline: readWhole(scale?.[2] ?? zero, where, "the step of 0 V"),
    checksum: checksum === undefined ? undefined : readWhole(checksum, where, "a checksum"),
    name: name.join(" "),
    line,
  };
}

function readVoltageUnit(text: string, where: string): VoltageUnit {
  const spelled = text.replace(/^[µμ]/, "u").toLowerCase();
  const unit = VOLTAGE_UNITS.find((candidate) => candidate.toLowerCase() === spelled);
  if (unit) return unit;
  throw errorUnsupported(where, `the unit "${text}"`, VOLTAGE_UNITS.join(", "), "Export the leads in mV.");
}

/** "500", "500/1000" and "500/1000(0)": the sampling rate stands first. */
function readRate(text: string, where: string): number {
  const rate = Number(/^[\d.]+/.exec(text)?.[0] ?? "");
  if (rate > 0 && Number.isFinite(rate)) return rate;
  throw errorMalformed(where, JSON.stringify(text), "a sampling rate in Hz");
}

function readWhole(text: string, where: string, expected: string): number {
  if (/^[-+]?\d{1,15}$/.test(text)) return Number(text);
  throw errorMalformed(where, JSON.stringify(text), expected);
}
