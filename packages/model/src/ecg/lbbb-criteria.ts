import type { EcgSignal } from "./ecg-signal.ts";
import type { StandardLead } from "./lead-names.ts";
import { type LeadQrs, measureQrs, type QrsMeasures } from "./measure-qrs.ts";

/** Sex as the criteria know it; undefined where it is not given. */
export type CriterionSex = "female" | "male" | undefined;

/** One line of a definition with what was found. */
export interface LbbbCriterion {
  readonly definition: string;
  /** What was measured, in words: "158 ms", "V1 QS, V2 rS". */
  readonly finding: string;
  /** Undefined where it cannot be said, for want of the patient's sex. */
  readonly isMet: boolean | undefined;
}

/** A published definition of left bundle branch block, line by line. */
export interface LbbbDefinition {
  readonly name: string;
  readonly source: string;
  /** False when the definition was not confirmed in its source. */
  readonly confirmed: boolean;
  readonly criteria: readonly LbbbCriterion[];
  /** True when all criteria are met, false when one is not, undefined when that is open. */
  readonly isMet: boolean | undefined;
}

type Qrs = QrsMeasures;
const MID_QRS_LEADS = ["I", "aVL", "V1", "V2", "V5", "V6"] as const;
/** Contiguous: side by side on the chest, or both facing the lateral wall. Which pairs count is our reading. */
const LATERAL_LEADS = ["I", "aVL", "V5", "V6"] as const;
const ANTERIOR_LEADS = ["V1", "V2"] as const;

/**
 * Left bundle branch block after Strauss: QRS of 140 ms and more in men, 130 in women; QS or rS in V1 and V2; notching or
 * slurring in the middle of the QRS in two contiguous leads of I, aVL, V1, V2, V5, V6.
 *
 * @param ecg  one beat
 * Source: Strauss 2011, Am J Cardiol 107:927. Contiguous pairs (two of I, aVL, V5, V6, or V1 and V2) and what a notch is
 * (QRS_NOTCH_PARAMETERS) are our reading.
 */
export function measureStraussLbbb(ecg: EcgSignal, sex: CriterionSex): LbbbDefinition {
  return judgeStrauss(measureQrs(ecg), sex);
}

/** Left bundle branch block by three definitions: Strauss 2011, ESC 2013, AHA/ACC/HRS 2009; of a QRS that was measured. */
export function judgeLbbb(qrs: Qrs, sex: CriterionSex): readonly LbbbDefinition[] {
  return [judgeStrauss(qrs, sex), judgeEsc(qrs), judgeAha(qrs)];
}

function judgeStrauss(qrs: Qrs, sex: CriterionSex): LbbbDefinition {
  const notched = MID_QRS_LEADS.filter((lead) => qrs.leads[lead].notch !== undefined);
  const count = (group: readonly StandardLead[]) => notched.filter((lead) => group.includes(lead)).length;
  return define("Strauss 2011", "Strauss 2011, Am J Cardiol 107:927", true, [
    {
      definition: "QRS of 140 ms and more in men, 130 ms in women",
      finding: describeDuration(qrs),
      isMet: isLongEnough(qrs.duration_ms, sex),
    },
    judgeDominantS(qrs, ["V1", "V2"]),
    {
      definition: "notching or slurring in the middle of the QRS in two contiguous leads of I, aVL, V1, V2, V5, V6",
      finding: describeNotches(qrs, notched),
      isMet: count(LATERAL_LEADS) >= 2 || count(ANTERIOR_LEADS) === 2,
    },
  ]);
}

/** Source: Brignole 2013, Eur Heart J 34:2281 (from memory). */
function judgeEsc(qrs: Qrs): LbbbDefinition {
  return define("ESC 2013", "Brignole 2013, Eur Heart J 34:2281", false, [
    judgeDuration120(qrs),
    judgeDominantS(qrs, ["V1"]),
    judgeBroadR(qrs, "broad notched or slurred R in I, aVL, and V5 or V6", (has) => {
      return has("I") && has("aVL") && (has("V5") || has("V6"));
    }),
    judgeNoQ(qrs, ["V5", "V6"]),
  ]);
}

/** Source: Surawicz 2009, AHA/ACC/HRS recommendations, Circulation 119:e235 (from memory). */
function judgeAha(qrs: Qrs): LbbbDefinition {
  const peaks = (["V5", "V6"] as const).map((lead) => ({ lead, rPeak_ms: qrs.leads[lead].rPeak_ms }));
  return define("AHA/ACC/HRS 2009", "Surawicz 2009, Circulation 119:e235", false, [
    judgeDuration120(qrs),
    judgeBroadR(qrs, "broad notched or slurred R in I, aVL, V5 and V6", (has) => LATERAL_LEADS.every(has)),
    judgeNoQ(qrs, ["I", "V5", "V6"]),
    {
      definition: "R peak later than 60 ms in V5 and V6",
      finding: peaks
        .map(({ lead, rPeak_ms }) => `${lead} ${rPeak_ms === undefined ? "no R" : `${rPeak_ms.toFixed(0)} ms`}`)
        .join(", "),
      isMet: peaks.every(({ rPeak_ms }) => rPeak_ms !== undefined && rPeak_ms > 60),
    },
  ]);
}

function define(name: string, source: string, confirmed: boolean, criteria: readonly LbbbCriterion[]): LbbbDefinition {
  const isRefuted = criteria.some(({ isMet }) => isMet === false);
  const isOpen = criteria.some(({ isMet }) => isMet === undefined);
  return { name, source, confirmed, criteria, isMet: isRefuted ? false : isOpen ? undefined : true };
}

/** Without the sex: met from 140 ms on, not met below 130 ms, open between. */
function isLongEnough(duration_ms: number, sex: CriterionSex): boolean | undefined {
  if (Number.isNaN(duration_ms) || duration_ms < 130) return false;
  if (duration_ms >= 140 || sex === "female") return true;
  return sex === "male" ? false : undefined;
}

function judgeDuration120(qrs: Qrs): LbbbCriterion {
  return { definition: "QRS of 120 ms and more", finding: describeDuration(qrs), isMet: qrs.duration_ms >= 120 };
}

function judgeDominantS({ leads }: Qrs, names: readonly StandardLead[]): LbbbCriterion {
  return {
    definition: `QS or rS in ${names.join(" and ")}`,
    finding: names.map((name) => `${name} ${leads[name].pattern || "flat"}`).join(", "),
    isMet: names.every((name) => isQsOrRs(leads[name])),
  };
}

/** Negative from the beginning to the end, or after one smaller R. */
function isQsOrRs({ waves }: LeadQrs): boolean {
  const [first, second] = waves;
  if (waves.length === 1) return first!.name === "QS";
  return waves.length === 2 && first!.name === "R" && first!.peak_mV < -second!.peak_mV;
}

function judgeBroadR(
  { leads }: Qrs,
  definition: string,
  judge: (has: (lead: StandardLead) => boolean) => boolean,
): LbbbCriterion {
  const has = (lead: StandardLead) => {
    const { rAmplitude_mV, sAmplitude_mV, notch } = leads[lead];
    return notch !== undefined && rAmplitude_mV > sAmplitude_mV;
  };
  const found = LATERAL_LEADS.filter(has);
  return { definition, finding: found.length > 0 ? `in ${found.join(", ")}` : "in none", isMet: judge(has) };
}

function judgeNoQ({ leads }: Qrs, names: readonly StandardLead[]): LbbbCriterion {
  const withQ = names.filter((name) => leads[name].waves[0]?.name.startsWith("Q"));
  return {
    definition: `no Q in ${names.join(", ")}`,
    finding: withQ.length > 0 ? `Q in ${withQ.join(", ")}` : "none",
    isMet: withQ.length === 0,
  };
}

function describeDuration({ duration_ms }: Qrs): string {
  return Number.isNaN(duration_ms) ? "no QRS" : `${duration_ms.toFixed(0)} ms`;
}

function describeNotches({ leads }: Qrs, names: readonly StandardLead[]): string {
  if (names.length === 0) return "in none";
  return names
    .map((name) => `${name} ${leads[name].notch!.kind} at ${leads[name].notch!.time_ms.toFixed(0)} ms`)
    .join(", ");
}
