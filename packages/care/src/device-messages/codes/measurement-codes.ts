import type { BatteryReadout, ChamberReadout } from "@tributary/model/generator";
import {
  amount,
  BSX,
  CARDX,
  type CodesOf,
  choices,
  confirmed,
  type DeviceCode,
  ICARDEA,
  inferred,
  own,
  PERCENT,
} from "./device-code.ts";

const SIGNAL = amount("mV");
const AMPLITUDE = amount("V");
const WIDTH = amount("ms");
const IMPEDANCE = amount("Ohm");

export const RIGHT_ATRIAL_CODES: CodesOf<ChamberReadout> = {
  signal_mV: confirmed("MDC_IDC_MSMT_LEADCHNL_RA_SENSING_INTR_AMPL_MEAN", 722051, CARDX, SIGNAL),
  threshold_V: confirmed("MDC_IDC_MSMT_LEADCHNL_RA_PACING_THRESHOLD_AMPLITUDE", 722176, CARDX, AMPLITUDE),
  noCaptureAt_V: own("RA.noCaptureAt_V", AMPLITUDE),
  thresholdPulseWidth_ms: confirmed("MDC_IDC_MSMT_LEADCHNL_RA_PACING_THRESHOLD_PULSEWIDTH", 722240, CARDX, WIDTH),
  impedance_ohm: confirmed("MDC_IDC_MSMT_LEADCHNL_RA_IMPEDANCE_VALUE", 722432, CARDX, IMPEDANCE),
};

export const RIGHT_VENTRICULAR_CODES: CodesOf<ChamberReadout> = {
  signal_mV: confirmed("MDC_IDC_MSMT_LEADCHNL_RV_SENSING_INTR_AMPL_MEAN", 722055, BSX, SIGNAL),
  threshold_V: confirmed("MDC_IDC_MSMT_LEADCHNL_RV_PACING_THRESHOLD_AMPLITUDE", 722177, ICARDEA, AMPLITUDE),
  noCaptureAt_V: own("RV.noCaptureAt_V", AMPLITUDE),
  thresholdPulseWidth_ms: confirmed("MDC_IDC_MSMT_LEADCHNL_RV_PACING_THRESHOLD_PULSEWIDTH", 722241, BSX, WIDTH),
  impedance_ohm: confirmed("MDC_IDC_MSMT_LEADCHNL_RV_IMPEDANCE_VALUE", 722433, ICARDEA, IMPEDANCE),
};

export const LEFT_VENTRICULAR_CODES: CodesOf<ChamberReadout> = {
  signal_mV: inferred("MDC_IDC_MSMT_LEADCHNL_LV_SENSING_INTR_AMPL_MEAN", 722063, SIGNAL),
  threshold_V: confirmed("MDC_IDC_MSMT_LEADCHNL_LV_PACING_THRESHOLD_AMPLITUDE", 722179, ICARDEA, AMPLITUDE),
  noCaptureAt_V: own("LV.noCaptureAt_V", AMPLITUDE),
  thresholdPulseWidth_ms: inferred("MDC_IDC_MSMT_LEADCHNL_LV_PACING_THRESHOLD_PULSEWIDTH", 722243, WIDTH),
  impedance_ohm: confirmed("MDC_IDC_MSMT_LEADCHNL_LV_IMPEDANCE_VALUE", 722435, ICARDEA, IMPEDANCE),
};

export const HIGH_VOLTAGE_CODES: Readonly<Record<"shockImpedance_ohm", DeviceCode>> = {
  shockImpedance_ohm: confirmed("MDC_IDC_MSMT_LEADHVCHNL_IMPEDANCE", 722624, BSX, IMPEDANCE),
};

export const BATTERY_CODES: CodesOf<BatteryReadout> = {
  status: confirmed(
    "MDC_IDC_MSMT_BATTERY_STATUS",
    721280,
    CARDX,
    choices(
      CARDX,
      ["begin of service", "MDC_IDC_ENUM_BATTERY_STATUS_BOS", 754113],
      ["replacement recommended", "MDC_IDC_ENUM_BATTERY_STATUS_RRT", 754115],
    ),
  ),
  voltage_V: confirmed("MDC_IDC_MSMT_BATTERY_VOLTAGE", 721344, CARDX, AMPLITUDE),
  remaining_months: confirmed("MDC_IDC_MSMT_BATTERY_REMAINING_LONGEVITY", 721472, CARDX, amount("mo")),
  remaining_percent: confirmed("MDC_IDC_MSMT_BATTERY_REMAINING_PERCENTAGE", 721536, CARDX, PERCENT),
  current_uA: own("battery.current_uA", amount("uA")),
};
