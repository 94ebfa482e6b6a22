import { readFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { expectRefusal } from "../zip/expect-refusal.fixture.ts";
import { readZip } from "../zip/read-zip.ts";
import { writeZip } from "../zip/write-zip.ts";
import { buildBundleJsonSchema } from "./bundle-manifest.ts";
import type { CaseBundle } from "./case-bundle.ts";
import { readBundle } from "./read-bundle.ts";
import { writeBundle } from "./write-bundle.ts";

const encode = (text: string) => new TextEncoder().encode(text);
const read = (bytes: Uint8Array) => readBundle(bytes, "a.tributary");

const BUNDLE: CaseBundle = {
  programVersion: "0.1.0",
  caseFile: encode('{ "version": 1 }\n'),
  data: new Map([
    ["../meshes/heart.vtp", encode("<VTKFile/>")],
    ["C:\\ecg\\heart.vtp", encode("I,II\n")],
  ]),
  events: encode('{"kind":"opened"}\n'),
  results: new Map([["plan.json", encode("{}")]]),
};

/** Unpacks a bundle, changes its entries, and packs them again as a valid ZIP file. */
function repack(change: (entries: Map<string, Uint8Array>) => void): Uint8Array {
  const entries = readZip(writeBundle(BUNDLE), "a.tributary");
  change(entries);
  return writeZip(entries, "a.tributary");
}

function repackManifest(change: (manifest: Record<string, unknown>) => void): Uint8Array {
  return repack((entries) => {
    const manifest = JSON.parse(new TextDecoder().decode(entries.get("manifest.json")));
    change(manifest);
    entries.set("manifest.json", encode(JSON.stringify(manifest)));
  });
}

function expectRefused(bytes: Uint8Array, code: string, why: RegExp): void {
  expectRefusal(() => read(bytes), { code, where: /^a\.tributary/, why });
}

test("the published schema of the manifest is the committed file", () => {
  const path = join(import.meta.dirname, "../../schema", "bundle-1.schema.json");
  // On failure run packages/formats/schema/write-bundle-schema.ts; a changed meaning needs a new version.
  expect(JSON.parse(readFileSync(path, "utf8"))).toEqual(buildBundleJsonSchema());
});

test("a bundle comes back as it was, under names that a file system could not take, and gives the same bytes again", () => {
  const bytes = writeBundle(BUNDLE);
  expect(read(bytes)).toEqual(BUNDLE);
  expect(writeBundle(read(bytes))).toEqual(bytes);
  expect([...readZip(bytes, "a").keys()]).toEqual([
    "manifest.json",
    "case.json",
    "data/1-heart.vtp",
    "data/2-heart.vtp",
    "events.jsonl",
    "results/plan.json",
  ]);
});

test("any bundle comes back as it was", () => {
  const content = fc.uint8Array({ maxLength: 200 });
  const named = (name: fc.Arbitrary<string>) =>
    fc.uniqueArray(fc.tuple(name, content), { selector: ([path]) => path, maxLength: 4 }).map((list) => new Map(list));
  const bundle: fc.Arbitrary<CaseBundle> = fc.record({
    programVersion: fc.constant("0.1.0"),
    caseFile: content,
    data: named(fc.string({ minLength: 1, maxLength: 30 })),
    events: fc.option(content, { nil: undefined }),
    results: named(fc.stringMatching(/^[a-z]{1,8}\.json$/)),
  });
  fc.assert(
    fc.property(bundle, (value) => {
      expect(read(writeBundle(value))).toEqual(value);
    }),
  );
});

test("every flipped byte is found, or changes nothing of the bundle", () => {
  const bytes = writeBundle(BUNDLE);
  const unseen = new Set<number>();
  for (let at = 0; at < bytes.length; at++) {
    for (const mask of [0x01, 0x80, 0xff]) {
      const changed = bytes.slice();
      changed[at] = changed[at]! ^ mask;
      let result: CaseBundle;
      try {
        result = read(changed);
      } catch (error) {
        expect(error).toMatchObject({ code: expect.stringMatching(/^(zip|bundle)-/) });
        continue;
      }
      expect(result).toEqual(BUNDLE);
      unseen.add(at);
    }
  }
  // Unseen are times, versions and attributes, which ZIP carries and the bundle does not: no more than ZIP's own fields.
  const entryCount = readZip(bytes, "a").size;
  expect(unseen.size).toBeLessThanOrEqual(entryCount * (30 + 46) + 22);
});

test("random corruption of several bytes is found, or changes nothing", () => {
  const bytes = writeBundle(BUNDLE);
  const change = fc.tuple(fc.nat(bytes.length - 1), fc.nat(255));
  fc.assert(
    fc.property(fc.array(change, { minLength: 1, maxLength: 20 }), (changes) => {
      const changed = bytes.slice();
      for (const [at, value] of changes) changed[at] = value;
      let result: CaseBundle | undefined;
      try {
        result = read(changed);
      } catch (error) {
        expect(error).toMatchObject({ code: expect.stringMatching(/^(zip|bundle)-/) });
      }
      if (result) expect(result).toEqual(BUNDLE);
    }),
    { numRuns: 1000 },
  );
});

describe("refused is a bundle", () => {
  test("with an entry that is missing, changed or not in the manifest", () => {
    expectRefused(
      repack((entries) => entries.delete("data/1-heart.vtp")),
      "bundle-entry-wrong",
      /does not hold it/,
    );
    expectRefused(
      repack((entries) => entries.set("case.json", encode('{ "version": 2 }\n'))),
      "bundle-entry-wrong",
      /SHA-256/,
    );
    expectRefused(
      repack((entries) => entries.set("case.json", encode("{}"))),
      "bundle-entry-wrong",
      /2 bytes; the manifest says 17/,
    );
    expectRefused(
      repack((entries) => entries.set("results/more.json", encode("{}"))),
      "bundle-entry-wrong",
      /does not list it/,
    );
  });

  test("without a manifest, or with one that is none", () => {
    expectRefused(
      repack((entries) => entries.delete("manifest.json")),
      "bundle-manifest-wrong",
      /there is none/,
    );
    expectRefused(
      repack((entries) => entries.set("manifest.json", encode("{"))),
      "bundle-manifest-wrong",
      /JSON/,
    );
    expectRefused(
      repackManifest((manifest) => Object.assign(manifest, { more: 1 })),
      "bundle-manifest-wrong",
      /more/,
    );
    expectRefused(
      repackManifest((manifest) => Object.assign(manifest, { entries: [] })),
      "bundle-manifest-wrong",
      /entries/,
    );
  });

  test("of a newer version, before anything else is said of its manifest", () => {
    const newer = repackManifest((manifest) => Object.assign(manifest, { version: 2, more: 1 }));
    expectRefused(newer, "bundle-version-newer", /version 2; this program reads version 1/);
  });

  test("that lists an entry twice, or two files under one name", () => {
    const twice = repackManifest(({ entries }) => (entries as unknown[]).push((entries as unknown[])[0]));
    expectRefused(twice, "bundle-manifest-wrong", /twice/);
    const same = repackManifest(({ entries }) =>
      Object.assign((entries as object[])[2]!, { namedInCase: "../meshes/heart.vtp" }),
    );
    expectRefused(same, "bundle-manifest-wrong", /no other entry has/);
  });
});
