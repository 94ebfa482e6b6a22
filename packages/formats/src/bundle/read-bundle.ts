import { computeSha256 } from "../bytes/sha256.ts";
import { readZip } from "../zip/read-zip.ts";
import { errorBundleEntry, errorBundleManifest, errorBundleVersion } from "./bundle-error.ts";
import { BUNDLE_VERSION, type BundleManifest, bundleManifest } from "./bundle-manifest.ts";
import type { CaseBundle } from "./case-bundle.ts";

const MANIFEST = "manifest.json";
const RESULTS = "results/";

/**
 * Reads a `.tributary` file. Every entry is what the manifest says, by its SHA-256, and there is no other; the case inside is
 * not looked into (`readCase`).
 *
 * @param fileName  named in errors
 * @throws TributaryError `bundle-manifest-wrong`, `bundle-version-newer`, `bundle-entry-wrong`, and those of `readZip`
 */
export function readBundle(bytes: Uint8Array, fileName: string): CaseBundle {
  const files = readZip(bytes, fileName);
  const manifest = readManifest(files, fileName);
  files.delete(MANIFEST);
  checkEntries(manifest, files, fileName);
  const listRole = (role: string) => manifest.entries.filter((entry) => entry.role === role);
  const [theCase, ...otherCases] = listRole("case");
  const [events, ...otherEvents] = listRole("events");
  if (!theCase || otherCases.length > 0 || otherEvents.length > 0) {
    throw errorBundleManifest(fileName, "it needs exactly one entry with the role case, and at most one with events");
  }
  return {
    programVersion: manifest.programVersion,
    caseFile: files.get(theCase.path)!,
    data: collectData(listRole("data"), files, fileName),
    events: events && files.get(events.path)!,
    results: collectResults(listRole("result"), files, fileName),
  };
}

function readManifest(files: ReadonlyMap<string, Uint8Array>, fileName: string): BundleManifest {
  const file = files.get(MANIFEST);
  if (!file) throw errorBundleManifest(fileName, "there is none");
  const raw = parseJson(file, fileName);
  const version = typeof raw === "object" && raw !== null && "version" in raw ? raw.version : undefined;
  if (typeof version === "number" && version > BUNDLE_VERSION) {
    throw errorBundleVersion(fileName, version, BUNDLE_VERSION);
  }
  const result = bundleManifest.safeParse(raw);
  if (result.success) return result.data;
  const { path, message } = result.error.issues[0]!;
  throw errorBundleManifest(fileName, `${path.length === 0 ? "the whole" : path.join(".")}: ${message}`);
}

function parseJson(file: Uint8Array, fileName: string): unknown {
  try {
    return JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(file));
  } catch (cause) {
    throw errorBundleManifest(fileName, cause instanceof Error ? cause.message : String(cause));
  }
}

function checkEntries({ entries }: BundleManifest, files: ReadonlyMap<string, Uint8Array>, fileName: string): void {
  const known = new Set<string>();
  for (const { path, size_bytes, sha256 } of entries) {
    if (known.has(path)) throw errorBundleManifest(fileName, `it lists ${JSON.stringify(path)} twice`);
    known.add(path);
    const content = files.get(path);
    if (!content) throw errorBundleEntry(fileName, path, "the manifest lists it, the file does not hold it");
    if (content.length !== size_bytes) {
      throw errorBundleEntry(fileName, path, `${content.length} bytes; the manifest says ${size_bytes}`);
    }
    const found = computeSha256(content);
    if (found !== sha256)
      throw errorBundleEntry(fileName, path, `its SHA-256 is ${found}; the manifest says ${sha256}`);
  }
  const unknown = [...files.keys()].find((path) => !known.has(path));
  if (unknown !== undefined) throw errorBundleEntry(fileName, unknown, "the manifest does not list it");
}

function collectData(
  entries: BundleManifest["entries"],
  files: ReadonlyMap<string, Uint8Array>,
  fileName: string,
): Map<string, Uint8Array> {
  const data = new Map<string, Uint8Array>();
  for (const { path, namedInCase } of entries) {
    if (namedInCase === undefined || data.has(namedInCase)) {
      throw errorBundleManifest(fileName, `${JSON.stringify(path)} needs a name in the case that no other entry has`);
    }
    data.set(namedInCase, files.get(path)!);
  }
  return data;
}

function collectResults(
  entries: BundleManifest["entries"],
  files: ReadonlyMap<string, Uint8Array>,
  fileName: string,
): Map<string, Uint8Array> {
  const outside = entries.find(({ path }) => !path.startsWith(RESULTS));
  if (outside) throw errorBundleManifest(fileName, `${JSON.stringify(outside.path)} is a result outside ${RESULTS}`);
  return new Map(entries.map(({ path }) => [path.slice(RESULTS.length), files.get(path)!]));
}
