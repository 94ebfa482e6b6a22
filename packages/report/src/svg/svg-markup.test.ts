import fc from "fast-check";
import { expect, test } from "vitest";
import { findMarkupError } from "./find-markup-error.fixture.ts";
import { element, escapeText, formatCoordinate, pathData } from "./svg-markup.ts";

test("escapes what XML and HTML give a meaning to", () => {
  expect(escapeText(`<a href="x">'&'</a>`)).toBe("&lt;a href=&quot;x&quot;&gt;&#39;&amp;&#39;&lt;/a&gt;");
});

test("replaces characters that XML forbids", () => {
  expect(escapeText("a\u0000b\uD800c\uFFFFd\te")).toBe("a\uFFFDb\uFFFDc\uFFFDd\te");
});

test("any text at all gives a well-formed element, in content and in attributes", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary" }), (text) => {
      expect(findMarkupError(element("text", { title: text }, escapeText(text)))).toBeUndefined();
    }),
  );
});

test("leaves out undefined attributes and closes an element without children", () => {
  expect(element("rect", { x: 1.005, fill: undefined })).toBe(`<rect x="1"/>`);
});

test("writes coordinates with two decimals and no minus zero", () => {
  expect([1 / 3, -0.001, 2, 1e-9].map(formatCoordinate)).toEqual(["0.33", "0", "2", "0"]);
});

test("writes a closed path", () => {
  expect(pathData([0, 0, 10, 0, 10, 5.5], true)).toBe("M0 0L10 0L10 5.5Z");
});

test("the test's own judge finds what is wrong", () => {
  for (const bad of [
    "<a><b></a></b>",
    "<a x=1/>",
    "<a>&nbsp;</a>",
    "<a/><a/>",
    `<a x="1" x="2"/>`,
    "<a>",
    "<a>x < y</a>",
  ]) {
    expect(findMarkupError(bad), bad).toBeDefined();
  }
});
