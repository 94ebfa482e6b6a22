/** Alerts from the data of a device that were given to the program. It asks nobody for data and sends nothing. */
import { ACKNOWLEDGE_WITHIN_h, URGENT_EVENTS, type UrgencyTier, type UrgentEvent } from "./urgency.ts";

/** Shown with every list of alerts. */
export const ALERT_NOTICE =
  "Computed only from the data given to this program. While it is closed it watches nothing, and it never sends anything.";

/** One readout of a device; what was not read is left out. */
export interface DeviceReadout {
  /** Instant of the readout. */
  readonly at: string;
  readonly isDependent?: boolean;
  readonly isDefibrillator?: boolean;
  readonly hasLossOfCapture?: boolean;
  readonly areTherapiesOff?: boolean;
  readonly areTherapiesOffOnPurpose?: boolean;
  readonly battery?: "good" | "replacementTime" | "endOfService";
  readonly shocksIn24h?: number;
  readonly areShocksInappropriate?: boolean;
  readonly isShockImpedanceOut?: boolean;
  readonly hasOversensing?: boolean;
  readonly lvImpedance_ohm?: number;
  readonly bivPacing_pct?: number;
  readonly longestFibrillation_min?: number;
  readonly lvThreshold_V?: number;
  readonly lvThresholdBefore_V?: number;
  readonly extrasystoles_pct?: number;
}

export interface DeviceAlerts {
  /** When the program last looked, and how old the data were then. */
  readonly lookedAt: string;
  readonly dataAt: string | undefined;
  readonly notice: typeof ALERT_NOTICE;
  readonly events: readonly UrgentEvent[];
}

type Detector = (readout: DeviceReadout) => boolean;

const exceeds = (value: number | undefined, limit: number) => value !== undefined && value > limit;
const fallsBelow = (value: number | undefined, limit: number) => value !== undefined && value < limit;

const DETECTORS: Readonly<Record<string, Detector>> = {
  captureLossDependent: ({ hasLossOfCapture, isDependent }) => hasLossOfCapture === true && isDependent === true,
  twoShocks: ({ shocksIn24h }) => exceeds(shocksIn24h, 1),
  inappropriateShocks: ({ areShocksInappropriate, shocksIn24h }) =>
    areShocksInappropriate === true && exceeds(shocksIn24h, 0),
  therapiesOff: ({ isDefibrillator, areTherapiesOff, areTherapiesOffOnPurpose }) =>
    isDefibrillator === true && areTherapiesOff === true && areTherapiesOffOnPurpose !== true,
  endOfServiceDependent: ({ battery, isDependent }) => battery === "endOfService" && isDependent === true,
  appropriateShock: ({ shocksIn24h, areShocksInappropriate }) => shocksIn24h === 1 && areShocksInappropriate !== true,
  shockImpedance: ({ isShockImpedanceOut }) => isShockImpedanceOut === true,
  replacementTime: ({ battery, isDependent }) =>
    battery === "replacementTime" || (battery === "endOfService" && isDependent !== true),
  oversensing: ({ hasOversensing }) => hasOversensing === true,
  lvImpedance: ({ lvImpedance_ohm }) => exceeds(lvImpedance_ohm, 3000) || fallsBelow(lvImpedance_ohm, 200),
  lowBivPacing: ({ bivPacing_pct }) => fallsBelow(bivPacing_pct, 98),
  newFibrillation: ({ longestFibrillation_min }) => exceeds(longestFibrillation_min, 6),
  lvThresholdRise: ({ lvThreshold_V, lvThresholdBefore_V }) =>
    exceeds(lvThreshold_V, 3.5) ||
    (lvThreshold_V !== undefined && lvThresholdBefore_V !== undefined && lvThreshold_V - lvThresholdBefore_V >= 1),
  extrasystoles: ({ extrasystoles_pct }) => exceeds(extrasystoles_pct, 10),
};

const SILENCE_d = 14;

/** The alerts of the newest readout, most urgent first; no readout for 14 days is one itself. */
export function listDeviceAlerts(readouts: readonly DeviceReadout[], now: string): DeviceAlerts {
  const newest = [...readouts].sort((a, b) => Date.parse(a.at) - Date.parse(b.at)).at(-1);
  const isSilent = newest === undefined || Date.parse(now) - Date.parse(newest.at) > SILENCE_d * 86_400_000;
  const events = URGENT_EVENTS.filter(({ id }) =>
    id === "noTransmission" ? isSilent : newest !== undefined && DETECTORS[id]?.(newest) === true,
  );
  return { lookedAt: now, dataAt: newest?.at, notice: ALERT_NOTICE, events: sortByUrgency(events) };
}

function sortByUrgency(events: readonly UrgentEvent[]): UrgentEvent[] {
  const order: UrgencyTier[] = ["emergency", "sameDay", "soon", "routine"];
  return [...events].sort((a, b) => order.indexOf(a.tier) - order.indexOf(b.tier));
}

/** What was done about an alert; each part is needed to close it. */
export interface AlertCare {
  readonly eventId: string;
  readonly raisedAt: string;
  readonly owner?: string;
  readonly acknowledgedAt?: string;
  readonly action?: string;
  readonly patientToldAt?: string;
  readonly closedAt?: string;
}

export type AlertState = "open" | "overdue" | "acknowledged" | "closed";

/** Where an alert stands; one that nobody acknowledged within its time is overdue and escalates. */
export function judgeAlert(care: AlertCare, now: string): AlertState {
  const isComplete = [care.owner, care.acknowledgedAt, care.action, care.patientToldAt].every(Boolean);
  if (care.closedAt !== undefined && isComplete) return "closed";
  if (care.acknowledgedAt !== undefined && care.owner) return "acknowledged";
  const { tier } = URGENT_EVENTS.find(({ id }) => id === care.eventId)!;
  const waited_h = (Date.parse(now) - Date.parse(care.raisedAt)) / 3_600_000;
  return waited_h > ACKNOWLEDGE_WITHIN_h[tier] ? "overdue" : "open";
}
