import { comparePublished, showBand, testBand } from "../band-rows.ts";
import { changePump, PR_INTERVAL_ms, type PumpedHeart, timeApex } from "../pumped-heart.ts";
import type { ValidationRow } from "../validation-case.ts";
import type { PumpedSite } from "./pumped-sites.ts";

const GUARD = "guard of ours: pacing does not help a heart that has nothing to resynchronize";

/** The same heart conducting normally: no site helps, the right-ventricular apex harms. */
export function describeNarrowHeart(heart: PumpedHeart, sites: readonly PumpedSite[]): ValidationRow[] {
  const { id, ranked } = heart;
  const apex = changePump(heart, timeApex(heart), PR_INTERVAL_ms)!.pressureRise;
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
    comparePublished(
      { ...row("the same against what is asked of a narrow QRS", apex), most: -8 },
      `both ventricles take ${total_ms.toFixed(0)} ms to activate on this mesh, so that pacing has less to spoil`,
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
