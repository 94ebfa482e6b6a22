import { element, pathData } from "../svg/svg-markup.ts";
import { drawText, INK } from "../svg/text.ts";

/** The window of the unrolled map: a little past both grooves and past the base, where the coronary sinus runs. */
const RT = { low: -0.07, high: 2 / 3 + 0.07 } as const;
const AB_TOP = 1.1;
const LEFT_px = 84;
const TOP_px = 84;
const INNER = { width_px: 630, height_px: 390 } as const;

export const MAP_FRAME = {
  left_px: LEFT_px,
  top_px: TOP_px,
  ...INNER,
  pxPerAb: INNER.height_px / AB_TOP,
  pxPerRt: INNER.width_px / (RT.high - RT.low),
} as const;

/** rt counted so that the LV free wall is one piece: from -1/6 to 5/6. */
export function unwrapRt(rt: number): number {
  return rt - Math.round(rt - 1 / 3);
}

/** Where a place of the LV epicardium lies on the picture. */
export function placeOnMap(ab: number, rt: number): { readonly x_px: number; readonly y_px: number } {
  return {
    x_px: LEFT_px + (RT.high - unwrapRt(rt)) * MAP_FRAME.pxPerRt,
    y_px: TOP_px + (AB_TOP - ab) * MAP_FRAME.pxPerAb,
  };
}

const WALLS: readonly (readonly [name: string, rt: number])[] = [
  ["anterior", 7 / 12],
  ["anterolateral", 5 / 12],
  ["inferolateral", 3 / 12],
  ["inferior", 1 / 12],
];
const LEVELS: readonly (readonly [name: string, ab: number])[] = [
  ["apex", 0.05],
  ["apical", 0.25],
  ["mid", 0.55],
  ["basal", 0.85],
];

/** Grooves, AHA grid, names of walls and levels, axes. */
export function drawUnrolledFrame(): string {
  const { left_px, top_px, width_px, height_px } = MAP_FRAME;
  const bottom = top_px + height_px;
  const grid = {
    fill: "none",
    stroke: INK.text,
    "stroke-opacity": 0.32,
    "stroke-width": 0.9,
    "stroke-dasharray": "1.5 3.5",
  };
  const sixths = [1 / 6, 2 / 6, 3 / 6].map((rt) => placeOnMap(0, rt).x_px);
  const cuts = [0.1, 0.4, 0.7].map((ab) => placeOnMap(ab, 0).y_px);
  const [anterior, posterior] = [placeOnMap(0, 2 / 3).x_px, placeOnMap(0, 0).x_px];
  const base = placeOnMap(1, 0).y_px;
  const name = { size_px: 11.5, anchor: "middle", fill: INK.quiet } as const;
  const tick = { size_px: 11, anchor: "end" } as const;
  return [
    ...sixths.map((x) => element("path", { d: pathData([x, base, x, bottom]), ...grid })),
    ...cuts.map((y) => element("path", { d: pathData([anterior, y, posterior, y]), ...grid })),
    ...[anterior, posterior].map((x) =>
      element("path", { d: pathData([x, base, x, bottom]), stroke: INK.text, "stroke-width": 1.2 }),
    ),
    element("path", { d: pathData([anterior, base, posterior, base]), stroke: INK.text, "stroke-width": 1.2 }),
    element("rect", { x: left_px, y: top_px, width: width_px, height: height_px, fill: "none", stroke: INK.faint }),
    ...WALLS.map(([wall, rt]) => drawText(placeOnMap(0, rt).x_px, top_px - 8, wall, name)),
    ...LEVELS.map(([level, ab]) =>
      drawText(left_px - 34, placeOnMap(ab, 0).y_px + 4, level, { ...name, anchor: "end" }),
    ),
    ...[0, 0.1, 0.4, 0.7, 1].map((ab) => drawText(left_px - 7, placeOnMap(ab, 0).y_px + 4, String(ab), tick)),
    drawText(left_px - 7, top_px + 10, "ab", { ...tick, fill: INK.quiet }),
    ...[0, 1, 2, 3, 4].map((sixth) =>
      drawText(placeOnMap(0, sixth / 6).x_px, bottom + 15, formatSixth(sixth), { size_px: 11, anchor: "middle" }),
    ),
    drawText(left_px + width_px + 6, bottom + 15, "rt", { size_px: 11, fill: INK.quiet }),
    drawText(anterior, bottom + 30, "anterior groove", name),
    drawText(posterior, bottom + 30, "posterior groove", name),
    drawText((anterior + posterior) / 2, bottom + 30, "seen from outside, base above", name),
  ].join("");
}

function formatSixth(sixth: number): string {
  return ["0", "1/6", "1/3", "1/2", "2/3"][sixth]!;
}
