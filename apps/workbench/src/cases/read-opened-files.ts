import { checkFileSize, readBundle } from "@tributary/formats";
import { readKnownCase } from "@tributary/intake";
import { TributaryError } from "@tributary/model";
import type { OpenedCase } from "../state/workspace.ts";
import { readImplantFiles } from "./implant-files.ts";

/** A file as the page was given it. */
export interface GivenFile {
  readonly name: string;
  readonly bytes: Uint8Array<ArrayBuffer>;
}

/**
 * The case among files that were given together: a bundle, or a case file and the files that it names, found by the last
 * part of their path.
 *
 * @throws TributaryError "no-case-given", "several-cases-given"; those of the case's and the bundle's own check
 */
export function readOpenedFiles(given: readonly GivenFile[]): OpenedCase {
  for (const { name, bytes } of given) checkFileSize(name, bytes.length);
  const cases = given.filter(({ name }) => isBundle(name) || isCaseFile(name));
  const [first, second] = cases;
  if (first === undefined) throw errorNoCase(given);
  if (second !== undefined) throw errorSeveralCases(cases);
  if (isBundle(first.name)) {
    const bundle = readBundle(first.bytes, first.name);
    return {
      ...readCase(bundle.caseFile, `${first.name}, case.json`),
      files: bundle.data,
      implant: readImplantFiles(bundle.results, first.name),
    };
  }
  return {
    ...readCase(first.bytes, first.name),
    files: new Map(given.filter((file) => file !== first).map(({ name, bytes }) => [name, bytes])),
  };
}

function readCase(source: Uint8Array, fileName: string): Omit<OpenedCase, "files"> {
  const read = readKnownCase(source, fileName);
  return { case: read.case, notes: read.notes };
}

function isBundle(name: string): boolean {
  return /\.tributary$/i.test(name);
}

function isCaseFile(name: string): boolean {
  return /\.json$/i.test(name);
}

function errorNoCase(given: readonly GivenFile[]): TributaryError {
  return new TributaryError({
    code: "no-case-given",
    what: "There is no case among these files.",
    where: given.map(({ name }) => name).join(", "),
    why: "a case is a .tributary bundle, or a .json file given together with the files that it names",
    fix: "Give the case file too; a heart by itself is read by the command line, which makes a case of it.",
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
