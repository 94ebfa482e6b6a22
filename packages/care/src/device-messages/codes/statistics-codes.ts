import type { EpisodeReadout, PacingCounters, PacingReadout, TestVerdict } from "@tributary/model/generator";
import {
  amount,
  BSX,
  COUNT,
  type CodesOf,
  confirmed,
  type DeviceCode,
  FLAG,
  MOMENT,
  numberless,
  own,
  ownChoices,
  ownCodes,
  PERCENT,
  TEXT,
} from "./device-code.ts";

export const PACING_CODES: CodesOf<PacingReadout> = {
  countedFrom: confirmed("MDC_IDC_STAT_DTM_START", 737489, BSX, MOMENT),
  countedTo: confirmed("MDC_IDC_STAT_DTM_END", 737490, BSX, MOMENT),
  atrialPaced_percent: confirmed("MDC_IDC_STAT_BRADY_RA_PERCENT_PACED", 737520, BSX, PERCENT),
  ventricularPaced_percent: confirmed("MDC_IDC_STAT_BRADY_RV_PERCENT_PACED", 737536, BSX, PERCENT),
  resynchronized_percent: numberless("MDC_IDC_STAT_CRT_PERCENT_PACED", PERCENT),
  effectivelyResynchronized_percent: own("pacing.effectivelyResynchronized_percent", PERCENT),
};

export const COUNTER_CODES: CodesOf<Omit<PacingCounters, "ventricularRates">> = {
  ...ownCodes("counters", {
    atrialPaced: COUNT,
    atrialSensed: COUNT,
    ventricularPaced: COUNT,
    ventricularSensed: COUNT,
    prematureVentricular: COUNT,
    resynchronized: COUNT,
    effectivelyResynchronized: COUNT,
    triggered: COUNT,
    leftWithheld: COUNT,
    safetyPaces: COUNT,
    modeSwitches: COUNT,
    loopsEnded: COUNT,
    antitachycardiaPulses: COUNT,
  }),
  shocks: confirmed("MDC_IDC_STAT_TACHYTHERAPY_SHOCKS_DELIVERED_RECENT", 737824, BSX, COUNT),
};

/** The rate histogram; an instance a class, from slow to fast. */
export const RATE_CODES: Readonly<Record<"count", DeviceCode>> = { count: own("counters.ventricularRates", COUNT) };

export const EPISODE_CODES: CodesOf<EpisodeReadout> = {
  kind: confirmed("MDC_IDC_EPISODE_TYPE", 739568, BSX, ownChoices("mode-switch", "tachycardia")),
  start: confirmed("MDC_IDC_EPISODE_DTM", 739552, BSX, MOMENT),
  duration_s: confirmed("MDC_IDC_EPISODE_DURATION", 739712, BSX, amount("s")),
  pulses: own("episodes.pulses", COUNT),
  shocks: own("episodes.shocks", COUNT),
};

export const TEST_CODES: CodesOf<TestVerdict> = ownCodes("tests", {
  id: TEXT,
  isMandatory: FLAG,
  outcome: ownChoices("pass", "fail", "missing"),
  what: TEXT,
  source: TEXT,
});
