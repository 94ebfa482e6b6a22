import { specifyFindings } from "@tributary/intake";
import { runImplantTests, type TestedSystem, type TestVerdict } from "@tributary/model/generator";
import { type CaseProgram, testedSystemOf } from "@tributary/plan";
import type { CaseRun } from "../run-case.ts";

const SEED = 1;

/** The leads of a case as "device test" finds them, and how each test came out. */
export function testAtImplant(
  run: CaseRun,
  { system, settings }: CaseProgram,
): { readonly tested: TestedSystem; readonly verdicts: readonly TestVerdict[] } {
  const { qrsDuration_ms } = specifyFindings(run.loaded).findings;
  const tested = testedSystemOf({ ...run, system, qrsDuration_ms, seed: SEED });
  const scope = {
    hasAtrialLead: tested.atrial !== undefined,
    hasLeftLead: tested.left.length > 0,
    isDefibrillator: system.device.canDefibrillate,
    usesLeftSensing: settings.lvSensing === "on",
  };
  return { tested, verdicts: runImplantTests(tested, { scope, leftOut: [], overrides: [] }).verdicts };
}
