import { TributaryError } from "@tributary/model";

export function errorBundleManifest(fileName: string, why: string): TributaryError {
  return new TributaryError({
    code: "bundle-manifest-wrong",
    what: "The bundle's manifest is missing or does not describe it.",
    where: `${fileName}, manifest.json`,
    why,
    fix: "Export the case again with this program; a bundle is not packed by hand.",
  });
}

export function errorBundleVersion(fileName: string, version: number, known: number): TributaryError {
  return new TributaryError({
    code: "bundle-version-newer",
    what: "A newer version of the program wrote this bundle.",
    where: `${fileName}, manifest.json, version`,
    why: `version ${version}; this program reads version ${known}`,
    fix: "Update this program, or export the case from the newer one as a case file.",
  });
}

export function errorBundleEntry(fileName: string, path: string, why: string): TributaryError {
  return new TributaryError({
    code: "bundle-entry-wrong",
    what: "An entry of the bundle is not what its manifest says.",
    where: `${fileName}, entry ${JSON.stringify(path)}`,
    why,
    fix: "Copy or export the bundle again; it was changed after it was written.",
  });
}
