import { type Leaflet, type LeafletSection, readParts } from "@tributary/care";
import { wrapText } from "../output/wrap-text.ts";
import { joinParts, listPart } from "./care-text.ts";

const TEXT_WIDTH = 100;

/** The leaflet as plain text, with its reading grades. */
export function describeLeaflet(leaflet: Leaflet): string {
  const { title, notice, notChecked, sections, values, worries, readability, page } = leaflet;
  return joinParts([
    title,
    [notChecked, notice].filter((line) => line !== undefined).join("\n"),
    ...sections.map((section) => describeSection(section, page.teachBack)),
    listPart(values.title, values.statements),
    listPart(worries.title, worries.given.length > 0 ? worries.given : [worries.prompt]),
    listPart(
      page.readability,
      readability.grades.map(
        ({ formula, withoutTerms, withTerms, limit }) =>
          `${formula} ${withoutTerms.toFixed(1)} of at most ${limit} (${page.withTerms} ${withTerms.toFixed(1)})`,
      ),
    ),
  ]);
}

function describeSection({ title, sentences, teachBack }: LeafletSection, heading: string): string {
  const lines = sentences.flatMap(({ parts, isListItem }) => {
    const text = readParts(parts);
    return isListItem ? [`- ${wrapText(text, TEXT_WIDTH).join("\n  ")}`] : wrapText(text, TEXT_WIDTH);
  });
  return [title, ...lines, `${heading}: ${teachBack}`].join("\n");
}
