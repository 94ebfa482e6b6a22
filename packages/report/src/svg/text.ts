import { type Attributes, element, escapeText } from "./svg-markup.ts";

/** Fonts with the widths of Helvetica come first: layout counts on them. */
export const FONT_FAMILY = "'Helvetica Neue', Helvetica, Arial, 'Liberation Sans', Arimo, sans-serif";

/** The inks of every picture. Contrast on white: ink 15:1, quiet 5.7:1, faint for lines only. */
export const INK = { text: "#1c2530", quiet: "#5a6672", faint: "#c6ccd3", hair: "#e4e7eb", paper: "#ffffff" } as const;

export interface TextStyle {
  readonly size_px?: number;
  readonly weight?: "normal" | "600";
  readonly anchor?: "start" | "middle" | "end";
  readonly fill?: string;
  /** A paper-colored outline under the letters, for text over a picture. */
  readonly halo?: boolean;
  readonly rotate_deg?: number;
}

/** One line of text; (x, y) is the baseline at the anchor. */
export function drawText(x_px: number, y_px: number, text: string, style: TextStyle = {}): string {
  const halo: Attributes = style.halo
    ? { stroke: INK.paper, "stroke-width": 3, "stroke-linejoin": "round", "paint-order": "stroke" }
    : {};
  return element(
    "text",
    {
      x: x_px,
      y: y_px,
      "font-size": style.size_px ?? 12,
      "font-weight": style.weight === "600" ? "600" : undefined,
      "text-anchor": style.anchor === "start" ? undefined : style.anchor,
      fill: style.fill ?? INK.text,
      transform: style.rotate_deg === undefined ? undefined : `rotate(${style.rotate_deg} ${x_px} ${y_px})`,
      ...halo,
    },
    escapeText(text),
  );
}

/**
 * Width of a line of text in px, for layout only: the renderer's font may differ.
 *
 * Advance widths of Helvetica (Adobe font metrics, from memory, unconfirmed) in thousandths of the size; other
 * characters count as a wide letter. Accuracy: within 8 % for the fonts of FONT_FAMILY, as seen in a browser.
 */
export function measureText(text: string, size_px = 12, weight: "normal" | "600" = "normal"): number {
  let thousandths = 0;
  for (const character of text) {
    const code = character.codePointAt(0)!;
    thousandths += code >= 32 && code < 127 ? ADVANCE[code - 32]! : WIDE_ADVANCE;
  }
  return (thousandths / 1000) * size_px * (weight === "600" ? 1.07 : 1);
}

/** Cuts a line to a width, with an ellipsis where something was cut. */
export function fitText(text: string, width_px: number, size_px = 12): string {
  if (measureText(text, size_px) <= width_px) return text;
  let kept = text;
  while (kept.length > 1 && measureText(`${kept}…`, size_px) > width_px) kept = kept.slice(0, -1);
  return `${kept.trimEnd()}…`;
}

/** Breaks text at spaces into lines no wider than given. */
export function wrapText(text: string, width_px: number, size_px = 12): string[] {
  const lines: string[] = [];
  let line = "";
  for (const word of text.split(/\s+/).filter(Boolean)) {
    const longer = line === "" ? word : `${line} ${word}`;
    if (line !== "" && measureText(longer, size_px) > width_px) {
      lines.push(line);
      line = word;
    } else line = longer;
  }
  return line === "" ? lines : [...lines, line];
}

const WIDE_ADVANCE = 700;

/** Characters 32 to 126. */
// biome-ignore format: a table
const ADVANCE = [
  278, 278, 355, 556, 556, 889, 667, 191, 333, 333, 389, 584, 278, 333, 278, 278,
  556, 556, 556, 556, 556, 556, 556, 556, 556, 556, 278, 278, 584, 584, 584, 556,
  1015, 667, 667, 722, 722, 667, 611, 778, 722, 278, 500, 667, 556, 833, 722, 778,
  667, 778, 722, 667, 611, 722, 667, 944, 667, 667, 611, 278, 278, 278, 469, 556,
  333, 556, 556, 500, 556, 556, 278, 556, 556, 222, 222, 500, 222, 833, 556, 556,
  556, 556, 333, 500, 278, 556, 500, 722, 500, 500, 500, 334, 260, 334, 584,
];
