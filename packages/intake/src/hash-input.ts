import { type Case, computeSha256 } from "@tributary/formats";
import type { LoadedCase } from "./loaded-case.ts";

/**
 * SHA-256 of the case, as JSON without blanks and with sorted keys, and of each file it names, in the order named: the
 * length of the file and its bytes. Neither folders nor the layout of the case file are in it.
 */
export function hashInput({ case: value, files }: LoadedCase): string {
  const encoder = new TextEncoder();
  const parts = listNamedFiles(value).flatMap((path) => {
    const { bytes } = files.read(path);
    return [encoder.encode(`\n${bytes.length}\n`), bytes];
  });
  return computeSha256(joinBytes([encoder.encode(writeCanonicalJson(value)), ...parts]));
}

function joinBytes(parts: readonly Uint8Array[]): Uint8Array {
  const joined = new Uint8Array(parts.reduce((length, part) => length + part.length, 0));
  let at = 0;
  for (const part of parts) {
    joined.set(part, at);
    at += part.length;
  }
  return joined;
}

/** Files that a case is made of besides itself. */
export function listNamedFiles({ heart, veins, ecg }: Case): string[] {
  const ofHeart = heart.kind === "surface" ? [heart.file] : heart.kind === "tetrahedra" ? heart.files : [];
  return [...ofHeart, ...(veins?.kind === "centerline" ? [veins.file] : []), ...(ecg?.files ?? [])];
}

function writeCanonicalJson(value: unknown): string {
  return JSON.stringify(value, (_key, part: unknown) =>
    typeof part === "object" && part !== null && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1)))
      : part,
  );
}
