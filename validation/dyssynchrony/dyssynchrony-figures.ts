import { millimetersOfMercuryFromKilopascals, type PatientBeat, pressureVolumeLoop } from "@tributary/model";
import type { LineFigure } from "@tributary/report";
import type { DelayPoint } from "./delay-curves.ts";
import type { Response } from "./paced-patient.ts";

type NamedCurve = readonly [name: string, points: readonly DelayPoint[]];
type Change = keyof Pick<Response["change"], "dpdtMax_percent" | "strokeVolume_percent">;

const CHANGE_LABEL: Readonly<Record<Change, string>> = {
  dpdtMax_percent: "Change of dP/dt max, %",
  strokeVolume_percent: "Change of stroke volume, %",
};

/** Changes over a delay. */
export function plotDelays(title: string, xLabel: string, change: Change, curves: readonly NamedCurve[]): LineFigure {
  return {
    kind: "lines",
    title,
    xLabel,
    yLabel: CHANGE_LABEL[change],
    series: curves.map(([name, points]) => ({
      name,
      x: points.map(({ delay_ms }) => delay_ms),
      y: points.map(({ response }) => response.change[change]),
    })),
  };
}

/** Mean strain of some patches over a beat, percent of the length at right atrial activation. */
export function plotStrains(
  beats: readonly (readonly [name: string, beat: PatientBeat])[],
  walls: readonly (readonly [name: string, patches: readonly number[]])[],
): LineFigure {
  return {
    kind: "lines",
    title: "Fiber strain of septum and lateral wall: failing, block",
    subtitle: "Mean over patches, against right atrial activation",
    xLabel: "After right atrial activation, ms",
    yLabel: "Strain, %",
    series: beats.flatMap(([beatName, { trace }]) =>
      walls.map(([wallName, patches]) => ({
        name: `${wallName}, ${beatName}`,
        x: Array.from({ length: trace.sampleCount }, (_, sample) => sample * trace.interval_ms),
        y: Array.from({ length: trace.sampleCount }, (_, sample) => meanStrain(trace.patchStrains, patches, sample)),
        style: "line" as const,
      })),
    ),
  };
}

function meanStrain(strains: readonly Float64Array[], patches: readonly number[], sample: number): number {
  const sum = patches.reduce((total, patch) => total + Math.expm1(strains[patch]![sample]! - strains[patch]![0]!), 0);
  return (100 * sum) / patches.length;
}

/** Loops of the left ventricle. */
export function plotLoops(beats: readonly (readonly [name: string, beat: PatientBeat])[]): LineFigure {
  return {
    kind: "lines",
    title: "Pressure and volume of the left ventricle: failing, block",
    subtitle: "Each way of pacing at its own best AV delay",
    xLabel: "LV volume, mL",
    yLabel: "LV pressure, mmHg",
    series: beats.map(([name, { trace }]) => {
      const { pressure_kPa, volume_mL } = pressureVolumeLoop(trace, "leftVentricle");
      const y = Array.from(pressure_kPa, millimetersOfMercuryFromKilopascals);
      return { name, x: [...volume_mL], y, style: "line" };
    }),
  };
}
