import { ANATOMY_COLORS } from "../color/series-palette.ts";
import { element } from "../svg/svg-markup.ts";
import { drawText, INK } from "../svg/text.ts";

/** Dark and light lines side by side: one of the two shows on every color. */
export function drawHatchPattern(id: string): string {
  const lines =
    element("path", { d: "M1 0V8", stroke: INK.text, "stroke-width": 1.6, "stroke-opacity": 0.7 }) +
    element("path", { d: "M2.6 0V8", stroke: INK.paper, "stroke-width": 1.6, "stroke-opacity": 0.6 });
  return element(
    "pattern",
    { id, width: 7, height: 8, patternUnits: "userSpaceOnUse", patternTransform: "rotate(45)" },
    lines,
  );
}

/** A swatch of the hatch and what it means. */
export function drawHatchKey(id: string, label: string, top: number, left = 70): string {
  const box = { x: left, y: top, width: 18, height: 11 };
  return (
    element("rect", { ...box, fill: ANATOMY_COLORS.noValue }) +
    element("rect", { ...box, fill: `url(#${id})`, stroke: INK.quiet, "stroke-width": 0.75 }) +
    drawText(left + 24, top + 10, label, { size_px: 11 })
  );
}
