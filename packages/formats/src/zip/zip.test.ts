import { crc32 } from "node:zlib";
import fc from "fast-check";
import { zipSync } from "fflate";
import { describe, expect, test } from "vitest";
import { computeCrc32 } from "./crc32.ts";
import { expectRefusal } from "./expect-refusal.fixture.ts";
import { readZip } from "./read-zip.ts";
import { writeZip } from "./write-zip.ts";

const encode = (text: string) => new TextEncoder().encode(text);
const read = (bytes: Uint8Array) => readZip(bytes, "a.zip");

function viewOf(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
}

/** One entry, with its header in the directory changed by hand. */
function patchHeader(change: (view: DataView, headerAt: number) => void, name = "a.txt"): Uint8Array {
  const bytes = writeZip(new Map([[name, encode("content")]]), "a.zip");
  const view = viewOf(bytes);
  change(view, view.getUint32(bytes.length - 6, true));
  return bytes;
}

/** An entry under a name that `writeZip` would refuse. */
function zipUnder(...names: string[]): Uint8Array {
  return zipSync(Object.fromEntries(names.map((name) => [name, encode("content")])), { mtime: new Date(1980, 0, 1) });
}

function expectRefused(bytes: Uint8Array, code: string, why: RegExp): void {
  expectRefusal(() => read(bytes), { code, where: /^a\.zip/, why });
}

test("CRC-32 of the check string is the published one, and of any bytes that of another implementation", () => {
  expect(computeCrc32(encode("123456789"))).toBe(0xcbf43926);
  fc.assert(
    fc.property(fc.uint8Array(), (bytes) => {
      expect(computeCrc32(bytes)).toBe(crc32(bytes));
    }),
  );
});

test("what is packed comes back in its order, and the same entries give the same bytes", () => {
  const name = fc.stringMatching(/^[a-z0-9_é-]{1,8}(\/[a-z0-9_-]{1,8})?\.[a-z]{1,3}$/);
  const entries = fc.uniqueArray(fc.tuple(name, fc.uint8Array({ maxLength: 400 })), {
    selector: ([path]) => path.normalize("NFC"),
    maxLength: 6,
  });
  fc.assert(
    fc.property(entries, (list) => {
      const bytes = writeZip(new Map(list), "a.zip");
      expect([...read(bytes)]).toEqual(list);
      expect(writeZip(new Map(list), "a.zip")).toEqual(bytes);
    }),
  );
});

test("what would be packed more tightly than is read is stored, and nothing is lost", () => {
  const zeros = new Uint8Array(2 * 1024 * 1024);
  const bytes = writeZip(new Map([["zeros.bin", zeros]]), "a.zip");
  expect(bytes.length).toBeGreaterThan(zeros.length);
  expect(read(bytes).get("zeros.bin")).toEqual(zeros);
});

describe("refused is", () => {
  test.each([
    ["../a.txt", /leads out/],
    ["data/../../a.txt", /leads out/],
    ["/etc/passwd", /absolute/],
    ["C:/a.txt", /character/],
    ["..\\a.txt", /character/],
    ["data//a.txt", /empty part/],
    ["./a.txt", /empty part/],
    ["a\u0000.txt", /character/],
    ["folder/", /empty part/],
    ["a".repeat(241), /241 characters/],
  ])("an entry named %j", (name, why) => {
    expectRefused(zipUnder(name), "zip-entry-name", why);
  });

  test("a second entry of the same name, also where only upper and lower case differ", () => {
    expectRefused(zipUnder("a.txt", "A.txt"), "zip-entry-name", /same name/);
    const twice = zipUnder("a.txt", "b.txt");
    for (let i = 0; i < twice.length - 4; i++) if (twice[i] === 98 && twice[i + 1] === 46) twice[i] = 97;
    expectRefused(twice, "zip-entry-name", /same name/);
  });

  test("a symbolic link, a folder, a device", () => {
    for (const mode of [0o120777, 0o040755, 0o020644]) {
      const bytes = patchHeader((view, at) => view.setUint32(at + 38, (mode << 16) >>> 0, true));
      expectRefused(bytes, "zip-entry-kind", /a link, a folder or a device/);
    }
  });

  test("an encrypted entry, and one packed by another method", () => {
    expectRefused(
      patchHeader((view, at) => view.setUint16(at + 8, 1, true)),
      "zip-entry-kind",
      /encrypted/,
    );
    expectRefused(
      patchHeader((view, at) => view.setUint16(at + 10, 12, true)),
      "zip-entry-kind",
      /method 12/,
    );
  });

  test("a bomb: by the ratio of an entry, and by the total of all", () => {
    const bomb = zipSync({ "zeros.bin": new Uint8Array(2 * 1024 * 1024) }, { level: 9 });
    expectRefused(bomb, "zip-too-large", /at most 200-fold/);
    const large = patchHeader((view, at) => view.setUint32(at + 24, 0xffff_ffff, true));
    expectRefused(large, "zip-too-large", /4294967295 bytes unpacked/);
  });

  test("a bomb of entries that share their bytes", () => {
    const bytes = zipUnder("a.txt", "b.txt");
    const view = viewOf(bytes);
    const second = view.getUint32(bytes.length - 6, true) + 46 + 5;
    view.setUint32(second + 42, 0, true);
    expectRefused(bytes, "zip-malformed", /does not begin where the one before ends/);
  });

  test("too many entries", () => {
    const names = Array.from({ length: 1001 }, (_, i) => `${i}.txt`);
    expectRefused(zipUnder(...names), "zip-too-large", /1001 entries/);
  });

  test("a cut file, and bytes in front of it or behind it", () => {
    const bytes = zipUnder("a.txt");
    for (let length = 0; length < bytes.length; length++) expect(() => read(bytes.subarray(0, length))).toThrow();
    expectRefused(Uint8Array.of(0, ...bytes), "zip-malformed", /./);
    expectRefused(Uint8Array.of(...bytes, 0), "zip-malformed", /end/);
  });
});

test("what no reader may see is not written", () => {
  expect(() => writeZip(new Map([["../a", encode("a")]]), "a.zip")).toThrow(
    expect.objectContaining({ code: "zip-entry-name" }),
  );
});
