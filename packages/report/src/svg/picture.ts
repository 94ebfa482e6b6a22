import { element, escapeText } from "./svg-markup.ts";
import { drawText, FONT_FAMILY, INK } from "./text.ts";

/** What a picture says, as text: every picture carries it, and the report page prints it below the picture. */
export interface Table {
  readonly columns: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

/** A drawn picture and the same information in words. */
export interface Picture {
  /** A whole SVG document without XML declaration; it needs nothing from outside itself. */
  readonly svg: string;
  readonly width_px: number;
  readonly height_px: number;
  readonly title: string;
  /** One or two sentences, for those who do not see the picture. */
  readonly description: string;
  readonly table: Table;
}

export const PICTURE_NOTICE = "Research, planning and training use; not for diagnosis or live care";

export interface PictureParts extends Omit<Picture, "svg"> {
  /** Markup inside the document, below the notice line that every picture carries. */
  readonly body: string;
  /** Definitions (gradients, patterns, clip paths). */
  readonly definitions?: string;
}

/** Puts a body into a document: paper, fonts, title for assistive technology, and the notice in the lower right. */
export function composePicture(parts: PictureParts): Picture {
  const { body, definitions, ...rest } = parts;
  const notice = drawText(parts.width_px - 14, parts.height_px - 9, PICTURE_NOTICE, {
    size_px: 9,
    anchor: "end",
    fill: INK.quiet,
  });
  const svg = element(
    "svg",
    {
      xmlns: "http://www.w3.org/2000/svg",
      viewBox: `0 0 ${parts.width_px} ${parts.height_px}`,
      width: parts.width_px,
      height: parts.height_px,
      role: "img",
      "aria-label": `${parts.title}. ${parts.description}`,
      "font-family": FONT_FAMILY,
    },
    element("title", {}, escapeText(parts.title)),
    element("desc", {}, escapeText(parts.description)),
    definitions === undefined ? "" : element("defs", {}, definitions),
    element("rect", { width: parts.width_px, height: parts.height_px, fill: INK.paper }),
    body,
    notice,
  );
  return { ...rest, svg };
}

/** Height that the heading takes, with the space below it. */
export function measureHeading(subtitle: string | undefined): number {
  return subtitle === undefined ? 40 : 56;
}

/** Title and an optional quieter line, at the upper left of every picture. */
export function drawHeading(title: string, subtitle?: string): string {
  const first = drawText(16, 26, title, { size_px: 16, weight: "600" });
  return subtitle === undefined ? first : first + drawText(16, 43, subtitle, { size_px: 11.5, fill: INK.quiet });
}
