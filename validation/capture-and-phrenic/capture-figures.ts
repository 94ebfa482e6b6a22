import { fitThresholdDistribution, PUBLISHED_THRESHOLDS, shareBelow } from "@tributary/model";
import type { LineFigure } from "@tributary/report";
import { thresholdOfGap } from "./bipole-spacing.ts";
import { bestElectrode, lowestPhrenicOf } from "./phrenic-prevalence.ts";
import type { Site } from "./sample-sites.ts";

const OUTPUTS_V = Array.from({ length: 29 }, (_, i) => 0.25 * i);

/** Percent of values at or below each output. */
function cumulate(values_V: readonly number[]): number[] {
  return OUTPUTS_V.map((output) => (100 * values_V.filter((value) => value <= output).length) / values_V.length);
}

export function plotThresholds(sites: readonly Site[]): LineFigure {
  const series = (["LV1", "LV4"] as const).flatMap((name) => {
    const { mean_V, sd_V } = PUBLISHED_THRESHOLDS[name];
    const law = fitThresholdDistribution(mean_V, sd_V);
    const index = name === "LV1" ? 0 : 3;
    return [
      { name: `${name}, ours`, x: OUTPUTS_V, y: cumulate(sites.map(({ thresholds_V }) => thresholds_V[index]!)) },
      {
        name: `${name}, published`,
        x: OUTPUTS_V,
        y: OUTPUTS_V.map((output) => (output > 0 ? 100 * shareBelow(law, output) : 0)),
      },
    ];
  });
  return {
    kind: "lines",
    title: "Captured at an output: tip and most proximal electrode",
    xLabel: "output at 0.5 ms (V)",
    yLabel: "places captured (%)",
    series,
  };
}

export function plotPhrenicShares(sites: readonly Site[]): LineFigure {
  const series = (["inferior", "lateral", "anterior"] as const).map((region) => {
    const there = sites.filter((site) => site.electrodes[bestElectrode(site)]!.region === region);
    return { name: region, x: OUTPUTS_V, y: cumulate(there.map(lowestPhrenicOf)) };
  });
  const published = { name: "at implant, lateral", x: [4.75, 5, 5.25], y: [32, 32, 32] };
  return {
    kind: "lines",
    title: "Phrenic stimulation by one cathode or more of a lead",
    xLabel: "output at 0.5 ms (V)",
    yLabel: "sites stimulated (%)",
    series: [...series, published],
  };
}

export function plotBipoles(): LineFigure {
  const gaps_mm = [0.5, 1, 1.5, 2, 3, 4, 5, 7, 10, 15, 20];
  return {
    kind: "lines",
    title: "A closer bipole spares the nerve",
    xLabel: "between the rings (mm)",
    yLabel: "phrenic threshold over the unipolar one",
    logX: true,
    series: [2.5, 3.5, 5].map((height_mm) => ({
      name: `nerve ${height_mm} mm away`,
      x: gaps_mm,
      y: gaps_mm.map((gap_mm) => thresholdOfGap(height_mm, gap_mm) / thresholdOfGap(height_mm)),
    })),
  };
}
