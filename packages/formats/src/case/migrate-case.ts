/**
 * Case files of older versions, brought to the present one step at a time, or refused with the reason.
 *
 * | from | change |
 * |------|--------|
 * | 0    | `heart.edv` had no unit in its name; it always meant mL, so it becomes `heart.edv_mL` |
 */
import { TributaryError } from "@tributary/model";
import { type CaseOrigin, whereInCase } from "./case-error.ts";
import { CASE_SCHEMA_VERSION } from "./case-schema.ts";

type RawCase = Readonly<Record<string, unknown>>;

interface MigrationStep {
  readonly migrate: (old: RawCase, origin: CaseOrigin) => RawCase;
  /** Said to the person when the step changed anything. */
  readonly note: string;
}

const STEPS: Readonly<Record<number, MigrationStep>> = {
  0: { migrate: migrateFrom0, note: "version 0 read as version 1: heart.edv became heart.edv_mL" },
};

/**
 * @returns the case in the present version, not yet checked against its schema, and what was changed
 * @throws TributaryError `case-version-newer`, `case-version-unsupported`, `case-value-missing` for no version
 */
export function migrateCase(raw: RawCase, origin: CaseOrigin): { raw: RawCase; notes: readonly string[] } {
  const notes: string[] = [];
  let current = raw;
  let version = readVersion(raw, origin);
  while (version < CASE_SCHEMA_VERSION) {
    const step = STEPS[version];
    if (!step) {
      throw errorVersion("case-version-unsupported", origin, {
        what: "The case file has an old version that is not read any more.",
        why: `version ${version}; read are ${Object.keys(STEPS).join(", ")} and ${CASE_SCHEMA_VERSION}`,
        fix: "Open it with the program that wrote it and save it again, or write it anew by the published schema.",
      });
    }
    current = { ...step.migrate(current, origin), version: version + 1 };
    notes.push(`${origin.fileName}: ${step.note}`);
    version++;
  }
  return { raw: current, notes };
}

function readVersion(raw: RawCase, origin: CaseOrigin): number {
  const version = raw["version"];
  if (version === undefined) {
    throw errorVersion("case-value-missing", origin, {
      what: "The case lacks its version.",
      why: `nothing is given; needed is the version of the file format, now ${CASE_SCHEMA_VERSION}`,
      fix: `Add "version": ${CASE_SCHEMA_VERSION}.`,
    });
  }
  if (typeof version === "number" && Number.isInteger(version) && version >= 0) {
    if (version <= CASE_SCHEMA_VERSION) return version;
    throw errorVersion("case-version-newer", origin, {
      what: "The case file was written by a newer program.",
      why: `version ${version}; this program reads up to ${CASE_SCHEMA_VERSION}, and guessing at fields it does not know could change the plan`,
      fix: "Update this program, or save the case in the older version.",
    });
  }
  throw errorVersion("case-version-unsupported", origin, {
    what: "The case's version is no version.",
    why: `${JSON.stringify(version)} is given; allowed is an integer from 0 to ${CASE_SCHEMA_VERSION}`,
    fix: `Write "version": ${CASE_SCHEMA_VERSION}.`,
  });
}

function migrateFrom0(old: RawCase, origin: CaseOrigin): RawCase {
  const heart = old["heart"];
  if (typeof heart !== "object" || heart === null || !Object.hasOwn(heart, "edv")) return old;
  const { edv, ...rest } = heart as Record<string, unknown>;
  if (Object.hasOwn(rest, "edv_mL")) {
    throw new TributaryError({
      code: "case-inconsistent",
      what: "The case gives one value under an old and a new name.",
      where: whereInCase(origin, ["heart", "edv"]),
      why: "heart.edv (version 0) and heart.edv_mL (version 1) are both given",
      fix: 'Remove heart.edv and set "version": 1.',
    });
  }
  return { ...old, heart: { ...rest, edv_mL: edv } };
}

function errorVersion(
  code: string,
  origin: CaseOrigin,
  parts: { what: string; why: string; fix: string },
): TributaryError {
  return new TributaryError({ code, where: whereInCase(origin, ["version"]), ...parts });
}
