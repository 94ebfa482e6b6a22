import type { LvElectrode } from "../lead/lead.ts";
import type { PacingVector, VectorAnode } from "../lead/list-vectors.ts";
import type { Parameter } from "../units/parameter.ts";
import { anodeChamber } from "./anodal-capture.ts";

/** A pulse of the left-ventricular channel. */
export interface LvPulse {
  readonly vector: Pick<PacingVector, "cathode" | "anode">;
  readonly start_ms: number;
  /** From `judgeAnodalCapture`. */
  readonly hasAnodalCapture: boolean;
}

/** A place from which the ventricles are activated; the ring and the tip of the RV lead count as one place, "RV". */
export interface PacedSource {
  readonly place: LvElectrode | "RV";
  readonly start_ms: number;
  readonly cause: "cathode" | "anode" | "RV pulse";
}

export const REFRACTORY_PARAMETERS = {
  /** How long muscle that was captured cannot be captured again; longer than any VV delay. */
  muscleRefractory_ms: { value: 250, unit: "ms", range: [200, 300], source: "from memory", confirmed: false },
} as const satisfies Record<string, Parameter>;

/**
 * Where fronts start, and when, for the pulses of one beat.
 *
 * Every pulse captures at its cathode; one with anodal capture also at its anode. A place that is captured a second time
 * within its refractory time gives no second front: so with anodal capture of the RV ring by an earlier or simultaneous
 * LV pulse the RV pulse has no effect, and VV from 0 to 80 ms gives the same list.
 *
 * @param lvPulses  of the beat; two for multipoint pacing
 * @param rvPulse_ms  undefined for LV-only pacing
 * @returns effective sources by start, one a place; starts are those of the pulses, without latency
 */
export function listPacedSources(lvPulses: readonly LvPulse[], rvPulse_ms: number | undefined): PacedSource[] {
  const sources: PacedSource[] = lvPulses.flatMap(({ vector, start_ms, hasAnodalCapture }): PacedSource[] => {
    const cathode: PacedSource = { place: vector.cathode, start_ms, cause: "cathode" };
    const anodePlace = hasAnodalCapture ? placeOfAnode(vector.anode) : undefined;
    return anodePlace === undefined ? [cathode] : [cathode, { place: anodePlace, start_ms, cause: "anode" }];
  });
  if (rvPulse_ms !== undefined) sources.push({ place: "RV", start_ms: rvPulse_ms, cause: "RV pulse" });
  sources.sort((a, b) => a.start_ms - b.start_ms);
  return sources.filter((source, i) => !sources.slice(0, i).some((earlier) => makesRefractory(earlier, source)));
}

function makesRefractory(earlier: PacedSource, later: PacedSource): boolean {
  if (earlier.place !== later.place) return false;
  return later.start_ms - earlier.start_ms < REFRACTORY_PARAMETERS.muscleRefractory_ms.value;
}

/** Only a ring can capture as anode; the coil and the can never do. */
function placeOfAnode(anode: VectorAnode): PacedSource["place"] | undefined {
  if (anode === "RVcoil" || anode === "can") return undefined;
  return anodeChamber(anode) === "RV" ? "RV" : (anode as LvElectrode);
}
