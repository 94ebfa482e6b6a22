import type { Plan } from "@tributary/plan";
import type { ExploredMeasures } from "../../engine/engine-messages.ts";
import type { Messages } from "../../messages/english.ts";

/** One column of the measures; undefined: not known, "none": no output reaches it. */
export interface Measure {
  readonly name: Exclude<keyof Messages["measures"], "title" | "now" | "set" | "frozen" | "none" | "predicted">;
  readonly unit: string;
  readonly decimals: number;
  readonly now: number | undefined;
  readonly read: (beat: PacedMeasures) => number | "none" | undefined;
  /** The value is itself a change against now. */
  readonly isChange?: true;
  /** Differences to now are worth reading. */
  readonly isCompared?: true;
}

type PacedMeasures = Extract<ExploredMeasures, { readonly kind: "paced" }>;

export function listMeasures({ baseline, mechanics }: Plan): readonly Measure[] {
  return [
    {
      name: "total",
      unit: "ms",
      decimals: 0,
      now: baseline.totalActivationTime_ms.value,
      read: (beat) => beat.totalActivationTime_ms,
      isCompared: true,
    },
    {
      name: "lv",
      unit: "ms",
      decimals: 0,
      now: baseline.lvActivationTime_ms.value,
      read: (beat) => beat.lvActivationTime_ms,
      isCompared: true,
    },
    {
      name: "qrs",
      unit: "ms",
      decimals: 0,
      now: baseline.qrsDuration_ms.value,
      read: (beat) => beat.qrsDuration_ms,
      isCompared: true,
    },
    ...(mechanics ? PUMP_ROWS : []),
    { name: "qLv", unit: "ms", decimals: 0, now: undefined, read: (beat) => beat.qLv_ms },
    { name: "capture", unit: "V", decimals: 1, now: undefined, read: (beat) => beat.captureThreshold_V ?? "none" },
    { name: "phrenic", unit: "V", decimals: 1, now: undefined, read: (beat) => beat.phrenicThreshold_V ?? "none" },
    { name: "segment", unit: "", decimals: 0, now: undefined, read: (beat) => beat.cathode.ahaSegment },
  ];
}

const PUMP_ROWS: readonly Measure[] = [
  {
    name: "pressureRise",
    unit: "%",
    decimals: 1,
    now: undefined,
    read: (beat) => beat.pump?.pressureRise_percent,
    isChange: true,
  },
  {
    name: "strokeVolume",
    unit: "%",
    decimals: 1,
    now: undefined,
    read: (beat) => beat.pump?.strokeVolume_percent,
    isChange: true,
  },
];
