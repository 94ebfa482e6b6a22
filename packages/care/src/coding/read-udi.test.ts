import { expect, test } from "vitest";
import { encodeUdi, printUdi, readUdi } from "./read-udi.ts";

// 00844588003288 is the example of the FDA's guidance on UDI; its check digit by hand: 3*(0+8+4+8+0+3+8) + (0+4+5+8+0+2)
// with weights 3, 1, 3, ... from the left is 112, and 112 + 8 = 120.
const PRINTED = "(01)00844588003288(17)141100(10)7654321D(21)10987654d321";
const CODED = "010084458800328817141100107654321D\u001d2110987654d321";

test("a printed UDI and the one a scanner reads are one", () => {
  expect(encodeUdi(PRINTED, "box")).toBe(CODED);
  expect(printUdi(CODED, "box")).toBe(PRINTED);
  expect(readUdi(CODED, "box")).toEqual(readUdi(PRINTED, "box"));
});

test("day 00 is the last of its month", () => {
  expect(readUdi(PRINTED, "box")).toEqual({
    issuer: "GS1",
    deviceIdentifier: "00844588003288",
    expires: "2014-11-30",
    lot: "7654321D",
    serial: "10987654d321",
  });
  expect(readUdi("(01)00844588003288(11)240200", "box").manufactured).toBe("2024-02-29");
});

test.each([
  ["a wrong check digit", "(01)00844588003287", "should be 8"],
  ["no device identifier", "(17)141100", "no device identifier"],
  ["a month that does not exist", "(01)00844588003288(17)141300", "no day"],
  ["a short identifier", "(01)0084458800328", "needed 14"],
  ["a lot of 21 characters", `(01)00844588003288(10)${"x".repeat(21)}`, "1 to 20"],
  ["a field that is not known", "(01)00844588003288(99)1", "(99)"],
])("%s is refused", (_, text, why) => {
  expect(() => readUdi(text, "box")).toThrowError(
    expect.objectContaining({ code: "bad-udi", why: expect.stringContaining(why) }),
  );
});

test("the other issuers are told apart by their first character", () => {
  expect(readUdi("+A99912345/$$3", "box")).toEqual({ issuer: "HIBCC", deviceIdentifier: "+A99912345" });
  expect(readUdi("=/A9999XYZ100T0944=,000025", "box").issuer).toBe("ICCBBA");
});
