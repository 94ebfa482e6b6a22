/** Small ECG files for the tests: a WFDB record in both storage formats, a MATLAB matrix, a table. */
import { STANDARD_LEADS } from "@tributary/model";
import { bytesOf } from "../bytes/test-helpers.fixture.ts";
import type { NamedFile } from "../tetrahedra/read-tetrahedra.ts";

/** Converter steps of one signal. */
export interface FixtureSignal {
  readonly name: string;
  readonly steps: readonly number[];
}

/** Twelve leads of `count` steps that differ from lead to lead and stay within 12 bits. */
export function createSignals(count: number): FixtureSignal[] {
  return STANDARD_LEADS.map((name, lead) => ({
    name,
    steps: Array.from({ length: count }, (_, i) => ((37 * i * (lead + 1) + 101 * lead) % 4000) - 2000),
  }));
}

function interleave(signals: readonly FixtureSignal[]): number[] {
  return signals[0]!.steps.flatMap((_, i) => signals.map(({ steps }) => steps[i]!));
}

function checksumOf(steps: readonly number[]): number {
  const sum = steps.reduce((total, step) => total + step, 0) & 0xffff;
  return sum < 0x8000 ? sum : sum - 0x10000;
}

export function encode16(steps: readonly number[]): Uint8Array {
  const bytes = new Uint8Array(2 * steps.length);
  const view = new DataView(bytes.buffer);
  for (const [i, step] of steps.entries()) view.setInt16(2 * i, step, true);
  return bytes;
}

export function encode212(steps: readonly number[]): Uint8Array {
  const bytes = new Uint8Array(Math.ceil((3 * steps.length) / 2));
  for (const [i, step] of steps.entries()) {
    const pair = 3 * (i >> 1);
    bytes[pair + (i % 2 === 0 ? 0 : 2)] = step & 0xff;
    bytes[pair + 1]! |= ((step >> 8) & 0x0f) << (i % 2 === 0 ? 0 : 4);
  }
  return bytes;
}

export function createHeader(signals: readonly FixtureSignal[], storage: string, dataFile = "r.dat"): string {
  const lines = signals.map(
    ({ name, steps }) => `${dataFile} ${storage} 1000(0)/mV 16 0 ${steps[0]} ${checksumOf(steps)} 0 ${name}`,
  );
  return [`r ${signals.length} 500 ${signals[0]!.steps.length}`, ...lines, "# Sex: Female", "#Rhythm: sinus.", ""].join(
    "\n",
  );
}

/** Header and samples of a record; format 16 or 212, or a MATLAB matrix. */
export function createRecord(signals: readonly FixtureSignal[], kind: "16" | "212" | "mat"): [NamedFile, NamedFile] {
  const steps = interleave(signals);
  if (kind === "mat") {
    const header = createHeader(signals, "16+24", "r.mat");
    return [nameFile("r.hea", header), { name: "r.mat", bytes: createMatrix(signals.length, steps) }];
  }
  const bytes = kind === "16" ? encode16(steps) : encode212(steps);
  return [nameFile("r.hea", createHeader(signals, kind)), { name: "r.dat", bytes }];
}

/** A MATLAB level 4 matrix of 16-bit integers, column by column, named "val". */
function createMatrix(rowCount: number, steps: readonly number[]): Uint8Array {
  const bytes = new Uint8Array(24 + 2 * steps.length);
  const view = new DataView(bytes.buffer);
  for (const [i, value] of [30, rowCount, steps.length / rowCount, 0, 4].entries()) view.setUint32(4 * i, value, true);
  bytes.set(bytesOf("val\0"), 20);
  bytes.set(encode16(steps), 24);
  return bytes;
}

/** Columns in the given order; a value is looked up by its name. */
export function createTable(
  names: readonly string[],
  rowCount: number,
  valueAt: (name: string, row: number) => string,
): string {
  const rows = Array.from({ length: rowCount }, (_, row) => names.map((name) => valueAt(name, row)).join(","));
  return `${[names.join(","), ...rows].join("\n")}\n`;
}

export function nameFile(name: string, text: string): NamedFile {
  return { name, bytes: bytesOf(text) };
}
