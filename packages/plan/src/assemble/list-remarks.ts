import type { MechanicalStudy } from "../mechanics/study-mechanics.ts";
import { PLAN_PARAMETERS } from "../plan-parameters.ts";
import type { PlanParts } from "./plan-parts.ts";

/** What a reader must know beside the numbers, from the rhythm, the lead and the result. */
export function listRemarks({ input, search, ranked, status, model, mechanics }: PlanParts): string[] {
  const { atrioventricular, pattern } = input.conduction;
  const remarks: string[] = [];
  if (status === "provisional") {
    const edge_mm = model.prepared.meshReport?.meanEdge_mm;
    remarks.push(
      `Provisional: computed on a coarse mesh${edge_mm === undefined ? "" : ` of ${edge_mm.toFixed(1)} mm`}, with knots three times as far apart and without draws.`,
    );
  }
  if (atrioventricular.kind === "atrialFibrillation") {
    remarks.push("Atrial fibrillation: there is no AV delay, and fusion with conducted beats is not computed.");
  }
  if (atrioventricular.kind === "block") {
    remarks.push("AV block: there is no conducted beat; the AV delay changes filling only.");
  }
  if (atrioventricular.kind === "conducted" && atrioventricular.prInterval_ms === undefined && pattern !== "rvPaced") {
    remarks.push(
      "The PR interval is missing: no AV delay is given, and fusion with the conducted beat is not computed.",
    );
  }
  if (mechanics?.atria.kind === "free") remarks.push(describeFreeAvDelay(mechanics, search.problem.captureLatency_ms));
  if (mechanics && input.circulation.ejectionFraction === undefined) {
    const { value, source } = PLAN_PARAMETERS.assumedEjectionFraction;
    remarks.push(
      `The ejection fraction is missing; ${Math.round(100 * value)} % was taken for the circulation (${source}).`,
    );
  }
  if (search.problem.intrinsic_ms !== undefined) {
    remarks.push(
      `AV delays count from the sensed atrial event to the first ventricular pulse; where the atrium is paced add about ${PLAN_PARAMETERS.pacedAvOffset_ms.value} ms. Longer ones than shown are inhibited by the conducted beat or leave it less than ${PLAN_PARAMETERS.avSafetyMargin_ms.value} ms.`,
    );
  }
  if (ranked.length === 0)
    remarks.push("No site can be paced from: see what excludes each vein, and the alternatives.");
  if (ranked[0]?.choice.use.placement.electrodes.some(({ third }) => third === "apical")) {
    remarks.push(
      "Part of the lead lies in the apical third. Whether that harms is contested: hazard ratio for death or heart failure 1.72 (Singh, Circulation 2011), for cardiac death 0.74 (Leyva, JAHA 2018). No term of the score looks at it.",
    );
  }
  return remarks;
}

/** Where the AV delay does not change the activation several were tried; the best site's was chosen by its score. */
function describeFreeAvDelay({ sites }: MechanicalStudy, captureLatency_ms: number): string {
  const { avDelay_ms } = sites[0]!.option.setting;
  const programmed_ms = avDelay_ms - PLAN_PARAMETERS.atrialSensingDelay_ms.value - captureLatency_ms;
  return `Of the AV delays tried for filling (60, 100, 140 and 180 ms from the sensed atrial event), the circulation was best at ${Math.round(programmed_ms)} ms.`;
}
