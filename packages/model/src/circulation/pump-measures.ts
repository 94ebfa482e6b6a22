import { secondsFromMilliseconds } from "../units/convert.ts";
import { CAVITY, VALVE } from "./circulation-layout.ts";
import type { BeatTrace } from "./record-beat.ts";
import { highest, integrateAlong, lowest, meanOf, splitFlow, steepestSlopes } from "./trace-integrals.ts";
import { findValveEvents, measureFillingTime_ms, type ValveEvents, wrapped } from "./valve-events.ts";

/** The heart as a pump, over one beat. */
export interface PumpMeasures {
  /** Largest and smallest volume of the left ventricle. */
  readonly endDiastolicVolume_mL: number;
  readonly endSystolicVolume_mL: number;
  /** What leaves the left ventricle: end-diastolic minus end-systolic volume. */
  readonly strokeVolume_mL: number;
  readonly ejectionFraction: number;
  /** What reaches the aorta, net of what flows back. */
  readonly forwardVolume_mL: number;
  readonly mitralRegurgitation_mL: number;
  readonly cardiacOutput_mLPerS: number;
  /** Steepest rise and fall of cavity pressure, by central differences over two steps. */
  readonly dpdtMax_kPaPerS: number;
  readonly dpdtMin_kPaPerS: number;
  /** Area of the pressure-volume loop; 1 kPa·mL = 1 mJ. */
  readonly strokeWork_mJ: number;
  readonly rightStrokeWork_mJ: number;
  readonly leftVentricularPeak_kPa: number;
  /** Pressure when the mitral valve closes; undefined where it does not open. */
  readonly endDiastolicPressure_kPa: number | undefined;
  /** Largest and smallest pressure in the aortic root, and the mean. */
  readonly systolicPressure_kPa: number;
  readonly diastolicPressure_kPa: number;
  readonly meanArterialPressure_kPa: number;
  readonly meanLeftAtrialPressure_kPa: number;
  readonly meanRightAtrialPressure_kPa: number;
  readonly meanPulmonaryPressure_kPa: number;
  readonly pulmonarySystolicPressure_kPa: number;
  readonly rightEndDiastolicVolume_mL: number;
  readonly fillingTime_ms: number;
  /** Undefined where the aortic or the mitral valve does not open. */
  readonly events: ValveEvents | undefined;
}

export function measurePump(trace: BeatTrace): PumpMeasures {
  const interval_s = secondsFromMilliseconds(trace.interval_ms);
  const volume = trace.volumes_mL[CAVITY.leftVentricle]!;
  const pressure = trace.pressures_kPa[CAVITY.leftVentricle]!;
  const aorta = trace.nodePressures_kPa[CAVITY.systemicArteries]!;
  const aorticFlow = splitFlow(trace.flows_mLPerS[VALVE.aortic]!, interval_s);
  const forwardVolume_mL = aorticFlow.forward_mL - aorticFlow.backward_mL;
  const slopes = steepestSlopes(pressure, interval_s);
  const events = findValveEvents(trace);
  const endDiastolicVolume_mL = highest(volume);
  const endSystolicVolume_mL = lowest(volume);
  return {
    endDiastolicVolume_mL,
    endSystolicVolume_mL,
    strokeVolume_mL: endDiastolicVolume_mL - endSystolicVolume_mL,
    ejectionFraction: 1 - endSystolicVolume_mL / endDiastolicVolume_mL,
    forwardVolume_mL,
    mitralRegurgitation_mL: splitFlow(trace.flows_mLPerS[VALVE.mitral]!, interval_s).backward_mL,
    cardiacOutput_mLPerS: forwardVolume_mL / secondsFromMilliseconds(trace.cycle_ms),
    dpdtMax_kPaPerS: slopes.rise,
    dpdtMin_kPaPerS: slopes.fall,
    strokeWork_mJ: -integrateAlong(pressure, volume),
    rightStrokeWork_mJ: -integrateAlong(
      trace.pressures_kPa[CAVITY.rightVentricle]!,
      trace.volumes_mL[CAVITY.rightVentricle]!,
    ),
    leftVentricularPeak_kPa: highest(pressure),
    endDiastolicPressure_kPa: events && wrapped(pressure, Math.round(events.mitralClosing_ms / trace.interval_ms)),
    systolicPressure_kPa: highest(aorta),
    diastolicPressure_kPa: lowest(aorta),
    meanArterialPressure_kPa: meanOf(trace.pressures_kPa[CAVITY.systemicArteries]!),
    meanLeftAtrialPressure_kPa: meanOf(trace.pressures_kPa[CAVITY.leftAtrium]!),
    meanRightAtrialPressure_kPa: meanOf(trace.pressures_kPa[CAVITY.rightAtrium]!),
    meanPulmonaryPressure_kPa: meanOf(trace.pressures_kPa[CAVITY.pulmonaryArteries]!),
    pulmonarySystolicPressure_kPa: highest(trace.nodePressures_kPa[CAVITY.pulmonaryArteries]!),
    rightEndDiastolicVolume_mL: highest(trace.volumes_mL[CAVITY.rightVentricle]!),
    fillingTime_ms: measureFillingTime_ms(trace),
    events,
  };
}
