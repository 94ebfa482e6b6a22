import { type ImportedRecord, importRecord } from "@tributary/care";
import { checkFileSize, type NamedFile, readBundle, readEcg } from "@tributary/formats";
import { caseOfHeartFiles, HEART_EXTENSIONS, readKnownCase } from "@tributary/intake";
import { TributaryError } from "@tributary/model";
import type { OpenedCase } from "../state/workspace.ts";
import { readImplantFiles } from "./implant-files.ts";

/** A file as the page was given it. */
export interface GivenFile {
  readonly name: string;
  readonly bytes: Uint8Array<ArrayBuffer>;
}

/** What files that were given together are. */
export type OpenedFiles =
  | { readonly kind: "case"; readonly opened: OpenedCase }
  /** An ECG by itself: of the patient whose case is open. */
  | { readonly kind: "ecg"; readonly files: readonly NamedFile[] }
  /** A patient's record: what a case may be made of. */
  | { readonly kind: "record"; readonly fileName: string; readonly record: ImportedRecord };

/**
 * The case among files that were given together: a bundle, or a case file and the files that it names, found by the last
 * part of their path. Without one: a heart by itself, an ECG by itself, or a patient's record as FHIR.
 *
 * @throws TributaryError "no-case-given", "several-cases-given"; those of the readers
 */
export function readOpenedFiles(given: readonly GivenFile[]): OpenedFiles {
  for (const { name, bytes } of given) checkFileSize(name, bytes.length);
  const cases = given.filter(({ name }) => isBundle(name) || isJson(name));
  const [first, second] = cases;
  if (second !== undefined) throw errorSeveralCases(cases);
  if (first === undefined) return readWithoutCase(given);
  if (isBundle(first.name)) return { kind: "case", opened: readBundledCase(first) };
  const text = new TextDecoder().decode(first.bytes);
  if (isFhir(text)) return { kind: "record", fileName: first.name, record: importRecord(text, first.name) };
  const files = new Map(given.filter((file) => file !== first).map(({ name, bytes }) => [name, bytes]));
  return { kind: "case", opened: { ...readCase(first.bytes, first.name), files } };
}

function readBundledCase({ name, bytes }: GivenFile): OpenedCase {
  const { caseFile, data, events, results } = readBundle(bytes, name);
  const opened = readCase(caseFile, `${name}, case.json`);
  const ofLog = events ? ["The file holds the log of this case too; import it under “My cases” to keep it."] : [];
  const implant = readImplantFiles(results, name);
  return { ...opened, notes: [...opened.notes, ...ofLog], files: data, implant };
}

function readCase(source: Uint8Array, fileName: string): Omit<OpenedCase, "files"> {
  const read = readKnownCase(source, fileName);
  return { case: read.case, notes: read.notes };
}

function readWithoutCase(given: readonly GivenFile[]): OpenedFiles {
  if (given.length > 0 && given.every(({ name }) => hasExtension(name, ECG_EXTENSIONS))) {
    // Read here, so that what is wrong with it is said here.
    readEcg(given);
    return { kind: "ecg", files: given };
  }
  const heart = given.find(({ name }) => hasExtension(name, HEART_EXTENSIONS));
  const value = heart && caseOfHeartFiles(heart.name, surroundingsOf(given), HEART_ALONE);
  if (!value) throw errorNoCase(given);
  return { kind: "case", opened: { case: value, notes: [HEART_NOTE], files: mapOf(given) } };
}

/** As the command line takes a heart by itself. */
const HEART_ALONE = { conduction: { rhythm: "sinus", pattern: "lbbb" }, units: undefined } as const;
const HEART_NOTE =
  "A geometry file says nothing of rhythm, conduction, veins or lead; sinus rhythm with left bundle branch block was taken.";

function surroundingsOf(given: readonly GivenFile[]) {
  const files = mapOf(given);
  return {
    has: (name: string) => files.has(name),
    readHead: (name: string) => new TextDecoder("latin1").decode(files.get(name)?.subarray(0, 1024)),
  };
}

function mapOf(given: readonly GivenFile[]): ReadonlyMap<string, Uint8Array> {
  return new Map(given.map(({ name, bytes }) => [name, bytes]));
}

const ECG_EXTENSIONS = [".csv", ".hea", ".dat", ".mat"];

function hasExtension(name: string, extensions: readonly string[]): boolean {
  return extensions.some((extension) => name.toLowerCase().endsWith(extension));
}

function isBundle(name: string): boolean {
  return /\.tributary$/i.test(name);
}

function isJson(name: string): boolean {
  return /\.json$/i.test(name);
}

/** Text that is no JSON is left to the reader of cases, which says where it ends to be. */
function isFhir(text: string): boolean {
  try {
    const value = JSON.parse(text) as { readonly resourceType?: unknown } | null;
    return typeof value?.resourceType === "string";
  } catch {
    return false;
  }
}

function errorNoCase(given: readonly GivenFile[]): TributaryError {
  return new TributaryError({
    code: "no-case-given",
    what: "There is no case among these files.",
    where: given.map(({ name }) => name).join(", "),
    why: `taken are a .tributary bundle, a .json file of a case or of FHIR, a heart (${HEART_EXTENSIONS.join(", ")}) and an ECG (${ECG_EXTENSIONS.join(", ")})`,
    fix: "Give one of these; a case file together with the files that it names.",
  });
}

function errorSeveralCases(cases: readonly GivenFile[]): TributaryError {
  return new TributaryError({
    code: "several-cases-given",
    what: "There is more than one case among these files.",
    where: cases.map(({ name }) => name).join(", "),
    why: "one case is open at a time",
    fix: "Give one bundle, or one .json file with the files that it names.",
  });
}
