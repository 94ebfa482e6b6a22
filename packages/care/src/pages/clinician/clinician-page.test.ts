import { describe, expect, test } from "vitest";
import { createSamplePlan } from "../../../../report/src/reports/sample-plan.fixture.ts";
import { assessRisks } from "../../evidence/assess-risks.ts";
import { compareAlternatives } from "../../evidence/compare-alternatives.ts";
import { SOURCES } from "../../figures/source-catalog.ts";
import type { ClinicalCase } from "../../journey/clinical-case.ts";
import { CORRECTIONS } from "../../journey/corrections.ts";
import { DEFAULT_SITE_POLICY } from "../../preparation/site-policy.ts";
import { stripValues } from "../strip-values.fixture.ts";
import { THREE_PATIENTS } from "../three-patients.fixture.ts";
import { buildClinicianPage } from "./build-clinician-page.ts";
import * as words from "./clinician-words.ts";

const OPTIONS = { asOf: "2027-03-30", policy: DEFAULT_SITE_POLICY, jurisdiction: "EU" } as const;
const build = (clinical: ClinicalCase, plan = createSamplePlan() as ReturnType<typeof createSamplePlan> | undefined) =>
  buildClinicianPage(clinical, { ...OPTIONS, plan });
const sectionOf = (html: string, id: string) => html.split(`<section id="${id}"`)[1]!.split("</section>")[0]!;

describe.each(THREE_PATIENTS.map((clinical) => [clinical.id, clinical] as const))("the report on %s", (_, clinical) => {
  const html = build(clinical);

  test("has no digit outside a figure, a rule, a date, a count, a fact, a source or a simulated value", () => {
    expect(stripValues(html)).not.toMatch(/\d/);
  });

  test("every source resolves, and every source that is used is listed", () => {
    const ids = [...html.matchAll(/data-source="([^"]+)"/g)].map(([, id]) => id!);
    expect(ids.length).toBeGreaterThan(100);
    for (const id of ids) expect(SOURCES).toHaveProperty(id);
    const listed = sectionOf(html, "sources");
    for (const id of ids) expect(listed).toContain(`data-source="${id}"`);
  });

  test("has every section, five guidelines, and needs nothing from outside itself", () => {
    for (const id of ["summary", "indication", "preparation", "risks", "benefits", "alternatives", "follow-up"]) {
      expect(html).toContain(`<section id="${id}">`);
    }
    const named = [...sectionOf(html, "indication").matchAll(/<th scope="row"><span data-value="source"[^>]*>(\w+)/g)];
    expect(named.map(([, name]) => name)).toEqual(["ESC21", "HRS23", "AHA22", "CCS17", "TA314"]);
    expect(html).not.toMatch(/<script|(?:src|href)=|@import|url\(/);
  });

  test("risks have one denominator, and each count its icons", () => {
    const risks = sectionOf(html, "risks");
    const { device, origin } = clinical.variant!;
    const { denominator, rows } = assessRisks(
      { records: clinical.records, device, isUpgrade: origin === "upgrade" },
      "clinician",
    );
    const outOf = [...risks.matchAll(/ of <span data-value="count">(\d+)</g)].map(([, total]) => Number(total));
    expect(new Set(outOf)).toEqual(new Set([denominator]));
    const drawn = [...risks.matchAll(/data-count="(\d+)"/g)].map(([, count]) => Number(count));
    const counted = rows.flatMap(({ people }) => (people === undefined ? [] : [people]));
    expect(drawn).toEqual(counted.map((people) => (people.kind === "people" ? people.count : 0)));
    expect(drawn.length).toBeGreaterThan(5);
  });

  test("a cell of the matrix that nobody reported holds no number", () => {
    const matrix = sectionOf(html, "alternatives");
    const silent = [...matrix.matchAll(/<td class="silent">([^<]*)<\/td>/g)].map(([, text]) => text!);
    expect(silent.length).toBe(
      compareAlternatives().rows.flatMap(({ cells }) => cells.filter((cell) => cell === undefined)).length,
    );
    for (const text of silent) expect(text).not.toMatch(/\d/);
  });
});

describe("what this model simulates", () => {
  test("stands in a column of its own that says it predicts no outcome, with its spread", () => {
    const matrix = sectionOf(build(THREE_PATIENTS[0]!), "alternatives");
    expect(matrix).toContain('<th scope="col">this model, not a prediction of outcome</th>');
    const cells = [...matrix.matchAll(/<td class="model">(.*?)<\/td>/g)].map(([, cell]) => cell!);
    expect(cells.filter((cell) => cell !== "").length).toBe(7);
    for (const cell of cells.filter((text) => text !== "")) expect(cell).toMatch(/\d+ \(\d+ to \d+\) ms/);
    expect(matrix.replaceAll(/<td class="model">.*?<\/td>/g, "")).not.toContain('data-value="simulated"');
  });

  test("is absent without a plan, and never beside the trials", () => {
    const without = buildClinicianPage(THREE_PATIENTS[0]!, { ...OPTIONS, plan: undefined });
    expect(without).not.toContain('data-value="simulated"');
    expect(without).toContain("No plan was given with this report.");
    expect(sectionOf(build(THREE_PATIENTS[0]!), "benefits")).not.toContain("simulated");
  });
});

test("both arms of a trial have one denominator", () => {
  const rows = sectionOf(build(THREE_PATIENTS[0]!), "benefits").split("</tr>");
  const withArms = rows.filter((row) => (row.match(/data-count=/g) ?? []).length > 0);
  expect(withArms.length).toBeGreaterThan(5);
  for (const row of withArms) {
    expect(row.match(/data-count=/g)).toHaveLength(2);
    expect(new Set([...row.matchAll(/ of <span data-value="count">(\d+)</g)].map(([, total]) => total)).size).toBe(1);
  }
});

test("every correction of what is often said stands at its station", () => {
  const html = buildClinicianPage(THREE_PATIENTS[0]!, { ...OPTIONS, plan: undefined });
  for (const { instead } of CORRECTIONS) expect(html).toContain(instead);
});

test("the words of the report hold no digit", () => {
  expect(JSON.stringify(words)).not.toMatch(/\d/);
});
