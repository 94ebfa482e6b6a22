import { errorZipEntryName } from "./zip-error.ts";

const MAX_NAME_LENGTH = 240;
// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is looked for.
const FORBIDDEN_CHARACTER = /[\u0000-\u001f\u007f\\:*?"<>|]/;

/**
 * Refuses a name that could lead out of a folder, or that some system cannot tell from another one.
 *
 * @param seen  names before this one, folded; the name is added
 */
export function checkEntryName(name: string, seen: Set<string>, fileName: string): void {
  const fault = findFault(name);
  if (fault) throw errorZipEntryName(fileName, name, fault);
  const folded = name.normalize("NFC").toLowerCase();
  if (seen.has(folded)) throw errorZipEntryName(fileName, name, "an entry before it has the same name");
  seen.add(folded);
}

function findFault(name: string): string | undefined {
  if (name.length === 0) return "it is empty";
  if (name.length > MAX_NAME_LENGTH) return `${name.length} characters; at most ${MAX_NAME_LENGTH} are allowed`;
  if (name.startsWith("/")) return "it is an absolute path";
  if (FORBIDDEN_CHARACTER.test(name)) return "it holds a character that is not allowed in file names everywhere";
  const parts = name.split("/");
  if (parts.includes("..")) return "it leads out of the folder that it is unpacked to";
  if (parts.some((part) => part === "" || part === ".")) return "it has an empty part";
  return undefined;
}
