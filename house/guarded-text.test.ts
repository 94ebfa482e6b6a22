import { createHash } from "node:crypto";
import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import GUARDED_RUNS from "./guarded-runs.json" with { type: "json" };

const ROOT = join(import.meta.dirname, "..");
const TEXTS = "{packages,apps,docs,examples,house,scripts,validation,bench}/**/*.{ts,tsx,css,mjs,md,json,html,svg}";
const RUN_LENGTH = 6;

/**
 * Text under copyright (descriptors of billing numbers, items of questionnaires) must not be in the repository. It is not
 * here to compare with either: only hashes of its runs of six words are, made elsewhere.
 */
const GUARDED = new Set<string>(GUARDED_RUNS);

/** Runs of six words of a text that are guarded; case and punctuation do not matter. */
function findGuardedRuns(text: string): string[] {
  const words = text
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, " ")
    .trim()
    .split(" ");
  return words.flatMap((_, i) => {
    const run = words.slice(i, i + RUN_LENGTH).join(" ");
    const hash = createHash("sha256").update(run).digest("hex").slice(0, 16);
    return GUARDED.has(hash) ? [run] : [];
  });
}

test("no file holds six words in a row of a guarded text", () => {
  const files = globSync([TEXTS, "*.md"], {
    cwd: ROOT,
    exclude: (name) => /node_modules|dist|guarded-runs/.test(name),
  });
  expect(files.length).toBeGreaterThan(500);
  const found = files.flatMap((file) =>
    findGuardedRuns(readFileSync(join(ROOT, file), "utf8")).map((run) => `${file}: ${run}`),
  );
  expect(found).toEqual([]);
});

test("a planted run is found, whatever its case and punctuation", () => {
  const planted = ["words.", "(guarded)", "SIX", "of", "run,", "Planted"].reverse().join("\n");
  expect(findGuardedRuns(`before ${planted} after`)).toHaveLength(1);
  expect(findGuardedRuns("planted run of seven guarded words")).toEqual([]);
});
