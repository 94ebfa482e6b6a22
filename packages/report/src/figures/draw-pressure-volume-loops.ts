import {
  measurePump,
  millimetersOfMercuryFromKilopascals,
  type PumpMeasures,
  pressureVolumeLoop,
} from "@tributary/model";
import { STATE_COLORS } from "../color/series-palette.ts";
import { formatNumber } from "../svg/format-number.ts";
import { composePicture, drawHeading, measureHeading, type Picture } from "../svg/picture.ts";
import { element, pathData } from "../svg/svg-markup.ts";
import { drawText, INK } from "../svg/text.ts";
import { drawCurveKey } from "./beat-panel.ts";
import { type DrawnBeat, type DrawnBeats, lineThrough } from "./drawn-beat.ts";
import { type Axis, createAxis } from "./line-axes.ts";
import { listValveMarks, type ValveMark, writeValveKey } from "./valve-marks.ts";

export interface PressureVolumeOptions {
  readonly title: string;
  readonly subtitle?: string;
  readonly beats: DrawnBeats;
}

const WIDTH_px = 960;
const HEIGHT_px = 330;
/** The left ventricle is what the plan is about; the right one stands beside it for comparison. */
const LEFT = { left_px: 70, right_px: 600 } as const;
const RIGHT = { left_px: 680, right_px: WIDTH_px - 20 } as const;
const LINE_px = { before: 1.8, after: 2.4, frozen: 1.8 } as const;
const ESTIMATE_DASH = "6 4";

type Ventricle = "leftVentricle" | "rightVentricle";

interface LoopPanel {
  readonly ventricle: Ventricle;
  readonly name: string;
  readonly volumeAxis: Axis;
  readonly pressureAxis: Axis;
  readonly left_px: number;
  readonly right_px: number;
  readonly top_px: number;
  readonly bottom_px: number;
}

/** Pressure over volume of both ventricles during one beat, before and after; the valves of the left one marked. */
export function drawPressureVolumeLoops(options: PressureVolumeOptions): Picture {
  const { beats, title } = options;
  const top_px = measureHeading(options.subtitle) + 46;
  const bottom_px = top_px + HEIGHT_px;
  const left = createLoopPanel("leftVentricle", "Left ventricle", beats, { ...LEFT, top_px, bottom_px });
  const right = createLoopPanel("rightVentricle", "Right ventricle", beats, { ...RIGHT, top_px, bottom_px });
  const body = [
    drawHeading(title, options.subtitle),
    drawCurveKey(
      beats.map(({ name, role, isEstimate }) => ({
        name,
        look: {
          color: STATE_COLORS[role],
          width_px: LINE_px[role] + 0.6,
          ...(isEstimate ? { dash: ESTIMATE_DASH } : {}),
        },
      })),
      LEFT.left_px,
      top_px - 28,
    ),
    ...[left, right].map(drawLoopFrame),
    ...[left, right].flatMap((panel) => beats.map((beat) => drawLoop(panel, beat))),
    ...beats.map((beat, i) => drawCorners(left, beat, i > 0 && i === beats.length - 1)),
    drawText(LEFT.left_px, bottom_px + 54, writeValveKey(listValveMarks(beats[0].trace)), {
      size_px: 11,
      fill: INK.quiet,
    }),
  ];
  return composePicture({
    width_px: WIDTH_px,
    height_px: bottom_px + 76,
    title,
    description: describe(beats),
    table: tabulate(beats),
    body: body.join(""),
  });
}

function createLoopPanel(
  ventricle: Ventricle,
  name: string,
  beats: DrawnBeats,
  place: Pick<LoopPanel, "left_px" | "right_px" | "top_px" | "bottom_px">,
): LoopPanel {
  const loops = beats.map(({ trace }) => pressureVolumeLoop(trace, ventricle));
  const volumes = loops.flatMap(({ volume_mL }) => [...volume_mL]);
  const pressures = loops.flatMap(({ pressure_kPa }) => [...pressure_kPa.map(millimetersOfMercuryFromKilopascals)]);
  return {
    ...place,
    ventricle,
    name,
    volumeAxis: createAxis(widen(volumes), false, place.left_px, place.right_px, ventricle === "leftVentricle" ? 7 : 4),
    pressureAxis: createAxis([0, ...pressures], false, place.bottom_px, place.top_px, 6),
  };
}

/** Both ends with room beside the loop, where codes of valves stand. */
function widen(volumes: readonly number[]): number[] {
  const [low, high] = [Math.min(...volumes), Math.max(...volumes)];
  const room = 0.1 * (high - low);
  return [low - room, high + room];
}

function drawLoopFrame({ name, volumeAxis, pressureAxis, left_px, right_px, top_px, bottom_px }: LoopPanel): string {
  const hair = { stroke: INK.hair, "stroke-width": 1 };
  return [
    ...volumeAxis.ticks.map(({ value, label }) => {
      const x = volumeAxis.toPixel(value);
      return (
        element("path", { d: pathData([x, top_px, x, bottom_px]), ...hair }) +
        drawText(x, bottom_px + 16, label, { size_px: 11, anchor: "middle" })
      );
    }),
    ...pressureAxis.ticks.map(({ value, label }) => {
      const y = pressureAxis.toPixel(value);
      return (
        element("path", { d: pathData([left_px, y, right_px, y]), ...hair }) +
        drawText(left_px - 7, y + 4, label, { size_px: 11, anchor: "end" })
      );
    }),
    element("path", {
      d: pathData([left_px, top_px, left_px, bottom_px, right_px, bottom_px]),
      fill: "none",
      stroke: INK.text,
      "stroke-width": 1.1,
    }),
    drawText(left_px, top_px - 8, name, { size_px: 12.5, weight: "600" }),
    drawText((left_px + right_px) / 2, bottom_px + 34, "Volume, mL", { size_px: 12, anchor: "middle" }),
    drawText(left_px - 46, (top_px + bottom_px) / 2, "Pressure, mmHg", {
      size_px: 12,
      anchor: "middle",
      rotate_deg: -90,
    }),
  ].join("");
}

function drawLoop({ ventricle, volumeAxis, pressureAxis }: LoopPanel, { role, trace, isEstimate }: DrawnBeat): string {
  const { pressure_kPa, volume_mL } = pressureVolumeLoop(trace, ventricle);
  const points = lineThrough(trace.sampleCount, (sample) => [
    volumeAxis.toPixel(volume_mL[sample]!),
    pressureAxis.toPixel(millimetersOfMercuryFromKilopascals(pressure_kPa[sample]!)),
  ]);
  return element("path", {
    d: pathData(points, true),
    fill: STATE_COLORS[role],
    "fill-opacity": 0.05,
    stroke: STATE_COLORS[role],
    "stroke-width": ventricle === "leftVentricle" ? LINE_px[role] : LINE_px[role] - 0.6,
    "stroke-dasharray": isEstimate && ESTIMATE_DASH,
    "stroke-linejoin": "round",
  });
}

/** Where a code stands beside its corner of the loop: outside of it. */
const CODE_OFFSETS: Record<ValveMark["code"], readonly [dx_px: number, dy_px: number, anchor: "start" | "end"]> = {
  MVC: [7, 12, "start"],
  AVO: [8, 4, "start"],
  AVC: [-8, 0, "end"],
  MVO: [-8, 3, "end"],
};

/** A dot where a valve opens or closes. */
function drawCorners({ volumeAxis, pressureAxis }: LoopPanel, { role, trace }: DrawnBeat, isNamed: boolean): string {
  const { pressure_kPa, volume_mL } = pressureVolumeLoop(trace, "leftVentricle");
  return listValveMarks(trace)
    .map(({ code, time_ms }) => {
      const sample = Math.round(time_ms / trace.interval_ms) % (trace.sampleCount - 1);
      const x = volumeAxis.toPixel(volume_mL[sample]!);
      const y = pressureAxis.toPixel(millimetersOfMercuryFromKilopascals(pressure_kPa[sample]!));
      const [dx, dy, anchor] = CODE_OFFSETS[code];
      return (
        element("circle", { cx: x, cy: y, r: 3.4, fill: STATE_COLORS[role], stroke: INK.paper, "stroke-width": 1 }) +
        (isNamed ? drawText(x + dx, y + dy, code, { size_px: 10, anchor, fill: INK.quiet, halo: true }) : "")
      );
    })
    .join("");
}

function describe(beats: DrawnBeats): string {
  const said = beats.map(({ name, trace }) => {
    const { endDiastolicVolume_mL, endSystolicVolume_mL, leftVentricularPeak_kPa } = measurePump(trace);
    const peak_mmHg = millimetersOfMercuryFromKilopascals(leftVentricularPeak_kPa);
    return `${name}: left ventricle from ${formatNumber(endDiastolicVolume_mL, 0)} to ${formatNumber(endSystolicVolume_mL, 0)} mL, up to ${formatNumber(peak_mmHg, 0)} mmHg`;
  });
  return `Pressure over volume of both ventricles during one beat. ${said.join(". ")}.`;
}

const ROWS: readonly (readonly [string, (pump: PumpMeasures) => number | undefined, decimals: number])[] = [
  ["LV end-diastolic volume, mL", (pump) => pump.endDiastolicVolume_mL, 0],
  ["LV end-systolic volume, mL", (pump) => pump.endSystolicVolume_mL, 0],
  ["LV ejection fraction, %", (pump) => 100 * pump.ejectionFraction, 0],
  ["LV end-diastolic pressure, mmHg", (pump) => toMmHg(pump.endDiastolicPressure_kPa), 0],
  ["LV peak pressure, mmHg", (pump) => toMmHg(pump.leftVentricularPeak_kPa), 0],
  ["LV stroke work (area of the loop), mJ", (pump) => pump.strokeWork_mJ, 0],
  ["RV end-diastolic volume, mL", (pump) => pump.rightEndDiastolicVolume_mL, 0],
  ["RV stroke work (area of the loop), mJ", (pump) => pump.rightStrokeWork_mJ, 0],
  ["Pulmonary systolic pressure, mmHg", (pump) => toMmHg(pump.pulmonarySystolicPressure_kPa), 0],
];

function toMmHg(pressure_kPa: number | undefined): number | undefined {
  return pressure_kPa === undefined ? undefined : millimetersOfMercuryFromKilopascals(pressure_kPa);
}

function tabulate(beats: DrawnBeats): Picture["table"] {
  const pumps = beats.map(({ trace }) => measurePump(trace));
  return {
    columns: ["Quantity", ...beats.map(({ name }) => name)],
    rows: ROWS.map(([name, read, decimals]) => [name, ...pumps.map((pump) => formatNumber(read(pump), decimals))]),
  };
}
