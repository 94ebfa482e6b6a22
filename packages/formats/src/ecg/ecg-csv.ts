import { millisecondsFromSeconds, millivoltsPer, samplingRateFromInterval, TributaryError } from "@tributary/model";
import { errorMalformed, errorTruncated } from "../bytes/format-error.ts";
import { parseNumber } from "../bytes/parse-number.ts";
import { createTextCursor, readLine, type TextCursor } from "../bytes/text-cursor.ts";
import { findStandardLead } from "./assemble-recording.ts";
import {
  errorColumnUnknown,
  errorLeadRepeated,
  errorOptionsConflict,
  errorSampleNotFinite,
  errorSamplingRateMissing,
} from "./ecg-error.ts";
import type { EcgReadOptions, FileLeads } from "./ecg-recording.ts";

/** Milliseconds in one unit of a time column. */
const TIME_COLUMNS: Readonly<Record<string, number>> = { time_ms: 1, time_s: millisecondsFromSeconds(1) };
const SEPARATORS = [",", ";", "\t"];
const NEWLINE = 0x0a;
/** By how much a rate that was stated may miss that of the time column. */
const RATE_TOLERANCE = 0.01;

/**
 * Reads a table of an ECG: a header with the leads in any order, and a time column (time_s, time_ms) where the sampling
 * rate is not stated; then a row a sample. Between values stands a comma, a semicolon or a tab.
 *
 * @throws TributaryError `ecg-column-unknown` with the nearest name, `ecg-lead-repeated`, `ecg-sampling-rate-missing`,
 *         `ecg-sampling-uneven`, `ecg-options-conflict`, `ecg-sample-not-finite`, `file-malformed` with the line,
 *         `file-truncated` without rows
 */
export function readEcgCsv(bytes: Uint8Array, fileName: string, options: EcgReadOptions): FileLeads {
  const cursor = createTextCursor(bytes, fileName);
  const header = readLine(cursor)?.replace(/^\uFEFF/, "") ?? "";
  const separator = SEPARATORS.find((candidate) => header.includes(candidate)) ?? ",";
  const names = header.split(separator).map((name) => name.trim().replace(/^"(.*)"$/, "$1"));
  checkColumns(names, `${fileName}, line 1`);
  const rows = readRows(cursor, names.length, separator.charCodeAt(0));
  const rowCount = rows.length / names.length;
  if (rowCount < 2) throw errorTruncated(fileName, bytes.length, "two rows of samples", `${rowCount}`);
  const columns = names.map((_, column) =>
    Float64Array.from({ length: rowCount }, (_, row) => rows[row * names.length + column]!),
  );
  const scale = millivoltsPer(options.units ?? "mV");
  return {
    fileName,
    samplingRate_Hz: chooseRate(names, columns, fileName, options),
    leads: names.flatMap((name, column) =>
      name in TIME_COLUMNS ? [] : [{ name, values_mV: columns[column]!.map((value) => value * scale) }],
    ),
    remarks: options.units ? [] : [`${fileName}: no unit stated; mV taken`],
    labels: [],
  };
}

function checkColumns(names: readonly string[], where: string): void {
  const seen = new Set<string>();
  for (const name of names) {
    const column = findStandardLead(name) ?? (name in TIME_COLUMNS ? "time" : undefined);
    if (!column) throw errorColumnUnknown(where, name, Object.keys(TIME_COLUMNS));
    if (seen.has(column)) throw errorLeadRepeated(where, column);
    seen.add(column);
  }
}

/** All values, row by row. */
function readRows(cursor: TextCursor, columnCount: number, separator: number): number[] {
  const { bytes, end, fileName } = cursor;
  const values: number[] = [];
  for (let at = cursor.position, line = 2; at < end; line++) {
    const found = bytes.indexOf(NEWLINE, at);
    const lineEnd = found < 0 ? end : found;
    const isEmpty = trimmedEnd(bytes, at, lineEnd) === at;
    if (!isEmpty)
      readRow(values, cursor, { start: at, end: lineEnd, separator, columnCount, where: `${fileName}, line ${line}` });
    at = lineEnd + 1;
  }
  return values;
}

interface Row {
  readonly start: number;
  readonly end: number;
  readonly separator: number;
  readonly columnCount: number;
  readonly where: string;
}

function readRow(out: number[], { bytes }: TextCursor, row: Row): void {
  let count = 0;
  for (let start = row.start; start <= row.end; count++) {
    const found = bytes.indexOf(row.separator, start);
    const stop = found < 0 || found > row.end ? row.end : found;
    const from = skipBlanks(bytes, start, stop);
    const to = trimmedEnd(bytes, from, stop);
    const value = parseNumber(bytes, from, to);
    if (value === undefined) {
      const text = new TextDecoder("utf-8").decode(bytes.subarray(from, Math.min(to, from + 40)));
      throw errorMalformed(row.where, JSON.stringify(text), "a number");
    }
    if (!Number.isFinite(value)) throw errorSampleNotFinite(`${row.where}, value ${count + 1}`, String(value));
    out.push(value);
    start = stop + 1;
  }
  if (count !== row.columnCount) throw errorMalformed(row.where, `${count} values`, `${row.columnCount} values`);
}

function skipBlanks(bytes: Uint8Array, start: number, end: number): number {
  let at = start;
  while (at < end && bytes[at]! <= 0x20) at++;
  return at;
}

function trimmedEnd(bytes: Uint8Array, start: number, end: number): number {
  let at = end;
  while (at > start && bytes[at - 1]! <= 0x20) at--;
  return at;
}

function chooseRate(
  names: readonly string[],
  columns: readonly Float64Array[],
  fileName: string,
  { samplingRate_Hz: stated }: EcgReadOptions,
): number {
  const column = names.findIndex((name) => name in TIME_COLUMNS);
  if (column < 0) {
    if (stated === undefined) throw errorSamplingRateMissing(fileName);
    return stated;
  }
  const times_ms = columns[column]!.map((time) => time * TIME_COLUMNS[names[column]!]!);
  const found = samplingRateFromInterval(measureInterval(times_ms, `${fileName}, column ${names[column]}`));
  if (stated !== undefined && Math.abs(found / stated - 1) > RATE_TOLERANCE) {
    throw errorOptionsConflict(fileName, `${stated} Hz`, `${found.toPrecision(4)} Hz by its time column`);
  }
  return found;
}

/** The mean step; no step may differ from it by half, which printed times of three decimals do not. */
function measureInterval(times_ms: Float64Array, where: string): number {
  const count = times_ms.length - 1;
  const interval_ms = (times_ms[count]! - times_ms[0]!) / count;
  for (let row = 0; row < count; row++) {
    const step_ms = times_ms[row + 1]! - times_ms[row]!;
    if (interval_ms > 0 && Math.abs(step_ms - interval_ms) <= 0.5 * interval_ms) continue;
    throw new TributaryError({
      code: "ecg-sampling-uneven",
      what: "The ECG is not sampled evenly.",
      where: `${where}, rows ${row + 1} and ${row + 2}`,
      why: `${step_ms.toPrecision(4)} ms from one to the next; ${interval_ms.toPrecision(4)} ms in the mean`,
      fix: "Export the recording with one sample rate and without gaps.",
    });
  }
  return interval_ms;
}
