import { ALERT_NOTICE } from "../followup/device-alerts.ts";
import { DEVICE_CHECK_ITEMS } from "../followup/device-check.ts";
import { judgeLvef, judgeVolume } from "../followup/judge-response.ts";
import { NON_RESPONDER_STEPS } from "../followup/non-responder-steps.ts";
import { listLifeStations } from "../followup/whole-life.ts";
import type { ToldFollowUp } from "../presentation/describe-follow-up.ts";
import { type ClinicalCase, requireVariant } from "./clinical-case.ts";

/** A finding before the implant and after it. */
export interface BeforeAfter {
  readonly before: number;
  readonly after: number;
}

/**
 * What follows the implant of a case, and whether it helped where findings are given.
 *
 * @param found  end-systolic volume in mL and ejection fraction in %; undefined: not measured
 * @throws TributaryError "variant-missing"
 */
export function judgeCaseFollowUp(
  clinical: ClinicalCase,
  found: { readonly endSystolicVolume_mL: BeforeAfter | undefined; readonly lvef_pct: BeforeAfter | undefined },
): ToldFollowUp {
  const { device } = requireVariant(clinical);
  const { endSystolicVolume_mL: volume, lvef_pct: lvef } = found;
  return {
    notice: ALERT_NOTICE,
    check: DEVICE_CHECK_ITEMS.filter(({ only }) => only === undefined || device === "CRT-D"),
    volume: volume && judgeVolume(volume.before, volume.after),
    lvef: lvef && judgeLvef(lvef.before, lvef.after),
    workup: NON_RESPONDER_STEPS,
    life: listLifeStations(device),
  };
}
