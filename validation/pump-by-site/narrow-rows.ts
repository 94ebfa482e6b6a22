import { comparePublished, showBand, testBand } from "../band-rows.ts";
import { changePump, PR_INTERVAL_ms, type PumpedHeart, timeApex } from "../pumped-heart.ts";
import type { ValidationRow } from "../validation-case.ts";
import type { PumpedSite } from "./pumped-sites.ts";

const DILATED_HEART = "dcm-lbbb-male";
const APEX_AT_PR = "normal conduction, loss of dP/dt max by the right-ventricular apex at PR";
/** At least so much is asked of a narrow QRS. */
const APEX_LOSS_percent = -8;
const GUARD = "guard of ours: pacing does not help a heart that has nothing to resynchronize";

/** The same heart conducting normally: no site helps, the right-ventricular apex harms. */
export function describeNarrowHeart(heart: PumpedHeart, sites: readonly PumpedSite[]): ValidationRow[] {
  const { id, ranked } = heart;
  const apexTimes_ms = timeApex(heart);
  const apex = changePump(heart, apexTimes_ms, PR_INTERVAL_ms)!.pressureRise;
  const ownLatest_ms = Math.max(...heart.muscle.patches.map(({ activation_ms }) => activation_ms));
  const total_ms = ranked.search.baseline.measures.totalActivationTime_ms;
  const row = (quantity: string, ours: number) => ({ quantity: `${id}: ${quantity}`, unit: "%", ours, source: GUARD });
  return [
    testBand({
      ...row(
        `normal conduction, most change of dP/dt max over ${sites.length} sites at PR`,
        Math.max(...sites.map(({ change }) => change.pressureRise)),
      ),
      most: 2,
    }),
    testBand({
      ...row("normal conduction, change of dP/dt max by the right-ventricular apex at PR, sign", apex),
      most: 0,
    }),
    id === DILATED_HEART
      ? testBand({ ...row(APEX_AT_PR, apex), most: APEX_LOSS_percent })
      : comparePublished(
          { ...row(APEX_AT_PR, apex), most: APEX_LOSS_percent },
          `a smaller heart: its last patch follows the apex by ${Math.max(...apexTimes_ms).toFixed(0)} ms and the first front of normal conduction by ${ownLatest_ms.toFixed(0)} ms, so that pacing has less to spoil`,
        ),
    showBand({
      quantity: `${id}: normal conduction, total activation time`,
      unit: "ms",
      ours: total_ms,
      least: 60,
      most: 80,
      source: "from memory: adults with a narrow QRS",
    }),
  ];
}
