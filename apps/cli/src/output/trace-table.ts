import type { Table } from "@tributary/formats";
import { CAVITY, VALVE } from "@tributary/model";
import type { CirculationStudy } from "@tributary/plan";

/** Every signal of one beat, a column each, from right atrial activation on. */
export function tabulateTrace({ beat: { trace }, muscle }: CirculationStudy): Table {
  const named = (places: Readonly<Record<string, number>>, traces: readonly Float64Array[], what: string) =>
    Object.entries(places).map(([name, place]) => ({ name: `${name}_${what}`, values: traces[place]! }));
  const patches = muscle.patches.map(({ label, wall }) => (label === "RV" ? "RV" : `${wall}${label}`));
  return {
    columns: [
      { name: "time_ms", values: Float64Array.from({ length: trace.sampleCount }, (_, i) => i * trace.interval_ms) },
      ...named(CAVITY, trace.volumes_mL, "volume_mL"),
      ...named(CAVITY, trace.pressures_kPa, "pressure_kPa"),
      ...named(CAVITY, trace.nodePressures_kPa, "nodePressure_kPa"),
      ...named(VALVE, trace.flows_mLPerS, "flow_mLPerS"),
      ...patches.map((name, patch) => ({ name: `${name}_strain`, values: trace.patchStrains[patch]! })),
      ...patches.map((name, patch) => ({ name: `${name}_stress_kPa`, values: trace.patchStresses_kPa[patch]! })),
      { name: "septum_volume_mL", values: trace.septalVolume_mL },
    ],
  };
}
