import { thresholdAtWidth } from "@tributary/model";
import type { ChamberTest } from "@tributary/model/generator";
import { drawLineFigure } from "../figures/draw-line-figure.ts";
import type { Picture } from "../svg/picture.ts";

/** Programmable widths and between them, ms. */
const WIDTHS_ms = [0.1, 0.15, 0.2, 0.3, 0.4, 0.5, 0.6, 0.8, 1, 1.2, 1.5, 1.9] as const;

/** Threshold over pulse width of each lead whose curve was measured. */
export function drawStrengthDuration(tests: readonly ChamberTest[]): Picture {
  return drawLineFigure({
    kind: "lines",
    title: "Threshold over pulse width",
    subtitle: "From thresholds at two widths: rheobase (1 + chronaxie / width)",
    xLabel: "Pulse width, ms",
    yLabel: "Capture threshold, V",
    series: tests.flatMap(({ pair, curve }) =>
      curve
        ? [{ name: pair.name, x: WIDTHS_ms, y: WIDTHS_ms.map((width_ms) => thresholdAtWidth(curve, width_ms)) }]
        : [],
    ),
  });
}
