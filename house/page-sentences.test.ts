import { existsSync, globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { CORRECTIONS, LEAFLET_SECTIONS, SOURCES } from "../packages/care/src/index.ts";
import { buildSentencesPage, readSentences, SENTENCES_PAGE } from "../scripts/describe-sentences.ts";

const ROOT = join(import.meta.dirname, "..");
const SENTENCES = readSentences();
/** Sentences of the page, headings left out and run-together ones taken apart. */
const SENTENCE_COUNT = 42;

test("every sentence of the page is there, once", () => {
  expect(SENTENCES.map(({ number }) => number)).toEqual(Array.from({ length: SENTENCE_COUNT }, (_, i) => i + 1));
  expect(new Set(SENTENCES.map(({ hash }) => hash)).size).toBe(SENTENCE_COUNT);
  for (const { hash } of SENTENCES) expect(hash).toMatch(/^[0-9a-f]{16}$/);
});

test("every command that shows one exists, and every section of a page", () => {
  const sources = globSync("apps/cli/src/commands/*.ts", { cwd: ROOT }).map((file) =>
    readFileSync(join(ROOT, file), "utf8"),
  );
  const commands = sources.flatMap((source) => /\bname: "([a-z-]+)"/.exec(source)?.[1] ?? []);
  for (const place of SENTENCES.flatMap(({ shown }) => shown)) {
    const [command, section] = place.split("#");
    expect(commands).toContain(command);
    if (section !== undefined) expect(LEAFLET_SECTIONS).toContain(section);
  }
  for (const { shown } of SENTENCES) expect(shown.length).toBeGreaterThan(0);
});

test("every file and test that keeps one exists", () => {
  for (const { files, tests } of SENTENCES) {
    expect(files.length * tests.length).toBeGreaterThan(0);
    for (const file of files) expect(existsSync(join(ROOT, file)), file).toBe(true);
    for (const { file, name } of tests) expect(readFileSync(join(ROOT, file), "utf8"), file).toContain(name);
  }
});

test("every correction belongs to a sentence, and has a source", () => {
  const named = new Set(SENTENCES.flatMap(({ correction }) => correction ?? []));
  expect([...named].sort()).toEqual(CORRECTIONS.map(({ id }) => id).sort());
  for (const { sourceId } of CORRECTIONS) expect(SOURCES[sourceId].citation).not.toBe("");
});

test("docs/sentences.md is what the table gives; else run: node scripts/describe-sentences.ts", () => {
  expect(readFileSync(SENTENCES_PAGE, "utf8")).toBe(buildSentencesPage());
});
