import type { Case } from "@tributary/formats";
import { kilopascalsFromMillimetersOfMercury } from "@tributary/model";
import type { CirculationFindings } from "@tributary/plan";

/** What a case says of the circulation, in the units of the model; the volume is that of the heart's own mesh. */
export function specifyCirculation({ patient, circulation }: Case): CirculationFindings {
  return {
    endDiastolicVolume_mL: undefined,
    ejectionFraction: ifKnown(patient?.ejectionFraction_pct, (percent) => percent / 100),
    systolicPressure_kPa: ifKnown(circulation?.systolicPressure_mmHg, kilopascalsFromMillimetersOfMercury),
    diastolicPressure_kPa: ifKnown(circulation?.diastolicPressure_mmHg, kilopascalsFromMillimetersOfMercury),
    heartRate_perMin: circulation?.heartRate_bpm,
    regurgitantOrifice_mm2: circulation?.regurgitantOrifice_mm2,
    leftAtrialPressure_kPa: ifKnown(circulation?.leftAtrialPressure_mmHg, kilopascalsFromMillimetersOfMercury),
  };
}

function ifKnown(value: number | undefined, convert: (value: number) => number): number | undefined {
  return value === undefined ? undefined : convert(value);
}
