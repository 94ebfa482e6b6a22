import {
  GENERATOR_SETTINGS,
  PERMANENT_MODES,
  type SettingName,
  type SettingRule,
  TEMPORARY_MODES,
} from "@tributary/model/generator";
import {
  amount,
  BSX,
  CARDX,
  choices,
  confirmed,
  type DeviceCode,
  ICARDEA,
  inferred,
  MII,
  own,
  ownChoices,
  TEXT,
  type ValueRule,
} from "./device-code.ts";

/** Units of the parameter table in UCUM where they differ. */
const UCUM_OF_UNIT: Readonly<Record<string, string>> = { ppm: "/min" };

/** From the least to the greatest value of the parameter table; the grid between is each maker's own. */
function toValueRule(rule: SettingRule): ValueRule {
  if (rule.kind === "choice") return ownChoices(...rule.choices);
  const ends = rule.segments.flatMap(({ from, to }) => [from, to]);
  const unit = UCUM_OF_UNIT[rule.unit] ?? rule.unit;
  return { ...amount(unit, Math.min(...ends), Math.max(...ends)), mayBeOff: rule.mayBeOff };
}

function ruleOf(name: SettingName): ValueRule {
  return toValueRule(GENERATOR_SETTINGS[name]);
}

/** Settings that the standard has too, with the same meaning. */
const STANDARD_CODES: Partial<Record<SettingName, DeviceCode>> = {
  lowerRateLimit_ppm: confirmed("MDC_IDC_SET_BRADY_LOWRATE", 730880, BSX, ruleOf("lowerRateLimit_ppm")),
  upperRateLimit_ppm: confirmed("MDC_IDC_SET_BRADY_MAX_TRACKING_RATE", 731136, BSX, ruleOf("upperRateLimit_ppm")),
  maximumSensorRate_ppm: confirmed("MDC_IDC_SET_BRADY_MAX_SENSOR_RATE", 731200, BSX, ruleOf("maximumSensorRate_ppm")),
  leftVentricularAmplitude_V: confirmed(
    "MDC_IDC_SET_LEADCHNL_LV_PACING_AMPLITUDE",
    729987,
    ICARDEA,
    ruleOf("leftVentricularAmplitude_V"),
  ),
  atrialPulseWidth_ms: confirmed(
    "MDC_IDC_SET_LEADCHNL_RA_PACING_PULSEWIDTH",
    730048,
    CARDX,
    ruleOf("atrialPulseWidth_ms"),
  ),
  ventricularPulseWidth_ms: confirmed(
    "MDC_IDC_SET_LEADCHNL_RV_PACING_PULSEWIDTH",
    730049,
    BSX,
    ruleOf("ventricularPulseWidth_ms"),
  ),
  leftVentricularPulseWidth_ms: inferred(
    "MDC_IDC_SET_LEADCHNL_LV_PACING_PULSEWIDTH",
    730051,
    ruleOf("leftVentricularPulseWidth_ms"),
  ),
  atrialSensitivity_mV: confirmed(
    "MDC_IDC_SET_LEADCHNL_RA_SENSING_SENSITIVITY",
    729536,
    CARDX,
    ruleOf("atrialSensitivity_mV"),
  ),
  ventricularSensitivity_mV: confirmed(
    "MDC_IDC_SET_LEADCHNL_RV_SENSING_SENSITIVITY",
    729537,
    BSX,
    ruleOf("ventricularSensitivity_mV"),
  ),
};

const MODE_NUMBERS: Readonly<Record<string, number>> = { AAI: 754753, DDD: 754760, DDI: 754762, VVI: 754773 };

/** NBG codes of three to five letters; the standard's answer leaves out that both ventricles are paced. */
const MODES: readonly (readonly [value: string, referenceId: string, number?: number])[] = [
  ...PERMANENT_MODES,
  ...TEMPORARY_MODES,
].flatMap((mode) => {
  const written = mode.endsWith("R") ? [mode, `${mode}O`, `${mode}V`] : [mode, `${mode}O`, `${mode}OO`, `${mode}OV`];
  const number = MODE_NUMBERS[mode];
  const referenceId = `MDC_IDC_ENUM_BRADY_MODE_${mode}`;
  return written.map((value) =>
    number === undefined ? ([value, referenceId] as const) : ([value, referenceId, number] as const),
  );
});

/** Every setting but the tachycardia side, by its name in the parameter table. */
export const SETTING_CODES: Readonly<Record<string, DeviceCode>> = {
  mode: confirmed("MDC_IDC_SET_BRADY_MODE", 730752, `${BSX}; ${MII}`, choices(MII, ...MODES)),
  ...Object.fromEntries(
    (Object.keys(GENERATOR_SETTINGS) as SettingName[]).map((name) => [
      name,
      STANDARD_CODES[name] ?? own(`settings.${name}`, ruleOf(name)),
    ]),
  ),
  lvVector: own("settings.lvVector", TEXT),
  lvSecondVector: own("settings.lvSecondVector", TEXT),
};

/** Amplitudes in force: of the right side the regulated or the unregulated setting, as programmed. */
export const OUTPUT_CODES = {
  atrial_V: confirmed("MDC_IDC_SET_LEADCHNL_RA_PACING_AMPLITUDE", 729984, CARDX, ruleOf("atrialAmplitude_V")),
  ventricular_V: confirmed(
    "MDC_IDC_SET_LEADCHNL_RV_PACING_AMPLITUDE",
    729985,
    ICARDEA,
    ruleOf("ventricularAmplitude_V"),
  ),
} as const satisfies Record<string, DeviceCode>;
