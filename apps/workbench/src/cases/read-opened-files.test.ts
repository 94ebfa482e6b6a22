import { formatCase, writeBundle } from "@tributary/formats";
import { BUILT_IN_CASE } from "@tributary/intake";
import { TributaryError } from "@tributary/model";
import { expect, test } from "vitest";
import { type GivenFile, readOpenedFiles } from "./read-opened-files.ts";

const text = (name: string, content: string): GivenFile => ({ name, bytes: new TextEncoder().encode(content) });
const SURFACE_CASE = formatCase({ ...BUILT_IN_CASE, heart: { kind: "surface", file: "hearts/heart.vtp" } });

function openCase(given: readonly GivenFile[]) {
  const read = readOpenedFiles(given);
  if (read.kind !== "case") throw new Error(`opened as ${read.kind}`);
  return read.opened;
}

function codeOf(given: readonly GivenFile[]): string | undefined {
  try {
    readOpenedFiles(given);
    return undefined;
  } catch (error) {
    return error instanceof TributaryError ? error.code : String(error);
  }
}

test("a case file is opened with the files that were given beside it", () => {
  const opened = openCase([text("heart.vtp", "<VTKFile/>"), text("case.json", SURFACE_CASE)]);
  expect(opened.case.heart).toEqual({ kind: "surface", file: "hearts/heart.vtp" });
  expect([...opened.files.keys()]).toEqual(["heart.vtp"]);
});

test("a bundle is opened with what is in it", () => {
  const caseFile = new TextEncoder().encode(SURFACE_CASE);
  const data = new Map([["hearts/heart.vtp", Uint8Array.of(1, 2, 3)]]);
  const bytes = writeBundle({ programVersion: "0.1.0", caseFile, data, events: undefined, results: new Map() });
  const opened = openCase([{ name: "patient.tributary", bytes: new Uint8Array(bytes) }]);
  expect([...opened.files.get("hearts/heart.vtp")!]).toEqual([1, 2, 3]);
});

test("a heart by itself becomes a case, and says what was taken with it", () => {
  const opened = openCase([text("patient.pts", "1"), text("patient.elem", "1"), text("patient.lon", "1")]);
  expect(opened.case.heart).toEqual({ kind: "tetrahedra", files: ["patient.pts", "patient.elem", "patient.lon"] });
  expect(opened.notes).toEqual([expect.stringContaining("left bundle branch block was taken")]);
});

test("an ECG by itself is one of the open case, once it can be read", () => {
  const leads = ["I", "II", "V1", "V2", "V3", "V4", "V5", "V6"];
  const rows = Array.from({ length: 50 }, (_, i) => [2 * i, ...leads.map((_, lead) => Math.sin(i + lead))].join(","));
  const table = ["time_ms", ...leads].join(",");
  expect(readOpenedFiles([text("ecg.csv", [table, ...rows].join("\n"))])).toMatchObject({ kind: "ecg" });
  expect(codeOf([text("notes.csv", "time_ms,b\n0,2\n2,3\n")])).toBe("ecg-column-unknown");
});

test("a FHIR record is read as one, with what it does not say", () => {
  const patient = { resourceType: "Patient", id: "p", gender: "male", birthDate: "1950-02-03" };
  const read = readOpenedFiles([text("wolf.json", JSON.stringify(patient))]);
  expect(read).toMatchObject({ kind: "record", fileName: "wolf.json" });
  expect(read.kind === "record" && read.record.missing).toContain("qrsDuration_ms");
  expect(codeOf([text("a.json", '{"resourceType": "Bundle", "entry": 3}')])).toBe("bad-fhir");
});

test.each([
  [[text("notes.docx", "")], "no-case-given"],
  [[], "no-case-given"],
  [[text("a.json", SURFACE_CASE), text("b.tributary", "")], "several-cases-given"],
  [[text("case.json", "{ not JSON")], "case-not-json"],
  [[text("case.tributary", "not a ZIP file")], "zip-malformed"],
])("files that are no case are refused: %#", (given, code) => {
  expect(codeOf(given)).toBe(code);
});
