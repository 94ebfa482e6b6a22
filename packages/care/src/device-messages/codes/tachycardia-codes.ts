import type { TachycardiaSettings } from "@tributary/model/generator";
import {
  amount,
  CARDX,
  COUNT,
  type CodesOf,
  choices,
  confirmed,
  FLAG,
  own,
  ownChoices,
  ownCodes,
  PERCENT,
} from "./device-code.ts";

export const TACHYCARDIA_CODES: CodesOf<Omit<TachycardiaSettings, "zones">> = ownCodes("tachycardia", {
  shortestAtpInterval_ms: amount("ms"),
  biventricularAtp: FLAG,
  chargePower_W: amount("W"),
});

const OFF_OR = { mayBeOff: true } as const;

/** A zone an instance, from slow to fast; its rate goes as the longest interval in it. */
export const ZONE_CODES = {
  name: confirmed(
    "MDC_IDC_SET_ZONE_TYPE",
    731648,
    CARDX,
    choices(
      CARDX,
      ["VF", "MDC_IDC_ENUM_ZONE_TYPE_VF", 754945],
      ["VT", "MDC_IDC_ENUM_ZONE_TYPE_VT", 754946],
      ["VT1", "MDC_IDC_ENUM_ZONE_TYPE_VT", 754946],
    ),
  ),
  interval_ms: confirmed("MDC_IDC_SET_ZONE_DETECTION_INTERVAL", 731840, CARDX, amount("ms", 1)),
  ...ownCodes("zones", {
    counter: ownChoices("consecutive", "up-down", "x-of-y", "duration"),
    count: COUNT,
    redetectionCount: COUNT,
    x: COUNT,
    y: COUNT,
    redetectionX: COUNT,
    duration_s: amount("s"),
    redetectionDuration_s: amount("s"),
    onset_percent: { ...PERCENT, ...OFF_OR },
    stability_ms: { ...amount("ms"), ...OFF_OR },
    vFasterThanA_bpm: { ...amount("/min"), ...OFF_OR },
    timeout_s: { ...amount("s"), ...OFF_OR },
  }),
};

/** A therapy an instance, in the order of zones and of trying. */
export const THERAPY_CODES = {
  zone: own("therapies.zone", amount("1", 1)),
  kind: own("therapies.kind", ownChoices("burst", "ramp", "shock")),
  sequenceCount: own("therapies.sequenceCount", COUNT),
  pulseCount: own("therapies.pulseCount", COUNT),
  cycle_percent: own("therapies.cycle_percent", PERCENT),
  decrement_ms: own("therapies.decrement_ms", amount("ms")),
  energy_J: own("therapies.energy_J", amount("J")),
  shockCount: own("therapies.shockCount", COUNT),
};
