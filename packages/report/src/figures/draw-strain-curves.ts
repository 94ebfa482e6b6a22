import {
  listLateralPatches,
  listSeptalPatches,
  measureDyssynchronyStrain,
  measurePump,
  traceMeanStrain,
  type VentricularPatch,
} from "@tributary/model";
import { formatNumber } from "../svg/format-number.ts";
import { composePicture, drawHeading, measureHeading, type Picture } from "../svg/picture.ts";
import { element, pathData } from "../svg/svg-markup.ts";
import { drawText, INK } from "../svg/text.ts";
import {
  BEAT_WIDTH_px,
  type BeatPanel,
  type CurveLook,
  createBeatPanels,
  drawAvDelay,
  drawBeatCurve,
  drawBeatFrame,
  drawCurveKey,
} from "./beat-panel.ts";
import type { DrawnBeat, DrawnBeats } from "./drawn-beat.ts";
import { drawValveMarks, listValveMarks, writeValveKey } from "./valve-marks.ts";

export interface StrainOptions {
  readonly title: string;
  readonly subtitle?: string;
  /** In the order of the traces' first patches. */
  readonly patches: readonly VentricularPatch[];
  readonly beats: DrawnBeats;
}

const HEIGHT_px = 290;
const HEAD_px = 82;

const SEPTUM: CurveLook = { color: "#9b3d7a", width_px: 2.6 };
const LATERAL: CurveLook = { color: "#0072b2", width_px: 2.6, dash: "8 3" };
const SINGLE_px = 0.9;
const OTHER: CurveLook = { color: "#8b96a1", width_px: SINGLE_px, opacity: 0.75 };

interface StrainCurves {
  readonly septum: Float64Array;
  readonly lateral: Float64Array;
  /** Single patches of the left ventricle. */
  readonly single: readonly { readonly look: CurveLook; readonly values: Float64Array }[];
}

/**
 * Fiber strain of septum and lateral wall over one beat, the single patches of the left ventricle thin behind them, the
 * beats side by side on the same axes; zero is the length at the first ventricular front.
 */
export function drawStrainCurves(options: StrainOptions): Picture {
  const { beats, patches, title } = options;
  const drawn = beats.map((beat) => createCurves(beat, patches));
  const top_px = measureHeading(options.subtitle) + HEAD_px;
  const bottom_px = top_px + HEIGHT_px;
  const values = drawn.flatMap(({ septum, lateral, single }) => [
    ...septum,
    ...lateral,
    ...single.flatMap((own) => [...own.values]),
  ]);
  const panels = createBeatPanels(beats, values, { top_px, bottom_px, tickCount: 6 });
  const body = [
    drawHeading(title, options.subtitle),
    drawCurveKey(
      [
        { name: "Septum, mean", look: SEPTUM },
        { name: "Lateral wall, mean", look: LATERAL },
        { name: "Thin: single patches; gray those of neither wall", look: OTHER },
      ],
      panels[0]!.left_px,
      top_px - 64,
    ),
    ...beats.map((beat, i) => drawColumn(beat, drawn[i]!, panels[i]!, i === 0)),
    drawText(panels[0]!.left_px, bottom_px + 54, writeValveKey(listShownMarks(beats[0])), {
      size_px: 11,
      fill: INK.quiet,
    }),
  ];
  return composePicture({
    width_px: BEAT_WIDTH_px,
    height_px: bottom_px + 76,
    title,
    description: describe(options),
    table: tabulate(options, drawn),
    body: body.join(""),
  });
}

function createCurves({ trace, avDelay_ms }: DrawnBeat, patches: readonly VentricularPatch[]): StrainCurves {
  const read = (chosen: readonly number[]): Float64Array => traceMeanStrain(trace, patches, chosen, avDelay_ms);
  const [septal, lateral] = [listSeptalPatches(patches), listLateralPatches(patches)];
  const lookOf = (patch: number): CurveLook => {
    if (septal.includes(patch)) return { color: SEPTUM.color, width_px: SINGLE_px, opacity: 0.5 };
    return lateral.includes(patch) ? { color: LATERAL.color, width_px: SINGLE_px, opacity: 0.5 } : OTHER;
  };
  return {
    septum: read(septal),
    lateral: read(lateral),
    single: patches.flatMap(({ wall }, patch) =>
      wall === "rvFree" ? [] : [{ look: lookOf(patch), values: read([patch]) }],
    ),
  };
}

/** Systole alone: when the ventricle fills again matters little here. */
function listShownMarks({ trace }: DrawnBeat) {
  return listValveMarks(trace).filter(({ code }) => code !== "MVO");
}

function drawColumn(beat: DrawnBeat, curves: StrainCurves, panel: BeatPanel, isFirst: boolean): string {
  const zero = panel.valueAxis.toPixel(0);
  return [
    drawBeatFrame(panel, { valueLabel: isFirst ? "Fiber strain, %" : undefined, hasTimes: true }),
    element("path", {
      d: pathData([panel.left_px, zero, panel.right_px, zero]),
      stroke: INK.faint,
      "stroke-width": 1.4,
    }),
    drawValveMarks([panel], listShownMarks(beat)),
    drawAvDelay([panel], beat),
    ...curves.single.map(({ look, values }) => drawBeatCurve(panel, beat, values, look)),
    drawBeatCurve(panel, beat, curves.lateral, LATERAL),
    drawBeatCurve(panel, beat, curves.septum, SEPTUM),
  ].join("");
}

function measureStrain({ trace, avDelay_ms }: DrawnBeat, patches: readonly VentricularPatch[]) {
  const { events } = measurePump(trace);
  return events && measureDyssynchronyStrain(trace, patches, events, avDelay_ms);
}

function describe({ beats, patches }: StrainOptions): string {
  const said = beats.map((beat) => {
    const strain = measureStrain(beat, patches);
    return `${beat.name}: septal flash ${formatNumber(strain?.septalFlash_percent)} %, septal rebound stretch ${formatNumber(strain?.septalReboundStretch_percent)} %, pre-stretch of the lateral wall ${formatNumber(strain?.lateralPrestretch_percent)} %`;
  });
  return `Fiber strain of septum and lateral wall over one beat, percent of the length at the first ventricular front. ${said.join(". ")}.`;
}

function tabulate({ beats, patches }: StrainOptions, drawn: readonly StrainCurves[]): Picture["table"] {
  const strains = beats.map((beat) => measureStrain(beat, patches));
  const shortest = (values: Float64Array): string => formatNumber(Math.min(...values));
  return {
    columns: ["Fiber strain, %", ...beats.map(({ name }) => name)],
    rows: [
      [
        "Septal flash: shortening of the septum before the aortic valve opens",
        ...strains.map((strain) => formatNumber(strain?.septalFlash_percent)),
      ],
      [
        "Septal rebound stretch until the aortic valve closes",
        ...strains.map((strain) => formatNumber(strain?.septalReboundStretch_percent)),
      ],
      [
        "Pre-stretch of the lateral wall before the aortic valve opens",
        ...strains.map((strain) => formatNumber(strain?.lateralPrestretch_percent)),
      ],
      ["Septum at its shortest", ...drawn.map(({ septum }) => shortest(septum))],
      ["Lateral wall at its shortest", ...drawn.map(({ lateral }) => shortest(lateral))],
    ],
  };
}
