import { correlateRanks, describeTiming } from "@tributary/plan";
import { type BandedNumber, showBand, testBand } from "../band-rows.ts";
import { PR_INTERVAL_ms, type PumpedHeart } from "../pumped-heart.ts";
import type { ValidationRow } from "../validation-case.ts";
import type { PumpedSite } from "./pumped-sites.ts";

const EUROPACE = "three patients' models, Spearman: Europace 2016, PMC5225964";
const LATEROBASAL = "laterobasal sites best in all three, the last activated one not always: Europace 2016, PMC5225964";
const DERVAL = "from memory: Derval, J Am Coll Cardiol 2010, best of eleven sites, mean ± 1 SD";
const LEAST_SITES = 20;
const FITTED_percent = 1;

/** How total activation and the activation time of a site go with what pacing there does to the pump. */
export function describeSites(heart: PumpedHeart, sites: readonly PumpedSite[]): ValidationRow[] {
  const { id, fit } = heart;
  const rise = sites.map(({ change }) => change.pressureRise);
  const volume = sites.map(({ change }) => change.strokeVolume);
  const shortening = sites.map(({ totalChange_ms }) => totalChange_ms);
  const late = sites.map(({ activationTime_ms }) => activationTime_ms);
  const row = (quantity: string, unit: string, ours: number, source = EUROPACE): BandedNumber => ({
    quantity: `${id}: ${quantity}`,
    unit,
    ours,
    source,
  });
  const [withTotal, withDelay] = [correlateRanks(shortening, rise), correlateRanks(late, rise)];
  const last = sites[late.indexOf(Math.max(...late))]!;
  const best = sites[rise.indexOf(Math.max(...rise))]!;
  return [
    testBand({
      ...row("largest residual of the fitted circulation", "%", largestResidual(fit), "ours: 1 % counts as fitted"),
      most: FITTED_percent,
    }),
    testBand({ ...row("sites", "1", sites.length, "ours: enough for a rank correlation"), least: LEAST_SITES }),
    testBand({
      ...row("rank correlation of change in total activation time with change in dP/dt max, sign", "1", withTotal),
      most: 0,
    }),
    showBand({ ...row("the same against the published band", "1", withTotal), most: -0.8 }),
    testBand({
      ...row("rank correlation of activation time at the site with change in dP/dt max, sign", "1", withDelay),
      least: 0,
    }),
    showBand({ ...row("the same against the published band", "1", withDelay), least: 0.73 }),
    showBand({
      ...row(
        "rank correlation of change in total activation time with change in stroke volume",
        "1",
        correlateRanks(shortening, volume),
        "ours: not published",
      ),
      most: 0,
    }),
    {
      quantity: `${id}: lateral wall after septum in the conducted beat, means`,
      unit: "ms",
      expected: "72 in the reference patients with block",
      ours: lateralDelay_ms(heart),
      tolerance: "context",
      pass: true,
      source: "ours: the less there is to resynchronize, the less pacing gains",
    },
    {
      quantity: `${id}: site of the highest dP/dt max`,
      unit: "region",
      expected: "basal lateral",
      ours: best.region,
      tolerance: "context",
      pass: true,
      source: LATEROBASAL,
    },
    showBand({
      ...row("change of dP/dt max at the best site", "%", best.change.pressureRise, DERVAL),
      least: 5,
      most: 57,
    }),
    showBand({
      ...row(
        "what the last activated site is behind the best one",
        "points",
        best.change.pressureRise - last.change.pressureRise,
        LATEROBASAL,
      ),
      least: 0,
    }),
  ];
}

function lateralDelay_ms({ muscle: { patches } }: PumpedHeart): number {
  const activation_ms = Float64Array.from(patches, (patch) => patch.activation_ms);
  return describeTiming(patches, { activation_ms, avDelay_ms: PR_INTERVAL_ms })[2];
}

function largestResidual({ residuals }: PumpedHeart["fit"]): number {
  return Math.max(...residuals.map(({ difference_percent }) => Math.abs(difference_percent)));
}
