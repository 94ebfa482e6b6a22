import { escapeHtml } from "../markup.ts";

/** A table with its heads; cells are markup already. The first cell of a row names it. */
export function buildTable(heads: readonly string[], rows: readonly (readonly string[])[], className = ""): string {
  const head = heads.map((text) => `<th scope="col">${escapeHtml(text)}</th>`).join("");
  const body = rows.map(([name, ...cells]) => {
    const rest = cells.map((cell) => (cell.startsWith("<td") ? cell : `<td>${cell}</td>`));
    return `<tr><th scope="row">${name}</th>${rest.join("")}</tr>\n`;
  });
  const attribute = className === "" ? "" : ` class="${className}"`;
  return `<div class="scroll"><table${attribute}>\n<thead><tr>${head}</tr></thead>\n<tbody>\n${body.join("")}</tbody>\n</table></div>\n`;
}

export function buildSection(id: string, title: string, ...parts: readonly string[]): string {
  return `<section id="${id}">\n<h2>${escapeHtml(title)}</h2>\n${parts.join("")}</section>\n`;
}

export function paragraph(text: string): string {
  return `<p>${escapeHtml(text)}</p>\n`;
}

/** A heading with a list; nothing where the list is empty. */
export function buildList(heading: string, items: readonly string[], className = ""): string {
  if (items.length === 0) return "";
  const attribute = className === "" ? "" : ` class="${className}"`;
  return `<h3>${escapeHtml(heading)}</h3>\n<ul${attribute}>\n${items.map((item) => `<li>${item}</li>\n`).join("")}</ul>\n`;
}
