import { spellVeinName } from "@tributary/model";
import { ANATOMY_COLORS } from "../color/series-palette.ts";
import { type Box, placeLabels } from "../svg/place-labels.ts";
import { element } from "../svg/svg-markup.ts";
import { drawText } from "../svg/text.ts";
import { drawLeader } from "./electrode-overlay.ts";
import { MAP_FRAME, placeOnMap } from "./unrolled-frame.ts";
import { drawVeinStretches, listVeinBoxes, type VeinStretch } from "./vein-overlay.ts";

/** A vein by its ventricular coordinates, from the mouth on. */
export interface UnrolledVein {
  readonly name: string;
  readonly ab: ArrayLike<number>;
  readonly rt: ArrayLike<number>;
  readonly diameter_mm: ArrayLike<number>;
  /** Drawn in the accent color. */
  readonly chosen?: boolean;
}

const LABEL_px = 11;
/** A vein that ends above this height runs in the atrioventricular groove. */
const GROOVE_ab = 0.8;

/** Courses; what runs out of the window is cut off by the clip path named. */
export function drawUnrolledVeins(veins: readonly UnrolledVein[], pxPerMm: number, clip: string, pale = false): string {
  const stretches = veins.map((vein) => ({
    stretch: placeVein(vein, pxPerMm),
    color: pale ? ANATOMY_COLORS.paleVein : colorFor(vein),
  }));
  return element("g", { "clip-path": `url(#${clip})` }, drawVeinStretches(stretches));
}

/** Names beside the ends of the veins, off the courses and off the boxes given. */
export function nameUnrolledVeins(veins: readonly UnrolledVein[], pxPerMm: number, taken: readonly Box[]): string {
  const { left_px, top_px, width_px, height_px } = MAP_FRAME;
  const stretches = veins.map((vein) => placeVein(vein, pxPerMm));
  const requests = stretches.map(({ line_px }, i) => ({
    ...findNamePlace(veins[i]!, line_px),
    text: spellVeinName(veins[i]!.name),
    size_px: LABEL_px,
    clear_px: 4,
  }));
  const right = left_px + width_px;
  const bottom = top_px + height_px;
  const outside = [
    { left: 0, right, top: 0, bottom: top_px },
    { left: 0, right: left_px, top: 0, bottom },
  ];
  const frame = {
    width_px: right,
    height_px: bottom,
    taken: [...taken, ...outside],
    avoided: listVeinBoxes(stretches),
  };
  const style = { size_px: LABEL_px, weight: "600", halo: true, fill: ANATOMY_COLORS.veinEdge } as const;
  const labels = placeLabels(requests, frame);
  return [
    ...labels.map((label, i) => drawLeader(requests[i]!, label)),
    ...labels.map(({ x_px, y_px }, i) => drawText(x_px, y_px, spellVeinName(veins[i]!.name), style)),
  ].join("");
}

/** Beside its end; beside its middle for a vein that stays in the groove. Always inside the window. */
function findNamePlace(vein: UnrolledVein, line_px: readonly number[]): { x_px: number; y_px: number } {
  const { left_px, top_px, width_px } = MAP_FRAME;
  const last = vein.ab.length - 1;
  const at = 2 * (vein.ab[last]! > GROOVE_ab ? Math.floor(last / 2) : last);
  return {
    x_px: Math.min(left_px + width_px - 4, Math.max(left_px + 4, line_px[at]!)),
    y_px: Math.max(top_px + 6, line_px[at + 1]!),
  };
}

/** The course on the picture, one point for each of the vein's own. */
export function placeVein(vein: Pick<UnrolledVein, "ab" | "rt" | "diameter_mm">, pxPerMm: number): VeinStretch {
  const line_px: number[] = [];
  const halfWidth_px: number[] = [];
  for (let i = 0; i < vein.ab.length; i++) {
    const { x_px, y_px } = placeOnMap(vein.ab[i]!, vein.rt[i]!);
    line_px.push(x_px, y_px);
    halfWidth_px.push(Math.max(1.1, (vein.diameter_mm[i]! / 2) * pxPerMm));
  }
  return { hidden: false, line_px, halfWidth_px };
}

function colorFor({ chosen }: UnrolledVein): string {
  return chosen ? ANATOMY_COLORS.chosen : ANATOMY_COLORS.vein;
}
