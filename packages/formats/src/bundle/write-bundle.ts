import { computeSha256 } from "../bytes/sha256.ts";
import { CASE_SCHEMA_VERSION } from "../case/case-schema.ts";
import { writeZip } from "../zip/write-zip.ts";
import { BUNDLE_VERSION, type BundleManifest } from "./bundle-manifest.ts";
import type { CaseBundle } from "./case-bundle.ts";

type EntryOrigin = Pick<BundleManifest["entries"][number], "path" | "role" | "namedInCase">;

/**
 * The bundle as a `.tributary` file: a ZIP file with the manifest in front. The same bundle gives the same bytes.
 *
 * @throws TributaryError "zip-entry-name" where a result has a name that is not one of a file
 */
export function writeBundle(bundle: CaseBundle): Uint8Array {
  const parts: [EntryOrigin, Uint8Array][] = [[{ path: "case.json", role: "case" }, bundle.caseFile]];
  for (const [namedInCase, content] of bundle.data) {
    parts.push([{ path: `data/${parts.length}-${simplifyName(namedInCase)}`, role: "data", namedInCase }, content]);
  }
  if (bundle.events) parts.push([{ path: "events.jsonl", role: "events" }, bundle.events]);
  for (const [name, content] of bundle.results) parts.push([{ path: `results/${name}`, role: "result" }, content]);

  const manifest: BundleManifest = {
    version: BUNDLE_VERSION,
    programVersion: bundle.programVersion,
    caseVersion: CASE_SCHEMA_VERSION,
    entries: parts.map(([origin, content]) => ({
      ...origin,
      size_bytes: content.length,
      sha256: computeSha256(content),
    })),
  };
  const manifestFile = new TextEncoder().encode(`${JSON.stringify(manifest, undefined, 2)}\n`);
  const files = parts.map(([{ path }, content]) => [path, content] as const);
  return writeZip(new Map([["manifest.json", manifestFile], ...files]), "the bundle");
}

/** The last part of a path in letters that every system takes; its number keeps it apart from the others. */
function simplifyName(path: string): string {
  return (path.split(/[/\\]/).at(-1) ?? "").replace(/[^A-Za-z0-9._-]/g, "_").slice(-80);
}
