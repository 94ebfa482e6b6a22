import { createHash } from "node:crypto";
import type { Case } from "@tributary/formats";
import type { LoadedCase } from "./load-case.ts";

/**
 * SHA-256 of the case, as JSON without blanks and with sorted keys, and of each file it names, in the order named: the
 * length of the file and its bytes. Neither folders nor the layout of the case file are in it.
 */
export function hashInput({ case: value, files }: LoadedCase): string {
  const hash = createHash("sha256").update(writeCanonicalJson(value));
  for (const path of listNamedFiles(value)) {
    const { bytes } = files.read(path);
    hash.update(`\n${bytes.length}\n`).update(bytes);
  }
  return hash.digest("hex");
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
