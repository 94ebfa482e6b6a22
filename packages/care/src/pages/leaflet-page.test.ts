import { describe, expect, test } from "vitest";
import { SOURCES } from "../figures/source-catalog.ts";
import type { ClinicalCase } from "../journey/clinical-case.ts";
import { buildCaseLeaflet } from "../journey/leaflet-of-case.ts";
import { LEAFLET_SECTIONS } from "../leaflet/message-file.ts";
import type { Language } from "../leaflet/readability.ts";
import { DEFAULT_SITE_POLICY } from "../preparation/site-policy.ts";
import { buildLeafletPage } from "./build-leaflet-page.ts";
import { stripValues } from "./strip-values.fixture.ts";
import { THREE_PATIENTS } from "./three-patients.fixture.ts";

function build(clinical: ClinicalCase, language: Language, worries: readonly string[] = []): string {
  const leaflet = buildCaseLeaflet(clinical, {
    language,
    asOf: "2027-03-30",
    policy: DEFAULT_SITE_POLICY,
    jurisdiction: "EU",
    contacts: { emergencyNumber: "112", clinicPhone: "030 1234" },
    worries,
    plan: undefined,
  });
  return buildLeafletPage(leaflet);
}

const PAGES = THREE_PATIENTS.flatMap((clinical) =>
  (["en", "de"] as const).map((language) => [`${clinical.id}, ${language}`, build(clinical, language)] as const),
);

describe.each(PAGES)("the leaflet page, %s", (_name, html) => {
  test("has no digit outside a figure, a date, a count, a fact, a contact or a source", () => {
    expect(stripValues(html)).not.toMatch(/\d/);
  });

  test("every source resolves, and every source of a figure is listed", () => {
    const ids = [...html.matchAll(/data-source="([^"]+)"/g)].map(([, id]) => id!);
    expect(ids.length).toBeGreaterThan(0);
    for (const id of ids) expect(SOURCES).toHaveProperty(id);
    const used = [...html.matchAll(/data-value="figure" data-source="([^"]+)"/g)].map(([, id]) => id!);
    for (const id of used) expect(html).toContain(`data-value="source" data-source="${id}"`);
  });

  test("has every section with its question back, and says that no clinician has checked it", () => {
    for (const id of LEAFLET_SECTIONS) expect(html).toContain(`<section id="${id}">`);
    expect(html.match(/class="teach-back"/g)).toHaveLength(LEAFLET_SECTIONS.length);
    expect(html).toMatch(/<strong>(Not checked by a clinician|Nicht von einer)/);
  });

  test("holds no simulated benefit, no script, and nothing from outside itself", () => {
    expect(stripValues(html)).not.toMatch(/simul|activation time|dP\/dt|stroke work|resynchroni|Vorhersage|berechnet/i);
    expect(html).not.toMatch(/<script|(?:src|href)=|@import|url\(/);
  });
});

describe("the leaflet page", () => {
  test("escapes the patient's own words", () => {
    const html = build(THREE_PATIENTS[0]!, "en", ["Will <b>it</b> hurt at 80?"]);
    expect(html).toContain("Will &lt;b&gt;it&lt;/b&gt; hurt at 80?");
    expect(stripValues(html)).not.toMatch(/\d/);
  });

  test("holds the same drugs in both languages, and none that no prescriber has confirmed", () => {
    for (const language of ["en", "de"] as const) {
      const html = build(THREE_PATIENTS[0]!, language);
      expect(html).toContain("dapagliflozin");
      expect(html).not.toContain("apixaban");
    }
  });
});
