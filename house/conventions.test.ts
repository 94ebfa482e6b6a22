import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";

const ROOT = join(import.meta.dirname, "..");
const FILES = globSync("{packages,apps,validation,bench,examples,scripts}/**/*.{ts,tsx}", {
  cwd: ROOT,
  exclude: (name) => name.includes("node_modules"),
});

/** Lines of the sources that a pattern matches, as "file:line". */
function listLines(pattern: RegExp, isExempt: (file: string) => boolean = () => false): string[] {
  return FILES.filter((file) => !isExempt(file)).flatMap((file) =>
    readFileSync(join(ROOT, file), "utf8")
      .split("\n")
      .flatMap((line, i) => (pattern.test(line) ? [`${file}:${i + 1}`] : [])),
  );
}

describe("conventions of the sources", () => {
  test("a constant carries its unit spelled as in field names: EDGE_RANGE_mm, not EDGE_RANGE_MM", () => {
    expect(listLines(/\b(?:const|type) [A-Z][A-Z0-9_]*_(?:MM|MS|RAD|DEG|AB|RT|ML|PX|US|PER_M[MS])\b/)).toEqual([]);
  });

  test("degrees and radians change into each other in units/convert.ts only", () => {
    const isConverter = (file: string) => file.endsWith(join("units", "convert.ts"));
    expect(listLines(/Math\.PI\)? \/ 180\b|\* 180\)? \/ Math\.PI/, isConverter)).toEqual([]);
  });

  test("identifiers and words are spelled the American way", () => {
    expect(listLines(/[Cc]olour|[Ff]ibre|[Nn]eighbour|[Ll]abelled|\b[Cc]entres?\b|\b[Gg]rey\b|[Bb]ehaviour/)).toEqual(
      [],
    );
  });
});
