import { type BeatTrace, CAVITY, millimetersOfMercuryFromKilopascals } from "@tributary/model";
import { formatNumber } from "../svg/format-number.ts";
import { composePicture, drawHeading, measureHeading, type Picture } from "../svg/picture.ts";
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

export interface WiggersOptions {
  readonly title: string;
  readonly subtitle?: string;
  readonly beats: DrawnBeats;
}

const PRESSURE_px = 250;
const VOLUME_px = 110;
const GAP_px = 18;
/** Room below the heading for the key, the names of the beats and their AV delays. */
const HEAD_px = 82;

/** Dashes tell the curves apart without color. */
const PRESSURES: readonly {
  readonly name: string;
  readonly read: (trace: BeatTrace) => Float64Array;
  readonly look: CurveLook;
}[] = [
  {
    name: "Left ventricle",
    read: ({ pressures_kPa }) => pressures_kPa[CAVITY.leftVentricle]!,
    look: { color: INK.text, width_px: 2 },
  },
  {
    name: "Aortic root",
    read: ({ nodePressures_kPa }) => nodePressures_kPa[CAVITY.systemicArteries]!,
    look: { color: "#0072b2", width_px: 1.8, dash: "7 3" },
  },
  {
    name: "Left atrium",
    read: ({ pressures_kPa }) => pressures_kPa[CAVITY.leftAtrium]!,
    look: { color: "#009e73", width_px: 1.8, dash: "2 2.5" },
  },
];

/**
 * Pressures and volume of the left side of the heart over one beat (Wiggers), the beats side by side on the same axes:
 * time from right atrial activation, with the AV delay, the first ventricular front and the valves marked.
 */
export function drawWiggersDiagram(options: WiggersOptions): Picture {
  const { beats, title } = options;
  const drawn = beats.map(createCurves);
  const pressureTop_px = measureHeading(options.subtitle) + HEAD_px;
  const volumeTop_px = pressureTop_px + PRESSURE_px + GAP_px;
  const bottom_px = volumeTop_px + VOLUME_px;
  const pressures = createBeatPanels(
    beats,
    drawn.flatMap(({ pressures_mmHg }) => pressures_mmHg.flatMap((curve) => [...curve])),
    { top_px: pressureTop_px, bottom_px: pressureTop_px + PRESSURE_px, tickCount: 6 },
  );
  const volumes = createBeatPanels(
    beats,
    drawn.flatMap(({ volume_mL }) => [...volume_mL]),
    { top_px: volumeTop_px, bottom_px, tickCount: 4 },
  );
  const body = [
    drawHeading(title, options.subtitle),
    drawCurveKey(PRESSURES, pressures[0]!.left_px, pressureTop_px - 64),
    ...beats.map((beat, i) =>
      drawColumn(beat, drawn[i]!, { pressure: pressures[i]!, volume: volumes[i]!, isFirst: i === 0 }),
    ),
    drawText(pressures[0]!.left_px, bottom_px + 54, writeValveKey(listValveMarks(beats[0].trace)), {
      size_px: 11,
      fill: INK.quiet,
    }),
  ];
  return composePicture({
    width_px: BEAT_WIDTH_px,
    height_px: bottom_px + 76,
    title,
    description: describe(beats),
    table: tabulate(beats, drawn),
    body: body.join(""),
  });
}

interface BeatCurves {
  readonly pressures_mmHg: readonly Float64Array[];
  readonly volume_mL: Float64Array;
}

function createCurves({ trace }: DrawnBeat): BeatCurves {
  return {
    pressures_mmHg: PRESSURES.map(({ read }) => read(trace).map(millimetersOfMercuryFromKilopascals)),
    volume_mL: trace.volumes_mL[CAVITY.leftVentricle]!,
  };
}

interface ColumnPlace {
  readonly pressure: BeatPanel;
  readonly volume: BeatPanel;
  readonly isFirst: boolean;
}

function drawColumn(beat: DrawnBeat, curves: BeatCurves, { pressure, volume, isFirst }: ColumnPlace): string {
  const label = (text: string): string | undefined => (isFirst ? text : undefined);
  return [
    drawBeatFrame(pressure, { valueLabel: label("Pressure, mmHg"), hasTimes: false }),
    drawBeatFrame(volume, { valueLabel: label("LV volume, mL"), hasTimes: true }),
    drawValveMarks([pressure, volume], listValveMarks(beat.trace)),
    drawAvDelay([pressure, volume], beat),
    ...curves.pressures_mmHg.map((values, i) => drawBeatCurve(pressure, beat, values, PRESSURES[i]!.look)).toReversed(),
    drawBeatCurve(volume, beat, curves.volume_mL, { color: INK.text, width_px: 2 }),
  ].join("");
}

function describe(beats: DrawnBeats): string {
  const said = beats.map(({ name, avDelay_ms, trace }) => {
    const marks = listValveMarks(trace).map(({ meaning, time_ms }) => `${meaning} at ${formatNumber(time_ms, 0)} ms`);
    return `${name}: ventricles from ${formatNumber(avDelay_ms, 0)} ms, ${marks.join(", ") || "no ejection"}`;
  });
  return `Pressures of left ventricle, aortic root and left atrium, and volume of the left ventricle over one beat from right atrial activation. ${said.join(". ")}.`;
}

const VALVE_MEANINGS = ["mitral valve closes", "aortic valve opens", "aortic valve closes", "mitral valve opens"];

/** When what happens, and the extremes of the curves. */
function tabulate(beats: DrawnBeats, drawn: readonly BeatCurves[]): Picture["table"] {
  const marks = beats.map(({ trace }) => listValveMarks(trace));
  const range = (values: Float64Array): string => {
    const [low, high] = [Math.min(...values), Math.max(...values)];
    return `${formatNumber(low, 0)} to ${formatNumber(high, 0)}`;
  };
  return {
    columns: ["Quantity", ...beats.map(({ name }) => name)],
    rows: [
      ["First ventricular front, ms", ...beats.map(({ avDelay_ms }) => formatNumber(avDelay_ms, 0))],
      ...VALVE_MEANINGS.map((meaning) => [
        `${meaning.charAt(0).toUpperCase()}${meaning.slice(1)}, ms`,
        ...marks.map((own) => formatNumber(own.find((mark) => mark.meaning === meaning)?.time_ms, 0)),
      ]),
      ...PRESSURES.map(({ name }, i) => [
        `${name}, mmHg`,
        ...drawn.map(({ pressures_mmHg }) => range(pressures_mmHg[i]!)),
      ]),
      ["Volume of the left ventricle, mL", ...drawn.map(({ volume_mL }) => range(volume_mL))],
    ],
  };
}
