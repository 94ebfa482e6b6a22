// The public API of @tributary/validation: every case, in the order of the page.
import { runCaptureAndPhrenic } from "./capture-and-phrenic/capture-and-phrenic.ts";
import { runCirculationReferences } from "./circulation-references/circulation-references.ts";
import { runCoordinates } from "./coordinates/coordinates.ts";
import { runDrawModel } from "./draw-model/draw-model.ts";
import { runDyssynchrony } from "./dyssynchrony/dyssynchrony.ts";
import { runEikonalConvergence } from "./eikonal-convergence/eikonal-convergence.ts";
import { runEndocardialGain } from "./endocardial-gain/endocardial-gain.ts";
import { runFastLayer } from "./fast-layer/fast-layer.ts";
import { runFibers } from "./fibers/fibers.ts";
import { runLbbbPattern } from "./lbbb-pattern/lbbb-pattern.ts";
import { runLeadAlgebra } from "./lead-algebra/lead-algebra.ts";
import { runMeasuredEcg } from "./measured-ecg/measured-ecg.ts";
import { runNiedererSlab } from "./niederer-slab/niederer-slab.ts";
import { runPacingEcg } from "./pacing-ecg/pacing-ecg.ts";
import { runPatchConvergence } from "./patch-convergence/patch-convergence.ts";
import { runPumpBySite } from "./pump-by-site/pump-by-site.ts";
import { runSiteRanking } from "./site-ranking/site-ranking.ts";
import { runSphericalShell } from "./spherical-shell/spherical-shell.ts";
import { runSyntheticTruth } from "./synthetic-truth/synthetic-truth.ts";
import type { ValidationEntry } from "./validation-context.ts";
import { runVeinStatistics } from "./vein-statistics/vein-statistics.ts";
import { runVolumeConductor } from "./volume-conductor/volume-conductor.ts";

export type { ValidationCase, ValidationRow } from "./validation-case.ts";
export { createValidationContext, type ValidationContext, type ValidationEntry } from "./validation-context.ts";

export const VALIDATION_CASES: readonly ValidationEntry[] = [
  { id: "eikonal-convergence", run: runEikonalConvergence },
  { id: "spherical-shell", run: runSphericalShell },
  { id: "fast-layer", run: runFastLayer },
  { id: "niederer-slab", run: runNiedererSlab },
  { id: "fibers", run: runFibers },
  { id: "coordinates", run: runCoordinates },
  { id: "vein-statistics", run: runVeinStatistics },
  { id: "capture-and-phrenic", run: runCaptureAndPhrenic },
  { id: "volume-conductor", run: runVolumeConductor },
  { id: "lead-algebra", run: runLeadAlgebra },
  { id: "measured-ecg", run: runMeasuredEcg },
  { id: "lbbb-pattern", run: (context) => runLbbbPattern(context) },
  { id: "endocardial-gain", run: (context) => runEndocardialGain(context) },
  { id: "pacing-ecg", run: (context) => runPacingEcg(context) },
  { id: "site-ranking", run: (context) => runSiteRanking(context) },
  { id: "draw-model", run: (context) => runDrawModel(context) },
  { id: "synthetic-truth", run: (context) => runSyntheticTruth(context) },
  { id: "circulation-references", run: runCirculationReferences },
  { id: "dyssynchrony", run: runDyssynchrony },
  { id: "patch-convergence", run: (context) => runPatchConvergence(context) },
  { id: "pump-by-site", run: (context) => runPumpBySite(context) },
];
