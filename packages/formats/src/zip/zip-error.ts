/** What is refused of a ZIP file; each error names the entry. */
import { TributaryError } from "@tributary/model";

export function errorZipMalformed(fileName: string, why: string): TributaryError {
  return new TributaryError({
    code: "zip-malformed",
    what: "The file is not a whole ZIP file.",
    where: fileName,
    why,
    fix: "Copy or export the file again; it was cut, changed, or is of another format.",
  });
}

export function errorZipEntryName(fileName: string, name: string, why: string): TributaryError {
  return new TributaryError({
    code: "zip-entry-name",
    what: "An entry has a name that is not allowed.",
    where: `${fileName}, entry ${JSON.stringify(name)}`,
    why,
    fix: "Do not open this file with other programs either unless you know who made it; export the case again.",
  });
}

export function errorZipEntryKind(fileName: string, name: string, why: string): TributaryError {
  return new TributaryError({
    code: "zip-entry-kind",
    what: "An entry is not a plain file.",
    where: `${fileName}, entry ${JSON.stringify(name)}`,
    why,
    fix: "Export the case again, or pack plain files only: no links, no encryption, method deflate or none.",
  });
}

export function errorZipTooLarge(where: string, why: string): TributaryError {
  return new TributaryError({
    code: "zip-too-large",
    what: "The file would unpack to more than is read.",
    where,
    why,
    fix: "Export the case with smaller files; a file that expands this far is usually made to do harm.",
  });
}

export function errorZipEntryChanged(fileName: string, name: string, why: string): TributaryError {
  return new TributaryError({
    code: "zip-entry-changed",
    what: "An entry is not what was packed.",
    where: `${fileName}, entry ${JSON.stringify(name)}`,
    why,
    fix: "Copy or export the file again; its bytes were changed.",
  });
}
