import { specifyCirculation } from "@tributary/intake";
import { type CaseProgram, type CaseRhythm, describeCaseRhythm } from "@tributary/plan";
import type { CaseRun } from "../run-case.ts";

/** The heart of a case as its programmed generator meets it. */
export function describeHeart({ prepared, study, conduction, loaded }: CaseRun, { vector }: CaseProgram): CaseRhythm {
  return describeCaseRhythm({
    prepared,
    study,
    conduction,
    heartRate_perMin: specifyCirculation(loaded.case).heartRate_perMin,
    cathode: vector?.vector.cathode,
    leftThreshold_V: vector?.threshold_V,
  });
}
