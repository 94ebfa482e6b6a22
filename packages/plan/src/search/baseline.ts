import type { ConductionSpecification } from "@tributary/engine";
import { combineRoots, findMeasuredBeat } from "../calibration/conducted-beat.ts";
import { fitVelocityScale } from "../calibration/fit-velocity.ts";
import type { ConductionSet } from "../fields/conduction-set.ts";
import type { PlanFields } from "../fields/solve-fields.ts";
import type { BeatMeasures, BeatMeter } from "../heart/beat-meter.ts";

/** The heart as it is now: conducted, or paced from the right ventricle. */
export interface Baseline {
  readonly name: string;
  /** nodeCount, ms after the first source. */
  readonly times_ms: Float32Array;
  readonly measures: BeatMeasures;
  /** Starts of the sources in the layout, for a beat made of them. */
  readonly sources: readonly number[];
  readonly delays_ms: readonly number[];
  /** The set with its velocity fitted once more on this mesh. */
  readonly set: ConductionSet;
}

/**
 * The beat as it is now on one mesh. Every mesh makes fronts a little late, each by its own amount, so the global
 * velocity is fitted to the measured QRS duration on the mesh in use; that needs no solve.
 */
export function findBaseline(
  conduction: ConductionSpecification,
  { layout, fields }: PlanFields,
  set: ConductionSet,
  run: { readonly meter: BeatMeter; readonly qrsDuration_ms: number | undefined },
): Baseline {
  const { meter, qrsDuration_ms } = run;
  const measured = findMeasuredBeat(conduction, layout);
  // With AV block and no lead there is no beat of the ventricles' own to compare with: right-ventricular pacing stands for it.
  const beat = measured ?? { sources: [[...layout.rv.values()][0]!], defaultDelays_ms: [0] };
  const delays_ms = measured ? set.rootDelays_ms : beat.defaultDelays_ms;
  const used = beat.sources.map((index) => fields[index]!);
  const times_ms = new Float32Array(used[0]!.length);
  const measureAt = (velocityScale: number) => {
    combineRoots(times_ms, used, { velocityScale, rootDelays_ms: delays_ms });
    return meter.measureMap(times_ms, 0);
  };
  const isFitted = measured !== undefined && qrsDuration_ms !== undefined;
  const velocityScale = isFitted
    ? fitVelocityScale(qrsDuration_ms, (scale) => measureAt(scale).qrsDuration_ms).velocityScale
    : set.velocityScale;
  const measures = measureAt(velocityScale);
  return {
    name: nameBaseline(conduction, measured !== undefined),
    times_ms,
    measures,
    sources: beat.sources,
    delays_ms,
    set: { ...set, velocityScale },
  };
}

function nameBaseline({ pattern }: ConductionSpecification, hasBeat: boolean): string {
  if (pattern === "rvPaced") return "As it is now: RV pacing";
  return hasBeat ? "As it is now: conducted beat" : "RV pacing alone (no conducted beat)";
}
