import { formatCase, writeBundle } from "@tributary/formats";
import { BUILT_IN_CASE } from "@tributary/intake";
import { TributaryError } from "@tributary/model";
import { expect, test } from "vitest";
import { type GivenFile, readOpenedFiles } from "./read-opened-files.ts";

const text = (name: string, content: string): GivenFile => ({ name, bytes: new TextEncoder().encode(content) });
const SURFACE_CASE = formatCase({ ...BUILT_IN_CASE, heart: { kind: "surface", file: "hearts/heart.vtp" } });

function codeOf(given: readonly GivenFile[]): string | undefined {
  try {
    readOpenedFiles(given);
    return undefined;
  } catch (error) {
    return error instanceof TributaryError ? error.code : String(error);
  }
}

test("a case file is opened with the files that were given beside it", () => {
  const opened = readOpenedFiles([text("heart.vtp", "<VTKFile/>"), text("case.json", SURFACE_CASE)]);
  expect(opened.case.heart).toEqual({ kind: "surface", file: "hearts/heart.vtp" });
  expect([...opened.files.keys()]).toEqual(["heart.vtp"]);
});

test("a bundle is opened with what is in it", () => {
  const caseFile = new TextEncoder().encode(SURFACE_CASE);
  const data = new Map([["hearts/heart.vtp", Uint8Array.of(1, 2, 3)]]);
  const bytes = writeBundle({ programVersion: "0.1.0", caseFile, data, events: undefined, results: new Map() });
  const opened = readOpenedFiles([{ name: "patient.tributary", bytes: new Uint8Array(bytes) }]);
  expect([...opened.files.get("hearts/heart.vtp")!]).toEqual([1, 2, 3]);
});

test.each([
  [[text("heart.vtp", "")], "no-case-given"],
  [[], "no-case-given"],
  [[text("a.json", SURFACE_CASE), text("b.tributary", "")], "several-cases-given"],
  [[text("case.json", "{ not JSON")], "case-not-json"],
  [[text("case.tributary", "not a ZIP file")], "zip-malformed"],
])("files that are no case are refused: %#", (given, code) => {
  expect(codeOf(given)).toBe(code);
});
