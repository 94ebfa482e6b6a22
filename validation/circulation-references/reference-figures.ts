import { CAVITY, millimetersOfMercuryFromKilopascals, type PatientBeat, pressureVolumeLoop } from "@tributary/model";
import type { LineFigure } from "@tributary/report";
import type { PublishedState } from "./published-states.ts";

/** Pressure-volume loops of the left ventricle. */
export function plotLoops(title: string, beats: readonly (readonly [name: string, beat: PatientBeat])[]): LineFigure {
  return {
    kind: "lines",
    title,
    xLabel: "LV volume, mL",
    yLabel: "LV pressure, mmHg",
    series: beats.map(([name, { trace }]) => {
      const { pressure_kPa, volume_mL } = pressureVolumeLoop(trace, "leftVentricle");
      return { name, x: [...volume_mL], y: printPressures(pressure_kPa), style: "line" };
    }),
  };
}

/** Pressures over one beat of a reference. */
export function plotPressures({ id, beat: { trace } }: PublishedState): LineFigure {
  const times_ms = Array.from({ length: trace.sampleCount }, (_, sample) => sample * trace.interval_ms);
  const of = (name: string, pressures: readonly Float64Array[], cavity: number) =>
    ({ name, x: times_ms, y: printPressures(pressures[cavity]!), style: "line" }) as const;
  return {
    kind: "lines",
    title: `Pressures of one beat: ${id} reference`,
    xLabel: "After right atrial activation, ms",
    yLabel: "Pressure, mmHg",
    series: [
      of("left ventricle", trace.pressures_kPa, CAVITY.leftVentricle),
      of("aorta", trace.nodePressures_kPa, CAVITY.systemicArteries),
      of("left atrium", trace.pressures_kPa, CAVITY.leftAtrium),
      of("right ventricle", trace.pressures_kPa, CAVITY.rightVentricle),
      of("pulmonary artery", trace.nodePressures_kPa, CAVITY.pulmonaryArteries),
    ],
  };
}

function printPressures(pressures_kPa: Float64Array): number[] {
  return Array.from(pressures_kPa, millimetersOfMercuryFromKilopascals);
}
