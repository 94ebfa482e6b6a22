import { millimetersOfMercuryFromKilopascals } from "@tributary/model";

/** What a circulation is fitted to and what it may lack, as a reader knows it; pressures are told in mmHg. */
const QUANTITIES: Readonly<Record<string, { readonly name: string; readonly unit: string }>> = {
  endDiastolicVolume_mL: { name: "end-diastolic volume", unit: "mL" },
  endSystolicVolume_mL: { name: "end-systolic volume", unit: "mL" },
  ejectionFraction: { name: "ejection fraction", unit: "1" },
  systolicPressure_kPa: { name: "systolic pressure", unit: "mmHg" },
  diastolicPressure_kPa: { name: "diastolic pressure", unit: "mmHg" },
  leftAtrialPressure_kPa: { name: "mean left atrial pressure", unit: "mmHg" },
  heartRate_perMin: { name: "heart rate", unit: "1/min" },
  wallMass_g: { name: "muscle of left ventricle and septum", unit: "g" },
  regurgitantOrifice_mm2: { name: "regurgitant orifice of the mitral valve", unit: "mm²" },
};

/** A quantity of the fit with its value in the unit that it is told in. */
export function tellQuantity(
  quantity: string,
  value: number,
): { readonly name: string; readonly unit: string; readonly value: number } {
  const known = QUANTITIES[quantity];
  if (!known) return { name: quantity, unit: "", value };
  return { ...known, value: known.unit === "mmHg" ? millimetersOfMercuryFromKilopascals(value) : value };
}
