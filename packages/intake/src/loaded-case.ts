import {
  type Case,
  listMissingClinicalValues,
  listTakenDefaults,
  type MissingValue,
  type NamedFile,
  readCase,
} from "@tributary/formats";
import { HEART_PRESETS, LEAD_CATALOG } from "@tributary/model";

/** Where the files are that a case names: a folder, a bundle, what was dropped on a page. */
export interface CaseFiles {
  /**
   * @param path  as the case names it
   * @throws TributaryError "file-not-found", "file-not-readable", "file-too-large"
   */
  read(path: string): NamedFile;
}

/** A case as read, with what has to be said about it. */
export interface LoadedCase {
  readonly case: Case;
  /** The files that the case names. */
  readonly files: CaseFiles;
  readonly missing: readonly MissingValue[];
  readonly remarks: readonly string[];
}

/** @param notes  what was said of the case where it was read */
export function describeCase(value: Case, files: CaseFiles, notes: readonly string[]): LoadedCase {
  const defaults = listTakenDefaults(value).map(
    ({ path, value: taken, unit }) => `${path} is not given; ${taken} ${unit} was taken.`,
  );
  return { case: value, files, missing: listMissingClinicalValues(value), remarks: [...notes, ...defaults] };
}

/**
 * A case file, checked against the hearts and leads that the program carries.
 *
 * @throws TributaryError of the case's own check
 */
export function readKnownCase(source: Uint8Array, fileName: string): ReturnType<typeof readCase> {
  const known = {
    presets: HEART_PRESETS.map((preset) => preset.id),
    leadModels: LEAD_CATALOG.map((lead) => lead.id),
  };
  return readCase(source, fileName, known);
}
