import { CAVITY, millimetersOfMercuryFromKilopascals as mmHg, type PatientBeat } from "@tributary/model";

/** A beat in the units that references print: mL, mmHg, mmHg/s, mL/s, L/min, percent. */
export interface PrintedPump {
  readonly endDiastolicVolume_mL: number;
  readonly endSystolicVolume_mL: number;
  readonly ejectionFraction_percent: number;
  readonly cardiacOutput_LPerMin: number;
  readonly systolicPressure_mmHg: number;
  readonly diastolicPressure_mmHg: number;
  readonly meanArterialPressure_mmHg: number;
  readonly leftVentricularPeak_mmHg: number;
  readonly dpdtMax_mmHgPerS: number;
  readonly dpdtMin_mmHgPerS: number;
  readonly leftAtrialPressure_mmHg: number;
  readonly rightAtrialPressure_mmHg: number;
  readonly endDiastolicPressure_mmHg: number;
  readonly pulmonarySystolic_mmHg: number;
  readonly pulmonaryDiastolic_mmHg: number;
  readonly pulmonaryMean_mmHg: number;
  readonly rightVentricularPeak_mmHg: number;
  readonly rightEndDiastolicVolume_mL: number;
  readonly strokeWork_mmHgmL: number;
  readonly earlyToAtrialRatio: number;
  readonly relaxation_ms: number;
  readonly fillingTime_percent: number;
}

const SECONDS_PER_MINUTE = 60;

export function readPump({ pump, regional, trace }: PatientBeat): PrintedPump {
  const { events } = pump;
  const filling = regional?.filling;
  const pulmonary = trace.nodePressures_kPa[CAVITY.pulmonaryArteries]!;
  return {
    endDiastolicVolume_mL: pump.endDiastolicVolume_mL,
    endSystolicVolume_mL: pump.endSystolicVolume_mL,
    ejectionFraction_percent: 100 * pump.ejectionFraction,
    cardiacOutput_LPerMin: (SECONDS_PER_MINUTE * pump.cardiacOutput_mLPerS) / 1000,
    systolicPressure_mmHg: mmHg(pump.systolicPressure_kPa),
    diastolicPressure_mmHg: mmHg(pump.diastolicPressure_kPa),
    meanArterialPressure_mmHg: mmHg(pump.meanArterialPressure_kPa),
    leftVentricularPeak_mmHg: mmHg(pump.leftVentricularPeak_kPa),
    dpdtMax_mmHgPerS: mmHg(pump.dpdtMax_kPaPerS),
    dpdtMin_mmHgPerS: mmHg(pump.dpdtMin_kPaPerS),
    leftAtrialPressure_mmHg: mmHg(pump.meanLeftAtrialPressure_kPa),
    rightAtrialPressure_mmHg: mmHg(pump.meanRightAtrialPressure_kPa),
    endDiastolicPressure_mmHg: mmHg(pump.endDiastolicPressure_kPa ?? NaN),
    pulmonarySystolic_mmHg: mmHg(pump.pulmonarySystolicPressure_kPa),
    pulmonaryDiastolic_mmHg: mmHg(Math.min(...pulmonary)),
    pulmonaryMean_mmHg: mmHg(pump.meanPulmonaryPressure_kPa),
    rightVentricularPeak_mmHg: mmHg(Math.max(...trace.pressures_kPa[CAVITY.rightVentricle]!)),
    rightEndDiastolicVolume_mL: pump.rightEndDiastolicVolume_mL,
    strokeWork_mmHgmL: mmHg(pump.strokeWork_mJ),
    earlyToAtrialRatio: filling?.kind === "separate" ? filling.earlyToAtrialRatio : NaN,
    relaxation_ms: events ? events.mitralOpening_ms - events.aorticClosing_ms : NaN,
    fillingTime_percent: (100 * pump.fillingTime_ms) / trace.cycle_ms,
  };
}
