import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { decodeBase64, encodeBase64 } from "./base64.ts";
import { formatNumber } from "./byte-builder.ts";
import { checkFileSize, MAX_FILE_BYTES } from "./format-error.ts";
import { parseNumber } from "./parse-number.ts";
import { decodeScalars, encodeScalars } from "./scalar-type.ts";
import { bytesOf, errorOf, textOf } from "./test-helpers.fixture.ts";

function parse(text: string): number | undefined {
  const bytes = bytesOf(text);
  return parseNumber(bytes, 0, bytes.length);
}

describe("numbers in text", () => {
  test("every double comes back from its shortest text to the last bit", () => {
    fc.assert(
      fc.property(fc.double(), (value) => {
        expect(parse(formatNumber(value))).toBe(value);
      }),
    );
  });

  test("decimals of any length are rounded as the host rounds them", () => {
    const digits = fc.stringMatching(/^-?\d{1,20}(\.\d{0,25})?$/);
    fc.assert(
      fc.property(digits, (text) => {
        expect(parse(text)).toBe(Number(text));
      }),
    );
  });

  test("other programs' spellings are known, and what is no number is none", () => {
    expect(["1.", ".5", "+2", "1e3", "-1.5D-2", "007"].map(parse)).toEqual([1, 0.5, 2, 1000, -0.015, 7]);
    expect(["nan", "-nan(ind)", "1.#QNAN"].map(parse)).toEqual([Number.NaN, Number.NaN, Number.NaN]);
    expect(["inf", "-Infinity", "1.#INF"].map(parse)).toEqual([Infinity, -Infinity, Infinity]);
    expect(["", "-", ".", "1e", "0x10", "1,5", "1.2.3", "one", "--1", "9".repeat(401)].map(parse)).toEqual(
      Array(10).fill(undefined),
    );
  });
});

describe("base64", () => {
  test("bytes come back, also with line ends in between and other units behind", () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 40 }), fc.uint8Array({ maxLength: 40 }), (first, second) => {
        const broken = textOf(encodeBase64(first)).replace(/(.{5})/g, "$1\n");
        const text = bytesOf(broken + textOf(encodeBase64(second)));
        const unit = decodeBase64(text, 0, text.length, first.length);
        expect([...unit.data]).toEqual([...first]);
        expect([...decodeBase64(text, unit.next, text.length, second.length).data]).toEqual([...second]);
      }),
    );
  });

  test("agrees with the host's own", () => {
    fc.assert(
      fc.property(fc.uint8Array(), (bytes) => {
        expect(textOf(encodeBase64(bytes))).toBe(Buffer.from(bytes).toString("base64"));
      }),
    );
  });
});

describe("binary numbers", () => {
  test("come back in both byte orders", () => {
    fc.assert(
      fc.property(fc.float64Array(), fc.boolean(), (values, littleEndian) => {
        expect(decodeScalars(encodeScalars(values, littleEndian), "float64", littleEndian, "here")).toEqual(values);
      }),
    );
  });

  test("64-bit integers beyond 2^53 are refused, not rounded", () => {
    const bytes = new Uint8Array(16);
    new DataView(bytes.buffer).setBigInt64(8, 2n ** 53n, true);
    const error = errorOf(() => decodeScalars(bytes, "int64", true, "a.vtp, array id"));
    expect(error).toMatchObject({ code: "integer-too-large", where: "a.vtp, array id, value 1" });
  });
});

test("a 2 GB file is refused from its size alone", () => {
  const error = errorOf(() => checkFileSize("huge.vtu", 2 * 2 ** 30));
  expect(error).toMatchObject({ code: "file-too-large", where: "huge.vtu" });
  expect(error.why).toBe("2048 MiB; at most 512 MiB are read");
  expect(checkFileSize("large.vtu", MAX_FILE_BYTES)).toBeUndefined();
});
