import { describe, expect, test } from "vitest";
import { drawBullsEye } from "../figures/draw-bulls-eye.ts";
import { drawLineFigure } from "../figures/draw-line-figure.ts";
import { buildReportPage } from "./build-report-page.ts";

const picture = drawBullsEye({
  values: Array.from({ length: 17 }, (_, i) => i),
  title: "Segments",
  label: "Time",
  unit: "ms",
  hatched: { segments: [1], label: "scar" },
});
const lines = drawLineFigure({
  kind: "lines",
  title: "Lines",
  xLabel: "x, mm",
  yLabel: "y, ms",
  series: [{ name: "a", x: [0, 1], y: [0, 1] }],
});
const page = {
  title: 'Case <1> & "two"',
  subtitle: "<script>alert(1)</script>",
  sections: [
    {
      heading: "A < B",
      paragraphs: ["x & y"],
      figures: [{ picture }, { picture: lines, caption: "Caption <i>" }],
      tables: [{ caption: "Measures", columns: ["Measure", "Value, ms"], rows: [["<td>", "12"]], numberColumns: [1] }],
    },
  ],
  assumptions: [{ text: "Speed 0.6 mm/ms", source: "assumed" }],
  sources: ["Author & al., Journal 2020"],
  provenance: ["Tributary 0.1.0"],
};
const html = buildReportPage(page);

describe("report page", () => {
  test("escapes every text", () => {
    expect(html).not.toContain("<script");
    expect(html).not.toContain("<i>");
    expect(html).toContain("<title>Case &lt;1&gt; &amp; &quot;two&quot;</title>");
    expect(html).toContain("<h2>A &lt; B</h2>");
    expect(html).toContain("&lt;td&gt;");
    expect(html).toContain("Author &amp; al.");
  });

  test("carries the notice at the top, at the end and on each printed page", () => {
    const notice = "Research, planning and training use; not for diagnosis or live care";
    const body = html.slice(html.indexOf("<body>"));
    expect(body.indexOf(notice)).toBeLessThan(body.indexOf("<h1>"));
    expect(html).toContain(`@bottom-left { content: "${notice}"`);
    expect(html).toMatch(new RegExp(`<footer>\\s*<p>${notice}`));
  });

  test("every picture has a text for those who do not see it and a table of the same information", () => {
    expect(html.match(/<figure>/g)!.length).toBe(2);
    expect(html.match(/role="img" aria-label="[^"]{20,}"/g)!.length).toBe(2);
    expect(html.match(/<details>/g)!.length).toBe(2);
    expect(html).toContain("17 apex");
  });

  test("pictures come first, then tables, assumptions and sources", () => {
    const places = ["<figure>", "<caption>Measures", ">Assumptions<", ">Sources<"].map((text) => html.indexOf(text));
    expect(places).toEqual([...places].sort((a, b) => a - b));
    expect(places[0]).toBeGreaterThan(0);
  });

  test("needs nothing from outside itself and is the same bytes twice", () => {
    expect(html).not.toMatch(/(?:src|href)="(?!#|data:)/);
    expect(html).not.toMatch(/@import|url\((?!#|data:)/);
    expect(buildReportPage(page)).toBe(html);
  });

  test("no id appears twice", () => {
    const ids = [...html.matchAll(/ id="([^"]+)"/g)].map((match) => match[1]);
    expect(new Set(ids).size).toBe(ids.length);
  });

  test("an answer, its facts and a warning stand before the contents, escaped", () => {
    const told = buildReportPage({
      ...page,
      banner: "Careful <b>",
      answer: "Put it here & now",
      facts: [{ label: "Place", value: "<here>", note: "or there" }],
    });
    const places = ["Careful &lt;b&gt;", "Put it here &amp; now", "&lt;here&gt;", "<h2>"].map((text) =>
      told.indexOf(text),
    );
    expect(places).toEqual([...places].sort((a, b) => a - b));
    expect(places[0]).toBeGreaterThan(0);
  });

  test("tables of pictures at the end of the paper are folded on the screen all the same", () => {
    const told = buildReportPage({ ...page, printedTables: "at the end" });
    expect(told.match(/<details class="on-screen">/g)!.length).toBe(2);
    const end = told.slice(told.indexOf('class="on-paper"'));
    expect(end.match(/<table/g)!.length).toBe(2);
    expect(end).toContain("17 apex");
  });
});
