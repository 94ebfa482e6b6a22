// Mutants that no test can notice, with the reason; by file, operator and line.
import type { Mutant, MutationOperator } from "./list-mutants.ts";

interface Equivalence {
  readonly file: string;
  readonly operator: MutationOperator;
  /** What the line contains. */
  readonly line: string;
  readonly reason: string;
}

const EQUIVALENCES: readonly Equivalence[] = [
  {
    file: "atrial-sense.ts",
    operator: "boundary",
    line: "if (timing.nonCompetitive_us > 0",
    reason: "a hold of 0 ms ends where it begins",
  },
  {
    file: "av-algorithm.ts",
    operator: "boundary",
    line: "} else if (state.algorithmAv_us < Infinity) {",
    reason: "counting on with no delay set sets none",
  },
  {
    file: "escape-interval.ts",
    operator: "boundary",
    line: "return timing.smoothingFraction < Infinity",
    reason: "an infinite share limits nothing",
  },
  {
    file: "fire-timer.ts",
    operator: "boundary",
    line: "< next_us) next_us = state.",
    reason: "of two equal times either is the earlier",
  },
  {
    file: "fire-timer.ts",
    operator: "boundary",
    line: "if (state.avEndAt_us < Infinity) state.avEndAt_us = Math.max(until_us",
    reason: "an AV interval that does not run, held or not, does not run",
  },
  {
    file: "pace-atrium.ts",
    operator: "chamber",
    line: "if (behavior.heedsVentricle && timing.safetyAvDelay_us",
    reason: "a mode that paces both chambers heeds both or none",
  },
  {
    file: "pace-atrium.ts",
    operator: "chamber",
    line: "state.avEndAt_us = Math.min(wanted_us, state.ventricularEscapeAt_us);",
    reason: "the ventricular escape paces by itself at that time, with the same marker",
  },
  {
    file: "sensor-rate.ts",
    operator: "boundary",
    line: "const rising = state.sensorTarget_ppm > state.sensorRate_ppm",
    reason: "a rate at its target has returned before",
  },
  {
    file: "step-generator.ts",
    operator: "chamber",
    line: '| { readonly kind: "LV"; readonly time_us: number }',
    reason: "a type is gone when the program runs",
  },
  {
    file: "ventricular-event.ts",
    operator: "chamber",
    line: "state.atrialEscapeAt_us = behavior.pacesAtrium && behavior.pacesVentricle",
    reason: "a mode that paces the atrium alone starts no ventricular cycle",
  },
  {
    file: "generator-timing.ts",
    operator: "chamber",
    line: "seesAtrium: permanent.seesAtrium }",
    reason: "a mode that can be switched sees both chambers",
  },
  {
    file: "generator-timing.ts",
    operator: "constant",
    line: "const RUNAWAY_RATE_PPM",
    reason: "no programmable rate comes near it; it guards against faults of the machine itself",
  },
];

/** Why a mutant behaves as the original; undefined where it does not. */
export function findEquivalence({ file, operator, line }: Mutant): string | undefined {
  return EQUIVALENCES.find((known) => known.file === file && known.operator === operator && line.includes(known.line))
    ?.reason;
}
