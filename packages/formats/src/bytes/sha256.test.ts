import { createHash } from "node:crypto";
import fc from "fast-check";
import { expect, test } from "vitest";
import { computeSha256 } from "./sha256.ts";

const encode = (text: string) => new TextEncoder().encode(text);

// Examples of NIST for FIPS 180-4, and the empty message.
test.each([
  ["", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"],
  ["abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"],
  [
    "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq",
    "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1",
  ],
])("SHA-256 of %j is the published one", (text, digest) => {
  expect(computeSha256(encode(text))).toBe(digest);
});

test("SHA-256 of any bytes, also within a larger array, is that of another implementation", () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 300 }), fc.nat(20), (bytes, offset) => {
      const part = bytes.subarray(Math.min(offset, bytes.length));
      expect(computeSha256(part)).toBe(createHash("sha256").update(part).digest("hex"));
    }),
  );
});
