/** What the log records: markers of the generator, and what the heart really did. */

/** Kind of a log entry; a number, because years of them are kept. */
export const MARKER = {
  /** Atrial sense that starts or inhibits. */
  AS: 1,
  /** Atrial sense in refractory: counted for the rate, no timing. */
  AR: 2,
  /** Atrial sense in partial blanking: counted for the rate, no timing. */
  Ab: 3,
  /** Atrial deflection in noise reversion. */
  AN: 4,
  AP: 5,
  /** Ventricular sense that starts a cycle. */
  VS: 6,
  /** Ventricular sense with no atrial event since the last ventricular one. */
  PVC: 7,
  /** Ventricular sense in refractory. */
  VR: 8,
  /** Ventricular deflection in noise reversion. */
  VN: 9,
  /** Ventricular sense in the cross-talk window. */
  VX: 10,
  /** Pace of the right ventricle. */
  VP: 11,
  /** Pace of the left ventricle. */
  LP: 12,
  /** Second pace of the left ventricle (multipoint). */
  LP2: 13,
  /** Left-ventricular sense. */
  LS: 14,
  /** Left-ventricular pace withheld by the protection period. */
  LW: 15,
  PVARP_EXTENDED: 16,
  PMT_FOUND: 17,
  PMT_REJECTED: 18,
  ATR_DURATION: 20,
  ATR_FALLBACK: 21,
  ATR_END: 22,
  MAGNET_ON: 23,
  MAGNET_OFF: 24,
  PACE_NOW: 25,
  /** Antitachycardia pace. */
  TP: 30,
  TACHYCARDIA_FOUND: 31,
  SVT_FOUND: 32,
  CHARGE_START: 33,
  CHARGE_END: 34,
  CHARGE_ABORTED: 35,
  SHOCK: 36,
  EPISODE_END: 37,
  /** Deflection at the atrial electrode, larger than the sensitivity. */
  A_DEFLECTION: 50,
  /** Deflection at the right-ventricular electrode, larger than the sensitivity. */
  V_DEFLECTION: 51,
  LV_DEFLECTION: 52,
  /** The atrium is activated. */
  ATRIUM: 53,
  /** The ventricles are activated. */
  VENTRICLE: 54,
  /** A pace captured nothing: threshold, or muscle refractory. */
  NO_CAPTURE: 55,
} as const;

export type Marker = (typeof MARKER)[keyof typeof MARKER];

/** Details of a pace, added up. */
export const PACE_DETAIL = {
  /** After an atrial sense. */
  TRACKED: 1,
  /** By a mode, magnet or noise that does not heed senses. */
  ASYNCHRONOUS: 2,
  /** On top of a sense. */
  TRIGGERED: 4,
  /** A further pulse of the same ventricular event. */
  FURTHER: 8,
  /** At the safety AV delay. */
  SAFETY: 16,
  /** At the sensor's rate. */
  SENSOR: 32,
} as const;

/** Where an activation came from: detail of ATRIUM and VENTRICLE; which pace failed: detail of NO_CAPTURE. */
export const ORIGIN = {
  SINUS: 1,
  CONDUCTED: 2,
  RETROGRADE: 3,
  ATRIAL_PACE: 4,
  RIGHT_PACE: 5,
  LEFT_PACE: 6,
  ECTOPIC: 7,
  FIBRILLATION: 8,
  TACHYCARDIA: 9,
  SHOCK: 10,
} as const;

const NAMES = new Map<number, string>(Object.entries(MARKER).map(([name, kind]) => [kind, name]));

/** The marker's name as printed. */
export function markerName(kind: number): string {
  return NAMES.get(kind) ?? "?";
}

/** Markers that begin at 50 are the heart's; all others are the generator's. */
export function isHeartMarker(kind: number): boolean {
  return kind >= MARKER.A_DEFLECTION;
}
