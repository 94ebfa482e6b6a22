import { COLOR_BAR_HEIGHT_px } from "../color/color-bar.ts";
import { createColorScale } from "../color/color-scale.ts";
import { computeCornerNormals } from "../raster/corner-normals.ts";
import type { DrawnSurface } from "../raster/rasterize-surface.ts";
import { STANDARD_VIEWS, type View } from "../raster/standard-views.ts";
import { formatNumber } from "../svg/format-number.ts";
import { composePicture, drawHeading, measureHeading, type Picture } from "../svg/picture.ts";
import { element } from "../svg/svg-markup.ts";
import { drawText } from "../svg/text.ts";
import { drawActivationPanel } from "./activation-panel.ts";
import { tabulateActivation } from "./activation-table.ts";
import type { DrawnElectrode, DrawnVein } from "./anatomy-marks.ts";
import { drawTimeBar } from "./draw-activation-views.ts";
import { fitProjections, PANEL_TITLE_px } from "./heart-panel.ts";

export interface ActivationComparisonOptions {
  readonly surface: DrawnSurface;
  readonly title: string;
  readonly subtitle?: string;
  readonly veins?: readonly DrawnVein[];
  /** One row each, the first above. */
  readonly states: readonly ComparedActivation[];
  /** LAO 40, left lateral and posterior when left out. */
  readonly views?: readonly View[];
  readonly noValueLabel?: string;
  readonly imageDensity?: number;
}

interface ComparedActivation {
  readonly name: string;
  /** At each point of the surface; not finite where there is none. */
  readonly times_ms: ArrayLike<number>;
  readonly electrodes?: readonly DrawnElectrode[];
}

const WIDTH_px = 960;
const PANEL = { width_px: 300, height_px: 280 } as const;
const GAP_px = 14;
const STATE_NAME_px = 24;
/** Twice the panels of a plain sheet: less dense images keep the file small. */
const IMAGE_DENSITY = 1.5;

/** Several activations of one heart, row by row, in the same views and on one time scale. */
export function drawActivationComparison(options: ActivationComparisonOptions): Picture {
  const { surface, states, title } = options;
  const views = options.views ?? [STANDARD_VIEWS.lao40, STANDARD_VIEWS.leftLateral, STANDARD_VIEWS.pa];
  const scale = createColorScale(listTimes(surface, states), { colorMap: "viridis", reversed: true });
  const projections = fitProjections(surface, views, { ...PANEL, marginX_px: 20, marginY_px: 17 });
  const cornerNormals = computeCornerNormals(surface);
  const headingHeight_px = measureHeading(options.subtitle);
  const rowHeight_px = STATE_NAME_px + PANEL_TITLE_px + PANEL.height_px + GAP_px;
  const left_px = (WIDTH_px - views.length * PANEL.width_px - (views.length - 1) * GAP_px) / 2;
  const rows = states.map((state, row) => {
    const top_px = headingHeight_px + row * rowHeight_px;
    const scene = {
      surface,
      times_ms: state.times_ms,
      veins: options.veins ?? [],
      electrodes: state.electrodes ?? [],
      imageDensity: options.imageDensity ?? IMAGE_DENSITY,
    };
    const panels = projections.map((projection, i) =>
      element(
        "g",
        {
          transform: `translate(${left_px + i * (PANEL.width_px + GAP_px)} ${top_px + STATE_NAME_px + PANEL_TITLE_px})`,
        },
        drawActivationPanel(scene, { cornerNormals, projection, scale, hasScaleBar: row === 0 && i === 0 }),
      ),
    );
    return drawText(16, top_px + 14, state.name, { size_px: 13.5, weight: "600" }) + panels.join("");
  });
  const tables = states.map(({ times_ms }) => tabulateActivation(surface, times_ms, scale, []));
  const hasNoValue = tables.some((table) => table.hasNoValue);
  const barTop = headingHeight_px + states.length * rowHeight_px + 4;
  return composePicture({
    width_px: WIDTH_px,
    height_px: barTop + COLOR_BAR_HEIGHT_px + 30,
    title,
    description: `Activation time on the heart from ${formatNumber(scale.low)} to ${formatNumber(scale.high)} ms on one scale, in the views ${views.map(({ name }) => name).join(", ")}: ${states.map(({ name }) => name).join(" above ")}.`,
    table: joinTables(states, tables),
    body: [
      drawHeading(title, options.subtitle),
      ...rows,
      drawTimeBar(scale, barTop, WIDTH_px, hasNoValue ? (options.noValueLabel ?? "no activation") : undefined),
    ].join(""),
  });
}

function* listTimes(surface: DrawnSurface, states: readonly ComparedActivation[]): Generator<number> {
  for (const { times_ms } of states)
    for (let i = 0; i < surface.triangles.length; i++) yield times_ms[surface.triangles[i]!]!;
}

function joinTables(states: readonly ComparedActivation[], tables: readonly Picture["table"][]): Picture["table"] {
  const bands = [...new Set(tables.flatMap(({ rows }) => rows.map(([band]) => band!)))];
  return {
    columns: ["Activation time", ...states.map(({ name }) => `Share of the surface: ${name}`)],
    rows: bands.map((band) => [band, ...tables.map(({ rows }) => rows.find(([name]) => name === band)?.[1] ?? "0 %")]),
  };
}
