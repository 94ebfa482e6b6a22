import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";

const ROOT = join(import.meta.dirname, "..");
const SOURCES = ["packages/*/src/**/*.ts", "apps/*/src/**/*.{ts,tsx}", "scripts/*.{ts,mjs}"];

/** Where an error gets its code: the property itself, or the first argument of the functions that take one. */
const CODE_PLACE = /(?:\bcode:|\bsurfaceError\(|\berrorVersion\()\s*([^,\n]*)/g;
/** What `unknown-${thing}` stands for in the check of names. */
const THINGS = ["lead", "preset"];

function listCodesInSources(): string[] {
  const files = globSync(SOURCES, {
    cwd: ROOT,
    exclude: (name) => /node_modules|\.test\.ts$|\.fixture\.ts$/.test(name),
  });
  const codes = files.flatMap((file) => {
    const source = readFileSync(join(ROOT, file), "utf8");
    return [...source.matchAll(CODE_PLACE)].flatMap(([, line]) => readCodes(line!));
  });
  return [...new Set(codes)].sort();
}

function readCodes(line: string): string[] {
  const literals = [...line.matchAll(/"([a-z]+(?:-[a-z]+)*)"/g)].map(([, code]) => code!);
  const prefixes = [...line.matchAll(/`([a-z]+-)\$\{thing\}`/g)].map(([, prefix]) => prefix!);
  return [...literals, ...prefixes.flatMap((prefix) => THINGS.map((thing) => `${prefix}${thing}`))];
}

function listDocumentedCodes(): string[] {
  const page = readFileSync(join(ROOT, "docs/errors.md"), "utf8");
  return [...page.matchAll(/^\| `([a-z-]+)` \|/gm)].map(([, code]) => code!);
}

test("docs/errors.md lists every error code of the sources, once, and no other", () => {
  const documented = listDocumentedCodes();
  expect([...documented].sort()).toEqual(listCodesInSources());
  expect(new Set(documented).size).toBe(documented.length);
});
