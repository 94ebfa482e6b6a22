import type { PatientBeat } from "@tributary/model";
import { comparePublished, showBand, testBand } from "../band-rows.ts";
import type { ValidationRow } from "../validation-case.ts";
import {
  bestPoint,
  countTurns,
  type DelayPoint,
  fitBestDelay,
  nearlyBest,
  READ_RISE,
  READ_VOLUME,
} from "./delay-curves.ts";
import type { PacedPatient } from "./paced-patient.ts";

const GUARD = "guard of ours: filling is cut by a short delay and by a long one";
const DOGS = "dogs with AV block, highest cardiac output, 149 ± 47 ms: Schreurs, thesis, Maastricht";
const KASS = "from memory: Kass, Circulation 1999;99:1567, 125 ± 49 ms";
const AURICCHIO = "from memory: Auricchio, Circulation 1999;99:2993 (PATH-CHF)";
const RETEST = "smallest detectable difference of a best AV delay, 23 to 41 ms: PubMed 23481908 (2013)";
const VAN_GELDER = "from memory: van Gelder, Am J Cardiol 2004;93:1500";
/** What is lost near the best delay and hardly measured. */
const LOST_SHARE = 0.01;

const readPulse = ({ pump }: PatientBeat) => pump.systolicPressure_kPa - pump.diastolicPressure_kPa;

/** The two AV curves of one patient with both ventricles paced. */
export interface AvCurves {
  /** To the PR interval, the conducted beat taking part. */
  readonly fused: readonly DelayPoint[];
  /** 20 to 240 ms, no conducted beat. */
  readonly alone: readonly DelayPoint[];
}

/** One best AV delay of both ventricles, with its interval. */
export function describeAvCurve({ id, patient }: PacedPatient, { fused, alone }: AvCurves): ValidationRow[] {
  const pr_ms = patient.avDelay_ms;
  const fit = fitBestDelay(fused, READ_VOLUME, pr_ms);
  const pulse = fitBestDelay(fused, readPulse, pr_ms);
  const nearly_ms = nearlyBest(fused, READ_VOLUME, LOST_SHARE);
  const middle = alone.filter(({ delay_ms }) => delay_ms >= 60 && delay_ms <= 200);
  const row = (quantity: string, unit: string, ours: number, source = GUARD) => ({
    quantity: `${id}: ${quantity}`,
    unit,
    ours,
    source,
  });
  return [
    ...([fused, alone] as const).map((curve) =>
      testBand({
        ...row(
          `turns of stroke volume over AV, ${curve === fused ? `40 ms to PR (${pr_ms} ms), fused` : "20 to 240 ms, paced alone"}`,
          "1",
          countTurns(curve, READ_VOLUME),
        ),
        least: 1,
        most: 1,
      }),
    ),
    testBand({
      ...row("turns of dP/dt max over AV, 20 to 240 ms, paced alone", "1", countTurns(alone, READ_RISE)),
      least: 1,
      most: 1,
    }),
    showBand({
      ...row(
        "turns of dP/dt max, fused (it dips by less than 0.5 % where the conducted front joins)",
        "1",
        countTurns(fused, READ_RISE),
      ),
      least: 1,
      most: 1,
    }),
    testBand({
      ...row(
        `best AV delay by stroke volume; 95 % interval ${spell(fit.vertex - fit.halfWidth, fit.vertex + fit.halfWidth)}; within 1 % of the best ${spell(...nearly_ms)}`,
        "ms",
        fit.vertex,
      ),
      least: 40,
      most: pr_ms,
    }),
    testBand({ ...row("lower end of its 95 % interval", "ms", fit.vertex - fit.halfWidth), least: 40 }),
    testBand({ ...row("upper end of its 95 % interval", "ms", fit.vertex + fit.halfWidth), most: pr_ms }),
    testBand({
      ...row(
        "variance of stroke volume that a parabola explains, 60 to 200 ms, paced alone",
        "1",
        fitBestDelay(middle, READ_VOLUME, Infinity).explainedShare,
      ),
      least: 0.9,
    }),
    testBand({
      ...row("best AV delay by pulse pressure minus that by stroke volume", "ms", pulse.vertex - fit.vertex),
      least: -40,
      most: 40,
    }),
    comparePublished({ ...row("best AV delay, as in dogs", "ms", fit.vertex, DOGS), least: 102, most: 196 }),
    showBand({ ...row("best AV delay, as in Kass 1999", "ms", fit.vertex, KASS), least: 76, most: 174 }),
    showBand({
      ...row(
        "best AV delay over PR (both from right atrial activation, not from sensing, and PR is short)",
        "1",
        fit.vertex / pr_ms,
        AURICCHIO,
      ),
      least: 0.4,
      most: 0.5,
    }),
    showBand({
      ...row("half of the delays within 1 % of the best", "ms", (nearly_ms[1] - nearly_ms[0]) / 2, RETEST),
      least: 23,
      most: 41,
    }),
  ];
}

/** The left ventricle a little first is best, and little is lost near it. */
export function describeVvCurve({ id }: PacedPatient, points: readonly DelayPoint[]): ValidationRow[] {
  const best = bestPoint(points, READ_RISE);
  const rise = (delay_ms: number) =>
    points.find((point) => point.delay_ms === delay_ms)!.response.change.dpdtMax_percent;
  const row = (quantity: string, unit: string, ours: number) => ({ quantity: `${id}: ${quantity}`, unit, ours });
  return [
    testBand({
      ...row("left ventricle first minus right first by 40 ms, change of dP/dt max", "points", rise(40) - rise(-40)),
      least: 0,
      source: "guard of ours: the late ventricle gains by being first",
    }),
    showBand({
      ...row("best VV delay, left first positive", "ms", best.delay_ms),
      least: 0,
      most: 40,
      source: VAN_GELDER,
    }),
    showBand({
      ...row("gain of dP/dt max by the best VV delay", "points", best.response.change.dpdtMax_percent - rise(0)),
      least: 2,
      most: 7,
      source: VAN_GELDER,
    }),
    showBand({
      ...row(
        "loss 20 ms from the best VV delay, the larger one",
        "points",
        best.response.change.dpdtMax_percent - Math.min(...[-20, 20].map((step) => rise(best.delay_ms + step))),
      ),
      most: 2,
      source: "from memory: flat within 20 ms",
    }),
  ];
}

function spell(from_ms: number, to_ms: number): string {
  return `${from_ms.toFixed(0)} to ${to_ms.toFixed(0)} ms`;
}
