import type { Parameter } from "../units/parameter.ts";
import type { EcgFault } from "./ecg-fault.ts";
import { deriveLead, type EcgSignal } from "./ecg-signal.ts";
import type { StandardLead } from "./lead-names.ts";
import type { QrsMeasures } from "./measure-qrs.ts";

/** From where on electrodes are taken for exchanged. */
export const LEAD_SWAP_PARAMETERS = {
  /** A P wave is upright or inverted from this net area on. */
  leastPArea_uVs: { value: 0.8, unit: "uV.s", range: [0.4, 1.5], source: "assumed", confirmed: false },
  /** Chest leads in order differ step by step; an exchange that shortens the way to this part is likely. */
  shorterWayRatio: { value: 0.75, unit: "1", range: [0.65, 0.85], source: "assumed", confirmed: false },
} as const satisfies Record<string, Parameter>;

/** The P wave begins this long before the onset of QRS at most and ends this long before it at least; assumed. */
const P_WINDOW_ms = [240, 30] as const;

/**
 * Electrodes that seem exchanged, from one averaged beat.
 *
 * Arms exchanged: I is upside down, so that P and QRS are negative in I while V6, which looks from the same side, is
 * positive, and P is positive in aVR. With P it is refused; where no P is seen (atrial fibrillation) it is a warning. Right
 * arm and leg exchanged: P and QRS negative in II and positive in aVR; a warning, since an ectopic atrial rhythm looks alike.
 * Two chest electrodes exchanged: in the other order the leads change less from one to the next; a warning.
 *
 * @param beat  with P before the QRS, as `averageBeats` gives it
 * Source: signs of exchanged limb electrodes as in Batchvarov 2007, Europace 9:1081 (from memory); figures are ours.
 */
export function findLeadSwaps(beat: EcgSignal, qrs: QrsMeasures): EcgFault[] {
  if (Number.isNaN(qrs.duration_ms)) return [];
  const arms = judgeArms(beat, qrs);
  const rightArmAndLeg = judgeRightArmAndLeg(beat, qrs);
  const chest = judgeChest(beat, qrs);
  return [arms, rightArmAndLeg, chest].filter((fault) => fault !== undefined);
}

function judgeArms(beat: EcgSignal, qrs: QrsMeasures): EcgFault | undefined {
  const { I, V6 } = qrs.leads;
  if (!(I.netArea_uVs < 0 && V6.netArea_uVs > 0 && isInverted(qrs, "I") && !isInverted(qrs, "V6"))) return undefined;
  const leastArea_uVs = LEAD_SWAP_PARAMETERS.leastPArea_uVs.value;
  const pOfI_uVs = measureP(beat, qrs, "I");
  const pOfAvr_uVs = measureP(beat, qrs, "aVR");
  const hasP = pOfI_uVs < -leastArea_uVs && pOfAvr_uVs > 0;
  if (!hasP && pOfI_uVs > leastArea_uVs) return undefined;
  return {
    code: "ecg-leads-swapped",
    severity: hasP ? "refuse" : "warn",
    leads: ["I", "aVR", "aVL"],
    what: "The electrodes of the arms seem to be exchanged.",
    why: `QRS is negative in I and positive in V6${hasP ? ", P negative in I and positive in aVR" : "; no P wave is seen that would decide it"}`,
    fix: "Check the electrodes and record again; or, if they were exchanged, change the sign of I, swap II with III and aVR with aVL.",
  };
}

function judgeRightArmAndLeg(beat: EcgSignal, qrs: QrsMeasures): EcgFault | undefined {
  const leastArea_uVs = LEAD_SWAP_PARAMETERS.leastPArea_uVs.value;
  if (!(qrs.leads.II.netArea_uVs < 0 && qrs.leads.aVR.netArea_uVs > 0)) return undefined;
  if (!(measureP(beat, qrs, "II") < -leastArea_uVs && measureP(beat, qrs, "aVR") > leastArea_uVs)) return undefined;
  return {
    code: "ecg-leads-swapped",
    severity: "warn",
    leads: ["II", "aVR", "aVF"],
    what: "The electrodes of right arm and left leg may be exchanged.",
    why: "P and QRS are negative in II and positive in aVR; an atrial rhythm from below gives the same P",
    fix: "Check the electrodes; the frontal axis cannot be trusted until then.",
  };
}

/** More below the baseline than above it. */
function isInverted({ leads }: QrsMeasures, lead: StandardLead): boolean {
  return leads[lead].sAmplitude_mV > leads[lead].rAmplitude_mV;
}

/** Net area before the QRS, from the mean of the 10 ms before it. */
function measureP(beat: EcgSignal, { onset_ms }: QrsMeasures, lead: StandardLead): number {
  const { samplingInterval_ms, start_ms } = beat;
  const toSample = (time_ms: number) => Math.max(0, Math.round((time_ms - start_ms) / samplingInterval_ms));
  const values_mV = deriveLead(beat, lead);
  const quiet = values_mV.subarray(toSample(onset_ms - 10), Math.max(1, toSample(onset_ms)));
  const baseline_mV = quiet.reduce((sum, value) => sum + value, 0) / quiet.length;
  const window = values_mV.subarray(toSample(onset_ms - P_WINDOW_ms[0]), toSample(onset_ms - P_WINDOW_ms[1]));
  return samplingInterval_ms * window.reduce((sum, value) => sum + value - baseline_mV, 0);
}

const CHEST_LEADS = ["V1", "V2", "V3", "V4", "V5", "V6"] as const;

function judgeChest(beat: EcgSignal, qrs: QrsMeasures): EcgFault | undefined {
  const shapes = CHEST_LEADS.map((lead) => cutShape(beat, qrs, lead));
  const order = CHEST_LEADS.map((_, index) => index);
  const recorded = measureWay(shapes, order);
  let shortest = recorded;
  let swapped: readonly [number, number] | undefined;
  for (let i = 0; i < order.length; i++) {
    for (let j = i + 1; j < order.length; j++) {
      const other = order.map((index) => (index === i ? j : index === j ? i : index));
      const way = measureWay(shapes, other);
      if (way >= shortest) continue;
      shortest = way;
      swapped = [i, j];
    }
  }
  if (!swapped || shortest > LEAD_SWAP_PARAMETERS.shorterWayRatio.value * recorded) return undefined;
  const leads = swapped.map((index) => CHEST_LEADS[index]!);
  return {
    code: "ecg-leads-swapped",
    severity: "warn",
    leads,
    what: `The electrodes of ${leads.join(" and ")} may be exchanged.`,
    why: `in the other order the QRS changes ${(100 * (1 - shortest / recorded)).toFixed(0)} % less from one chest lead to the next`,
    fix: "Check the electrodes and the names of the columns.",
  };
}

/** The QRS of a lead, of norm 1. */
function cutShape(beat: EcgSignal, { onset_ms, offset_ms }: QrsMeasures, lead: StandardLead): Float64Array {
  const first = Math.floor((onset_ms - beat.start_ms) / beat.samplingInterval_ms);
  const last = Math.ceil((offset_ms - beat.start_ms) / beat.samplingInterval_ms);
  const values = deriveLead(beat, lead).subarray(first, last + 1);
  const shape = values.map((value) => value - values[0]!);
  const norm = Math.hypot(...shape);
  return norm > 0 ? shape.map((value) => value / norm) : shape;
}

function measureWay(shapes: readonly Float64Array[], order: readonly number[]): number {
  let way = 0;
  for (let i = 1; i < order.length; i++) {
    const [a, b] = [shapes[order[i - 1]!]!, shapes[order[i]!]!];
    way += Math.hypot(...a.map((value, sample) => value - b[sample]!));
  }
  return way;
}
