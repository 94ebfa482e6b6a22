import { isHeartMarker, MARKER, markerName, ORIGIN, PACE_DETAIL } from "./marker.ts";

const ORIGIN_WORDS: Readonly<Record<number, string>> = {
  [ORIGIN.SINUS]: "sinus node",
  [ORIGIN.CONDUCTED]: "conducted",
  [ORIGIN.RETROGRADE]: "conducted back",
  [ORIGIN.ATRIAL_PACE]: "atrial pace",
  [ORIGIN.RIGHT_PACE]: "right-ventricular pace",
  [ORIGIN.LEFT_PACE]: "left-ventricular pace",
  [ORIGIN.ECTOPIC]: "premature",
  [ORIGIN.FIBRILLATION]: "atrial tachycardia",
  [ORIGIN.TACHYCARDIA]: "ventricular tachycardia",
  [ORIGIN.SHOCK]: "shock",
};

const PACE_WORDS: readonly (readonly [number, string])[] = [
  [PACE_DETAIL.TRACKED, "tracked"],
  [PACE_DETAIL.ASYNCHRONOUS, "asynchronous"],
  [PACE_DETAIL.TRIGGERED, "triggered"],
  [PACE_DETAIL.FURTHER, "further pulse"],
  [PACE_DETAIL.SAFETY, "safety"],
  [PACE_DETAIL.SENSOR, "sensor rate"],
];

const PULSES: readonly number[] = [MARKER.AP, MARKER.VP, MARKER.LP, MARKER.LP2, MARKER.TP];
const ACTIVATIONS: readonly number[] = [MARKER.ATRIUM, MARKER.VENTRICLE, MARKER.NO_CAPTURE];

/** An entry of the log in words. */
export interface EventWords {
  readonly by: "generator" | "heart";
  readonly marker: string;
  readonly detail: string;
}

export function describeEvent(kind: number, detail: number): EventWords {
  return {
    by: isHeartMarker(kind) ? "heart" : "generator",
    marker: markerName(kind),
    detail: wordDetail(kind, detail),
  };
}

function wordDetail(kind: number, detail: number): string {
  if (ACTIVATIONS.includes(kind)) return ORIGIN_WORDS[detail] ?? "";
  if (!PULSES.includes(kind)) return "";
  return PACE_WORDS.filter(([bit]) => (detail & bit) !== 0)
    .map(([, word]) => word)
    .join(", ");
}

/** What each of the generator's markers means, one line. */
export const MARKER_MEANING: Readonly<Record<number, string>> = {
  [MARKER.AS]: "atrial sense",
  [MARKER.AR]: "atrial sense in refractory",
  [MARKER.Ab]: "atrial sense in partial blanking",
  [MARKER.AN]: "atrial deflection in noise reversion",
  [MARKER.AP]: "atrial pace",
  [MARKER.VS]: "ventricular sense",
  [MARKER.PVC]: "ventricular sense without an atrial event before it",
  [MARKER.VR]: "ventricular sense in refractory",
  [MARKER.VN]: "ventricular deflection in noise reversion",
  [MARKER.VX]: "ventricular sense in the cross-talk window",
  [MARKER.VP]: "right-ventricular pace",
  [MARKER.LP]: "left-ventricular pace",
  [MARKER.LP2]: "second left-ventricular pace",
  [MARKER.LS]: "left-ventricular sense",
  [MARKER.LW]: "left-ventricular pace withheld by its protection period",
  [MARKER.PVARP_EXTENDED]: "PVARP extended after a premature beat",
  [MARKER.PMT_FOUND]: "pacemaker-mediated tachycardia found, ended by a long PVARP",
  [MARKER.PMT_REJECTED]: "suspected loop rejected: sinus tachycardia",
  [MARKER.ATR_DURATION]: "fast atrium: duration of the mode switch begins",
  [MARKER.ATR_FALLBACK]: "mode switched",
  [MARKER.ATR_END]: "mode switched back",
  [MARKER.MAGNET_ON]: "magnet on",
  [MARKER.MAGNET_OFF]: "magnet off",
  [MARKER.PACE_NOW]: "emergency pacing",
  [MARKER.TP]: "antitachycardia pace",
  [MARKER.TACHYCARDIA_FOUND]: "tachycardia detected",
  [MARKER.SVT_FOUND]: "detected, told to be supraventricular: no therapy",
  [MARKER.CHARGE_START]: "capacitor charges",
  [MARKER.CHARGE_END]: "capacitor charged",
  [MARKER.CHARGE_ABORTED]: "charge aborted: the tachycardia is over",
  [MARKER.SHOCK]: "shock",
  [MARKER.EPISODE_END]: "end of the episode",
};
