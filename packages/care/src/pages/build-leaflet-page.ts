import { formatNumber } from "../figures/figure.ts";
import { SOURCES, type SourceId } from "../figures/source-catalog.ts";
import type { Leaflet, LeafletSection, LeafletSentence } from "../leaflet/build-leaflet.ts";
import type { LeafletPart } from "../leaflet/leaflet-part.ts";
import { LEAFLET_STYLE } from "./leaflet-style.ts";
import { escapeHtml, markValue } from "./markup.ts";

/**
 * The patient's version as one HTML page that needs nothing from outside itself, and prints.
 *
 * Every number stands in an element of its own that says what it is: a published figure with its source, a date, a count,
 * a fact of the patient, a contact.
 */
export function buildLeafletPage(leaflet: Leaflet): string {
  const { language, title, notice, notChecked, sections, page } = leaflet;
  return [
    `<!doctype html>\n<html lang="${language}">\n<head>\n<meta charset="utf-8">\n`,
    `<meta name="viewport" content="width=device-width, initial-scale=1">\n<title>${escapeHtml(title)}</title>\n`,
    `<style>${LEAFLET_STYLE}</style>\n</head>\n<body>\n`,
    `<p class="notice" role="note">${notChecked === undefined ? "" : `<strong>${escapeHtml(notChecked)}</strong>`}`,
    `${escapeHtml(notice)}</p>\n<main>\n<h1>${escapeHtml(title)}</h1>\n`,
    ...sections.map((section) => buildSection(section, page.teachBack)),
    buildValues(leaflet),
    buildWorries(leaflet),
    buildSources(leaflet),
    buildReadability(leaflet),
    "</main>\n</body>\n</html>\n",
  ].join("");
}

function buildSection({ id, title, sentences, teachBack }: LeafletSection, heading: string): string {
  return [
    `<section id="${id}">\n<h2>${escapeHtml(title)}</h2>\n`,
    ...groupSentences(sentences).map(buildGroup),
    `<p class="teach-back"><b>${escapeHtml(heading)}</b>${escapeHtml(teachBack)}</p>\n</section>\n`,
  ].join("");
}

/** Neighbors of one kind: a paragraph, or a list. */
export function groupSentences(sentences: readonly LeafletSentence[]): LeafletSentence[][] {
  const groups: LeafletSentence[][] = [];
  for (const sentence of sentences) {
    const last = groups.at(-1);
    if (last?.[0]?.isListItem === sentence.isListItem) last.push(sentence);
    else groups.push([sentence]);
  }
  return groups;
}

function buildGroup(group: readonly LeafletSentence[]): string {
  const written = group.map(({ parts }) => parts.map(writePart).join(""));
  if (group[0]?.isListItem) return `<ul>\n${written.map((item) => `<li>${item}</li>\n`).join("")}</ul>\n`;
  return `<p>${written.join(" ")}</p>\n`;
}

function writePart(part: LeafletPart): string {
  switch (part.kind) {
    case "text":
    case "name":
      return escapeHtml(part.text);
    case "figure":
      return markValue("figure", part.text, part.figure.sourceId);
    default:
      return markValue(part.kind, part.text);
  }
}

function buildValues({ values }: Leaflet): string {
  const items = values.statements.map((statement) => `<li>${escapeHtml(statement)}</li>\n`).join("");
  return `<section id="values">\n<h2>${escapeHtml(values.title)}</h2>\n<ul class="choices">\n${items}</ul>\n</section>\n`;
}

/** What the patient wrote, and room for more. */
function buildWorries({ worries }: Leaflet): string {
  const given = worries.given.map((worry) => `<li>${markValue("fact", worry)}</li>\n`).join("");
  return [
    `<section id="worries">\n<h2>${escapeHtml(worries.title)}</h2>\n<p>${escapeHtml(worries.prompt)}</p>\n`,
    given === "" ? "" : `<ul>\n${given}</ul>\n`,
    `<div class="lines"></div>\n</section>\n`,
  ].join("");
}

function buildSources({ sections, page }: Leaflet): string {
  const parts = sections.flatMap(({ sentences }) => sentences.flatMap((sentence) => sentence.parts));
  const ids = new Set(parts.flatMap((part): SourceId[] => (part.kind === "figure" ? [part.figure.sourceId] : [])));
  const items = [...ids].sort().map((id) => `<li>${markValue("source", SOURCES[id].citation, id)}</li>\n`);
  return `<section id="sources" class="small">\n<h2>${escapeHtml(page.sources)}</h2>\n<ul>\n${items.join("")}</ul>\n</section>\n`;
}

/** Both grades of the whole: with the terms that cannot be put more simply, and without. */
function buildReadability({ readability, page, locale, translator }: Leaflet): string {
  const round = (grade: number) => markValue("count", formatNumber(Math.round(grade * 10) / 10, locale));
  const grades = readability.grades.map(
    ({ formula, withoutTerms, withTerms }) =>
      `${escapeHtml(formula)}: ${round(withoutTerms)} (${escapeHtml(page.withTerms)} ${round(withTerms)})`,
  );
  return `<p class="small">${escapeHtml(page.readability)}: ${grades.join("; ")}. ${escapeHtml(page.wordsBy)}: ${escapeHtml(translator)}.</p>\n`;
}
