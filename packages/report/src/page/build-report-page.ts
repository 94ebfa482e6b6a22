import { PICTURE_NOTICE, type Picture, type Table } from "../svg/picture.ts";
import { escapeText } from "../svg/svg-markup.ts";
import { PAGE_STYLE } from "./page-style.ts";

/** A part of the page: pictures first, then text and tables. */
export interface ReportSection {
  readonly heading: string;
  /** One short paragraph each, above the pictures. */
  readonly paragraphs?: readonly string[];
  readonly figures?: readonly ReportFigure[];
  readonly tables?: readonly ReportTable[];
}

export interface ReportFigure {
  readonly picture: Picture;
  /** The picture's description when left out. */
  readonly caption?: string;
}

export interface ReportTable extends Table {
  readonly caption: string;
  /** Columns of numbers, by index: set to the right, with figures of one width. */
  readonly numberColumns?: readonly number[];
}

/** Something taken as given, and where it comes from. */
export interface ReportAssumption {
  readonly text: string;
  /** "assumed", or the source in short. */
  readonly source?: string;
}

export interface ReportFact {
  readonly label: string;
  readonly value: string;
  readonly note?: string;
}

export interface ReportPage {
  readonly title: string;
  readonly subtitle?: string;
  /** A warning about the whole page, such as that its numbers are provisional. */
  readonly banner?: string;
  /** What the page says, in a few sentences, before anything else. */
  readonly answer?: string;
  /** The answer in a few words each, set as a grid. */
  readonly facts?: readonly ReportFact[];
  readonly sections: readonly ReportSection[];
  /** Where the tables of the pictures stand on paper: below each picture when left out, or together at the end. */
  readonly printedTables?: "below" | "at the end";
  readonly assumptions: readonly ReportAssumption[];
  readonly sources: readonly string[];
  /** What made the page, and from what: program version, case, seed. No clock is read here. */
  readonly provenance?: readonly string[];
}

/**
 * One HTML page that needs nothing from outside itself: notice, pictures, tables, assumptions, sources; prints to PDF.
 *
 * All text is escaped. Every picture is followed by its information as a table, folded on the screen and open on paper.
 */
export function buildReportPage(page: ReportPage): string {
  const { title, subtitle, sections, assumptions, sources, provenance = [] } = page;
  const atEnd = page.printedTables === "at the end";
  return [
    `<!doctype html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n`,
    `<meta name="viewport" content="width=device-width, initial-scale=1">\n<title>${escapeText(title)}</title>\n`,
    `<style>${PAGE_STYLE}${listPictureWidths(sections)}</style>\n</head>\n<body>\n`,
    `<p class="notice" role="note">${PICTURE_NOTICE}.</p>\n<main class="page">\n<header>\n<h1>${escapeText(title)}</h1>\n`,
    subtitle === undefined ? "" : `<p class="subtitle">${escapeText(subtitle)}</p>\n`,
    page.banner === undefined ? "" : `<p class="banner" role="alert">${escapeText(page.banner)}</p>\n`,
    page.answer === undefined ? "" : `<p class="answer">${escapeText(page.answer)}</p>\n`,
    page.facts === undefined ? "" : buildFacts(page.facts),
    `</header>\n`,
    sections.length > 3 ? buildContents(sections) : "",
    ...sections.map((section, index) => buildSection(section, index, atEnd)),
    assumptions.length === 0 ? "" : buildAssumptions(assumptions),
    sources.length === 0
      ? ""
      : `<section id="sources">\n<h2>Sources</h2>\n<ol class="sources">\n${listItems(sources)}</ol>\n</section>\n`,
    atEnd ? buildPrintedTables(sections) : "",
    `</main>\n<footer>\n<p>${PICTURE_NOTICE}.</p>\n`,
    ...provenance.map((line) => `<p>${escapeText(line)}</p>\n`),
    `</footer>\n</body>\n</html>\n`,
  ].join("");
}

/** Rules for the widths in use, in the page's one style: a server can allow that by its hash, but no style on an element. */
function listPictureWidths(sections: readonly ReportSection[]): string {
  const widths_px = sections.flatMap(({ figures = [] }) => figures.map(({ picture }) => picture.width_px));
  return [...new Set(widths_px)].map((width_px) => `.${nameWidth(width_px)} { max-width: ${width_px}px; }\n`).join("");
}

function nameWidth(width_px: number): string {
  return `width-${String(width_px).replace(".", "-")}`;
}

function buildFacts(facts: readonly ReportFact[]): string {
  const items = facts.map(({ label, value, note }) => {
    const quiet = note === undefined ? "" : `<span>${escapeText(note)}</span>`;
    return `<div><dt>${escapeText(label)}</dt><dd>${escapeText(value)}${quiet}</dd></div>\n`;
  });
  // Rows without a gap: eight facts in two rows of four, six in two of three.
  const columns = facts.length % 4 === 0 ? " four" : "";
  return `<dl class="facts${columns}">\n${items.join("")}</dl>\n`;
}

function buildContents(sections: readonly ReportSection[]): string {
  const links = sections.map(({ heading }, i) => `<li><a href="#section-${i + 1}">${escapeText(heading)}</a></li>\n`);
  return `<nav aria-label="Contents">\n<ol>\n${links.join("")}</ol>\n</nav>\n`;
}

function buildSection(section: ReportSection, index: number, atEnd: boolean): string {
  const { heading, paragraphs = [], figures = [], tables = [] } = section;
  return [
    `<section id="section-${index + 1}">\n<h2>${escapeText(heading)}</h2>\n`,
    ...paragraphs.map((text) => `<p>${escapeText(text)}</p>\n`),
    ...figures.map((figure) => buildFigure(figure, atEnd)),
    ...tables.map(buildTable),
    `</section>\n`,
  ].join("");
}

function buildFigure({ picture, caption }: ReportFigure, atEnd: boolean): string {
  const table = buildTable({ ...picture.table, caption: `${picture.title}: the same information as a table` });
  return [
    `<figure>\n<div class="picture ${nameWidth(picture.width_px)}">${picture.svg}</div>\n`,
    `<figcaption>${escapeText(caption ?? picture.description)}</figcaption>\n`,
    picture.table.rows.length === 0
      ? ""
      : `<details${atEnd ? ' class="on-screen"' : ""}>\n<summary>The same information as a table</summary>\n${table}</details>\n`,
    `</figure>\n`,
  ].join("");
}

/** Seen on paper only; on the screen each table is folded below its picture. */
function buildPrintedTables(sections: readonly ReportSection[]): string {
  const pictures = sections.flatMap(({ figures = [] }) => figures.map(({ picture }) => picture));
  const tables = pictures.map(({ title, table }) => buildTable({ ...table, caption: title }));
  return `<section class="on-paper">\n<h2>The pictures as tables</h2>\n${tables.join("")}</section>\n`;
}

/** Tables with more rows may break across pages. */
const SHORT_ROWS = 12;
/** Tables with more columns are set closer. */
const DENSE_COLUMNS = 6;

/** A table that scrolls sideways in its own box where it is wider than the page. */
function buildTable({ caption, columns, rows, numberColumns = [] }: ReportTable): string {
  const kind = (column: number): string => (numberColumns.includes(column) ? ' class="number"' : "");
  const head = columns.map((text, i) => `<th scope="col"${kind(i)}>${escapeText(text)}</th>`).join("");
  const body = rows.map((row) => `<tr>${row.map((text, i) => buildCell(text, i, kind(i))).join("")}</tr>\n`).join("");
  const look = columns.length > DENSE_COLUMNS ? ' class="dense"' : "";
  const kept = rows.length > SHORT_ROWS ? "" : " short";
  return `<div class="table${kept}" tabindex="0" role="region" aria-label="${escapeText(caption)}">\n<table${look}>\n<caption>${escapeText(caption)}</caption>\n<thead><tr>${head}</tr></thead>\n<tbody>\n${body}</tbody>\n</table>\n</div>\n`;
}

function buildCell(text: string, column: number, kind: string): string {
  return column === 0 ? `<th scope="row"${kind}>${escapeText(text)}</th>` : `<td${kind}>${escapeText(text)}</td>`;
}

function buildAssumptions(assumptions: readonly ReportAssumption[]): string {
  const items = assumptions.map(({ text, source }) => {
    const origin = source === undefined ? "" : ` <span class="source">${escapeText(source)}</span>`;
    return `<li>${escapeText(text)}${origin}</li>\n`;
  });
  return `<section id="assumptions">\n<h2>Assumptions</h2>\n<ul class="assumptions">\n${items.join("")}</ul>\n</section>\n`;
}

function listItems(items: readonly string[]): string {
  return items.map((item) => `<li>${escapeText(item)}</li>\n`).join("");
}
