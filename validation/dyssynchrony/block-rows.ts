import { LEFT_BUNDLE_BRANCH_BLOCK, RV_APICAL_PACING } from "@tributary/model";
import { comparePublished, showBand, testBand } from "../band-rows.ts";
import type { ValidationRow } from "../validation-case.ts";
import { sweepAlone, sweepFused } from "./delay-curves.ts";
import { activateAs, changeOf, type PacedPatient, type Response } from "./paced-patient.ts";

const VERNOOY =
  "eight dogs, dP/dt max with left bundle branch block 78 ± 5 (SEM) % of before, ± 2 SEM: Vernooy, Eur Heart J 2007;28:2148";
const GUARD = "guard of ours: pacing does not help a heart that has nothing to resynchronize";

/** What block does at once to a heart with a narrow QRS, at its own PR interval. */
export function describeBlock(paced: PacedPatient): ValidationRow[] {
  const { id, baseline } = paced;
  const { beat, change } = activateAs(paced, LEFT_BUNDLE_BRANCH_BLOCK);
  const lasts_ms = ({ pump }: typeof beat) => pump.events!.aorticOpening_ms - pump.events!.mitralClosing_ms;
  const row = (quantity: string, unit: string, ours: number) => ({
    quantity: `${id}: block in a narrow QRS, ${quantity}`,
    unit,
    ours,
  });
  return [
    comparePublished({
      ...row("change of dP/dt max", "%", change.dpdtMax_percent),
      least: -32,
      most: -12,
      source: VERNOOY,
    }),
    testBand({
      ...row("change of stroke volume", "%", change.strokeVolume_percent),
      most: 0,
      source: "sign: Vernooy, Eur Heart J 2007;28:2148",
    }),
    testBand({
      ...row("mitral closure to aortic opening, change", "%", changeOf(baseline, beat, lasts_ms)),
      least: 0,
      source: "sign: isovolumic contraction is longer in block, Bourassa, World J Cardiol 2011;3:374",
    }),
  ];
}

/** A heart with a narrow QRS gains nothing by both ventricles and loses by the right ventricular apex. */
export function describeNarrow(paced: PacedPatient): ValidationRow[] {
  const rise = ({ change }: Response) => change.dpdtMax_percent;
  const alone = sweepAlone(paced, "biventricular");
  const fused = sweepFused(paced, "biventricular");
  const row = (quantity: string, ours: number) => ({
    quantity: `${paced.id}: ${quantity}`,
    unit: "%",
    ours,
    source: GUARD,
  });
  return [
    testBand({
      ...row(
        "narrow QRS, most change of dP/dt max by both ventricles, AV 20 to 240 ms",
        Math.max(...alone.map(({ response }) => rise(response))),
      ),
      most: 2,
    }),
    showBand({
      ...row(
        "the same with the conducted beat taking part, AV 40 ms to PR: three fronts at once are faster than nature",
        Math.max(...fused.map(({ response }) => rise(response))),
      ),
      most: 2,
    }),
    testBand({
      ...row(
        "narrow QRS, change of dP/dt max by the right ventricular apex at PR",
        rise(activateAs(paced, RV_APICAL_PACING)),
      ),
      most: -8,
    }),
  ];
}
