import { TributaryError } from "@tributary/model";
import { checkFileSize } from "../bytes/format-error.ts";
import { type CaseOrigin, errorFromIssues } from "./case-error.ts";
import { type Case, caseSchema } from "./case-schema.ts";
import { checkCase, type KnownNames } from "./check-case.ts";
import { migrateCase } from "./migrate-case.ts";
import { scanJson } from "./scan-json.ts";

export interface ReadCase {
  readonly case: Case;
  /** What was changed to bring an older version to the present one; to be shown. */
  readonly notes: readonly string[];
}

/**
 * Reads a case file: JSON, brought to the present version, checked field by field and for contradictions. What the case
 * does not say stays undefined.
 *
 * @param source    the file's bytes (UTF-8) or text
 * @param fileName  named in errors
 * @param known     names of presets and leads, for a case that must be complete; a name not among them is refused
 * @throws TributaryError with file, line and path: `case-not-json`, `case-duplicate-key`, `case-unknown-key` (with the
 *         nearest name), `case-value-missing`, `case-value-type`, `case-value-out-of-range`, `case-value-unknown`,
 *         `case-inconsistent`, `case-version-newer`, `case-version-unsupported`, `unknown-preset`, `unknown-lead`
 */
export function readCase(source: Uint8Array | string, fileName: string, known: KnownNames = {}): ReadCase {
  const text = typeof source === "string" ? source : decodeUtf8(source, fileName);
  const origin: CaseOrigin = { fileName, lines: scanJson(text, fileName) };
  const value: unknown = JSON.parse(text);
  if (typeof value !== "object" || value === null || Array.isArray(value)) {
    throw errorFromIssues(
      [{ code: "invalid_type", expected: "object", path: [], message: "", input: value }],
      value,
      origin,
    );
  }
  const { raw, notes } = migrateCase(value as Record<string, unknown>, origin);
  const result = caseSchema.safeParse(raw);
  if (!result.success) throw errorFromIssues(result.error.issues, raw, origin);
  checkCase(result.data, origin, known);
  return { case: result.data, notes };
}

/** The case alone, for callers that need not tell of migrations. */
export function parseCase(source: Uint8Array | string, fileName: string, known: KnownNames = {}): Case {
  return readCase(source, fileName, known).case;
}

/** The case as a file: two blanks of indent, a line end at its end. */
export function formatCase(value: Case): string {
  return `${JSON.stringify(value, undefined, 2)}\n`;
}

function decodeUtf8(bytes: Uint8Array, fileName: string): string {
  checkFileSize(fileName, bytes.length);
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch (cause) {
    throw new TributaryError({
      code: "case-not-json",
      what: "The case file is not text in UTF-8.",
      where: fileName,
      why: cause instanceof Error ? cause.message : String(cause),
      fix: "Save it as UTF-8; a case is a JSON text.",
    });
  }
}
