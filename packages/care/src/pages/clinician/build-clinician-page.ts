import { SOURCES, type SourceId } from "../../figures/source-catalog.ts";
import { assessIndication } from "../../indication/assess-indication.ts";
import type { ClinicalCase } from "../../journey/clinical-case.ts";
import { escapeHtml, markValue } from "../markup.ts";
import { buildAlternativesSection } from "./alternatives-section.ts";
import {
  buildFollowUpSection,
  buildPlanSection,
  buildPreparationSection,
  buildSummarySection,
} from "./care-sections.ts";
import { CLINICIAN_STYLE } from "./clinician-style.ts";
import { CLINICIAN_WORDS as WORDS } from "./clinician-words.ts";
import { buildBenefitSection, buildRiskSection } from "./evidence-sections.ts";
import { buildIndicationSection } from "./indication-section.ts";
import type { ClinicianReportOptions } from "./report-options.ts";
import { buildSection, paragraph } from "./table.ts";

/**
 * The clinician's report as one HTML page that needs nothing from outside itself, and prints.
 *
 * Numbers stand only in elements that say what they are: a figure or a rule with its source, a date, a count, a fact of the
 * patient, or what this model simulates. Without a kind of implant there are no risks, for they depend on it.
 */
export function buildClinicianPage(clinical: ClinicalCase, options: ClinicianReportOptions): string {
  const { variant, records } = clinical;
  const indication = assessIndication(records, options.asOf);
  const sections = [
    buildSummarySection(clinical, indication, options.plan),
    buildIndicationSection(indication),
    buildPlanSection(options.plan),
    buildPreparationSection(clinical, options),
    variant === undefined
      ? buildSection("risks", WORDS.risks, paragraph(WORDS.noImplant))
      : buildRiskSection({ records, device: variant.device, isUpgrade: variant.origin === "upgrade" }),
    buildBenefitSection(),
    buildAlternativesSection(options.plan),
    buildFollowUpSection(clinical, options),
  ].join("");
  return [
    `<!doctype html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n`,
    `<meta name="viewport" content="width=device-width, initial-scale=1">\n`,
    `<title>${escapeHtml(WORDS.title)}: ${escapeHtml(clinical.title)}</title>\n<style>${CLINICIAN_STYLE}</style>\n</head>\n`,
    `<body>\n<p class="notice" role="note">${escapeHtml(WORDS.notice)}</p>\n<main>\n`,
    `<h1>${markValue("fact", clinical.title)}</h1>\n`,
    `<p class="small">${WORDS.title}, ${markValue("date", options.asOf)}. ${WORDS.unconfirmed}</p>\n`,
    sections,
    buildSources(sections),
    "</main>\n</body>\n</html>\n",
  ].join("");
}

/** The publications behind every value on the page, each once. */
function buildSources(sections: string): string {
  const ids = new Set([...sections.matchAll(/data-source="([^"]+)"/g)].map(([, id]) => id as SourceId));
  const items = [...ids].sort().map((id) => `<li>${markValue("source", `${id}: ${SOURCES[id].citation}`, id)}</li>\n`);
  return `<section id="sources" class="small">\n<h2>${WORDS.sources}</h2>\n<ul class="columns">\n${items.join("")}</ul>\n</section>\n`;
}
