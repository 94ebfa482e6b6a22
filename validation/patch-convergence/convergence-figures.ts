import type { LineFigure } from "@tributary/report";
import type { DividedPump } from "./divided-pump.ts";
import { changeOf, type DividedMeasure, type HeartDivisions } from "./heart-divisions.ts";

const LABELS = { strokeVolume_percent: "stroke volume", dpdtMax_percent: "dP/dt max" } as const;

/** How a measure of the conducted beat changes with the number of patches. */
export function plotCounts(measure: DividedMeasure, studies: readonly HeartDivisions[]): LineFigure {
  const curve = (name: string, segments: DividedPump, points: readonly DividedPump[]) => ({
    name,
    x: points.map(({ leftCount, rightCount }) => leftCount + rightCount),
    y: points.map((own) => changeOf(measure, segments, own)),
  });
  return {
    kind: "scatter",
    title: `Number of patches and ${LABELS[measure]}`,
    subtitle: "Conducted beat with left bundle branch block, against AHA segments",
    xLabel: "Patches of both ventricles",
    yLabel: `Change of ${LABELS[measure]}, %`,
    logX: true,
    series: studies.flatMap(({ id, schemes, divisions }) => [
      curve(`${id}, rings`, schemes[0]!, schemes),
      curve(`${id}, divided by time`, schemes[0]!, divisions),
    ]),
  };
}
