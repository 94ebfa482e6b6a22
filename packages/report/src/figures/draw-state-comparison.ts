import type { Estimate } from "@tributary/plan";
import { STATE_COLORS } from "../color/series-palette.ts";
import { formatNumber } from "../svg/format-number.ts";
import { composePicture, drawHeading, measureHeading, type Picture } from "../svg/picture.ts";
import { drawText, INK, wrapText } from "../svg/text.ts";
import { createIntervalPanel, drawInterval, drawIntervalFrame, drawReferenceLine } from "./interval-plot.ts";
import type { SeriesLook } from "./series-marks.ts";

interface ComparedState {
  readonly name: string;
  readonly role: "before" | "after" | "alternative";
  readonly totalActivationTime_ms: Estimate;
  readonly qrsDuration_ms: Estimate;
  readonly remark: string;
}

export interface StateComparisonOptions {
  readonly title: string;
  readonly subtitle?: string;
  readonly states: readonly ComparedState[];
}

const WIDTH_px = 960;
const NAME_px = 270;
const ROW_px = 38;
const PANEL_px = 300;
const VALUE_px = 30;
const LOOKS: Record<ComparedState["role"], SeriesLook> = {
  before: { color: STATE_COLORS.before, dash: undefined, mark: "square" },
  after: { color: STATE_COLORS.after, dash: undefined, mark: "diamond" },
  alternative: { color: STATE_COLORS.alternative, dash: undefined, mark: "circle" },
};

/** Total activation time and QRS duration of several ways of activating one heart, with their intervals. */
export function drawStateComparison(options: StateComparisonOptions): Picture {
  const { states, title } = options;
  const top_px = measureHeading(options.subtitle) + 26;
  const bottom_px = top_px + states.length * ROW_px;
  const panels = QUANTITIES.map(({ read }, i) => {
    const left_px = NAME_px + i * (PANEL_px + VALUE_px + 20);
    return createIntervalPanel(states.map(read), { left_px, right_px: left_px + PANEL_px, top_px, bottom_px });
  });
  const rows = states.map((state, row) => {
    const y = top_px + (row + 0.5) * ROW_px;
    return drawName(state, y) + panels.map((panel, i) => drawValue(state, i, panel, y)).join("");
  });
  const before = states.find(({ role }) => role === "before");
  return composePicture({
    width_px: WIDTH_px,
    height_px: bottom_px + 66,
    title,
    description: `Total activation time and QRS duration with their intervals: ${states.map(({ name, totalActivationTime_ms }) => `${name} ${formatNumber(totalActivationTime_ms.value, 0)} ms`).join("; ")}.`,
    table: tabulate(states),
    body: [
      drawHeading(title, options.subtitle),
      ...panels.map((panel, i) => drawIntervalFrame(panel, QUANTITIES[i]!.label)),
      ...panels.map((panel, i) =>
        before ? drawReferenceLine(panel, QUANTITIES[i]!.read(before).value, STATE_COLORS.before) : "",
      ),
      ...rows,
    ].join(""),
  });
}

const QUANTITIES: readonly { readonly label: string; readonly read: (state: ComparedState) => Estimate }[] = [
  { label: "Total activation time, ms", read: (state) => state.totalActivationTime_ms },
  { label: "QRS duration, ms", read: (state) => state.qrsDuration_ms },
];

function drawName({ name, role }: ComparedState, y_px: number): string {
  const lines = wrapText(name, NAME_px - 40, 12).slice(0, 2);
  const first = y_px + 4 - (lines.length - 1) * 7;
  return lines
    .map((line, i) => drawText(16, first + 14 * i, line, { size_px: 12, weight: role === "after" ? "600" : "normal" }))
    .join("");
}

function drawValue(
  state: ComparedState,
  index: number,
  panel: ReturnType<typeof createIntervalPanel>,
  y_px: number,
): string {
  const estimate = QUANTITIES[index]!.read(state);
  const weight = state.role === "after" ? "600" : "normal";
  return (
    drawInterval(panel, y_px, estimate, LOOKS[state.role]) +
    drawText(panel.right_px + 8, y_px + 4, formatNumber(estimate.value, 0), {
      size_px: 12,
      weight,
      fill: Number.isFinite(estimate.value) ? INK.text : INK.quiet,
    })
  );
}

function tabulate(states: readonly ComparedState[]): Picture["table"] {
  const write = ({ value, low, high }: Estimate): string =>
    low === high
      ? formatNumber(value, 0)
      : `${formatNumber(value, 0)} (${formatNumber(low, 0)} to ${formatNumber(high, 0)})`;
  return {
    columns: ["Way of activating", ...QUANTITIES.map(({ label }) => label), "Remark"],
    rows: states.map((state) => [state.name, ...QUANTITIES.map(({ read }) => write(read(state))), state.remark]),
  };
}
